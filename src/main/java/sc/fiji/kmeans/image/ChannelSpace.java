package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Comparator;

import sc.fiji.kmeans.pixel.ValueSpace;

/**
 * Pixels with several channels, or with a fraction, as points: each channel
 * divided by its scale, and rounded to a multiple of a power of two that is far
 * finer than the largest of the values themselves; whole numbers of up to 16 bits
 * that are not scaled stay what they are.
 */
final class ChannelSpace implements ValueSpace {

	/** Coordinates have so many bits, besides the sign. */
	private static final int BITS = 30;

	/** By the mean of the channels, then channel by channel. */
	private static final Comparator<double[]> ORDER = (a, b) -> {
		final int bySum = Double.compare(Arrays.stream(a).sum(), Arrays.stream(b)
			.sum());
		if (bySum != 0) return bySum;
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	};

	private final ChannelVectors vectors;
	private final double[] scales;
	private final int fractionBits;

	private ChannelSpace(final ChannelVectors vectors, final double[] scales,
		final int fractionBits)
	{
		this.vectors = vectors;
		this.scales = scales;
		this.fractionBits = fractionBits;
	}

	/**
	 * A space as fine as all of some vectors allow.
	 *
	 * @param scales one for each channel, larger than 0
	 */
	static ChannelSpace of(final ChannelVectors vectors, final double[] scales) {
		double reach = 0;
		boolean whole = true;
		for (int n = 1; n <= vectors.size(); n++)
			for (int c = 0; c < scales.length; c++) {
				final double x = vectors.value(n, c) / scales[c];
				reach = Math.max(reach, Math.abs(x));
				whole &= x == Math.rint(x);
			}
		final boolean fits = whole && reach < 1 << 16;
		return new ChannelSpace(vectors, scales, fits || reach == 0 ? 0 : BITS - 1 -
			Math.getExponent(reach));
	}

	/** For vectors that are still to come, as fine as is said. */
	static ChannelSpace of(final double[] scales, final int fractionBits) {
		return new ChannelSpace(new ChannelVectors(scales.length), scales,
			fractionBits);
	}

	/** The same for other vectors, which may have fractions where these have none. */
	ChannelSpace of(final ChannelVectors others) {
		return fractionBits == 0 ? of(others, scales) : new ChannelSpace(others, scales,
			fractionBits);
	}

	/**
	 * The values of a point.
	 *
	 * @param scales none if channels were taken as they are
	 */
	static double[] unscaled(final double[] x, final double[] scales) {
		final double[] values = x.clone();
		for (int c = 0; c < scales.length; c++)
			values[c] *= scales[c];
		return values;
	}

	double[] scales() {
		return scales.clone();
	}

	@Override
	public int dimensions() {
		return scales.length;
	}

	@Override
	public int fractionBits() {
		return fractionBits;
	}

	@Override
	public void locate(final long pixel, final double[] x) {
		for (int c = 0; c < scales.length; c++)
			x[c] = Math.scalb(Math.rint(Math.scalb(vectors.value((int) pixel, c) /
				scales[c], fractionBits)), -fractionBits);
	}

	@Override
	public Comparator<double[]> order() {
		return ORDER;
	}
}
