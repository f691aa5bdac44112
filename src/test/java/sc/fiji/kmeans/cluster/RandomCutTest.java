package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** From one mean to all points. */
class RandomCutTest {

	@Property(tries = 40)
	void withoutALimitOneMeanIsAll(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed, 1000);
		final Means one = draw(points.tree(), Double.POSITIVE_INFINITY, seed);
		assertEquals(1, one.size);
		assertEquals(points.pixels().length, one.weights[0]);
		final Clusters mean = new KMeans(KMeansOptions.defaults().withClusters(1),
			RandomPoints.BY_COMPONENT)
			.clusterFrom(new double[1][points.dimensions()], points, Progress.NONE);
		for (int q = 0; q < points.dimensions(); q++)
			assertEquals(mean.centre(1)[q], one.values[q]);
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

	/** Of a mean of more than a point; 2.2 is the most that chance makes of it. */
	@Property(tries = 40)
	void noMeanHidesMoreThanTheLimitAllows(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 1000) final int part)
	{
		final RandomPoints points = RandomPoints.of(seed, 2000);
		final SearchTree tree = points.tree();
		final double limit = tree.level(tree.depth() - 1).scatter(0) / part;
		final Means means = draw(tree, limit, seed);
		int first = 0;
		for (int i = 0; i < means.size; i++) {
			double weight = 0;
			double scatter = 0;
			int end = first;
			for (; weight < means.weights[i]; end++) {
				weight += points.weight(end);
				for (int q = 0; q < means.dimensions; q++) {
					final double off = points.point(end)[q] - means.values[i * means.dimensions + q];
					scatter += points.weight(end) * off * off;
				}
			}
			assertEquals(means.weights[i], weight);
			assertTrue(end - first == 1 || scatter <= 2.2 * limit * (1 + 1e-6) + 1e-9 * limit * part);
			first = end;
		}
		assertEquals(points.size(), first);
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
		return RandomCut.draw(tree, limit, new Random(seed), new RunMemory());
	}
}
