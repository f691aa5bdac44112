package sc.fiji.kmeans.cluster;

import java.math.BigInteger;

/**
 * An exact sum of weighted squares. With x = 2<sup>16</sup> h + l, the square is
 * 2<sup>32</sup> h² + 2<sup>17</sup> h l + l². The sum of each part is kept in a
 * long, and moved to a number without bounds before it can pass 2<sup>63</sup>.
 */
final class SquareSum {

	/** Weights below this times a part stay below 2<sup>62</sup>. */
	private static final long MAX_WEIGHT = 1L << 30;
	private static final long FULL = 1L << 62;
	/** Squares up to this one have 32 bits. */
	private static final long MAX_SMALL = (1 << 16) - 1;

	private BigInteger moved = BigInteger.ZERO;
	private long high;
	private long mixed;
	private long low;

	/**
	 * Adds n squares at once.
	 *
	 * @param total of the weights
	 * @param from where the values begin
	 * @param reach the largest |value|
	 * @return their sum, rounded
	 */
	double add(final long[] weights, final long total, final long[] values,
		final int from, final int n, final long reach)
	{
		if (reach > MAX_SMALL || total >= MAX_WEIGHT) return addEach(weights, values,
			from, n);
		long sum = 0;
		for (int i = 0; i < n; i++)
			sum += weights[i] * values[from + i] * values[from + i];
		low += sum;
		if (low >= FULL) move();
		return sum;
	}

	private double addEach(final long[] weights, final long[] values,
		final int from, final int n)
	{
		double sum = 0;
		for (int i = 0; i < n; i++) {
			add(weights[i], values[from + i]);
			sum += weights[i] * ((double) values[from + i] * values[from + i]);
		}
		return sum;
	}

	/** @param value of at most 32 bits besides the sign */
	void add(final long weight, final long value) {
		if (weight >= MAX_WEIGHT) {
			moved = moved.add(BigInteger.valueOf(weight).multiply(BigInteger.valueOf(
				value).pow(2)));
			return;
		}
		final long h = value >> 16;
		final long l = value & 0xffff;
		low += weight * l * l;
		if (h != 0) {
			high += weight * h * h;
			mixed += weight * h * l;
		}
		if (low >= FULL || high >= FULL || Math.abs(mixed) >= FULL) move();
	}

	private void move() {
		moved = total();
		high = 0;
		mixed = 0;
		low = 0;
	}

	void add(final SquareSum other) {
		moved = moved.add(other.total());
	}

	BigInteger total() {
		return moved.add(BigInteger.valueOf(high).shiftLeft(32)).add(BigInteger
			.valueOf(mixed).shiftLeft(17)).add(BigInteger.valueOf(low));
	}
}
