package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The digits, one after the other, are all bits of the coordinates, the highest first. */
class ZDigitsTest {

	private static PointRows point(final long... x) {
		final PointRows rows = new PointRows(1, x.length, false, false);
		System.arraycopy(x, 0, rows.wide, 0, x.length);
		return rows;
	}

	private static BigInteger number(final ZDigits digits, final long... x) {
		BigInteger number = BigInteger.ZERO;
		for (int digit = 0; digit < digits.size(); digit++) {
			final long[] numbers = new long[3];
			digits.read(digit, point(x), 0, 1, numbers, 1);
			assertTrue(ZDigits.width(numbers[1]) <= digits.bits(digit));
			number = number.shiftLeft(digits.bits(digit)).or(BigInteger.valueOf(numbers[1]));
		}
		return number;
	}

	/** Bit by bit, as in a textbook; a side of few bits has none that are high. */
	private static BigInteger zOrder(final long[] low, final long[] high, final long[] x) {
		BigInteger number = BigInteger.ZERO;
		for (int bit = Long.SIZE - 1; bit >= 0; bit--)
			for (int q = 0; q < x.length; q++)
				if (high[q] - low[q] >>> bit != 0)
					number = number.shiftLeft(1).add(BigInteger.valueOf(x[q] - low[q] >>> bit & 1));
		return number;
	}

	@Property(tries = 300)
	void theyAreTheZOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int dimensions,
		@ForAll @IntRange(min = 1, max = 63) final int bits)
	{
		final Random random = new Random(seed);
		final int first = random.nextInt(bits);
		final long[] low = new long[dimensions];
		final long[] high = new long[dimensions];
		final long[] x = new long[dimensions];
		for (int q = 0; q < dimensions; q++) {
			low[q] = random.nextLong() >> 1;
			final long side = random.nextInt(4) == 0
				? 0
				: (random.nextLong() >>> 2) >>> random.nextInt(62);
			high[q] = Math.min(Long.MAX_VALUE >> 1, low[q] + side);
			x[q] = low[q] + (long) (random.nextDouble() * (high[q] - low[q]));
		}
		final ZDigits digits = new ZDigits(low, high, first, bits);
		assertEquals(zOrder(low, high, x), number(digits, x));
		assertEquals(zOrder(low, high, high), number(digits, high));
		for (int digit = 0; digit < digits.size() - 1; digit++)
			assertEquals(first == 0 || digit > 1 ? bits : digit == 0 ? first : bits - first,
				digits.bits(digit));
	}

	/** Of a side of 256 and one of 4, the long one comes first until both are alike. */
	@Example
	void theLongestSideComesFirst() {
		final ZDigits digits = new ZDigits(new long[] { 0, 0 }, new long[] { 255, 3 }, 0, 7);
		assertEquals(2, digits.size());
		assertEquals(0b110101_1_1_1_0, number(digits, 0b11010111, 0b10).intValueExact());
		assertEquals(0b110101_1_0_1_1, number(digits, 0b11010111, 0b01).intValueExact());
	}

	@Example
	void aPointHasNone() {
		final long[] low = { 7, -1L << 61, 3 };
		assertEquals(0, new ZDigits(low, low, 5, 12).size());
	}
}
