package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSeriesTest {

	private static final KMeansOptions EXACT = KMeansOptions.defaults().withEpsilon(0);

	private static ClusterSeries series(final WeightedPoints points) {
		return SeriesSearch.of(points, new RunMemory(), Progress.NONE);
	}

	private static double best(final WeightedPoints points, final int k) {
		return new KMeans(EXACT.withClusters(k), RandomPoints.BY_COMPONENT)
			.cluster(points, Progress.NONE)
			.compactness();
	}

	@Test
	void moreClustersFitBetterAndEachHasPixels() {
		for (int seed = 0; seed < 200; seed++) {
			final ClusterSeries series = series(RandomPoints.of(seed));
			for (int k = 1; k <= series.most(); k++) {
				assertEquals(k, series.centres(k).length);
				assertTrue(series.smallest(k) > 0 && series.smallest(k) <= 1.0 / k, "seed " + seed);
				if (k > 1) assertTrue(series.compactness(k) < series.compactness(k - 1), "seed " + seed);
			}
		}
	}

	/** To the bit, for both come from the same sums. */
	@Test
	void onALineItIsTheOptimum() {
		for (int seed = 0; seed < 150; seed++) {
			final RandomPoints points = RandomPoints.of(seed);
			if (points.dimensions() > 1) continue;
			final ClusterSeries series = series(points);
			for (int k = 1; k <= series.most(); k++)
				assertEquals(best(points, k), series.compactness(k), "seed " + seed + ", k " + k);
		}
	}

	@Test
	void elsewhereItIsNearTheBest() {
		double excess = 0;
		int n = 0;
		for (int seed = 0; seed < 24; seed++) {
			final RandomPoints points = RandomPoints.of(seed, 4000);
			if (points.size() < 1000 || points.dimensions() == 1) continue;
			final ClusterSeries series = series(points);
			for (int k = 2; k <= series.most(); k += 3) {
				final double part = series.compactness(k) / best(points, k) - 1;
				assertTrue(part < 0.1, "seed " + seed + ", k " + k + ": " + part);
				excess += part;
				n++;
			}
		}
		assertTrue(n > 16, "" + n);
		assertTrue(excess / n < 5e-3, "mean " + excess / n);
	}

	@Test
	void whereEachPointHasItsClusterNothingIsLeft() {
		for (int seed = 0; seed < 200; seed++) {
			final RandomPoints points = RandomPoints.of(seed, 20);
			final ClusterSeries series = series(points);
			assertEquals(Math.min(ClusterSeries.MOST, points.size()), series.most());
			assertEquals(points.size() <= ClusterSeries.MOST, series.compactness(series.most()) == 0);
		}
	}

	@Test
	void fewValuesFarApartAreGroupsButNotThoseThatLieClose() {
		for (int n = 1; n <= ClusterSeries.MOST; n++) {
			final long[][] apart = IntStream.range(0, n)
				.mapToObj(i -> new long[] { 1L << 2 * i })
				.toArray(long[][]::new);
			assertTrue(SuggestedNumber.of(series(new RandomPoints(apart, ones(n))), 12).clusters() >= Math
				.min(n, 3));
		}
		final long[][] close = { { 0 }, { 1 }, { 2 }, { 900 }, { 901 }, { 902 } };
		assertEquals(2, SuggestedNumber.of(series(new RandomPoints(close, ones(6))), 12).clusters());
		final long[][] even = { { 0 }, { 100 }, { 200 } };
		assertEquals(3, SuggestedNumber.of(series(new RandomPoints(even, ones(3))), 12).clusters());
	}

	private static long[] ones(final int n) {
		final long[] ones = new long[n];
		Arrays.fill(ones, 1);
		return ones;
	}

	@Test
	void itDoesNotDependOnThreadsOrMemory() {
		final RunMemory memory = new RunMemory();
		for (int seed = 0; seed < 20; seed++) {
			final RandomPoints points = RandomPoints.of(seed, 5000);
			final ClusterSeries one = series(points);
			final ClusterSeries other = SeriesSearch.of(points, memory, Progress.NONE);
			for (int k = 1; k <= one.most(); k++) {
				assertTrue(Arrays.deepEquals(one.centres(k), other.centres(k)));
				assertEquals(one.compactness(k), other.compactness(k));
				assertEquals(one.valley(k), other.valley(k));
			}
		}
	}

	@Test
	void otherUnitsTurnNothing() {
		final ClusterSeries one = series(RandomPoints.of(7));
		final ClusterSeries half = one.scaled(0.5);
		for (int k = 1; k <= one.most(); k++) {
			assertEquals(one.compactness(k) / 4, half.compactness(k));
			assertEquals(one.corner(k), half.corner(k), 1e-9);
			assertArrayEquals(Arrays.stream(one.centres(k)[0]).map(x -> x / 2).toArray(),
				half.centres(k)[0]);
		}
	}

	/** Groups of whole numbers on a line, each of some width, with a distance. */
	@ParameterizedTest
	@CsvSource({ "1, 40, CONTINUUM", "2, 200, CLEAR", "3, 200, CLEAR", "5, 200, CLEAR",
		"4, 45, SEPARATE", "6, 50, SEPARATE" })
	void groupsAreCounted(final int groups, final int distance, final SuggestionKind kind) {
		final SuggestedNumber suggested = SuggestedNumber.of(series(groups(groups, distance)),
			ClusterSeries.MOST);
		assertEquals(kind, suggested.kind());
		if (kind != SuggestionKind.CONTINUUM) assertEquals(groups, suggested.clusters());
	}

	@Test
	void aContinuumHasALimit() {
		final ClusterSeries series = series(groups(1, 0));
		final int free = SuggestedNumber.of(series, ClusterSeries.MOST).clusters();
		assertTrue(free > 2);
		assertEquals(2, SuggestedNumber.of(series, 2).clusters());
	}

	@Test
	void betweenGroupsIsAValleyAndWithinThemNone() {
		final ClusterSeries series = series(groups(2, 300));
		assertEquals(0, series.valley(1));
		assertEquals(0, series.valley(2));
		assertTrue(series.valley(4) > 0.8, "" + series.valley(4));
	}

	/** Normal, with a deviation of 10. */
	private static WeightedPoints groups(final int groups, final int distance) {
		final Random random = new Random(groups);
		final TreeMap<Long, Long> counts = new TreeMap<>();
		for (int i = 0; i < 20_000; i++)
			counts.merge(Math.round(i % groups * distance + 10 * random.nextGaussian()), 1L, Long::sum);
		return new RandomPoints(
			counts.keySet().stream().map(x -> new long[] { x }).toArray(long[][]::new),
			counts.values().stream().mapToLong(Long::longValue).toArray());
	}

	@Test
	void otherNumbersAreRefused() {
		final ClusterSeries series = series(RandomPoints.of(3));
		final int most = series.most();
		for (final int k : new int[] { 0, most + 1 })
			assertEquals("clusters = " + k + ": takes 1 to " + most,
				assertThrows(IllegalArgumentException.class, () -> series.compactness(k)).getMessage());
	}

	@Test
	void itCanBeCancelledAnywhere() {
		final RandomPoints points = RandomPoints.of(11, 5000);
		final int[] reports = new int[1];
		SeriesSearch.of(points, new RunMemory(), (fraction, word) -> {
			synchronized (reports) {
				reports[0]++;
			}
		});
		IntStream.of(1, 2, reports[0] / 3, reports[0] / 2)
			.forEach(at -> assertThrows(CancellationException.class, () -> cancelledAt(points, at)));
	}

	private static void cancelledAt(final WeightedPoints points, final int at) {
		final int[] reports = new int[1];
		SeriesSearch.of(points, new RunMemory(), (fraction, word) -> {
			synchronized (reports) {
				if (++reports[0] >= at) throw new CancellationException();
			}
		});
	}
}
