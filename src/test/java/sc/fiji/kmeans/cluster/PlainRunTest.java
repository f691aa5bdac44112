package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainRunTest {

	private static final int MOST = 1000;

	private static List<Clusters> run(final WeightedPoints points, final KMeansOptions options,
		final int most)
	{
		return kMeans(options).plainRun(points, most, Progress.NONE);
	}

	private static KMeans kMeans(final KMeansOptions options) {
		return new KMeans(options, RandomPoints.BY_COMPONENT);
	}

	private static KMeansOptions options(final int seed, final Initialization initialization) {
		return KMeansOptions.defaults()
			.withClusters(1 + seed % 7)
			.withEpsilon(0)
			.withIterations(MOST)
			.withRandomSeed(seed)
			.withInitialization(initialization);
	}

	/** Each centre is the mean of the points that were nearest to the centre before. */
	@ParameterizedTest
	@EnumSource(Initialization.class)
	void eachIterationMovesCentresToTheirMeans(final Initialization initialization) {
		for (int seed = 0; seed < 100; seed++) {
			final RandomPoints points = RandomPoints.of(seed);
			final List<Clusters> steps = run(points, options(seed, initialization), MOST);
			for (int i = 1; i < steps.size(); i++) {
				final Clusters before = steps.get(i - 1);
				final Clusters now = steps.get(i);
				assertTrue(now.compactness() <= before.compactness(), "seed " + seed);
				if (now.size() == before.size()) for (int j = 1; j <= now.size(); j++)
					if (!isRefilled(points, before, now, j))
						assertSame(mean(points, before, j), now.centre(j));
				assertEquals(i, now.iterations());
			}
		}
	}

	private static void assertSame(final double[] expected, final double[] actual) {
		for (int q = 0; q < expected.length; q++)
			assertEquals(expected[q], actual[q], 1e-9 * (1 + Math.abs(expected[q])));
	}

	/** Whether a centre lies on a point of its own because its cluster lost all. */
	private static boolean isRefilled(final WeightedPoints points, final Clusters before,
		final Clusters now, final int j)
	{
		final double[] mean = mean(points, before, j);
		final double[] x = new double[points.dimensions()];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			if (Arrays.equals(x, now.centre(j)) && !Arrays.equals(x, mean)) return true;
		}
		return false;
	}

	private static double[] mean(final WeightedPoints points, final Clusters clusters, final int j) {
		final double[] sum = new double[points.dimensions()];
		final double[] x = new double[points.dimensions()];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			if (clusters.nearest(x) != j) continue;
			for (int q = 0; q < x.length; q++)
				sum[q] += points.weight(i) * x[q] / clusters.pixels(j);
		}
		return sum;
	}

	@Test
	void fromARandomStartItIsTheFirstAttempt() {
		for (int seed = 0; seed < 100; seed++) {
			final RandomPoints points = RandomPoints.of(seed);
			final KMeansOptions options = options(seed, Initialization.RANDOM).withAttempts(1);
			final List<Clusters> steps = run(points, options, MOST);
			assertEquals(kMeans(options).cluster(points, Progress.NONE).compactness(),
				steps.get(steps.size() - 1).compactness(), "seed " + seed);
		}
	}

	@Test
	void itEndsAtTheMostAndAtTheIterations() {
		final RandomPoints points = RandomPoints.of(24, 3000);
		final KMeansOptions options = options(6, Initialization.RANDOM);
		final int all = run(points, options, MOST).size();
		assertTrue(all > 4, "" + all);
		assertEquals(3, run(points, options, 3).size());
		assertEquals(3, run(points, options.withIterations(2), MOST).size());
		assertTrue(run(points, options.withIterations(2), MOST).get(2).limitReached());
	}

	@ParameterizedTest
	@EnumSource(Initialization.class)
	void fewPointsAreTheirOwnClusters(final Initialization initialization) {
		final RandomPoints points = new RandomPoints(new long[][] { { 3 }, { 7 } },
			new long[] { 2, 5 });
		final List<Clusters> steps = run(points, options(4, initialization), MOST);
		assertEquals(0, steps.get(steps.size() - 1).compactness());
	}
}
