package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** A cluster falls into two where it is longest. */
class SplitsTest {

	private static final int FAR = 200;

	/**
	 * Two groups of 10 x 10 points, far from each other along an axis, and a point beside both that
	 * is farther from the mean than any of them.
	 */
	private static RandomPoints groups(final int d, final int axis, final int weight) {
		final int beside = (axis + 1) % d;
		final long[][] points = new long[201][d];
		final long[] weights = new long[points.length];
		for (int i = 0; i < 200; i++) {
			points[i][axis] = i % 10 + (i < 100 ? 0 : FAR);
			points[i][beside] = i / 10 % 10;
			weights[i] = weight;
		}
		points[200][axis] = FAR / 2;
		points[200][beside] = 2 * FAR;
		weights[200] = weight;
		return new RandomPoints(points, weights);
	}

	private static Splits splits(final RandomPoints points, final double... centre) {
		return new Splits(
			WholeCoreset.clustering(points, 1).begin(Centres.of(new double[][] { centre })));
	}

	@Property(tries = 30)
	void groupsArePartedThoughOnePointIsFartherOff(@ForAll @IntRange(min = 2, max = 5) final int d,
		@ForAll @IntRange(min = 0, max = 4) final int number,
		@ForAll @IntRange(min = 1, max = 9) final int weight)
	{
		final int axis = number % d;
		final Splits splits = splits(groups(d, axis, weight), new double[d]);
		final double low = Math.min(splits.one(0)[axis], splits.other(0)[axis]);
		final double high = Math.max(splits.one(0)[axis], splits.other(0)[axis]);
		// The point may go with either group.
		assertEquals(4.5, low, 1.5);
		assertEquals(FAR + 4.5, high, 1.5);
		// Two groups FAR apart, 100 points each: half of one of them, times FAR^2.
		final double expected = 50.0 * FAR * FAR * weight;
		assertEquals(expected, splits.gain(0), 0.05 * expected);
	}

	/** On a line along a diagonal each half has its mean, whatever the weights of its ends. */
	@Property(tries = 30)
	void aDiagonalIsCutBetweenItsGroups(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int step = 5 + random.nextInt(20);
		final long[][] points = { { 0, 0 }, { 1, 1 }, { step * 10, step * 10 + 3 } };
		final long[] weights = { 1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9) };
		final Splits splits = splits(new RandomPoints(points, weights), 1, 1);
		final double w = weights[0] + weights[1];
		final double mean = weights[1] / w;
		final double[] low = splits.one(0)[0] < splits.other(0)[0] ? splits.one(0) : splits.other(0);
		assertArrayEquals(new double[] { mean, mean }, low, 1e-12);
		final double x = step * 10 - mean;
		final double y = step * 10 + 3 - mean;
		assertEquals((x * x + y * y) * w * weights[2] / (w + weights[2]), splits.gain(0),
			1e-9 * x * x * w);
	}

	@Test
	void oneMeanIsNotSplit() {
		final Splits splits = splits(KMeansContractTest.values(5), 5);
		assertEquals(0, splits.gain(0));
		assertNull(splits.one(0));
		assertNull(splits.other(0));
	}
}
