package sc.fiji.kmeans.vector;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact sums of weighted numbers and of their squares, whatever their order: whole multiples
 * of a power of two are added up for each sign and exponent.
 * <p>
 * Invariant: sums of 24 bits, and sums of the halves of squares, stay below
 * 2<sup>63</sup> for up to 2<sup>38</sup> pixels.
 */
final class FloatSums {

	private static final int FRACTION = 23;
	private static final int HALF = 24;
	private static final int KINDS = 1 << 9;
	/** The exponent of the last bit of the smallest numbers. */
	private static final int LAST = Float.MIN_EXPONENT - FRACTION;
	/** In units of 2^LAST. */
	private static final BigInteger ONE = BigInteger.ONE.shiftLeft(-LAST);

	// By sign and exponent: the bits that any number has, sums, and sums of both halves of squares.
	private final int[] bits = new int[KINDS];
	private final long[] sums = new long[KINDS];
	private final long[] lows = new long[KINDS];
	private final long[] highs = new long[KINDS];
	private long pixels;

	/** Adds a finite number. */
	void add(final float number, final long weight) {
		final int all = Float.floatToRawIntBits(number);
		final int kind = all >>> FRACTION;
		final int leading = (kind & 255) == 0 ? 0 : 1 << FRACTION;
		final int whole = all & (1 << FRACTION) - 1 | leading;
		final long square = (long) whole * whole;
		bits[kind] |= whole;
		sums[kind] += weight * whole;
		lows[kind] += weight * (square & (1 << HALF) - 1);
		highs[kind] += weight * (square >>> HALF);
		pixels += weight;
	}

	void add(final FloatSums others) {
		for (int kind = 0; kind < KINDS; kind++) {
			bits[kind] |= others.bits[kind];
			sums[kind] += others.sums[kind];
			lows[kind] += others.lows[kind];
			highs[kind] += others.highs[kind];
		}
		pixels += others.pixels;
	}

	long pixels() {
		return pixels;
	}

	/** The exponent of the last bit of a whole number of a kind. */
	private static int unit(final int kind) {
		return LAST + Math.max(0, (kind & 255) - 1);
	}

	/** The exponent of the lowest bit of any number that is 1; of zeros the largest one. */
	int lastBit() {
		int last = Integer.MAX_VALUE;
		for (int kind = 0; kind < KINDS; kind++)
			if (bits[kind] != 0)
				last = Math.min(last, unit(kind) + Integer.numberOfTrailingZeros(bits[kind]));
		return last;
	}

	/** The sum of |number|, rounded up; 0 only if all are 0. */
	double mass() {
		final double rounded = scaled(sum(true), LAST);
		return rounded == 0 ? 0 : Math.nextUp(rounded);
	}

	/** In units of 2^LAST. */
	private BigInteger sum(final boolean isAbsolute) {
		BigInteger sum = BigInteger.ZERO;
		for (int kind = 0; kind < KINDS; kind++) {
			if (sums[kind] == 0) continue;
			final BigInteger part = BigInteger.valueOf(sums[kind]).shiftLeft(unit(kind) - LAST);
			sum = isAbsolute || kind < KINDS / 2 ? sum.add(part) : sum.subtract(part);
		}
		return sum;
	}

	private BigInteger squares() {
		BigInteger sum = BigInteger.ZERO;
		for (int kind = 0; kind < KINDS; kind++) {
			if (sums[kind] == 0) continue;
			final BigInteger part = BigInteger.valueOf(highs[kind])
				.shiftLeft(HALF)
				.add(BigInteger.valueOf(lows[kind]));
			sum = sum.add(part.shiftLeft(2 * (unit(kind) - LAST)));
		}
		return sum;
	}

	/** A number times a power of two, rounded; in the range of a double. */
	private static double scaled(final BigInteger number, final int exponent) {
		final int shift = Math.max(0, number.bitLength() - 2 * Double.SIZE);
		return Math.scalb(new BigDecimal(number.shiftRight(shift)).doubleValue(), exponent + shift);
	}

	/** The mean of the numbers less one that none is below, rounded once. */
	double meanAbove(final float least) {
		final BigInteger each = new BigDecimal(least).multiply(new BigDecimal(ONE)).toBigIntegerExact();
		return scaled(sum(false).subtract(each.multiply(BigInteger.valueOf(pixels))), LAST) / pixels;
	}

	/** The standard deviation: of n numbers, n times the root of n sums of squares less a square. */
	double deviation() {
		final BigInteger n = BigInteger.valueOf(pixels);
		final BigInteger scatter = squares().multiply(n).subtract(sum(false).pow(2));
		// An even number of bits is left out, so that the root has half of them.
		final int shift = Math.max(0, scatter.bitLength() - 2 * Double.SIZE) & ~1;
		return Math.scalb(Math.sqrt(new BigDecimal(scatter.shiftRight(shift)).doubleValue()),
			LAST + shift / 2) / pixels;
	}
}
