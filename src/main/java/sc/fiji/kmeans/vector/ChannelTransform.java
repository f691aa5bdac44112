package sc.fiji.kmeans.vector;

import java.util.Arrays;

import sc.fiji.kmeans.base.Refusal;

/**
 * What values of channels become before they are clustered: numbers of 32 bits, 0 for the
 * offset of the channel and all below it, and {@link Transform} of (value - offset) / unit
 * above; immutable.
 * <p>
 * An image of 32 bits with these numbers has the same clusters.
 */
public final class ChannelTransform {

	/** Values as they are, of any number of channels. */
	public static final ChannelTransform NONE = new ChannelTransform(Transform.NONE, new double[0],
		new double[0]);

	private static final int WHOLE = 1 << 16;

	private final Transform kind;
	private final double[] offsets;
	private final double[] units;
	/** By channel, what whole numbers become; null if they are not known beforehand. */
	private float[][] ofWhole;

	private ChannelTransform(final Transform kind, final double[] offsets, final double[] units) {
		this.kind = kind;
		this.offsets = offsets;
		this.units = units;
	}

	/**
	 * One of channels.
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
	 * The same, faster where many vectors are of whole numbers, 0 or more and below 65,536;
	 * takes memory.
	 */
	public ChannelTransform tabled() {
		final ChannelTransform tabled = new ChannelTransform(kind, offsets, units);
		final float[] whole = new float[WHOLE];
		for (int value = 0; value < WHOLE; value++)
			whole[value] = value;
		final float[][] tables = new float[offsets.length][WHOLE];
		for (int c = 0; c < tables.length; c++)
			apply(c, whole, tables[c], 0, WHOLE);
		tabled.ofWhole = tables;
		return tabled;
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
		if (ofWhole == null) for (int i = from; i < to; i++)
			transformed[i] = of(channel, values[i]);
		else {
			final float[] table = ofWhole[channel];
			for (int i = from; i < to; i++) {
				final int whole = (int) values[i];
				transformed[i] = whole == values[i] && whole >= 0 && whole < WHOLE
					? table[whole]
					: of(channel, values[i]);
			}
		}
	}

	private float of(final int channel, final float value) {
		return (float) kind.of(Math.max(0, value - offsets[channel]) / units[channel]);
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
