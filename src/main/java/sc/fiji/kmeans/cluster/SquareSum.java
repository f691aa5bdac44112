package sc.fiji.kmeans.cluster;

import java.math.BigInteger;

/**
 * An exact sum of weighted squares. With x = 2<sup>s</sup> h + l, the square is
 * 2<sup>2s</sup> h² + 2<sup>s+1</sup> h l + l². The sum of each part is kept in a
 * long, and moved to a number without bounds before it can pass 2<sup>63</sup>.
 */
final class SquareSum {

	private static final long FULL = 1L << 62;
	/** Squares up to this one have 32 bits. */
	private static final long MAX_SMALL = (1 << 16) - 1;
	/** Values up to this one have 32 bits. */
	private static final long MAX_NARROW = (1L << 32) - 1;

	/**
	 * With 32 bits h and l have 16 each: their products, times weights below
	 * 2<sup>30</sup>, stay below 2<sup>62</sup>.
	 */
	private final Parts narrow = new Parts(16, 1L << 30);
	/** As above for 52 bits, 26 each, and weights below 2<sup>10</sup>. */
	private final Parts wide = new Parts(26, 1L << 10);
	private BigInteger moved = BigInteger.ZERO;

	/**
	 * Adds n squares at once.
	 *
	 * @param total of the weights
	 * @param from where the values begin
	 * @param reach the largest |value|
	 * @return their sum, rounded
	 */
	double add(final long[] weights, final long total, final long[] values, final int from,
		final int n, final long reach)
	{
		if (reach > MAX_NARROW || total >= narrow.weightEnd) return addEach(weights, values, from, n);
		if (reach > MAX_SMALL) return addNarrow(weights, values, from, n);
		long sum = 0;
		for (int i = 0; i < n; i++)
			sum += weights[i] * values[from + i] * values[from + i];
		narrow.addLow(sum);
		return sum;
	}

	/** Their weights together are below the end of single ones: so are the sums of parts. */
	private double addNarrow(final long[] weights, final long[] values, final int from, final int n) {
		double sum = 0;
		long high = 0;
		long mixed = 0;
		long low = 0;
		for (int i = 0; i < n; i++) {
			final long x = Math.abs(values[from + i]);
			final long h = x >> narrow.bits;
			final long l = x & narrow.mask;
			high += weights[i] * (h * h);
			mixed += weights[i] * (h * l);
			low += weights[i] * (l * l);
			sum += weights[i] * ((double) x * x);
		}
		narrow.add(high, mixed, low);
		return sum;
	}

	private double addEach(final long[] weights, final long[] values, final int from, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++) {
			add(weights[i], values[from + i]);
			sum += weights[i] * ((double) values[from + i] * values[from + i]);
		}
		return sum;
	}

	/**
	 * Adds a square. What the parts do not take is rare where sums of weights times
	 * |value| stay below 2<sup>63</sup>: a value in 2<sup>11</sup> pixels at most has
	 * more than 52 bits, and one in 2<sup>10</sup> points so large a weight.
	 *
	 * @param value of at most 63 bits besides the sign
	 */
	void add(final long weight, final long value) {
		final long size = Math.abs(value);
		if (size <= MAX_NARROW && weight < narrow.weightEnd) narrow.add(weight, size);
		else if (size >>> 52 == 0 && weight < wide.weightEnd) wide.add(weight, size);
		else moved = moved.add(BigInteger.valueOf(weight).multiply(BigInteger.valueOf(value).pow(2)));
	}

	/** Adds another sum. */
	void add(final SquareSum other) {
		moved = moved.add(other.total());
	}

	/** The sum so far. */
	BigInteger total() {
		return moved.add(narrow.total()).add(wide.total());
	}

	/** Sums of the parts of values that have no more than twice as many bits. */
	private static final class Parts {

		private final int bits;
		private final long mask;
		/** Smaller weights times a part stay below 2^62. */
		private final long weightEnd;
		private BigInteger full = BigInteger.ZERO;
		private long high;
		private long mixed;
		private long low;

		private Parts(final int bits, final long weightEnd) {
			this.bits = bits;
			this.weightEnd = weightEnd;
			mask = (1L << bits) - 1;
		}

		private void addLow(final long sum) {
			low += sum;
			if (low >= FULL) move();
		}

		/** @param value 0 or more */
		private void add(final long weight, final long value) {
			final long h = value >> bits;
			final long l = value & mask;
			if (h == 0) add(0, 0, weight * l * l);
			else add(weight * h * h, weight * h * l, weight * l * l);
		}

		/** Sums of parts, each below 2^62. */
		private void add(final long highs, final long mixeds, final long lows) {
			high += highs;
			mixed += mixeds;
			low += lows;
			if (low >= FULL || high >= FULL || mixed >= FULL) move();
		}

		private void move() {
			full = total();
			high = 0;
			mixed = 0;
			low = 0;
		}

		private BigInteger total() {
			return full.add(BigInteger.valueOf(high).shiftLeft(2 * bits))
				.add(BigInteger.valueOf(mixed).shiftLeft(bits + 1))
				.add(BigInteger.valueOf(low));
		}
	}
}
