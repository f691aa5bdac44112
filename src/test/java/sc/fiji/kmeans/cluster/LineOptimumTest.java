package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** On a line the best clusters are found. */
class LineOptimumTest {

	private static final double ROUNDING = 1e-9;

	@Property(tries = 300)
	void nothingIsBetterThanWhatIsFound(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 16) final int k)
	{
		final RandomPoints points = line(seed);
		final Clusters found = cluster(points, k);
		final double least = least(points, Math.min(k, points.size()));
		assertEquals(least, found.compactness(), ROUNDING * (1 + least));
		assertTrue(found.isOptimal());
	}

	/** Alone in its cluster, a point far off costs the others no digits. */
	@Property(tries = 100)
	void aPointFarOffChangesNothingElse(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int k,
		@ForAll @IntRange(min = 40, max = 52) final int bits)
	{
		final RandomPoints points = line(seed);
		final long[] values = IntStream.range(0, points.size())
			.flatMap(i -> IntStream.generate(() -> i).limit(points.weight(i)))
			.mapToLong(i -> (long) points.point(i)[0])
			.toArray();
		final long[] more = Arrays.copyOf(values, values.length + 1);
		more[values.length] = 1L << bits;
		assertEquals(cluster(points, k).compactness(),
			cluster(KMeansContractTest.values(more), k + 1).compactness(), ROUNDING);
	}

	/** A tree of several leaves, of which the points need not be in order. */
	private static RandomPoints line(final long seed) {
		final Random random = new Random(seed);
		final int levels = 2 + random.nextInt(random.nextBoolean() ? 300 : 30);
		final long[] values = random.longs(1 + random.nextInt(600), 0, levels)
			.map(x -> random.nextInt(3) == 0 ? x : x * x / levels)
			.toArray();
		return KMeansContractTest.values(values);
	}

	/** By trying where the last cluster begins. */
	private static double least(final RandomPoints points, final int k) {
		final long[][] sorted = sorted(points);
		double[] before = new double[sorted.length + 1];
		Arrays.fill(before, Double.POSITIVE_INFINITY);
		before[0] = 0;
		for (int j = 0; j < k; j++) {
			final double[] row = new double[before.length];
			Arrays.fill(row, Double.POSITIVE_INFINITY);
			for (int end = 1; end < row.length; end++)
				for (int begin = 0; begin < end; begin++)
					row[end] = Math.min(row[end], before[begin] + error(sorted, begin, end));
			before = row;
		}
		return before[sorted.length];
	}

	private static long[][] sorted(final RandomPoints points) {
		final long[][] sorted = new long[points.size()][];
		Arrays.setAll(sorted, i -> new long[] { (long) points.point(i)[0], points.weight(i) });
		Arrays.sort(sorted, (a, b) -> Long.compare(a[0], b[0]));
		return sorted;
	}

	private static double error(final long[][] points, final int from, final int to) {
		long weight = 0;
		long sum = 0;
		long squares = 0;
		for (int i = from; i < to; i++) {
			weight += points[i][1];
			sum += points[i][1] * points[i][0];
			squares += points[i][1] * points[i][0] * points[i][0];
		}
		return squares - (double) sum * sum / weight;
	}

	/** Nothing is drawn, so all are the same. */
	@Test
	void allAttemptsAgreeInTheOptimum() {
		for (int seed = 0; seed < 20; seed++)
			assertEquals(10, cluster(line(seed), 7).agreeing());
	}

	@Test
	void randomAttemptsProveNothing() {
		final RandomPoints points = line(1);
		assertFalse(
			new KMeans(KMeansOptions.defaults().withClusters(5).withInitialization(Initialization.RANDOM),
				RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE).isOptimal());
	}

	@Test
	void inThePlaneNothingIsProven() {
		final RandomPoints points = new RandomPoints(new long[][] { { 0, 0 }, { 1, 0 }, { 0, 1 } },
			new long[] { 1, 1, 1 });
		assertFalse(cluster(points, 2).isOptimal());
		assertTrue(cluster(points, 3).isOptimal());
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return new KMeans(KMeansOptions.defaults().withClusters(k), RandomPoints.BY_COMPONENT)
			.cluster(points, Progress.NONE);
	}
}
