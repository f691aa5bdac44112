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

	private BigInteger moved = BigInteger.ZERO;
	private long high;
	private long mixed;
	private long low;

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
