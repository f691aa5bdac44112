package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelLabeler;

/** One plane of an image with its clusters and the label of each pixel. */
final class SegmentedPlane {

	/** From this number of clusters on, labels have 16 bits. */
	private static final int WIDE_LABELS = 255;

	/** Into so many parts a plane is divided for threads to work side by side. */
	private static final int PARTS = 64;

	private final ImageProcessor original;
	private final PixelFormat format;
	private final Clusters clusters;
	private final int distinct;
	private final ImageProcessor labels;

	/**
	 * Clusters the selected pixels of a plane.
	 *
	 * @param plane must not change any more
	 */
	SegmentedPlane(final ImageProcessor plane, final Roi selection,
		final KMeansOptions options, final Progress progress)
	{
		original = ImagePixels.isIndexed(plane) ? ImagePixels.coloured(plane) : plane;
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
		final Steps rows = new Steps(progress, "labelling", pixels.blocks());
		inParts(pixels.blocks(), (from, to) -> labelRows(pixels, from, to, labeler,
			result, rows));
		return result;
	}

	/** @param work from the first to before the last of n things */
	private static void inParts(final int n,
		final BiConsumer<Integer, Integer> work)
	{
		final int step = 1 + n / PARTS;
		IntStream.range(0, PARTS).parallel().forEach(part -> work.accept(part * step,
			Math.min(n, (part + 1) * step)));
	}

	private static void labelRows(final ImagePixels pixels, final int from,
		final int to, final PixelLabeler labeler, final ImageProcessor result,
		final Steps rows)
	{
		final long[] values = new long[pixels.blockLength()];
		final int[] labels = new int[values.length];
		for (int row = from; row < to; row++) {
			pixels.readRow(row, values);
			labeler.label(values, values.length, labels);
			pixels.writeRow(row, labels, result);
			rows.done();
		}
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

	/** The colour in which ImageJ shows the pixels of a cluster, 0xRRGGBB. */
	int colour(final int cluster) {
		final ImageProcessor pixel = original.createProcessor(1, 1);
		pixel.set(0, value(cluster));
		return pixel.convertToRGB().get(0) & 0xffffff;
	}

	/** The pixel value of a centre, as {@link ImageProcessor#set(int, int)} takes it. */
	private int value(final int cluster) {
		return (int) format.pixel(clusters.centre(cluster));
	}

	/** The picture with each selected pixel in its cluster's colour. */
	ImageProcessor segmented() {
		final int[] values = new int[clusters.size() + 1];
		for (int j = 1; j < values.length; j++)
			values[j] = value(j);
		return repainted(label -> label > 0, values);
	}

	/** The picture with the pixels of some clusters turned black. */
	ImageProcessor masked(final Set<Integer> removed) {
		final int[] values = new int[clusters.size() + 1];
		Arrays.fill(values, black());
		return repainted(removed::contains, values);
	}

	/** @param values what pixels become whose label is to be painted */
	private ImageProcessor repainted(final IntPredicate isPainted,
		final int[] values)
	{
		final boolean[] painted = new boolean[values.length];
		for (int label = 0; label < values.length; label++)
			painted[label] = isPainted.test(label);
		final ImageProcessor picture = original.createProcessor(original.getWidth(),
			original.getHeight());
		inParts(labels.getPixelCount(), (from, to) -> {
			final int end = to;
			for (int i = from; i < end; i++) {
				final int label = labels.get(i);
				picture.set(i, painted[label] ? values[label] : original.get(i));
			}
		});
		return picture;
	}

	/** The value that looks black. */
	private int black() {
		return original.isInvertedLut() ? (int) format.max() : 0;
	}
}
