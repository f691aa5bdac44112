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

	/** Both groups are a cube of 2 x 2 ... points; the first begins at 0. */
	private static RandomPoints groups(final int d, final int axis, final long weight) {
		final int n = 1 << d;
		final long[][] points = new long[2 * n + 1][d];
		final long[] weights = new long[points.length];
		for (int i = 0; i < 2 * n; i++) {
			for (int q = 0; q < d; q++)
				points[i][q] = (i >> q & 1) + (q == axis && i >= n ? FAR : 0);
			weights[i] = weight;
		}
		// A single point that is farthest from the mean, in a direction that divides nothing.
		points[2 * n][(axis + 1) % d] = 2 * FAR;
		weights[2 * n] = 1;
		return new RandomPoints(points, weights);
	}

	private static Splits splits(final RandomPoints points, final double... centre) {
		return new Splits(
			WholeCoreset.clustering(points, 1).begin(Centres.of(new double[][] { centre })));
	}

	@Property(tries = 30)
	void groupsArePartedThoughOnePointIsFartherOff(@ForAll @IntRange(min = 2, max = 5) final int d,
		@ForAll @IntRange(min = 0, max = 4) final int axis,
		@ForAll @IntRange(min = 1000, max = 9000) final int weight)
	{
		final Splits splits = splits(groups(d, axis % d, weight), new double[d]);
		final double[][] means = { splits.one(0), splits.other(0) };
		final int near = means[0][axis % d] < FAR / 2 ? 0 : 1;
		for (int q = 0; q < d; q++) {
			assertEquals(0.5, means[near][q], 0.5, "mean of the near group");
			assertEquals(q == axis % d ? FAR + 0.5 : 0.5, means[1 - near][q], 0.5, "of the far one");
		}
		// Two groups, FAR apart, each of so many points: FAR^2 times half of one of them.
		final double expected = (double) FAR * FAR * weight * (1 << d) / 2;
		assertEquals(expected, splits.gain(0), 0.01 * expected);
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
