package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every clustering, whatever the points. */
class KMeansLawsTest {

	private static final double ROUNDING = 1e-12;

	/** Few, but more than one: what a law says of one attempt it says of ten. */
	private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withAttempts(2);

	@Property(tries = 200)
	void oneClusterIsTheMean(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters one = cluster(points, 1);
		for (int q = 0; q < points.dimensions(); q++) {
			long sum = 0;
			for (final long[] pixel : points.pixels())
				sum += pixel[q];
			assertEquals((double) sum / points.pixels().length, one.centre(1)[q], 0);
		}
	}

	@Property(tries = 100)
	void clustersForAllValuesFitExactly(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 20) final int more)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = new KMeans(
			KMeansOptions.defaults().withClusters(points.size() + more).withAttempts(1),
			RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
		assertEquals(0, clusters.compactness(), 0);
		assertEquals(points.size(), clusters.size());
	}

	@Property(tries = 200)
	void everyClusterAskedForHasPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 64) final int k,
		@ForAll @IntRange(min = 1, max = 3) final int iterations,
		@ForAll final Initialization initialization)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = cluster(points,
			OPTIONS.withClusters(k).withIterations(iterations).withInitialization(initialization));
		assertEquals(Math.min(k, points.size()), clusters.size());
		assertEquals(points.pixels().length, clusters.pixels());
		for (int j = 1; j <= clusters.size(); j++)
			assertTrue(clusters.pixels(j) > 0);
	}

	@Property(tries = 200)
	void scaledCountsScaleTheCompactness(@ForAll final long seed,
		@ForAll @LongRange(min = 1, max = 1000) final long factor)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final double[][] start = points.start(4, new Random(seed));
		final double plain = from(start, points, 100).compactness();
		assertEquals(factor * plain, from(start, points.weighted(factor), 100).compactness(),
			ROUNDING * factor * plain);
	}

	@Property(tries = 100)
	void doubledPixelsMoveNoCentre(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		assertSameCentres(cluster(points, k), cluster(points.weighted(2), k));
	}

	@Property(tries = 200)
	void compactnessNeverRisesBetweenIterations(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final double[][] start = points.start(k, new Random(seed));
		double before = Double.POSITIVE_INFINITY;
		for (int m = 1; m < 8; m++) {
			final double after = from(start, points, m).compactness();
			assertTrue(after <= before * (1 + ROUNDING), before + " -> " + after);
			before = after;
		}
	}

	@Property(tries = 30)
	void threadsCanNotBeSeen(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters one = inPool(1, points);
		for (final int threads : new int[] { 2, 8 }) {
			final Clusters many = inPool(threads, points);
			assertSameCentres(one, many);
			assertEquals(one.compactness(), many.compactness(), 0);
			assertEquals(one.agreeing(), many.agreeing());
			assertEquals(one.iterations(), many.iterations());
		}
	}

	private static Clusters inPool(final int threads, final RandomPoints points) {
		final ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			return pool.submit(() -> cluster(points, OPTIONS.withClusters(5).withAttempts(5))).join();
		}
		finally {
			pool.shutdown();
		}
	}

	/**
	 * What an attempt does depends on the others, so more of them may end a little worse by chance.
	 */
	@Property(tries = 50)
	void moreAttemptsAreHardlyWorse(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		double before = Double.POSITIVE_INFINITY;
		for (int attempts = 1; attempts <= 8; attempts *= 2) {
			final double after = cluster(points, OPTIONS.withClusters(4).withAttempts(attempts))
				.compactness();
			assertTrue(after <= 1.01 * before);
			before = after;
		}
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return cluster(points, OPTIONS.withClusters(k));
	}

	private static Clusters cluster(final RandomPoints points, final KMeansOptions options) {
		return new KMeans(options, RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
	}

	private static Clusters from(final double[][] start, final RandomPoints points,
		final int iterations)
	{
		return new KMeans(KMeansOptions.defaults().withEpsilon(0).withIterations(iterations),
			RandomPoints.BY_COMPONENT).clusterFrom(start, points, Progress.NONE);
	}

	private static void assertSameCentres(final Clusters a, final Clusters b) {
		assertEquals(a.size(), b.size());
		for (int j = 1; j <= a.size(); j++)
			assertArrayEquals(a.centre(j), b.centre(j), 0);
	}
}
