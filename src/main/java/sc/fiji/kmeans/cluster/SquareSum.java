package sc.fiji.kmeans.cluster;

import java.math.BigInteger;

/**
 * An exact sum of weighted squares that may pass 2<sup>63</sup>. With x = 2
 * <sup>16</sup> h + l, the square is 2<sup>32</sup> h² + 2<sup>17</sup> h l +
 * l², and the sum of each part fits a long wherever the contract of
 * {@link WeightedPoints} holds.
 */
final class SquareSum {

	private long high;
	private long mixed;
	private long low;

	void add(final long weight, final long value) {
		final long h = value >> 16;
		final long l = value & 0xffff;
		low = Math.addExact(low, Math.multiplyExact(weight, l * l));
		if (h == 0) return;
		high = Math.addExact(high, Math.multiplyExact(weight, h * h));
		mixed = Math.addExact(mixed, Math.multiplyExact(weight, h * l));
	}

	void add(final SquareSum other) {
		high = Math.addExact(high, other.high);
		mixed = Math.addExact(mixed, other.mixed);
		low = Math.addExact(low, other.low);
	}

	BigInteger total() {
		return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(mixed)
			.shiftLeft(17)).add(BigInteger.valueOf(low));
	}
}
