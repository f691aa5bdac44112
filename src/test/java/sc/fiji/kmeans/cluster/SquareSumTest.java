package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Many squares at once. */
class SquareSumTest {

	/** Values of any width beside weights of any width, somewhere in an array. */
	@Property(tries = 200)
	void manyAtOnceAreAsManyOneByOne(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 52) final int valueBits,
		@ForAll @IntRange(min = 1, max = 35) final int weightBits)
	{
		final Random random = new Random(seed);
		final SquareSum sum = new SquareSum();
		BigInteger exact = BigInteger.ZERO;
		for (int round = 0; round < 20; round++) {
			final int n = 1 + random.nextInt(32);
			final int from = random.nextInt(5);
			final long[] values = random.longs(from + n).map(x -> x >> 64 - valueBits - 1).toArray();
			final long[] weights = random.longs(n).map(w -> 1 + (w >>> 64 - weightBits)).toArray();
			final BigInteger some = exact(weights, values, from);
			final double rounded = add(sum, weights, values, from);
			assertEquals(some.doubleValue(), rounded, 1e-14 * some.doubleValue());
			exact = exact.add(some);
		}
		assertEquals(exact, sum.total());
	}

	private static double add(final SquareSum sum, final long[] weights, final long[] values,
		final int from)
	{
		return sum.add(weights, LongStream.of(weights).sum(), values, from, weights.length,
			LongStream.of(values).map(Math::abs).max().getAsLong());
	}

	private static BigInteger exact(final long[] weights, final long[] values, final int from) {
		BigInteger sum = BigInteger.ZERO;
		for (int i = 0; i < weights.length; i++)
			sum = sum
				.add(BigInteger.valueOf(weights[i]).multiply(BigInteger.valueOf(values[from + i]).pow(2)));
		return sum;
	}

	/** On both sides of what fits in 64 bits at once, by the values and by the weights. */
	@Test
	void nothingOverflowsAtTheLimits() {
		for (final long value : new long[] { (1 << 16) - 1, 1 << 16, (1 << 17) - 2, (1L << 32) - 1 })
			for (final long weight : new long[] { (1 << 29) - 1, 1 << 29, 1 << 30 }) {
				final SquareSum sum = new SquareSum();
				final long[] weights = { weight, 1 << 29 };
				final long[] values = { value, -value };
				for (int i = 0; i < 10; i++)
					add(sum, weights, values, 0);
				assertEquals(exact(weights, values, 0).multiply(BigInteger.TEN), sum.total());
			}
	}

	/** Sums of parts that were summed apart. */
	@Property(tries = 50)
	void sumsAddUp(@ForAll final long seed, @ForAll @IntRange(max = 4) final int parts) {
		final Random random = new Random(seed);
		final SquareSum all = new SquareSum();
		final SquareSum sum = new SquareSum();
		for (int part = 0; part < parts; part++) {
			final SquareSum some = new SquareSum();
			for (int i = 0; i < 20; i++) {
				final long weight = 1 + random.nextInt(1 << 10);
				final long value = random.nextLong() >> 1 + random.nextInt(63);
				some.add(weight, value);
				all.add(weight, value);
			}
			sum.add(some);
		}
		assertEquals(all.total(), sum.total());
	}
}
