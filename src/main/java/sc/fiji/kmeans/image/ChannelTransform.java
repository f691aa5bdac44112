package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * What values of channels become before they are clustered: numbers of 32 bits, 0 for the
 * offset of the channel and all below it, and {@link Transform} of (value - offset) / unit
 * above; immutable.
 * <p>
 * Clusters are those of an image of 32 bits that has these numbers.
 */
public final class ChannelTransform {

	/** Values as they are, of any number of channels. */
	public static final ChannelTransform NONE = new ChannelTransform(Transform.NONE, new double[0],
		new double[0]);

	private final Transform kind;
	private final double[] offsets;
	private final double[] units;

	private ChannelTransform(final Transform kind, final double[] offsets, final double[] units) {
		this.kind = kind;
		this.offsets = offsets;
		this.units = units;
	}

	/**
	 * One that was saved.
	 *
	 * @param kind not none
	 * @param offsets of each channel
	 * @param units of each channel
	 */
	public static ChannelTransform of(final Transform kind, final double[] offsets,
		final double[] units)
	{
		Refusal.require(units.length == offsets.length, "units", units.length + " of them",
			offsets.length + ", one for each offset");
		for (final double offset : offsets)
			Refusal.require(Math.abs(offset) < Float.MAX_VALUE, "offsets", offset, "numbers of 32 bits");
		for (final double unit : units)
			Refusal.require(unit > 0 && Double.isFinite(unit), "units", unit, "finite numbers above 0");
		return new ChannelTransform(kind, offsets.clone(), units.clone());
	}

	/**
	 * One for pixels. The offset of a channel is its smallest value. The unit of roots is that
	 * of the pixel values, so that the noise of channels that count photons stays alike; of
	 * real numbers, which have no unit, a power of two near the range, the same for all
	 * channels. The unit of logarithms is what the median is above the offset; where half of
	 * the pixels are there, what the mean is. Where background is most of a channel, it is
	 * as wide as this unit: so ratios of signals count, and the noise of the background does
	 * not; and the result depends neither on the unit of the values nor on where they begin.
	 *
	 * @param kind not none
	 * @param areReal whether the numbers have no unit of their own
	 */
	static ChannelTransform of(final Transform kind, final ChannelFigures[] figures,
		final boolean areReal)
	{
		final double range = Arrays.stream(figures)
			.mapToDouble(ChannelFigures::wholeRange)
			.max()
			.getAsDouble();
		final double unit = areReal && range > 0 ? Math.scalb(1.0, Math.getExponent(range)) : 1;
		return new ChannelTransform(kind, each(figures, ChannelFigures::low),
			each(figures, f -> kind == Transform.LOG ? background(f) : unit));
	}

	private static double[] each(final ChannelFigures[] figures,
		final ToDoubleFunction<ChannelFigures> number)
	{
		return Arrays.stream(figures).mapToDouble(number).toArray();
	}

	/** Above 0. */
	private static double background(final ChannelFigures figures) {
		final double median = figures.median() - figures.low();
		return median > 0 ? median : figures.wholeRange() > 0 ? figures.meanAboveLow() : 1;
	}

	public boolean isNone() {
		return kind == Transform.NONE;
	}

	public Transform kind() {
		return kind;
	}

	/** Of each channel; none if there is no transform. */
	public double[] offsets() {
		return offsets.clone();
	}

	/** Of each channel; none if there is no transform. */
	public double[] units() {
		return units.clone();
	}

	/**
	 * Transforms some values of a channel; what is no number stays so.
	 *
	 * @param transformed takes them, in the same places
	 */
	void apply(final int channel, final float[] values, final float[] transformed, final int from,
		final int to)
	{
		final double offset = offsets[channel];
		final double unit = units[channel];
		for (int i = from; i < to; i++)
			transformed[i] = (float) kind.of(Math.max(0, values[i] - offset) / unit);
	}

	/**
	 * Transforms vectors.
	 *
	 * @param vectors n numbers of each channel
	 */
	public void apply(final float[][] vectors, final int n, final float[][] transformed) {
		for (int c = 0; c < vectors.length; c++)
			apply(c, vectors[c], transformed[c], 0, n);
	}

	/** A vector, transformed, and not rounded. */
	public double[] of(final double[] values) {
		final double[] x = values.clone();
		for (int c = 0; c < x.length && !isNone(); c++)
			x[c] = kind.of(Math.max(0, values[c] - offsets[c]) / units[c]);
		return x;
	}

	/** The values that become a vector. */
	public double[] back(final double[] x) {
		final double[] values = x.clone();
		for (int c = 0; c < x.length && !isNone(); c++)
			values[c] = offsets[c] + units[c] * kind.back(x[c]);
		return values;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ChannelTransform && kind == ((ChannelTransform) other).kind
			&& Arrays.equals(offsets, ((ChannelTransform) other).offsets)
			&& Arrays.equals(units, ((ChannelTransform) other).units);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * kind.hashCode() + Arrays.hashCode(offsets)) + Arrays.hashCode(units);
	}

	@Override
	public String toString() {
		return kind + " " + Arrays.toString(offsets) + " " + Arrays.toString(units);
	}
}
