package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Distances of means have all their digits. */
class ExactMeanTest {

	private static final MathContext MANY_DIGITS = new MathContext(100);

	@Test
	void belowZeroToo() {
		// 1 and 2, and thrice -1.
		assertEquals(2.5, new ExactMean(3, 2).minus(new ExactMean(-3, 3)));
		assertEquals(0.5, new ExactMean(-3, 2).above(-2));
		assertEquals(0.5, new ExactMean(-3, 2).below(-1));
		assertEquals(0, new ExactMean(14, 2).below(7));
	}

	/** One pixel beside many equal ones, far from 0. */
	@Property(tries = 300)
	void distancesAreThoseOfExactMeans(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 60) final int bits)
	{
		final Random random = new Random(seed);
		final long weight = 1 + (random.nextLong() >>> 3 + bits);
		final long low = (random.nextLong() >> 63 - bits) / 2;
		final long sum = low * weight + low + 1;
		final BigDecimal exact = BigDecimal.valueOf(sum)
			.divide(BigDecimal.valueOf(weight + 1), MANY_DIGITS);
		final ExactMean mean = new ExactMean(sum, weight + 1);
		final double above = exact.subtract(BigDecimal.valueOf(low)).doubleValue();
		assertEquals(above, mean.above(low), 1e-15 * above);
		final double below = BigDecimal.valueOf(low + 1).subtract(exact).doubleValue();
		assertEquals(below, mean.below(low + 1), 1e-15 * below);
		assertEquals(above + 2, mean.minus(new ExactMean(2 * (low - 2), 2)), 1e-15 * (above + 2));
	}
}
