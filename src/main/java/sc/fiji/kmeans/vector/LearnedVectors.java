package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;
import sc.fiji.kmeans.image.ChosenChannels;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.PointJoin;
import sc.fiji.kmeans.pixel.Workspace;

/** Counted vectors that are clustered: their space, and what is to be said of it. */
public final class LearnedVectors {

	/** Epsilon counts in this part of the range. */
	private static final int STEPS_OF_RANGE = 255;
	/** Times that a deviation is larger than another if it decides. */
	private static final double DECIDES = 3;
	/** A larger part of the compactness is more than its last digits. */
	private static final double LAST_DIGITS = 1e-9;
	private static final int CHECKED = 1 << 14;
	/** The share of taking numbers of channels in the work of finding their figures. */
	private static final double NUMBERS = 0.2;

	private final ChannelVectors vectors;
	private final boolean isScaled;
	/** Whether the numbers have no unit of their own. */
	private final boolean areReal;
	private final ChannelFigures[] figures;
	/** The number of each channel that is farthest from 0, before any transform. */
	private final float[] extremes;
	private final ChannelSpace space;

	/**
	 * @param vectors 1 or more
	 * @param areReal whether the numbers have no unit of their own
	 * @param isScaled whether each channel is divided by its deviation
	 * @throws CancellationException if the progress throws it
	 */
	public LearnedVectors(final ChannelVectors vectors, final boolean areReal, final boolean isScaled,
		final Progress progress)
	{
		this.vectors = vectors;
		this.areReal = areReal;
		this.isScaled = isScaled;
		figures = figures(progress);
		extremes = extremes(figures, ChannelFigures::extreme);
		space = isScaled ? ChannelSpace.of(figures, scales()) : ChannelSpace.of(figures);
	}

	/**
	 * Vectors that were transformed, and so have no unit.
	 *
	 * @param isScaled whether each channel is divided by its deviation then
	 * @throws CancellationException if the progress throws it
	 */
	public LearnedVectors(final TransformedVectors transformed, final boolean isScaled,
		final Progress progress)
	{
		vectors = transformed.vectors();
		areReal = true;
		this.isScaled = isScaled;
		figures = figures(progress);
		extremes = extremes(transformed.figures(), ChannelFigures::high);
		space = isScaled ? ChannelSpace.of(figures, scales()) : ChannelSpace.of(figures);
	}

	private ChannelFigures[] figures(final Progress progress) {
		return ChannelFigures.of(ChannelNumbers.of(vectors, progress.part(0, NUMBERS)), hasOwnEpsilon(),
			progress.part(NUMBERS, 1));
	}

	/** Whether epsilon counts in parts of the range. */
	private boolean hasOwnEpsilon() {
		return areReal || isScaled;
	}

	/** A channel of equal numbers stays as it is. */
	private double[] scales() {
		return Arrays.stream(figures)
			.mapToDouble(f -> f.deviation() > 0
				? f.deviation()
				: f.reach() > 0 ? Math.scalb(1.0, Math.getExponent(f.reach())) : 1)
			.toArray();
	}

	public ChannelSpace space() {
		return space;
	}

	/**
	 * The pixels as points.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public LocatedHistogram located(final Workspace workspace, final Progress progress) {
		return workspace.located(PointJoin.of(new ChannelPoints(vectors, space), progress),
			space.order(), space.fractionBits());
	}

	/**
	 * Epsilon in units of the points. That of real numbers, transformed ones and scaled
	 * channels counts in 255ths of the spread of the pixels in the channel where it is most; if
	 * that is nothing, of what all span.
	 */
	public double epsilon(final double epsilon) {
		if (!hasOwnEpsilon()) return epsilon;
		final double spread = widest(ChannelFigures::spread);
		return epsilon * ((spread > 0 ? spread : widest(ChannelFigures::wholeRange)) / STEPS_OF_RANGE);
	}

	private double widest(final ToDoubleFunction<ChannelFigures> range) {
		final double[] scales = space.scales();
		return IntStream.range(0, scales.length)
			.mapToDouble(c -> range.applyAsDouble(figures[c]) / scales[c])
			.max()
			.getAsDouble();
	}

	/**
	 * That rounding made values equal, or the compactness uncertain; else nothing. With
	 * C the compactness of rounded points and D the sum of the squares of what rounding
	 * moved each, that of the others is within 2 sqrt(C D) + D (Minkowski).
	 *
	 * @param located the points
	 */
	public String warning(final Clusters clusters, final LocatedHistogram located,
		final Progress progress)
	{
		if (space.isExact()) return "";
		final int equal = located.values() - located.distinct();
		final double moved = moved(progress);
		final double change = 2 * Math.sqrt(clusters.compactness()) * Math.sqrt(moved) + moved;
		if (equal == 0 && change <= LAST_DIGITS * clusters.compactness()) return "";
		return "values so far apart that "
			+ (equal == 0
				? "others become coarse"
				: String.format(Locale.ROOT, "%,d become%s equal to others", equal, equal == 1 ? "s" : ""))
			+ " by rounding: " + remedy(number(extreme()));
	}

	/** Ignoring takes pixels whose every channel has the value. */
	private String remedy(final String extreme) {
		return figures.length == 1 ? "ignore=" + extreme : "see ignore, a channel has " + extreme;
	}

	/** As ignore takes it. */
	private static String number(final float number) {
		return Float.toString(number).replaceFirst("\\.0(?=E|$)", "");
	}

	private static float[] extremes(final ChannelFigures[] figures,
		final ToDoubleFunction<ChannelFigures> extreme)
	{
		final float[] extremes = new float[figures.length];
		for (int c = 0; c < extremes.length; c++)
			extremes[c] = (float) extreme.applyAsDouble(figures[c]);
		return extremes;
	}

	private float extreme() {
		final double[] scales = space.scales();
		int widest = 0;
		for (int c = 1; c < scales.length; c++)
			if (figures[c].reach() / scales[c] > figures[widest].reach() / scales[widest]) widest = c;
		return extremes[widest];
	}

	/**
	 * Over all pixels, of the squared distances between values and points; in whole parts of a
	 * unit, so that the sum does not depend on the order of the vectors.
	 */
	private double moved(final Progress progress) {
		final int parts = 1 + vectors.size() / CHECKED;
		final Steps steps = new Steps(progress, "counting", parts);
		final LongAdder sum = new LongAdder();
		Parallel.each(parts, part -> {
			sum.add(moved(part * CHECKED, Math.min(vectors.size(), (part + 1) * CHECKED)));
			steps.done();
		});
		return space.squares(sum.sum());
	}

	private long moved(final int from, final int to) {
		long sum = 0;
		for (int i = from; i < to; i++) {
			long squares = 0;
			for (int c = 0; c < vectors.channels(); c++)
				squares += space.squaredRounding(vectors.value(i, c), c);
			sum += vectors.weight(i) * squares;
		}
		return sum;
	}

	/**
	 * That a channel decides; else nothing.
	 *
	 * @param chosen which they are in the image
	 */
	public String hint(final ChosenChannels chosen) {
		return isScaled ? "" : hint(figures, chosen);
	}

	/**
	 * That a channel of points decides; else nothing.
	 *
	 * @param points of whole numbers, 0 or more and below 65,536
	 * @param chosen which they are in the image
	 */
	public static String hint(final WeightedPoints points, final ChosenChannels chosen,
		final Progress progress)
	{
		final ChannelNumbers[] channels = ChannelNumbers.of(points, progress.part(0, NUMBERS));
		return hint(ChannelFigures.of(channels, false, progress.part(NUMBERS, 1)), chosen);
	}

	private static String hint(final ChannelFigures[] figures, final ChosenChannels chosen) {
		int most = 0;
		int least = -1;
		for (int c = 0; c < figures.length; c++) {
			final double deviation = figures[c].deviation();
			if (deviation > figures[most].deviation()) most = c;
			if (deviation > 0 && (least < 0 || deviation < figures[least].deviation())) least = c;
		}
		return least < 0 || figures[most].deviation() <= DECIDES * figures[least].deviation()
			? ""
			: "channel " + chosen.number(most + 1) + " decides over channel " + chosen.number(least + 1)
				+ ": see scale";
	}
}
