package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Twelve digits of the error of any run. */
class RunErrorsTest {

	private static final double DIGITS = 1e-12;

	@Test
	void threePointsAndTheirParts() {
		final RunErrors errors = new RunErrors(new double[] { 0, 2, 10 }, new double[] { 1, 1, 2 });
		assertEquals(0, errors.of(1, 2));
		// About 1; about 22 / 3: 16 / 3² * 4 and twice 64 / 9.
		assertEquals(2, errors.of(0, 2));
		assertEquals(128.0 / 3, errors.of(1, 3), 1e-13);
		// About 5.5: 30.25, 12.25 and twice 20.25.
		assertEquals(83, errors.of(0, 3));
	}

	@Property(tries = 150)
	void errorsAreThoseOfExactSums(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 50) final int bits)
	{
		final Random random = new Random(seed);
		final double[] values = values(bits, random);
		final double[] weights = weights(values.length, random);
		final RunErrors errors = new RunErrors(values, weights);
		for (int from = 0; from < values.length; from++)
			for (int to = from + 1; to <= values.length; to++) {
				final double exact = exact(values, weights, from, to);
				assertEquals(exact, errors.of(from, to), DIGITS * exact);
			}
	}

	/** The weight times the sum of squares, less the square of the sum, by the weight. */
	private static double exact(final double[] values, final double[] weights, final int from,
		final int to)
	{
		BigInteger weight = BigInteger.ZERO;
		BigInteger sum = BigInteger.ZERO;
		BigInteger squares = BigInteger.ZERO;
		for (int i = from; i < to; i++) {
			final BigInteger w = BigInteger.valueOf((long) weights[i]);
			final BigInteger x = BigInteger.valueOf((long) values[i]);
			weight = weight.add(w);
			sum = sum.add(w.multiply(x));
			squares = squares.add(w.multiply(x).multiply(x));
		}
		return new BigDecimal(weight.multiply(squares).subtract(sum.multiply(sum)))
			.divide(new BigDecimal(weight), MathContext.DECIMAL128)
			.doubleValue();
	}

	/** Positions count from within the run. */
	@Property(tries = 50)
	void movedFarTheyAreTheSameToTheBit(@ForAll final long seed,
		@ForAll @IntRange(min = -1000, max = 1000) final int by)
	{
		final Random random = new Random(seed);
		final double[] values = values(20, random);
		final double[] weights = weights(values.length, random);
		final double[] moved = Arrays.stream(values).map(x -> x + by * 0x1p40).toArray();
		assertScaled(1, new RunErrors(values, weights), new RunErrors(moved, weights), values.length);
	}

	@Property(tries = 50)
	void unitsAndRepetitionScaleThemToTheBit(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 10) final int power)
	{
		final Random random = new Random(seed);
		final double factor = 1 << power;
		final double[] values = values(20, random);
		final double[] weights = weights(values.length, random);
		final RunErrors errors = new RunErrors(values, weights);
		assertScaled(factor, errors, new RunErrors(values, times(factor, weights)), values.length);
		assertScaled(factor * factor, errors, new RunErrors(times(factor, values), weights),
			values.length);
	}

	private static double[] times(final double factor, final double[] numbers) {
		return Arrays.stream(numbers).map(x -> x * factor).toArray();
	}

	private static void assertScaled(final double factor, final RunErrors expected,
		final RunErrors errors, final int n)
	{
		for (int from = 0; from < n; from++)
			for (int to = from + 1; to <= n; to++)
				assertEquals(factor * expected.of(from, to), errors.of(from, to));
	}

	/** Two means fit no worse than one. */
	@Property(tries = 50)
	void cutInTwoTheErrorIsNoLarger(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double[] values = values(30, random);
		final RunErrors errors = new RunErrors(values, weights(values.length, random));
		for (int cut = 1; cut < values.length; cut++)
			assertTrue(errors.of(0, cut) + errors.of(cut, values.length) <= (1 + DIGITS)
				* errors.of(0, values.length));
	}

	/** Ascending, 1 to 40: some near 0, and some near each other but far from 0. */
	private static double[] values(final int bits, final Random random) {
		return random.longs(1 + random.nextInt(40))
			.map(x -> (x >>> 64 - 1 - random.nextInt(bits)) + ((x & 1) << bits))
			.distinct()
			.sorted()
			.asDoubleStream()
			.toArray();
	}

	private static double[] weights(final int n, final Random random) {
		final int most = random.nextBoolean() ? 3 : 1 << 20;
		return random.ints(n, 1, most).asDoubleStream().toArray();
	}
}
