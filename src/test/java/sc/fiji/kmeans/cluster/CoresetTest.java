package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Means that stand for runs of points. */
class CoresetTest {

	/** Leaves of 32: what is not split is a pair, the rest are points. */
	@Test
	void theMostSpreadNodeIsSplitFirst() {
		// 64 points: a leaf of 0 to 31, and a leaf of 1000, 1010 and so on.
		final RandomPoints points = KMeansContractTest
			.values(IntStream.range(0, 64).mapToLong(i -> i < 32 ? i : 1000 + 10 * (i - 32)).toArray());
		final Coreset[] coresets = CoresetCut.coresets(points.tree(), 2, 4, 34, 64);
		assertSizes(coresets, 2, 4, 34, 64);
		// The squares of 32 numbers in a row about their mean are 32 (32² - 1) / 12.
		final double scatter = 2728;
		assertPair(585.25, 101 * scatter + 64 * Math.pow(1155 - 15.5, 2) / 4, 64, coresets[0], 0);
		assertPair(15.5, scatter, 32, coresets[1], 0);
		assertPair(1155, 100 * scatter, 32, coresets[1], 2);
		assertPair(15.5, scatter, 32, coresets[2], 0);
		assertArrayEquals(new double[] { 1310 }, coresets[2].row(33));
	}

	/** Two means with the weight, the mean and the scatter of a node. */
	private static void assertPair(final double mean, final double scatter, final double weight,
		final Coreset coreset, final int first)
	{
		final double away = coreset.row(first)[0] - mean;
		assertEquals(Math.sqrt(scatter / weight), Math.abs(away), 1e-9 * mean);
		assertEquals(mean - away, coreset.row(first + 1)[0], 1e-9 * mean);
		assertEquals(weight / 2, coreset.weight(first));
		assertEquals(weight / 2, coreset.weight(first + 1));
	}

	private static void assertSizes(final Coreset[] coresets, final int... sizes) {
		assertArrayEquals(sizes, Arrays.stream(coresets).mapToInt(Coreset::size).toArray());
		for (int i = 0; i < sizes.length; i++)
			assertEquals(i == sizes.length - 1, coresets[i].isWhole());
	}

	/** A leaf has 32 points at most: a limit that is not kept by more is missed by less. */
	@Property(tries = 60)
	void sizesComeNearTheirLimits(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 300) final int limit)
	{
		final SearchTree tree = RandomPoints.of(seed, 3000).tree();
		final int n = tree.points().size();
		final Coreset[] coresets = CoresetCut.coresets(tree, limit, 3 * limit, n);
		assertTrue(coresets[0].size() <= limit && coresets[0].size() > Math.min(limit, n) - 32);
		assertTrue(coresets[1].size() <= 3 * limit && coresets[1].size() >= coresets[0].size());
		for (final Coreset coreset : coresets)
			assertTrue(coreset.spread() <= 1e-9 * coreset.squares());
		assertEquals(n, coresets[2].size());
		assertTrue(coresets[2].isWhole());
	}

	@Property(tries = 60)
	void theWholeIsThePointsInTheirOrder(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed, 1000);
		final Coreset whole = CoresetCut.coresets(points.tree(), points.size() + 7)[0];
		assertEquals(points.size(), whole.size());
		assertEquals(points.dimensions(), whole.dimensions());
		for (int i = 0; i < points.size(); i++) {
			final double[] x = points.point(i);
			assertArrayEquals(x, whole.row(i));
			assertEquals(points.weight(i), whole.weight(i));
			for (int q = 0; q < x.length; q++)
				assertEquals(points.weight(i) * x[q], whole.sum(i, q));
		}
		assertTrue(whole.spread() <= 1e-11 * whole.squares());
	}

	/** Whatever the cut: nothing is lost, and a sum is the weight times the mean. */
	@Property(tries = 60)
	void aRedrawnOneStandsForAllPoints(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 100) final int limit)
	{
		final SearchTree tree = RandomPoints.of(seed, 3000).tree();
		final Coreset coreset = CoresetCut.coresets(tree, limit)[0];
		final Coreset redrawn = coreset.redrawn(new Random(seed), new RunArrays());
		assertTrue(2 * redrawn.size() >= coreset.size() - 1, redrawn.size() + " of " + coreset.size());
		assertStandsForAll(tree, redrawn);
		assertTrue(redrawn == coreset || !coreset.isWhole());
		final Coreset again = coreset.redrawn(new Random(seed), new RunArrays());
		assertArrayEquals(Arrays.copyOf(redrawn.values(), redrawn.size() * redrawn.dimensions()),
			Arrays.copyOf(again.values(), again.size() * again.dimensions()));
	}

	private static void assertStandsForAll(final SearchTree tree, final Coreset coreset) {
		final SearchTree.Level top = tree.level(tree.depth() - 1);
		assertEquals(top.weight(0),
			IntStream.range(0, coreset.size()).mapToDouble(coreset::weight).sum());
		for (int q = 0; q < coreset.dimensions(); q++) {
			double sum = 0;
			for (int i = 0; i < coreset.size(); i++) {
				sum += coreset.sum(i, q);
				assertEquals(coreset.sum(i, q) / coreset.weight(i), coreset.row(i)[q]);
			}
			assertEquals(top.sum(0, q), sum, 1e-9 * coreset.squares());
		}
	}

	/** No two attempts share what their means hide. */
	@Test
	void redrawnOnesDiffer() {
		final RandomPoints points = KMeansContractTest
			.values(new Random(1).longs(0, 1 << 20).distinct().limit(3000).sorted().toArray());
		final Coreset coreset = CoresetCut.coresets(points.tree(), 100)[0];
		final double[][] values = new double[2][];
		Arrays.setAll(values, seed -> {
			final Coreset redrawn = coreset.redrawn(new Random(seed), new RunArrays());
			return Arrays.copyOf(redrawn.values(), redrawn.size());
		});
		assertFalse(Arrays.equals(values[0], values[1]));
	}

	@Test
	void wherePointsAreAllThereIsNothingToDraw() {
		final Coreset whole = CoresetCut.coresets(KMeansContractTest.values(1, 2, 5).tree(), 3)[0];
		assertSame(whole, whole.redrawn(new Random(1), new RunArrays()));
	}
}
