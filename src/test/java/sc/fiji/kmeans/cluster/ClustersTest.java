package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.cluster.RandomPoints.squared;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Views of the same clusters, and what they tell. */
class ClustersTest {

	/** The centre of each place, and its pixels with it; equal places as they were. */
	@Property(tries = 100)
	void orderedByPlacesTheyStayTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final Clusters clusters = clusters(seed, k);
		final int[] places = random.ints(clusters.size(), 0, 4).toArray();
		final Clusters ordered = clusters.ordered(places);
		final int[] expected = IntStream.rangeClosed(1, clusters.size())
			.boxed()
			.sorted(Comparator.comparingInt(j -> places[j - 1]))
			.mapToInt(j -> j)
			.toArray();
		for (int j = 1; j <= expected.length; j++) {
			assertArrayEquals(clusters.centre(expected[j - 1]), ordered.centre(j));
			assertEquals(clusters.pixels(expected[j - 1]), ordered.pixels(j));
		}
		assertSameStatistics(clusters, ordered);
	}

	@Property(tries = 50)
	void countedOtherwiseNothingElseChanges(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Clusters clusters = clusters(seed, k);
		final long[] pixels = new Random(seed).longs(clusters.size(), 0, 100).toArray();
		final Clusters counted = clusters.counted(pixels);
		final long first = pixels[0];
		pixels[0] = -7;
		assertEquals(first, counted.pixels(1));
		assertArrayEquals(clusters.centres().rows(), counted.centres().rows());
		assertSameStatistics(clusters, counted);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> clusters.counted(new long[clusters.size() + 1])).getMessage();
		assertEquals("numbers of pixels = " + (clusters.size() + 1) + ": takes " + clusters.size(),
			message);
	}

	private static void assertSameStatistics(final Clusters expected, final Clusters clusters) {
		assertEquals(expected.compactness(), clusters.compactness());
		assertEquals(expected.iterations(), clusters.iterations());
		assertEquals(expected.limitReached(), clusters.limitReached());
		assertEquals(expected.agreement(), clusters.agreement());
		assertEquals(expected.attempts(), clusters.attempts());
		assertEquals(expected.isOptimal(), clusters.isOptimal());
	}

	/** Whether it follows and whether it is the best goes along with every view. */
	@Test
	void whatVouchesForThemIsKept() {
		final Clusters plain = Clusters.of(new double[][] { { 1 }, { 2 } }).bestOf(10, 7);
		assertEquals("7 of 10", plain.agreement());
		assertFalse(plain.isOptimal() || plain.isFollowing());
		final Clusters vouched = plain.bestOf(10, 10).following().optimal();
		for (final Clusters view : Arrays.asList(vouched.ordered(2, 1), vouched.counted(3, 4),
			vouched.scaled(2)))
		{
			assertTrue(view.isOptimal() && view.isFollowing());
			assertEquals("optimum", view.agreement());
			assertEquals(10, view.agreeing());
		}
	}

	@Test
	void theyTellInOneLineHowGoodTheyAre() {
		final Clusters clusters = Clusters.of(new double[][] { { 1 }, { 2 } })
			.bestOf(10, 7)
			.counted(3, 4);
		assertEquals("2 clusters of 7 pixels, compactness NaN, 7 of 10", clusters.toString());
	}

	/** Also through candidates. */
	@Property(tries = 100)
	void theNearestIsTheFirstOfEquals(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 60);
		final double[][] centres = points.start(k, new Random(seed));
		final Clusters clusters = Clusters.of(centres);
		final int[] all = IntStream.range(0, k).toArray();
		for (int i = 0; i < points.size(); i++) {
			final double[] x = points.point(i);
			int nearest = 0;
			for (int j = 1; j < k; j++)
				if (squared(centres[j], x) < squared(centres[nearest], x)) nearest = j;
			assertEquals(nearest + 1, clusters.nearest(x));
			assertEquals(nearest, clusters.candidates(0).nearest(all, 0, k, x));
		}
	}

	@Test
	void numbersOutOfBoundsAreNamed() {
		final Clusters clusters = Clusters.of(new double[][] { { 1, 2 }, { 3, 4 } });
		assertRefused("cluster 0: takes 1 to 2", () -> clusters.pixels(0));
		assertRefused("cluster 3: takes 1 to 2", () -> clusters.centre(3));
		assertRefused("a point of 1 numbers: takes 2", () -> clusters.nearest(5));
	}

	private static void assertRefused(final String message, final Runnable use) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, use::run).getMessage());
	}

	private static Clusters clusters(final long seed, final int k) {
		final RandomPoints points = RandomPoints.of(seed);
		return new KMeans(KMeansOptions.defaults(), RandomPoints.BY_COMPONENT)
			.clusterFrom(points.start(k, new Random(seed)), points, Progress.NONE)
			.bestOf(9, 4);
	}
}
