package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import org.junit.jupiter.api.Test;

/** Clusters of points that come after others. */
class FollowTest {

	private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withAttempts(2);

	/** Followed or anew, as what the judge finds about the centres before says. */
	@Property(tries = 500)
	@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
	void theNextPointsAreClusteredAsTheJudgeSays(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomPoints.of(seed);
		final KMeansOptions options = OPTIONS.withClusters(k).withEpsilon(random.nextInt(2));
		final Clusters before = kMeans(options).cluster(points, Progress.NONE);
		final RandomPoints next = points.next(random);
		final Clusters clusters = kMeans(options).follow(before, next, Progress.NONE);
		Statistics.collect(clusters.attempts() == 1);
		Statistics.coverage(shares -> shares.check(true).percentage(share -> share > 50));
		if (before.size() == Math.min(k, next.size()) && isAlike(before, next))
			assertFollows(new NaiveKMeans(next.pixels(), (a, b) -> 0).run(rows(before), options.epsilon(),
				options.iterations()), clusters);
		else
			NumberedAfterTest.assertSame(kMeans(options).cluster(next, Progress.NONE), clusters);
	}

	private static boolean isAlike(final Clusters before, final RandomPoints points) {
		final double then = before.compactness() / before.pixels();
		final double now = judge(points).about(rows(before)).compactness() / points.pixels().length;
		return now <= 1.5 * then && then <= 1.5 * now;
	}

	private static void assertFollows(final NaiveKMeans judge, final Clusters clusters) {
		assertArrayEquals(judge.centres, rows(clusters));
		for (int j = 0; j < judge.centres.length; j++)
			assertEquals(judge.count(j), clusters.pixels(j + 1));
		assertEquals(judge.compactness(), clusters.compactness(), 0);
		assertEquals(judge.iterations, clusters.iterations());
		assertEquals(judge.limitReached, clusters.limitReached());
		assertEquals(1, clusters.attempts());
	}

	@Property(tries = 200)
	void whatFollowsStartsFromTheCentresBefore(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 30) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final KMeans kMeans = kMeans(OPTIONS.withClusters(k));
		final Clusters before = kMeans.cluster(points, Progress.NONE);
		final Clusters after = kMeans.follow(before, points, Progress.NONE);
		final Clusters from = kMeans.clusterFrom(rows(before), points, Progress.NONE);
		assertArrayEquals(rows(from),
			Arrays.stream(rows(after)).sorted(RandomPoints.BY_COMPONENT).toArray());
		assertEquals(from.compactness(), after.compactness(), 0);
	}

	/** A dark object leaves the picture: the bands behind it are still. */
	@Test
	void oneThatMovesFarTakesNoNumberOfOthers() {
		final Clusters before = kMeans(OPTIONS.withClusters(4))
			.cluster(values(0, 1, 49, 51, 51, 99, 101, 101, 149, 151, 151), Progress.NONE);
		assertEquals(49, follow(before, 4, 49, 51, 51, 99, 101, 101, 149, 151, 151).centre(2)[0], 3);
	}

	/** Whatever the order says: the bright cluster was the first. */
	@Test
	void numbersAreKept() {
		final Clusters first = kMeans(OPTIONS.withClusters(2)).cluster(values(0, 2, 10, 12),
			Progress.NONE);
		final Clusters before = first.numberedAfter(Clusters.of(new double[][] { { 12 }, { 1 } }));
		assertCentres(follow(before, 2, 1, 2, 10, 12), 11, 1.5);
	}

	@Test
	void aChangeOfSceneStartsAnew() {
		final Clusters before = kMeans(OPTIONS.withClusters(2)).cluster(values(0, 2, 10, 12),
			Progress.NONE);
		// About 1 and 11 the squares are 4 and 4 in the mean, before they were 1.
		final Clusters after = follow(before, 2, 3, 13);
		assertCentres(after, 3, 13);
		assertEquals(2, after.attempts());
		// 0 now.
		assertEquals(2, follow(before, 2, 1, 11).attempts());
		assertEquals(1, follow(before, 2, 0, 2, 10, 12).attempts());
	}

	/** About the mean 2 the squares are 4, 4 and 16. */
	@Test
	void halfAsMuchAgainIsNoChange() {
		final Clusters before = kMeans(OPTIONS.withClusters(1)).cluster(values(0, 0, 6), Progress.NONE);
		assertEquals(8, before.compactness() / before.pixels(), 0);
		// 4, 16 and 16, 12 in the mean; 4, 16 and 25.
		assertEquals(1, follow(before, 1, 0, 6, 6).attempts());
		assertEquals(2, follow(before, 1, 0, 6, 7).attempts());
		// 4, 0 and 16; 0, 0 and 9.
		assertEquals(1, follow(before, 1, 0, 2, 6).attempts());
		assertEquals(2, follow(before, 1, 2, 2, 5).attempts());
	}

	@Test
	void exactFitsAreAlike() {
		final Clusters before = kMeans(OPTIONS.withClusters(2)).cluster(values(3, 8), Progress.NONE);
		assertEquals(1, follow(before, 2, 3, 3, 8).attempts());
		assertEquals(2, follow(before, 2, 3, 3, 9).attempts());
	}

	@Test
	void anotherNumberOfClustersStartsAnew() {
		final Clusters before = kMeans(OPTIONS.withClusters(2)).cluster(values(0, 2, 10, 12),
			Progress.NONE);
		assertCentres(follow(before, 3, 0, 2, 10, 12), 0, 2, 11);
		assertCentres(follow(before, 1, 0, 2, 10, 12), 6);
		assertCentres(follow(before, 2, 7), 7);
		assertCentres(follow(follow(before, 2, 7), 2, 0, 2, 10, 12), 1, 11);
	}

	/** No centre is left without pixels. */
	@Test
	void aClusterThatLosesItsPixelsIsFoundAgain() {
		final Clusters before = kMeans(OPTIONS.withClusters(3)).cluster(values(0, 4, 20, 24, 40, 44),
			Progress.NONE);
		final Clusters after = follow(before, 3, 0, 4, 20, 24);
		assertEquals(1, after.attempts());
		assertEquals(3, after.size());
	}

	@Test
	void givenCentresAreNotFollowed() {
		assertEquals(2,
			follow(Clusters.of(new double[][] { { 1 }, { 11 } }), 2, 0, 2, 10, 12).attempts());
	}

	@Test
	void clustersOfAnotherSpaceAreRefused() {
		final Clusters before = Clusters.of(new double[][] { { 1, 2 } });
		assertThrows(IllegalArgumentException.class, () -> follow(before, 1, 0, 2));
	}

	private static Clusters follow(final Clusters before, final int k, final long... values) {
		return kMeans(OPTIONS.withClusters(k)).follow(before, values(values), Progress.NONE);
	}

	private static KMeans kMeans(final KMeansOptions options) {
		return new KMeans(options, RandomPoints.BY_COMPONENT);
	}

	private static NaiveKMeans judge(final RandomPoints points) {
		return new NaiveKMeans(points.pixels(), RandomPoints.BY_COMPONENT);
	}

	private static RandomPoints values(final long... values) {
		return KMeansContractTest.values(values);
	}

	private static void assertCentres(final Clusters clusters, final double... centres) {
		assertArrayEquals(centres,
			LongStream.rangeClosed(1, clusters.size())
				.mapToDouble(j -> clusters.centre((int) j)[0])
				.toArray());
	}

	private static double[][] rows(final Clusters clusters) {
		return NumberedAfterTest.rows(clusters);
	}
}
