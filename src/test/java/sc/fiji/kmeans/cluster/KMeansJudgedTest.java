package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The engine against the naive judge: equal to the last bit, ties included. */
class KMeansJudgedTest {

	private static final double[] EPSILONS = { 0, 0, 0.2, 3 };
	private static final int[] LIMITS = { 1, 2, 5, 100 };

	@Property(tries = 1000)
	void givenStartsEndAsTheJudgeSays(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 64) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Random random = new Random(~seed);
		final double[][] start = points.start(k, random);
		final KMeansOptions options = options(random);
		final Clusters clusters = new KMeans(options, RandomPoints.BY_COMPONENT).clusterFrom(start,
			points, Progress.NONE);
		assertJudged(judge(points, start, options), points, clusters);
	}

	@Property(tries = 300)
	void numbersOfAnyWidthEndAsTheJudgeSays(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomPoints.wide(random, 200);
		final double[][] start = points.start(k, random);
		final KMeansOptions options = options(random);
		assertJudged(judge(points, start, options), points,
			new KMeans(options, RandomPoints.BY_COMPONENT).clusterFrom(start, points, Progress.NONE));
	}

	@Property(tries = 150)
	void theBestAttemptWinsAsTheJudgeSays(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int asked,
		@ForAll final Initialization initialization)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final KMeansOptions options = options(new Random(~seed)).withClusters(asked)
			.withAttempts(4)
			.withInitialization(initialization)
			.withRandomSeed(seed);
		final KMeans kMeans = new KMeans(options, RandomPoints.BY_COMPONENT);
		assertJudged(bestJudged(kMeans, points, options), points,
			kMeans.cluster(points, Progress.NONE));
	}

	private static NaiveKMeans bestJudged(final KMeans kMeans, final RandomPoints points,
		final KMeansOptions options)
	{
		NaiveKMeans best = null;
		for (final double[][] start : kMeans.starts(points)) {
			final NaiveKMeans judge = judge(points, start, options);
			if (best == null || judge.compactness() < best.compactness()) best = judge;
		}
		return best;
	}

	/** So many points that starts are looked for among nodes of the tree. */
	@Property(tries = 12)
	void manyPointsEndAsTheJudgeSays(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 8) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 10000);
		final KMeansOptions options = KMeansOptions.defaults()
			.withClusters(k)
			.withAttempts(1)
			.withIterations(3);
		final KMeans kMeans = new KMeans(options, RandomPoints.BY_COMPONENT);
		assertJudged(bestJudged(kMeans, points, options), points,
			kMeans.cluster(points, Progress.NONE));
	}

	private static KMeansOptions options(final Random random) {
		return KMeansOptions.defaults()
			.withEpsilon(EPSILONS[random.nextInt(4)])
			.withIterations(LIMITS[random.nextInt(4)]);
	}

	private static NaiveKMeans judge(final RandomPoints points, final double[][] start,
		final KMeansOptions options)
	{
		return new NaiveKMeans(points.pixels(), RandomPoints.BY_COMPONENT).run(start, options.epsilon(),
			options.iterations());
	}

	private static void assertJudged(final NaiveKMeans judge, final RandomPoints points,
		final Clusters clusters)
	{
		assertEquals(judge.centres.length, clusters.size());
		for (int j = 1; j <= clusters.size(); j++) {
			assertArrayEquals(judge.centres[j - 1], clusters.centre(j), 0);
			assertEquals(judge.count(j - 1), clusters.pixels(j));
		}
		assertEquals(judge.compactness(), clusters.compactness(), 0);
		assertEquals(judge.iterations, clusters.iterations());
		assertEquals(judge.limitReached, clusters.limitReached());
		assertLabels(judge, points, clusters);
	}

	private static void assertLabels(final NaiveKMeans judge, final RandomPoints points,
		final Clusters clusters)
	{
		int pixel = 0;
		for (int i = 0; i < points.size(); i++) {
			final int label = clusters.nearest(points.point(i));
			for (int n = 0; n < points.weight(i); n++)
				assertEquals(judge.labels[pixel++] + 1, label);
		}
	}
}
