package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.PixelCounter;
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
	/** Whether all pixels are selected. */
	private final boolean isWhole;
	private final ImageProcessor labels;

	/**
	 * Clusters the selected pixels of a plane.
	 *
	 * @param plane must not change any more
	 * @param counter may have counted other planes before
	 */
	SegmentedPlane(final ImageProcessor plane, final Roi selection,
		final PixelCounter counter, final KMeansOptions options,
		final Progress progress)
	{
		original = ImagePixels.isIndexed(plane) ? ImagePixels.coloured(plane) : plane;
		final ImagePixels pixels = new ImagePixels(original, selection);
		format = pixels.format();
		isWhole = pixels.areAll();
		final PixelHistogram histogram = counter.count(pixels, progress.part(0,
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
			Rows.of(result), rows));
		return result;
	}

	/** @param work from the first to before the last of n rows */
	private static void inParts(final int n,
		final BiConsumer<Integer, Integer> work)
	{
		final int step = 1 + n / PARTS;
		IntStream.range(0, PARTS).parallel().forEach(part -> work.accept(part * step,
			Math.min(n, (part + 1) * step)));
	}

	private static void labelRows(final ImagePixels pixels, final int from,
		final int to, final PixelLabeler labeler, final Rows result,
		final Steps rows)
	{
		final int[] values = new int[pixels.blockLength()];
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
		return repainted(label -> label > 0 || isWhole, values);
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
		final BitSet painted = new BitSet();
		IntStream.range(0, values.length).filter(isPainted).forEach(painted::set);
		final ImageProcessor picture = original.createProcessor(original.getWidth(),
			original.getHeight());
		inParts(original.getHeight(), (from, to) -> repaintRows(from, to, painted,
			values, Rows.of(picture)));
		return picture;
	}

	private void repaintRows(final int from, final int to, final BitSet painted,
		final int[] values, final Rows picture)
	{
		final int width = original.getWidth();
		final int[] labelRow = new int[width];
		final int[] row = new int[width];
		final Rows labelRows = Rows.of(labels);
		final Rows originalRows = Rows.of(original);
		final boolean all = painted.cardinality() == values.length;
		for (int y = from; y < to; y++) {
			labelRows.read(y * width, width, labelRow);
			if (!all) originalRows.read(y * width, width, row);
			for (int x = 0; x < width; x++)
				if (all || painted.get(labelRow[x])) row[x] = values[labelRow[x]];
			picture.write(y * width, width, row);
		}
	}

	/** The value that looks black. */
	private int black() {
		return original.isInvertedLut() ? (int) format.max() : 0;
	}
}
