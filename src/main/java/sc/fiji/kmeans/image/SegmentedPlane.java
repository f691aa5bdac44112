package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Set;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelLabeler;

/** One plane of an image with its clusters and the label of each pixel. */
final class SegmentedPlane {

	/** From this number of clusters on, labels have 16 bits. */
	private static final int WIDE_LABELS = 255;

	private final ImageProcessor original;
	private final PixelFormat format;
	private final Clusters clusters;
	private final int distinct;
	private final ImageProcessor labels;

	/**
	 * Clusters the selected pixels of a plane.
	 *
	 * @param plane is copied, so that it may change afterwards
	 */
	SegmentedPlane(final ImageProcessor plane, final Roi selection,
		final KMeansOptions options, final Progress progress)
	{
		original = ImagePixels.isIndexed(plane) ? plane.convertToRGB() : plane
			.duplicate();
		final ImagePixels pixels = new ImagePixels(original, selection);
		format = pixels.format();
		final PixelHistogram histogram = PixelHistogram.of(pixels, progress.part(0,
			0.2));
		distinct = histogram.distinct();
		clusters = histogram.cluster(options, progress.part(0.2, 0.8));
		labels = label(pixels, progress.part(0.8, 1));
	}

	private ImageProcessor label(final ImagePixels pixels,
		final Progress progress)
	{
		final PixelLabeler labeler = new PixelLabeler(format, clusters);
		final ImageProcessor result = clusters.size() < WIDE_LABELS
			? new ByteProcessor(original.getWidth(), original.getHeight())
			: new ShortProcessor(original.getWidth(), original.getHeight());
		IntStream.range(0, pixels.blocks()).parallel().forEach(row -> {
			progress.report((double) row / pixels.blocks(), "labelling");
			labelRow(pixels, row, labeler, result);
		});
		return result;
	}

	private static void labelRow(final ImagePixels pixels, final int row,
		final PixelLabeler labeler, final ImageProcessor result)
	{
		final long[] values = new long[pixels.blockLength()];
		pixels.readRow(row, values);
		for (int x = 0; x < values.length; x++)
			if (pixels.isSelected(row, x)) result.set(pixels.index(row, x), labeler
				.label(values[x]));
	}

	Clusters clusters() {
		return clusters;
	}

	/** Number of distinct values among the selected pixels. */
	int distinct() {
		return distinct;
	}

	/** Label of each pixel, 0 outside the selection; not to be changed. */
	ImageProcessor labels() {
		return labels;
	}

	/** The pixel value of a centre, as {@link ImageProcessor#set(int, int)} takes it. */
	int value(final int cluster) {
		return (int) format.pixel(clusters.centre(cluster));
	}

	/** The picture with each selected pixel in its cluster's colour. */
	ImageProcessor segmented() {
		final int[] values = new int[clusters.size() + 1];
		for (int j = 1; j < values.length; j++)
			values[j] = value(j);
		final ImageProcessor picture = original.duplicate();
		for (int i = 0; i < labels.getPixelCount(); i++)
			if (labels.get(i) > 0) picture.set(i, values[labels.get(i)]);
		return picture;
	}

	/** The picture with the pixels of some clusters turned black. */
	ImageProcessor masked(final Set<Integer> removed) {
		final boolean[] blacken = new boolean[clusters.size() + 1];
		for (int j = 1; j < blacken.length; j++)
			blacken[j] = removed.contains(j);
		final ImageProcessor picture = original.duplicate();
		final int black = black();
		for (int i = 0; i < labels.getPixelCount(); i++)
			if (blacken[labels.get(i)]) picture.set(i, black);
		return picture;
	}

	/** The value that looks black. */
	private int black() {
		return original.isInvertedLut() ? (int) format.max() : 0;
	}
}
