package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;
import sc.fiji.kmeans.cluster.WeightedPointsContract;

/** The points of values in a space. */
class LocatedPointsTest extends WeightedPointsContract {

	private static final PixelFormat FORMAT = PixelFormat.grey(24);

	/** Some bits of a value for each coordinate, moved near or far, in fractions. */
	private static ValueSpace bitSpace(final Random random) {
		final int dimensions = 1 + random.nextInt(6);
		final int bits = 1 + random.nextInt(Math.max(1, 24 / dimensions));
		final int fractionBits = random.nextInt(20) - 10;
		final boolean isWide = random.nextBoolean();
		return new TestSpace(dimensions, fractionBits, isWide, (pixel, q) -> {
			final long component = pixel >> q * bits & (1L << bits) - 1;
			final double sign = component % 3 == 0 ? -1 : 1;
			return Math.scalb(component + sign * (isWide ? 0x1p40 : 7), -fractionBits);
		});
	}

	@Override
	protected WeightedPoints points(final long seed) {
		final Random random = new Random(seed);
		return located(counts(random, 3000), bitSpace(random));
	}

	private static PixelCounts counts(final Random random, final int most) {
		final HashedCounts counts = new HashedCounts(FORMAT);
		final long mask = random.nextBoolean() ? 0xffffff : 0x10f0f;
		for (int i = random.nextInt(most); i >= 0; i--)
			counts.add(random.nextInt() & mask, 1 + random.nextInt(5), Steps.UNHEARD);
		return counts.sorted(Steps.UNHEARD);
	}

	private static LocatedPoints located(final PixelCounts counts, final ValueSpace space) {
		return PointJoin.of(new LocatedCounts(counts, space, Progress.NONE), Progress.NONE);
	}

	/** In whole units; values with the same point are one. */
	@Property(tries = 60)
	void pointsAreThoseOfTheValues(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelCounts counts = counts(random, 3000);
		final ValueSpace space = bitSpace(random);
		final Map<double[], Long> expected = new TreeMap<>(TestSpace.BY_COMPONENT);
		for (int i = 0; i < counts.size(); i++) {
			final double[] x = new double[space.dimensions()];
			space.locate(counts.value(i), x);
			expected.merge(Arrays.stream(x).map(c -> Math.scalb(c, space.fractionBits())).toArray(),
				counts.weight(i), Long::sum);
		}
		assertEquals(described(expected), described(located(counts, space)));
	}

	private static String described(final Map<double[], Long> points) {
		final StringBuilder text = new StringBuilder();
		points.forEach((x, n) -> text.append(Arrays.toString(x)).append(n).append('\n'));
		return text.toString();
	}

	private static String described(final WeightedPoints points) {
		final Map<double[], Long> sorted = new TreeMap<>(TestSpace.BY_COMPONENT);
		for (int i = 0; i < points.size(); i++)
			assertEquals(null, sorted.put(point(points, i), points.weight(i)));
		return described(sorted);
	}

	private static double[] point(final WeightedPoints points, final int i) {
		final double[] x = new double[points.dimensions()];
		points.read(i, x);
		return x;
	}

	/** Values in another order have the same points in the same order. */
	@Property(tries = 40)
	void theOrderOfTheValuesCanNotBeSeen(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelCounts counts = counts(random, 2000);
		final ValueSpace space = bitSpace(random);
		final int n = counts.size();
		final long[] values = new long[n];
		final long[] weights = new long[n];
		for (int i = 0; i < n; i++) {
			final int from = (int) ((i * 2_147_483_647L + seed % n + n) % n);
			values[i] = counts.value(from);
			weights[i] = counts.weight(from);
		}
		final LocatedPoints expected = located(counts, space);
		final LocatedPoints points = located(PixelCounts.of(FORMAT, values, weights, values.length),
			space);
		assertEquals(PixelHistogramTest.listing(expected), PixelHistogramTest.listing(points));
	}

	/** Else a point between them would part two that are equal. */
	@Test
	void zerosOfEitherSignAreOne() {
		final double[][] points = { { -0.0, 3 }, { -0.0, 5 }, { 0.0, 3 } };
		final ValueSpace wide = new TestSpace(2, 0, true, (pixel, q) -> points[(int) pixel][q]);
		final PixelCounts counts = PixelCounts.of(FORMAT, new long[] { 0, 1, 2 },
			new long[] { 1, 1, 1 }, 3);
		assertEquals("[0.0, 3.0]2\n[0.0, 5.0]1\n", PixelHistogramTest.listing(located(counts, wide)));
	}

	/** Four pixels at three points: 0.5, 2 and 4.5. */
	@Test
	void aHistogramIsClusteredInUnitsOfItsSpace() {
		final LocatedHistogram histogram = halves(1, 1, 4, 9);
		assertEquals(3, histogram.distinct());
		final Clusters clusters = histogram.cluster(KMeansOptions.defaults().withClusters(2),
			Progress.NONE);
		// 0.5 twice and 2: the mean is 1, the squares 0.25 twice and 1.
		assertArrayEquals(new double[] { 1 }, clusters.centre(1));
		assertArrayEquals(new double[] { 4.5 }, clusters.centre(2));
		assertEquals(1.5, clusters.compactness());
		assertEquals(3, clusters.pixels(1));
	}

	/** What is followed is compared in the same units. */
	@Test
	void aHistogramFollowsClustersOfItsSpace() {
		final Clusters before = halves(1, 1, 4, 9).cluster(KMeansOptions.defaults().withClusters(2),
			Progress.NONE);
		final Clusters after = halves(1, 4, 4, 9).follow(before,
			KMeansOptions.defaults().withClusters(2), Progress.NONE);
		assertTrue(after.isFollowing());
		assertArrayEquals(new double[] { 1.5 }, after.centre(1));
	}

	private static LocatedHistogram halves(final int... values) {
		final ValueSpace halves = new TestSpace(1, 1, false, (pixel, q) -> pixel / 2.0);
		final HashedCounts counts = new HashedCounts(FORMAT);
		for (final int value : values)
			counts.add(value, 1, Steps.UNHEARD);
		final LocatedPoints points = located(counts.sorted(Steps.UNHEARD), halves);
		return new LocatedHistogram(halves, points, points.values(), new RunMemory());
	}
}
