package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** A cluster falls into two where it is longest. */
class SplitsTest {

	private static final int FAR = 200;
	/** Points of a group, and those beside both: a tree has eight of them in a leaf. */
	private static final int GROUP = 400;
	private static final int FEW = 16;

	/**
	 * Two groups of 20 x 20 points, far from each other along an axis, and a few points beside both
	 * that are farther from the mean than any of these.
	 */
	private static RandomPoints groups(final int d, final int axis, final int weight) {
		final int beside = (axis + 1) % d;
		final long[][] points = new long[2 * GROUP + FEW][d];
		final long[] weights = new long[points.length];
		Arrays.fill(weights, weight);
		for (int i = 0; i < 2 * GROUP; i++) {
			points[i][axis] = i % 20 + (i < GROUP ? 0 : FAR);
			points[i][beside] = i / 20 % 20;
		}
		for (int i = 0; i < FEW; i++) {
			// In the mean in the middle, so that nothing but turning finds the axis.
			points[2 * GROUP + i][axis] = FAR / 2 + 9 + i % 2;
			points[2 * GROUP + i][beside] = FAR + FAR / 2 + i;
		}
		return new RandomPoints(points, weights);
	}

	private static Splits splits(final RandomPoints points, final double... centre) {
		return new Splits(
			WholeCoreset.clustering(points, 1).begin(Centres.of(new double[][] { centre })));
	}

	@Property(tries = 30)
	void groupsArePartedThoughAFewPointsAreFartherOff(@ForAll @IntRange(min = 2, max = 5) final int d,
		@ForAll @IntRange(min = 0, max = 4) final int number,
		@ForAll @IntRange(min = 1, max = 9) final int weight)
	{
		final int axis = number % d;
		final Splits splits = splits(groups(d, axis, weight), new double[d]);
		final double low = Math.min(splits.one(0)[axis], splits.other(0)[axis]);
		final double high = Math.max(splits.one(0)[axis], splits.other(0)[axis]);
		// The few may go with either group.
		assertEquals(9.5, low, 4);
		assertEquals(FAR + 9.5, high, 4);
		// Two groups FAR apart: half of one of them, times FAR^2.
		final double expected = 0.5 * GROUP * FAR * FAR * weight;
		assertEquals(expected, splits.gain(0), 0.1 * expected);
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
