package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of the parts of the search. */
class SearchLawsTest {

	@Property
	void theSearchAlongAnAxisFindsTheNearest(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Random random = new Random(seed);
		final Centres centres = Centres.of(points.start(k, random));
		final OrderedCentres ordered = new OrderedCentres(centres);
		for (final double[] x : points.start(20, random)) {
			final int found = ordered.nearest(x, 0, random.nextInt(k));
			assertEquals(distance(centres, centres.nearest(x, 0), x), distance(centres,
				found, x));
			assertIsSecond(centres, found, ordered.nearestBeside(x, 0, found), x);
		}
	}

	private static void assertIsSecond(final Centres centres, final int nearest,
		final int second, final double[] x)
	{
		if (centres.size() == 1) return;
		assertTrue(second != nearest);
		for (int j = 0; j < centres.size(); j++)
			assertTrue(j == nearest || distance(centres, second, x) <= distance(centres,
				j, x));
	}

	private static double distance(final Centres centres, final int j,
		final double[] x)
	{
		return centres.squaredDistance(j, x, 0);
	}

	@Property
	void squaresAddUpExactly(
		@ForAll final List<@LongRange(min = -0xffffffffL, max = 0xffffffffL) Long> values,
		@ForAll @LongRange(min = 1, max = 1L << 40) final long weight)
	{
		final SquareSum sum = new SquareSum();
		BigInteger exact = BigInteger.ZERO;
		for (final long value : values)
			for (final long w : new long[] { weight, weight % (1 << 30), 1 }) {
				sum.add(w, value);
				exact = exact.add(BigInteger.valueOf(w).multiply(BigInteger.valueOf(value)
					.pow(2)));
			}
		assertEquals(exact, sum.total());
		sum.add(sum);
		assertEquals(exact.shiftLeft(1), sum.total());
	}

	/** Of so many points that candidates are handed down from node to node. */
	@Property(tries = 150)
	void everyPointGoesToItsNearestCentre(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 64) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 5000);
		final double[][] start = points.start(k, new Random(seed));
		final Partition partition = Filtering.assign(tree(points), Centres.of(start));
		final NaiveKMeans judge = new NaiveKMeans(points.pixels(),
			RandomPoints.BY_COMPONENT).about(start);
		for (int j = 0; j < k; j++)
			assertEquals(judge.count(j), partition.counts()[j]);
	}

	private static SearchTree tree(final RandomPoints points) {
		return new SearchTree(points, new Checkpoint(Progress.NONE), new RunMemory());
	}

	@Property(tries = 100)
	void everyRandomAttemptIsFollowed(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 10) final int attempts)
	{
		assertEquals(attempts, kMeans(Initialization.RANDOM, attempts, seed).starts(
			RandomPoints.of(seed)).size());
	}

	@Property(tries = 100)
	void attemptsThatAreFollowedBeginNearTheBest(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final List<double[][]> starts = kMeans(Initialization.KMEANS_PLUS_PLUS, 10,
			seed).starts(points);
		final SearchTree tree = tree(points);
		final double[] compactness = starts.stream().mapToDouble(start -> Attempt
			.assign(tree, Centres.of(start)).compactness()).sorted().toArray();
		assertTrue(compactness[compactness.length - 1] <= compactness[0] * 1.0050001);
	}

	private static KMeans kMeans(final Initialization initialization,
		final int attempts, final long seed)
	{
		return new KMeans(KMeansOptions.defaults().withClusters(6).withAttempts(
			attempts).withInitialization(initialization).withRandomSeed(seed),
			RandomPoints.BY_COMPONENT);
	}
}
