package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node tells of its points what one finds by looking at each. */
class SearchTreeTest {

	/** Leaves of 32 points, then nodes of 4. */
	@ParameterizedTest
	@CsvSource({ "1, 1", "32, 1", "33, 2", "128, 2", "129, 3", "512, 3", "513, 4" })
	void depthGrowsWithThePoints(final int n, final int depth) {
		assertEquals(depth, ascending(n).tree().depth());
	}

	private static RandomPoints ascending(final int n) {
		final long[] ones = new long[n];
		Arrays.fill(ones, 1);
		return new RandomPoints(
			IntStream.range(0, n).mapToObj(i -> new long[] { i }).toArray(long[][]::new), ones);
	}

	@Property(tries = 50)
	void nodesOfALevelShareOutWhatIsBelow(@ForAll final long seed) {
		final SearchTree tree = any(seed).tree();
		for (int level = 0; level < tree.depth(); level++) {
			int end = 0;
			for (int node = 0; node < tree.level(level).size(); node++) {
				assertEquals(end, tree.begin(level, node));
				end = tree.end(level, node);
			}
			assertEquals(level == 0 ? tree.points().size() : tree.level(level - 1).size(), end);
		}
		assertEquals(1, tree.level(tree.depth() - 1).size());
	}

	@Property(tries = 50)
	void weightsAndSumsAreThoseOfThePoints(@ForAll final long seed) {
		final RandomPoints points = any(seed);
		forEachNode(points.tree(), (level, node, from, to) -> {
			assertEquals(IntStream.range(from, to).mapToLong(points::weight).sum(), level.weight(node));
			for (int q = 0; q < points.dimensions(); q++)
				assertEquals(sum(points, q, from, to), level.sum(node, q));
		});
	}

	private static long sum(final RandomPoints points, final int q, final int from, final int to) {
		return IntStream.range(from, to)
			.mapToLong(i -> points.weight(i) * (long) points.point(i)[q])
			.sum();
	}

	@Property(tries = 50)
	void boxesAreTheSmallestAroundThePoints(@ForAll final long seed) {
		final RandomPoints points = any(seed);
		final int d = points.dimensions();
		forEachNode(points.tree(), (level, node, from, to) -> {
			final double[] box = Arrays.copyOfRange(level.boxes(), level.box(node),
				level.box(node) + 2 * d);
			for (int q = 0; q < d; q++) {
				final double[] side = side(points, q, from, to);
				assertEquals(Arrays.stream(side).min().getAsDouble(), box[q]);
				assertEquals(Arrays.stream(side).max().getAsDouble(), box[d + q]);
				assertEquals(box[q], level.low(node, q));
				assertEquals(box[d + q], level.high(node, q));
			}
		});
	}

	private static double[] side(final RandomPoints points, final int q, final int from,
		final int to)
	{
		return IntStream.range(from, to).mapToDouble(i -> points.point(i)[q]).toArray();
	}

	/** A difference of sums, each of which is rounded. */
	@Property(tries = 50)
	void scatterIsWhatThePointsAreFromTheirMean(@ForAll final long seed) {
		final RandomPoints points = any(seed);
		forEachNode(points.tree(), (level, node, from, to) -> {
			double scatter = 0;
			double squares = 0;
			for (int q = 0; q < points.dimensions(); q++) {
				final double mean = level.sum(node, q) / (double) level.weight(node);
				for (int i = from; i < to; i++) {
					final double x = points.point(i)[q];
					scatter += points.weight(i) * (x - mean) * (x - mean);
					squares += points.weight(i) * x * x;
				}
			}
			assertEquals(scatter, level.scatter(node), 1e-12 * squares);
		});
	}

	@Property(tries = 50)
	void theWholeIsKnownExactly(@ForAll final long seed) {
		final RandomPoints points = any(seed);
		final SearchTree tree = points.tree();
		BigInteger squares = BigInteger.ZERO;
		double reach = 0;
		for (int i = 0; i < points.size(); i++)
			for (final double x : points.point(i)) {
				squares = squares
					.add(BigInteger.valueOf((long) x).pow(2).multiply(BigInteger.valueOf(points.weight(i))));
				reach = Math.max(reach, Math.abs(x));
			}
		assertEquals(squares, tree.squares());
		assertEquals(reach, tree.reach());
		for (int q = 0; q < points.dimensions(); q++) {
			final double[] side = side(points, q, 0, points.size());
			assertEquals(Arrays.stream(side).min().getAsDouble(), tree.min(q));
			assertEquals(Arrays.stream(side).max().getAsDouble(), tree.max(q));
		}
	}

	/** Larger and smaller trees in the same arrays. */
	@Property(tries = 30)
	void nothingIsLeftOfTheTreeBefore(@ForAll final long seed) {
		final Random random = new Random(seed);
		final RunMemory memory = new RunMemory();
		for (int run = 0; run < 3; run++) {
			final RandomPoints points = any(random.nextLong());
			final RunArrays arrays = memory.take();
			assertSame(points.tree(), new SearchTree(points, new Checkpoint(Progress.NONE), arrays));
			memory.takeBack(arrays);
		}
	}

	private static void assertSame(final SearchTree expected, final SearchTree tree) {
		assertEquals(expected.squares(), tree.squares());
		assertEquals(expected.depth(), tree.depth());
		for (int level = 0; level < tree.depth(); level++)
			for (int node = 0; node < expected.level(level).size(); node++)
				assertArrayEquals(described(expected, level, node), described(tree, level, node));
	}

	private static double[] described(final SearchTree tree, final int number, final int node) {
		final SearchTree.Level level = tree.level(number);
		return IntStream.range(0, tree.dimensions())
			.mapToObj(q -> new double[] { level.low(node, q), level.high(node, q), level.sum(node, q),
				level.weight(node), level.scatter(node) })
			.flatMapToDouble(Arrays::stream)
			.toArray();
	}

	/** Of several levels, of numbers of any size. */
	private static RandomPoints any(final long seed) {
		final Random random = new Random(seed);
		return random.nextBoolean()
			? RandomPoints.of(seed, 1500)
			: RandomPoints.wide(random, 1 + random.nextInt(1500));
	}

	/** A node and its points, from the first to before the last. */
	@FunctionalInterface
	private interface NodeTest {

		void of(SearchTree.Level level, int node, int from, int to);
	}

	private static void forEachNode(final SearchTree tree, final NodeTest test) {
		for (int level = 0; level < tree.depth(); level++)
			for (int node = 0; node < tree.level(level).size(); node++)
				test.of(tree.level(level), node, first(tree, level, node),
					Math.min(first(tree, level, node + 1), tree.points().size()));
	}

	/** Its first point, if all nodes before are full. */
	private static int first(final SearchTree tree, final int level, final int node) {
		return level == 0 ? tree.begin(0, node) : first(tree, level - 1, tree.begin(level, node));
	}
}
