package sc.fiji.kmeans.image;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.PixelLabeler;

/** One frame of an image with its clusters and the label of each pixel. */
final class SegmentedPlane {

	/** From this number of clusters on, labels have 16 bits. */
	static final int WIDE_LABELS = 255;

	/** Into so many parts a plane is divided for threads to work side by side. */
	private static final int PARTS = 64;

	private final ImageProcessor[] channels;
	private final LearnedClusters clusters;
	/** Whether all pixels are selected. */
	private final boolean isWhole;
	private final ImageProcessor labels;

	/**
	 * Labels the selected pixels of a frame.
	 *
	 * @param frame its channels; must not change any more
	 * @param pixels of the frame
	 */
	SegmentedPlane(final ImageProcessor[] frame, final FramePixels pixels,
		final LearnedClusters clusters, final int minSize, final Progress progress)
	{
		channels = frame.clone();
		if (ImagePixels.isIndexed(frame[0])) channels[0] = ImagePixels.coloured(
			frame[0]);
		this.clusters = clusters;
		isWhole = pixels.pixels().areAll();
		final double labelled = minSize > 1 ? 0.5 : 1;
		labels = label(pixels, progress.part(0, labelled));
		SmallRegions.dissolve(labels, minSize, progress.part(labelled, 1));
	}

	private ImageProcessor label(final FramePixels pixels,
		final Progress progress)
	{
		final PixelLabeler labeler = clusters.labeler(pixels);
		final int[] numbers = IntStream.rangeClosed(0, clusters.clusters().size()).map(
			clusters::label).toArray();
		final ImageProcessor result = clusters.size() < WIDE_LABELS
			? new ByteProcessor(channels[0].getWidth(), channels[0].getHeight())
			: new ShortProcessor(channels[0].getWidth(), channels[0].getHeight());
		final ImagePixels rows = pixels.pixels();
		final Steps steps = new Steps(progress, "labelling", rows.blocks());
		inParts(rows.blocks(), (from, to) -> labelRows(rows, from, to, labeler, numbers,
			Rows.of(result), steps));
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

	private void labelRows(final ImagePixels pixels, final int from,
		final int to, final PixelLabeler labeler, final int[] numbers,
		final Rows result, final Steps rows)
	{
		final int[] values = new int[pixels.blockLength()];
		final int[] labels = new int[values.length];
		for (int row = from; row < to; row++) {
			pixels.readRow(row, values);
			labeler.label(values, values.length, labels);
			if (clusters.isMerged()) for (int x = 0; x < labels.length; x++)
				labels[x] = numbers[labels[x]];
			pixels.writeRow(row, values, labels, result);
			rows.done();
		}
	}

	LearnedClusters clusters() {
		return clusters;
	}

	/** Label of each pixel, 0 outside the selection; not to be changed. */
	ImageProcessor labels() {
		return labels;
	}

	/** The channels of the picture; not to be changed. */
	ImageProcessor[] channels() {
		return channels;
	}

	/** The picture with each selected pixel in its cluster's colour. */
	ImageProcessor[] segmented() {
		return repainted(label -> label > 0 || isWhole, c -> values(c));
	}

	/** What the pixels of each label are painted with in a channel, by number. */
	private double[] values(final int channel) {
		final double[] values = new double[clusters.size() + 1];
		for (int j = 1; j < values.length; j++)
			values[j] = Painting.value(clusters.value(j), channels[channel], channel);
		return values;
	}

	/** The picture with the pixels of some labels turned into background. */
	ImageProcessor[] masked(final IntPredicate isRemoved,
		final Background background)
	{
		final ImageProcessor[] picture = repainted(isRemoved, c -> {
			final double[] values = new double[clusters.size() + 1];
			Arrays.fill(values, background.value(channels[c]));
			return values;
		});
		if (background == Background.TRANSPARENT &&
			picture[0] instanceof ColorProcessor) makeOpaque(picture[0], isRemoved);
		return picture;
	}

	/** The high byte of a colour, which can be anything, is an alpha from now on. */
	private void makeOpaque(final ImageProcessor picture,
		final IntPredicate isRemoved)
	{
		for (int i = 0; i < picture.getPixelCount(); i++)
			if (!isRemoved.test(labels.get(i))) picture.set(i, picture.get(i) |
				0xff000000);
	}

	/** @param values what pixels become whose label is to be painted */
	private ImageProcessor[] repainted(final IntPredicate isPainted,
		final IntFunction<double[]> values)
	{
		final BitSet painted = new BitSet();
		IntStream.rangeClosed(0, clusters.size()).filter(isPainted).forEach(
			painted::set);
		final ImageProcessor[] picture = new ImageProcessor[channels.length];
		Arrays.setAll(picture, c -> channels[c] instanceof FloatProcessor
			? repaintedFloat(channels[c], painted, values.apply(c)) : repainted(
				channels[c], painted, values.apply(c)));
		return picture;
	}

	private ImageProcessor repaintedFloat(final ImageProcessor original,
		final BitSet painted, final double[] values)
	{
		final ImageProcessor picture = original.duplicate();
		for (int i = 0; i < picture.getPixelCount(); i++)
			if (painted.get(labels.get(i))) picture.setf(i, (float) values[labels.get(
				i)]);
		return picture;
	}

	private ImageProcessor repainted(final ImageProcessor original,
		final BitSet painted, final double[] values)
	{
		final ImageProcessor picture = original.createProcessor(original.getWidth(),
			original.getHeight());
		final int[] paints = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
		inParts(original.getHeight(), (from, to) -> repaintRows(original, from, to,
			painted, paints, Rows.of(picture)));
		return picture;
	}

	private void repaintRows(final ImageProcessor original, final int from,
		final int to, final BitSet painted, final int[] values, final Rows picture)
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
}
