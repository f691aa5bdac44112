package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Clusters of given centres, and clusters in other units. */
class GivenClustersTest {

	@Test
	void centresKeepTheirOrderAndHaveNoStatistics() {
		final double[][] rows = { { 9, 1 }, { 2, 2 }, { 9, 1 } };
		final Clusters clusters = Clusters.of(rows);
		assertArrayEquals(rows, NumberedAfterTest.rows(clusters));
		for (int j = 1; j <= 3; j++)
			assertEquals(0, clusters.pixels(j));
		assertEquals(0, clusters.pixels());
		assertEquals(Double.NaN, clusters.compactness());
		assertEquals(0, clusters.iterations());
		assertEquals(0, clusters.attempts());
		assertEquals(0, clusters.agreeing());
		assertFalse(clusters.limitReached());
	}

	@Test
	void laterChangesOfTheArrayAreNotSeen() {
		final double[][] rows = { { 1 }, { 2 } };
		final Clusters clusters = Clusters.of(rows);
		rows[0][0] = 7;
		assertArrayEquals(new double[] { 1 }, clusters.centre(1));
	}

	/** Saved and loaded again, they find the same clusters. */
	@Property(tries = 200)
	void restoredClustersLabelAlike(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = cluster(points, k);
		final Clusters restored = Clusters.of(NumberedAfterTest.rows(clusters));
		for (int i = 0; i < points.size(); i++)
			assertEquals(clusters.nearest(points.point(i)), restored.nearest(points.point(i)));
	}

	@Test
	void centresThatAreNoneAreRefused() {
		assertRefused("number of centres = 0: takes 1 to 65535");
		assertRefused("number of centres = 65536: takes 1 to 65535", new double[65536][1]);
		assertRefused("centre []: takes 1 finite numbers", new double[0]);
		assertRefused("centre [3.0]: takes 2 finite numbers", new double[] { 1, 2 },
			new double[] { 3 });
		assertRefused("centre [1.0, NaN]: takes 2 finite numbers", new double[] { 1, Double.NaN });
		assertRefused("centre [-Infinity]: takes 1 finite numbers",
			new double[] { Double.NEGATIVE_INFINITY });
		assertEquals(65535, Clusters.of(new double[65535][1]).size());
	}

	private static void assertRefused(final String message, final double[]... centres) {
		assertEquals(message,
			assertThrows(IllegalArgumentException.class, () -> Clusters.of(centres)).getMessage());
	}

	@Test
	void halvedCentresHaveAQuarterOfTheCompactness() {
		final Clusters clusters = new KMeans(KMeansOptions.defaults().withClusters(1),
			RandomPoints.BY_COMPONENT)
			.cluster(new RandomPoints(new long[][] { { 1 }, { 5 } }, new long[] { 1, 1 }), Progress.NONE);
		final Clusters halved = clusters.scaled(0.5);
		assertArrayEquals(new double[] { 1.5 }, halved.centre(1));
		assertEquals(8, clusters.compactness(), 0);
		assertEquals(2, halved.compactness(), 0);
		assertEquals(2, halved.pixels(1));
	}

	@Property(tries = 200)
	void scaledClustersAreTheSameInOtherUnits(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k,
		@ForAll @IntRange(min = -200, max = 200) final int exponent)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final double factor = Math.scalb(1.0, exponent);
		final Clusters clusters = cluster(points, k);
		final Clusters scaled = clusters.scaled(factor);
		for (int i = 0; i < points.size(); i++)
			assertEquals(clusters.nearest(points.point(i)),
				scaled.nearest(Arrays.stream(points.point(i)).map(x -> x * factor).toArray()));
		assertArrayEquals(Arrays.stream(clusters.centre(1)).map(x -> x * factor).toArray(),
			scaled.centre(1));
		assertEquals(clusters.compactness() * factor * factor, scaled.compactness(), 0);
		NumberedAfterTest.assertSame(clusters, scaled.scaled(1 / factor));
	}

	@Property(tries = 200)
	void numbersDoNotDependOnUnits(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k,
		@ForAll @IntRange(min = -200, max = 200) final int exponent)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final double factor = Math.scalb(1.0, exponent);
		final Clusters clusters = cluster(points, k);
		final Clusters reference = Clusters.of(points.start(k, new Random(seed)));
		NumberedAfterTest.assertSame(clusters.numberedAfter(reference).scaled(factor),
			clusters.scaled(factor).numberedAfter(reference.scaled(factor)));
	}

	@Test
	void givenCentresAreScaledWithoutCompactness() {
		final Clusters scaled = Clusters.of(new double[][] { { -0.0, 3 } }).scaled(4);
		assertArrayEquals(new double[] { -0.0, 12 }, scaled.centre(1));
		assertEquals(Double.NaN, scaled.compactness());
	}

	@Test
	void factorsThatRoundAreRefused() {
		final Clusters clusters = Clusters.of(new double[][] { { 1e300, 1e-300 } });
		for (final double factor : new double[] { 0, -2, 3, 0.1, Double.NaN, Double.POSITIVE_INFINITY })
			assertRefused(clusters, factor, "factor = " + factor + ": takes a power of two");
		assertRefused(clusters, 0x1p100,
			"factor = " + 0x1p100 + ": takes one that does not round 1.0E300");
		assertRefused(clusters, 0x1p-100,
			"factor = " + 0x1p-100 + ": takes one that does not round 1.0E-300");
	}

	private static void assertRefused(final Clusters clusters, final double factor,
		final String message)
	{
		assertEquals(message,
			assertThrows(IllegalArgumentException.class, () -> clusters.scaled(factor)).getMessage());
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return new KMeans(KMeansOptions.defaults().withClusters(k).withAttempts(1),
			RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
	}
}
