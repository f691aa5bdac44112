package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Sums are those of decimal arithmetic without rounding. */
class FloatSumsTest {

	private static final MathContext DIGITS = new MathContext(120);
	private static final long MOST = 1L << 38;

	/** Any bits, or near 1, or 0. */
	private static float number(final Random random) {
		final float number = Float.intBitsToFloat(random.nextInt());
		final int kind = random.nextInt(4);
		return kind == 0 ? 0 : kind == 1 || !Float.isFinite(number) ? random.nextFloat() : number;
	}

	@Property(tries = 500)
	void sumsAreThoseOfAllPixels(@ForAll final long seed) {
		final Random random = new Random(seed);
		final FloatSums[] parts = { new FloatSums(), new FloatSums(), new FloatSums() };
		BigDecimal n = BigDecimal.ZERO;
		BigDecimal mass = BigDecimal.ZERO;
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal squares = BigDecimal.ZERO;
		for (int i = random.nextInt(60); i >= 0; i--) {
			final float number = number(random);
			final long weight = 1 + (random.nextLong() >>> 1) % (MOST / 60 >> random.nextInt(32));
			parts[random.nextInt(3)].add(number, weight);
			final BigDecimal x = new BigDecimal(number);
			final BigDecimal w = BigDecimal.valueOf(weight);
			n = n.add(w);
			mass = mass.add(x.abs().multiply(w));
			sum = sum.add(x.multiply(w));
			squares = squares.add(x.pow(2).multiply(w));
		}
		parts[0].add(parts[1]);
		parts[0].add(parts[2]);
		assertEquals(n.longValueExact(), parts[0].pixels());
		assertUp(mass, parts[0].mass());
		final BigDecimal scatter = squares.multiply(n).subtract(sum.pow(2));
		final double deviation = root(scatter).divide(n, DIGITS).doubleValue();
		assertEquals(deviation, parts[0].deviation(), 1e-15 * deviation);
	}

	/** No less, and less than the second double above. */
	private static void assertUp(final BigDecimal exact, final double rounded) {
		assertTrue(new BigDecimal(rounded).compareTo(exact) >= 0);
		assertTrue(exact.signum() == 0
			? rounded == 0
			: new BigDecimal(Math.nextDown(Math.nextDown(rounded))).compareTo(exact) < 0);
	}

	/** By Newton, for Java 8 has none: far more digits than a double. */
	private static BigDecimal root(final BigDecimal square) {
		if (square.signum() == 0) return BigDecimal.ZERO;
		// A double takes no square of more than 10^308.
		final int half = (square.precision() - square.scale()) / 2;
		BigDecimal root = BigDecimal
			.valueOf(Math.sqrt(square.scaleByPowerOfTen(-2 * half).doubleValue()))
			.scaleByPowerOfTen(half);
		for (int i = 0; i < 4; i++)
			root = root.add(square.divide(root, DIGITS)).divide(BigDecimal.valueOf(2), DIGITS);
		return root;
	}

	/** Sums and squares of the largest numbers fill all bits but the sign. */
	@Example
	void asManyPixelsAsThereMayBe() {
		final FloatSums sums = new FloatSums();
		sums.add(Float.MAX_VALUE, MOST / 2);
		sums.add(-Float.MAX_VALUE, MOST / 2);
		assertEquals(Float.MAX_VALUE, sums.deviation(), 0);
		assertUp(new BigDecimal(Float.MAX_VALUE).multiply(BigDecimal.valueOf(MOST)), sums.mass());
	}

	@Property(tries = 300)
	void theLastBitMakesAllWhole(@ForAll final long seed) {
		final Random random = new Random(seed);
		final FloatSums sums = new FloatSums();
		final float[] numbers = new float[1 + random.nextInt(5)];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = number(random);
			sums.add(numbers[i], 1);
		}
		assertEquals(allZero(numbers), sums.lastBit() == Integer.MAX_VALUE);
		if (allZero(numbers)) return;
		assertTrue(areWhole(numbers, sums.lastBit()));
		assertTrue(!areWhole(numbers, sums.lastBit() + 1));
	}

	private static boolean allZero(final float[] numbers) {
		for (final float number : numbers)
			if (number != 0) return false;
		return true;
	}

	private static boolean areWhole(final float[] numbers, final int unit) {
		for (final float number : numbers) {
			final double units = Math.scalb((double) number, -unit);
			if (units != Math.rint(units)) return false;
		}
		return true;
	}
}
