package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** From one pair of means to all points. */
class RandomCutTest {

	@Property(tries = 40)
	void withoutALimitOnePairIsAll(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed, 1000);
		final Means all = draw(points.tree(), Double.POSITIVE_INFINITY, seed);
		assertEquals(points.size() == 1 ? 1 : 2, all.size);
		assertEquals(points.pixels().length, Arrays.stream(all.weights).limit(all.size).sum());
		final Clusters mean = new KMeans(KMeansOptions.defaults().withClusters(1),
			RandomPoints.BY_COMPONENT)
			.clusterFrom(new double[1][points.dimensions()], points, Progress.NONE);
		final int last = (all.size - 1) * points.dimensions();
		for (int q = 0; q < points.dimensions(); q++)
			assertEquals(mean.centre(1)[q], (all.values[q] + all.values[last + q]) / 2, 1e-6);
	}

	/** Each leaf of more than a point is spread. */
	@Property(tries = 40)
	void withALimitBelowAllSpreadThePointsAreLeft(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed, 1000);
		final Means all = draw(points.tree(), -1, seed);
		assertEquals(points.size(), all.size);
		for (int i = 0; i < all.size; i++) {
			final double[] x = points.point(i);
			assertEquals(points.weight(i), all.weights[i]);
			for (int q = 0; q < x.length; q++) {
				assertEquals(x[q], all.values[i * x.length + q]);
				assertEquals(points.weight(i) * x[q], all.sums[i * x.length + q]);
			}
		}
	}

	/** 2.2 is the most that chance makes of the limit. */
	@Property(tries = 40)
	void noPairHidesMoreThanTheLimitAllows(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 1000) final int part)
	{
		final RandomPoints points = RandomPoints.of(seed, 2000);
		final SearchTree tree = points.tree();
		final double limit = tree.level(tree.depth() - 1).scatter(0) / part;
		final Means means = draw(tree, limit, seed);
		int first = 0;
		for (int i = 0; i < means.size; i++)
			if (isPoint(means, i, points, first)) first++;
			else {
				final int end = endOfPair(means, i, points, first);
				assertTrue(
					scatter(means, i, points, first, end) <= 2.2 * limit * (1 + 1e-6) + 1e-9 * limit * part);
				first = end;
				i++;
			}
		assertEquals(points.size(), first);
	}

	private static boolean isPoint(final Means means, final int i, final RandomPoints points,
		final int first)
	{
		final int at = i * means.dimensions;
		return means.weights[i] == points.weight(first) && Arrays.equals(points.point(first),
			Arrays.copyOfRange(means.values, at, at + means.dimensions));
	}

	private static int endOfPair(final Means means, final int i, final RandomPoints points,
		final int first)
	{
		assertEquals(means.weights[i], means.weights[i + 1]);
		double weight = 0;
		int end = first;
		while (weight < 2 * means.weights[i])
			weight += points.weight(end++);
		assertEquals(2 * means.weights[i], weight);
		return end;
	}

	/** Of the points of a pair about their mean, which is that of the pair. */
	private static double scatter(final Means means, final int i, final RandomPoints points,
		final int first, final int end)
	{
		double scatter = 0;
		double ofPair = 0;
		for (int q = 0; q < means.dimensions; q++) {
			final double one = means.values[i * means.dimensions + q];
			final double other = means.values[(i + 1) * means.dimensions + q];
			ofPair += 2 * means.weights[i] * (one - other) * (one - other) / 4;
			for (int p = first; p < end; p++) {
				final double off = points.point(p)[q] - (one + other) / 2;
				scatter += points.weight(p) * off * off;
			}
		}
		assertEquals(scatter, ofPair, 1e-6 * scatter + 1e-3);
		return scatter;
	}

	@Property(tries = 20)
	void theSameNumbersDrawTheSameCut(@ForAll final long seed) {
		final SearchTree tree = RandomPoints.of(seed, 2000).tree();
		final double limit = tree.level(tree.depth() - 1).scatter(0) / 300;
		final Means first = draw(tree, limit, seed);
		final Means second = draw(tree, limit, seed);
		assertEquals(first.size, second.size);
		assertArrayEquals(first.values, second.values);
		assertArrayEquals(first.weights, second.weights);
	}

	private static Means draw(final SearchTree tree, final double limit, final long seed) {
		return RandomCut.draw(tree, limit, new Random(seed), new RunArrays());
	}
}
