package sc.fiji.kmeans.image;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** One frame of an image with its clusters and the label of each pixel. */
final class SegmentedPlane {

	private static final ImageProcessor[] NO_SPARE = {};
	/** Pixels between two checks, less than a millisecond. */
	private static final int CHECKED = 1 << 16;

	private final ImageProcessor[] channels;
	private final LearnedClusters clusters;
	/** Whether all pixels are selected. */
	private final boolean isWhole;
	private final ImageProcessor labels;

	/**
	 * @param frame its channels; must not change any more
	 * @param labels of its pixels, 0 where not selected
	 * @param isWhole whether no pixel is 0
	 */
	SegmentedPlane(final ImageProcessor[] frame, final ImageProcessor labels,
		final LearnedClusters clusters, final boolean isWhole)
	{
		channels = frame.clone();
		if (ImagePixels.isIndexed(frame)) channels[0] = ImagePixels.coloured(frame[0]);
		this.labels = labels;
		this.clusters = clusters;
		this.isWhole = isWhole;
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

	/**
	 * The picture with each selected pixel in its cluster's colour.
	 *
	 * @param steps that are checked now and then
	 */
	ImageProcessor[] segmented(final Steps steps) {
		return segmented(NO_SPARE, steps);
	}

	/** The same, painted over planes of another picture where they fit. */
	ImageProcessor[] segmented(final ImageProcessor[] spare) {
		return segmented(spare, unheard());
	}

	private ImageProcessor[] segmented(final ImageProcessor[] spare, final Steps steps) {
		return repainted(label -> label > 0 || isWhole, this::values, spare, steps);
	}

	private static Steps unheard() {
		return new Steps(Progress.NONE, "", 0);
	}

	/** What the pixels of each label are painted with in a channel, by number. */
	private double[] values(final int channel) {
		final double[] values = new double[clusters.size() + 1];
		for (final int j : clusters.labels())
			values[j] = Painting.value(clusters.value(j), channels[channel], channel);
		return values;
	}

	/**
	 * The picture with the pixels of some labels turned into background.
	 *
	 * @param steps that are checked now and then
	 */
	ImageProcessor[] masked(final IntPredicate isRemoved, final Background background,
		final Steps steps)
	{
		return masked(isRemoved, background, NO_SPARE, steps);
	}

	/** The same, painted over planes of another picture where they fit. */
	ImageProcessor[] masked(final IntPredicate isRemoved, final Background background,
		final ImageProcessor[] spare)
	{
		return masked(isRemoved, background, spare, unheard());
	}

	private ImageProcessor[] masked(final IntPredicate isRemoved, final Background background,
		final ImageProcessor[] spare, final Steps steps)
	{
		final ImageProcessor[] picture = repainted(isRemoved, c -> {
			final double[] values = new double[clusters.size() + 1];
			Arrays.fill(values, background.value(channels[c]));
			return values;
		}, spare, steps);
		if (background == Background.TRANSPARENT && picture[0] instanceof ColorProcessor)
			makeOpaque(picture[0], isRemoved, steps);
		return picture;
	}

	/** The high byte of a colour, which can be anything, is an alpha from now on. */
	private void makeOpaque(final ImageProcessor picture, final IntPredicate isRemoved,
		final Steps steps)
	{
		for (int i = 0; i < picture.getPixelCount(); i++) {
			if (i % CHECKED == 0) steps.check();
			if (!isRemoved.test(labels.get(i))) picture.set(i, picture.get(i) | 0xff000000);
		}
	}

	/** @param values what pixels become whose label is to be painted */
	private ImageProcessor[] repainted(final IntPredicate isPainted,
		final IntFunction<double[]> values, final ImageProcessor[] spare, final Steps steps)
	{
		final BitSet painted = new BitSet();
		IntStream.rangeClosed(0, clusters.size()).filter(isPainted).forEach(painted::set);
		final ImageProcessor[] picture = new ImageProcessor[channels.length];
		Arrays.setAll(picture, c -> blank(channels[c], c < spare.length ? spare[c] : null));
		for (int c = 0; c < picture.length; c++)
			if (channels[c] instanceof FloatProcessor)
				repaintFloat(channels[c], picture[c], painted, values.apply(c), steps);
			else
				repaint(channels[c], picture[c], painted, values.apply(c), steps);
		return picture;
	}

	/** A plane like another: the spare one if that is. */
	private static ImageProcessor blank(final ImageProcessor like, final ImageProcessor spare) {
		if (!isLike(spare, like)) return like.createProcessor(like.getWidth(), like.getHeight());
		if (like instanceof ColorProcessor) return spare;
		spare.setColorModel(like.getColorModel());
		spare.setMinAndMax(like.getMin(), like.getMax());
		return spare;
	}

	/** Whether a plane, which may be null, has the type and size of another. */
	static boolean isLike(final ImageProcessor plane, final ImageProcessor other) {
		return plane != null && plane.getClass() == other.getClass()
			&& plane.getWidth() == other.getWidth() && plane.getHeight() == other.getHeight();
	}

	private void repaintFloat(final ImageProcessor original, final ImageProcessor picture,
		final BitSet painted, final double[] values, final Steps steps)
	{
		for (int i = 0; i < picture.getPixelCount(); i++) {
			if (i % CHECKED == 0) steps.check();
			final int label = labels.get(i);
			picture.setf(i, painted.get(label) ? (float) values[label] : original.getf(i));
		}
	}

	private void repaint(final ImageProcessor original, final ImageProcessor picture,
		final BitSet painted, final double[] values, final Steps steps)
	{
		final int[] paints = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
		Parts.of(original.getHeight(), (from, to) -> {
			steps.check();
			repaintRows(original, from, to, painted, paints, Rows.of(picture));
		});
	}

	private void repaintRows(final ImageProcessor original, final int from, final int to,
		final BitSet painted, final int[] values, final Rows picture)
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
