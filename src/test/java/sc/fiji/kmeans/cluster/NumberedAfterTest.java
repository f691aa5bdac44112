package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Clusters that take their numbers from others. */
class NumberedAfterTest {

	@Test
	void aColourKeepsItsNumber() {
		final Clusters before = Clusters.of(new double[][] { { 10 }, { 50 }, { 90 } });
		final Clusters after = Clusters.of(new double[][] { { 88 }, { 12 }, { 49 } });
		assertCentres(after.numberedAfter(before), 12, 49, 88);
	}

	/** 40 is nearest to 50, but 60 has nothing else. */
	@Test
	void theSumCountsNotTheNearest() {
		final Clusters before = Clusters.of(new double[][] { { 50 }, { 20 } });
		final Clusters after = Clusters.of(new double[][] { { 40 }, { 60 } });
		assertCentres(after.numberedAfter(before), 60, 40);
	}

	@Test
	void numbersHaveNoGaps() {
		final Clusters before = Clusters.of(new double[][] { { 90 }, { 50 }, { 10 } });
		final Clusters after = Clusters.of(new double[][] { { 11 }, { 89 } });
		assertCentres(after.numberedAfter(before), 89, 11);
	}

	@Test
	void newClustersComeLastInTheirOrder() {
		final Clusters before = Clusters.of(new double[][] { { 90 }, { 10 } });
		final Clusters after = Clusters.of(new double[][] { { 70 }, { 11 }, { 30 }, { 89 } });
		assertCentres(after.numberedAfter(before), 89, 11, 70, 30);
	}

	@Test
	void squaresBeyondTheRangeOfDoubleAreCompared() {
		for (final double unit : new double[] { 1e308, 1e-300, Double.MIN_VALUE }) {
			final Clusters before = Clusters.of(new double[][] { { unit }, { -unit }, { 0 } });
			final Clusters after = Clusters.of(new double[][] { { 0 }, { unit }, { -unit } });
			assertCentres(after.numberedAfter(before), unit, -unit, 0);
		}
	}

	@Test
	void otherDimensionsAreRefused() {
		final Clusters grey = Clusters.of(new double[][] { { 1 } });
		final Clusters colour = Clusters.of(new double[][] { { 1, 2, 3 } });
		final String message = assertThrows(IllegalArgumentException.class,
			() -> colour.numberedAfter(grey)).getMessage();
		assertEquals("reference of 1 dimensions: takes 3", message);
	}

	/** Equal centres too keep their places, and so their pixels. */
	@Property(tries = 200)
	void afterThemselvesTheyStay(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 30) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = cluster(points, k);
		assertSame(clusters, clusters.numberedAfter(clusters));
		final Clusters doubled = Clusters.of(points.start(k, new Random(seed)));
		assertSame(doubled, doubled.numberedAfter(doubled));
	}

	@Property(tries = 200)
	void permutedClustersGetTheirNumbersBack(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 30) final int k)
	{
		final Clusters clusters = cluster(RandomPoints.of(seed), k);
		final int[] order = AssignmentTest.shuffled(clusters.size(), new Random(seed));
		final double[][] rows = new double[order.length][];
		Arrays.setAll(rows, j -> clusters.centre(order[j] + 1));
		final Clusters permuted = clusters.numberedAfter(Clusters.of(rows));
		assertArrayEquals(rows, rows(permuted));
		for (int j = 0; j < order.length; j++)
			assertEquals(clusters.pixels(order[j] + 1), permuted.pixels(j + 1));
		assertSame(clusters, permuted.numberedAfter(clusters));
	}

	@Property(tries = 200)
	void nothingButTheNumbersChanges(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k,
		@ForAll @IntRange(min = 1, max = 12) final int others)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = cluster(points, k);
		final Clusters renumbered = clusters
			.numberedAfter(Clusters.of(points.start(others, new Random(seed))));
		assertArrayEquals(describedInOrder(clusters), describedInOrder(renumbered));
		assertSameStatistics(clusters, renumbered);
	}

	@Property(tries = 200)
	void theNearestCentreStaysTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Clusters clusters = cluster(points, k);
		final Clusters renumbered = clusters
			.numberedAfter(Clusters.of(points.start(k, new Random(seed))));
		for (int i = 0; i < points.size(); i++) {
			final double[] x = points.point(i);
			final double[] centre = clusters.centre(clusters.nearest(x));
			final double[] now = renumbered.centre(renumbered.nearest(x));
			assertTrue(
				Arrays.equals(centre, now) || squaredDistance(centre, x) == squaredDistance(now, x));
		}
	}

	/** Small integers, so that ties are frequent and all sums exact. */
	@Property(tries = 1000)
	void noOtherNumbersFitBetter(@ForAll @IntRange(min = 1, max = 6) final int k,
		@ForAll @IntRange(min = 1, max = 6) final int others,
		@ForAll @IntRange(min = 1, max = 3) final int dimensions, @ForAll final long seed)
	{
		final Random random = new Random(seed);
		final double[][] rows = integers(k, dimensions, random);
		final double[][] reference = integers(others, dimensions, random);
		final double[][] renumbered = rows(Clusters.of(rows).numberedAfter(Clusters.of(reference)));
		assertEquals(AssignmentTest.least(distances(rows, reference)),
			leastInOrder(distances(renumbered, reference), 0, 0), 0);
	}

	private static double[][] integers(final int k, final int dimensions, final Random random) {
		final double[][] rows = new double[k][dimensions];
		for (final double[] row : rows)
			Arrays.setAll(row, q -> random.nextInt(8));
		return rows;
	}

	private static double[][] distances(final double[][] a, final double[][] b) {
		return Arrays.stream(a)
			.map(x -> Arrays.stream(b).mapToDouble(y -> squaredDistance(x, y)).toArray())
			.toArray(double[][]::new);
	}

	/** The least total where later rows get later columns; the rest get none. */
	private static double leastInOrder(final double[][] costs, final int row, final int column) {
		if (row == Math.min(costs.length, costs[0].length)) return 0;
		if (column == costs[0].length) return Double.POSITIVE_INFINITY;
		return Math.min(leastInOrder(costs, row, column + 1),
			costs[row][column] + leastInOrder(costs, row + 1, column + 1));
	}

	private static double squaredDistance(final double[] a, final double[] b) {
		double sum = 0;
		for (int q = 0; q < a.length; q++)
			sum += (a[q] - b[q]) * (a[q] - b[q]);
		return sum;
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return new KMeans(KMeansOptions.defaults().withClusters(k).withAttempts(1),
			RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
	}

	private static void assertCentres(final Clusters clusters, final double... centres) {
		assertArrayEquals(centres, Arrays.stream(rows(clusters)).mapToDouble(row -> row[0]).toArray());
	}

	static void assertSame(final Clusters a, final Clusters b) {
		assertArrayEquals(described(a), described(b));
		assertSameStatistics(a, b);
	}

	private static void assertSameStatistics(final Clusters a, final Clusters b) {
		assertEquals(a.compactness(), b.compactness(), 0);
		assertEquals(a.iterations(), b.iterations());
		assertEquals(a.limitReached(), b.limitReached());
		assertEquals(a.agreeing(), b.agreeing());
		assertEquals(a.attempts(), b.attempts());
	}

	/** The centre and the pixels of each cluster. */
	private static String[] described(final Clusters clusters) {
		return IntStream.rangeClosed(1, clusters.size())
			.mapToObj(j -> Arrays.toString(clusters.centre(j)) + ": " + clusters.pixels(j))
			.toArray(String[]::new);
	}

	private static String[] describedInOrder(final Clusters clusters) {
		return Arrays.stream(described(clusters)).sorted().toArray(String[]::new);
	}

	static double[][] rows(final Clusters clusters) {
		return IntStream.rangeClosed(1, clusters.size())
			.mapToObj(clusters::centre)
			.toArray(double[][]::new);
	}
}
