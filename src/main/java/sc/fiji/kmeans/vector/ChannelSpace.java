package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.Comparator;

import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * Pixels with several channels, or with a fraction, as points: each channel
 * divided by its scale. They stay what they are if sums over all pixels, in units
 * of the lowest bit of any of them, take no more than 62 bits; else they are rounded
 * to the finest multiples of a power of two whose sums do.
 */
public final class ChannelSpace {

	/** A square is counted in parts of 2<sup>-20</sup> of that of a unit. */
	private static final int SQUARE_BITS = 20;

	private final double[] scales;
	/** Whether a scale is not 1. */
	private final boolean isScaled;
	private final int fractionBits;
	/** Whether nothing is rounded. */
	private final boolean isExact;
	private final boolean isWide;
	/** Two factors whose product is 2^fractionBits, which may have no double. */
	private final double up;
	private final double upAgain;

	private ChannelSpace(final double[] scales, final int fractionBits, final boolean isExact,
		final boolean isWide)
	{
		this.scales = scales;
		isScaled = Arrays.stream(scales).anyMatch(scale -> scale != 1);
		this.fractionBits = fractionBits;
		this.isExact = isExact;
		this.isWide = isWide;
		up = Math.scalb(1.0, fractionBits / 2);
		upAgain = Math.scalb(1.0, fractionBits - fractionBits / 2);
	}

	/**
	 * The space of vectors as they are, or as fine as they allow.
	 *
	 * @param figures of each channel
	 */
	static ChannelSpace of(final ChannelFigures[] figures) {
		final int last = Arrays.stream(figures).mapToInt(ChannelFigures::lastBit).min().getAsInt();
		final int bits = last == Integer.MAX_VALUE ? 0 : -last;
		final double[] ones = new double[figures.length];
		Arrays.fill(ones, 1);
		if (Arrays.stream(figures).anyMatch(f -> !f.isExact(bits))) return of(figures, ones);
		return new ChannelSpace(ones, bits, true, isWide(figures, ones, bits));
	}

	/**
	 * The space of vectors as fine as they allow.
	 *
	 * @param scales one for each channel, larger than 0
	 */
	static ChannelSpace of(final ChannelFigures[] figures, final double[] scales) {
		double mass = 0;
		for (int c = 0; c < scales.length; c++)
			mass = Math.max(mass, figures[c].mass() / scales[c]);
		final int bits = ChannelFigures.fractionBits(mass > 0 ? mass : 1);
		// 0 is what clusters are saved with that were not rounded.
		final int fractionBits = bits == 0 ? -1 : bits;
		return new ChannelSpace(scales, fractionBits, false, isWide(figures, scales, fractionBits));
	}

	private static boolean isWide(final ChannelFigures[] figures, final double[] scales,
		final int fractionBits)
	{
		for (int c = 0; c < scales.length; c++)
			if (Math.scalb(figures[c].reach() / scales[c], fractionBits) >= Integer.MAX_VALUE)
				return true;
		return false;
	}

	/**
	 * For vectors that are still to come.
	 *
	 * @param savedBits as below
	 */
	public static ChannelSpace of(final double[] scales, final int savedBits) {
		return new ChannelSpace(scales, savedBits, savedBits == 0, true);
	}

	/**
	 * The values of a point.
	 *
	 * @param scales none if channels were taken as they are
	 */
	public static double[] unscaled(final double[] x, final double[] scales) {
		final double[] values = x.clone();
		for (int c = 0; c < scales.length; c++)
			values[c] *= scales[c];
		return values;
	}

	public double[] scales() {
		return scales.clone();
	}

	/** The digits that other vectors are rounded to as these are; 0 if not at all. */
	public int savedBits() {
		return isExact ? 0 : fractionBits;
	}

	/** Whether nothing is rounded. */
	boolean isExact() {
		return isExact;
	}

	/** Number of coordinates. */
	public int dimensions() {
		return scales.length;
	}

	/** Number of binary digits of a coordinate after the point. */
	int fractionBits() {
		return fractionBits;
	}

	/** Whether coordinates may have more than 31 bits. */
	boolean isWide() {
		return isWide;
	}

	/**
	 * Points of vectors.
	 *
	 * @param vectors n numbers of each channel
	 * @param x takes coordinate q of point i at q * n + i
	 */
	public void locate(final float[][] vectors, final int n, final double[] x) {
		for (int q = 0; q < scales.length; q++)
			if (isExact && !isScaled) for (int i = 0; i < n; i++)
				x[q * n + i] = vectors[q][i];
			else for (int i = 0; i < n; i++)
				x[q * n + i] = rounded(vectors[q][i] / scales[q]);
	}

	private double rounded(final double x) {
		return isExact ? x : Math.rint(x * up * upAgain) / up / upAgain;
	}

	/** The point of a vector. */
	double[] located(final float[] vector) {
		final double[] x = new double[scales.length];
		Arrays.setAll(x, c -> rounded(vector[c] / scales[c]));
		return x;
	}

	/**
	 * The square of what a coordinate is rounded by, at most a half of a unit; in whole parts,
	 * rounded up. Sums of many channels of 2<sup>38</sup> pixels have less than 63 bits.
	 */
	long squaredRounding(final float value, final int channel) {
		final double x = value / scales[channel] * up * upAgain;
		final double by = x - Math.rint(x);
		return (long) Math.ceil(Math.scalb(by * by, SQUARE_BITS));
	}

	/** What a number of such parts is. */
	double squares(final long parts) {
		return Math.scalb((double) parts, -SQUARE_BITS) / up / upAgain / up / upAgain;
	}

	/** A coordinate in whole units of 2<sup>-fractionBits</sup>. */
	long whole(final float value, final int channel) {
		final double x = (isScaled ? value / scales[channel] : value) * up * upAgain;
		return (long) (isExact ? x : Math.rint(x));
	}

	/** What a number of whole units is, where nothing is scaled. */
	double value(final double units) {
		return units / up / upAgain;
	}

	/** By the mean of the channels, then channel by channel. */
	Comparator<double[]> order() {
		return PixelFormat.BY_MEAN;
	}
}
