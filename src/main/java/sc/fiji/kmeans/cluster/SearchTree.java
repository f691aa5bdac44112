package sc.fiji.kmeans.cluster;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree of boxes around points. Every leaf holds a run of consecutive points, every
 * other node a run of consecutive nodes. So neighbours in the order of the points
 * should be near each other, as on the space-filling curve of pixel histograms. (Kamel,
 * Faloutsos: On packing R-trees, CIKM 1993.)
 * <p>
 * Invariant: the box of a node is the smallest around its points; its weight and its
 * sums are exact.
 */
final class SearchTree {

	private static final int LEAF = 32;
	private static final int FAN = 4;
	/** Number of parts of the leaves, for threads to work in parallel. */
	private static final int PARTS = 64;

	private final WeightedPoints points;
	private final Checkpoint checkpoint;
	private final Checkpoint building;
	private final RunArrays memory;
	private final int dimensions;
	/** From the leaves, level 0, to the root. */
	private final List<Level> levels = new ArrayList<>();
	private final BigInteger squares;

	/**
	 * @param points at least one
	 * @param checkpoint that all who search this tree pass
	 * @param memory of this run
	 */
	SearchTree(final WeightedPoints points, final Checkpoint checkpoint, final RunArrays memory) {
		this.points = points;
		this.checkpoint = checkpoint;
		this.memory = memory;
		dimensions = points.dimensions();
		building = checkpoint.before("indexing");
		final Level leaves = new Level((points.size() + LEAF - 1) / LEAF);
		squares = Parallel
			.map(PARTS, part -> filled(leaves, start(leaves, part), start(leaves, part + 1)))
			.stream()
			.collect(SquareSum::new, SquareSum::add, SquareSum::add)
			.total();
		levels.add(leaves);
		while (top().size() > 1)
			levels.add(parents(top()));
	}

	private static int start(final Level level, final int part) {
		return (int) ((long) level.size() * part / PARTS);
	}

	/** @return of the points of these leaves */
	private SquareSum filled(final Level leaves, final int from, final int to) {
		final SquareSum sum = new SquareSum();
		final double[] x = new double[dimensions];
		final long[] coordinates = new long[LEAF * dimensions];
		final long[] weights = new long[LEAF];
		for (int leaf = from; leaf < to; leaf++) {
			building.passAt(leaf, LEAF);
			final int begin = begin(0, leaf);
			final int n = end(0, leaf) - begin;
			for (int i = 0; i < n; i++) {
				points.read(begin + i, x);
				weights[i] = points.weight(begin + i);
				for (int q = 0; q < dimensions; q++)
					coordinates[q * LEAF + i] = (long) x[q];
			}
			leaves.setLeaf(leaf, coordinates, weights, n, sum);
		}
		return sum;
	}

	private Level parents(final Level below) {
		final Level level = new Level((below.size() + FAN - 1) / FAN);
		for (int node = 0; node < level.size(); node++)
			level.clear(node);
		for (int child = 0; child < below.size(); child++) {
			building.passAt(child, FAN);
			level.addNode(child / FAN, below, child);
		}
		return level;
	}

	private Level top() {
		return levels.get(levels.size() - 1);
	}

	/** Number of points of a node, but the last one may have fewer. */
	static int points(final int level) {
		return (int) Math.min(Integer.MAX_VALUE, LEAF * Math.pow(FAN, level));
	}

	WeightedPoints points() {
		return points;
	}

	Checkpoint checkpoint() {
		return checkpoint;
	}

	RunArrays memory() {
		return memory;
	}

	int dimensions() {
		return dimensions;
	}

	int depth() {
		return levels.size();
	}

	Level level(final int number) {
		return levels.get(number);
	}

	/** First child of a node, or first point of a leaf. */
	int begin(final int level, final int node) {
		return node * (level == 0 ? LEAF : FAN);
	}

	/** One behind the last child of a node, or the last point of a leaf. */
	int end(final int level, final int node) {
		return level == 0
			? Math.min(points.size(), begin(0, node + 1))
			: Math.min(levels.get(level - 1).size(), begin(level, node + 1));
	}

	/** Sum over all points of weight times squared length, exactly. */
	BigInteger squares() {
		return squares;
	}

	/** The largest |coordinate|. */
	double reach() {
		double reach = 0;
		for (int q = 0; q < dimensions; q++)
			reach = Math.max(reach, Math.max(-min(q), max(q)));
		return reach;
	}

	double min(final int q) {
		return top().low(0, q);
	}

	double max(final int q) {
		return top().high(0, q);
	}

	/** Nodes at the same distance from the leaves. */
	final class Level {

		private final int size;
		/** For each node the low, then the high end of its box in each dimension. */
		private final double[] boxes;
		/** For each node its weight, then the sums of its points' coordinates. */
		private final long[] totals;

		/** For each node the sum of its points' squared lengths, rounded. */
		private final double[] squares;

		private Level(final int size) {
			this.size = size;
			squares = memory.doubles(size);
			boxes = memory.doubles(size * 2 * dimensions);
			totals = memory.longs(size * (dimensions + 1));
		}

		int size() {
			return size;
		}

		private void clear(final int node) {
			final int from = node * 2 * dimensions;
			Arrays.fill(boxes, from, from + dimensions, Double.POSITIVE_INFINITY);
			Arrays.fill(boxes, from + dimensions, from + 2 * dimensions, Double.NEGATIVE_INFINITY);
			squares[node] = 0;
			final int total = node * (dimensions + 1);
			Arrays.fill(totals, total, total + dimensions + 1, 0);
		}

		/** @param coordinates of n points, dimension by dimension */
		private void setLeaf(final int leaf, final long[] coordinates, final long[] weights,
			final int n, final SquareSum squareSum)
		{
			long weight = 0;
			for (int i = 0; i < n; i++)
				weight += weights[i];
			totals[leaf * (dimensions + 1)] = weight;
			squares[leaf] = 0;
			for (int q = 0; q < dimensions; q++) {
				long low = Long.MAX_VALUE;
				long high = Long.MIN_VALUE;
				long total = 0;
				for (int i = 0; i < n; i++) {
					final long x = coordinates[q * LEAF + i];
					low = Math.min(low, x);
					high = Math.max(high, x);
					total += weights[i] * x;
				}
				boxes[box(leaf) + q] = low;
				boxes[box(leaf) + dimensions + q] = high;
				totals[leaf * (dimensions + 1) + 1 + q] = total;
				squares[leaf] += squareSum.add(weights, weight, coordinates, q * LEAF, n,
					Math.max(-low, high));
			}
		}

		private void addNode(final int node, final Level below, final int child) {
			for (int q = 0; q < dimensions; q++) {
				final int low = node * 2 * dimensions + q;
				boxes[low] = Math.min(boxes[low], below.low(child, q));
				boxes[low + dimensions] = Math.max(boxes[low + dimensions], below.high(child, q));
			}
			squares[node] += below.squares[child];
			for (int t = 0; t <= dimensions; t++)
				totals[node * (dimensions + 1) + t] += below.totals[child * (dimensions + 1) + t];
		}

		/** All boxes: the low ends of a node's box, then its high ends. */
		double[] boxes() {
			return boxes;
		}

		/** Where a node's box begins. */
		int box(final int node) {
			return node * 2 * dimensions;
		}

		double low(final int node, final int q) {
			return boxes[node * 2 * dimensions + q];
		}

		double high(final int node, final int q) {
			return boxes[(node * 2 + 1) * dimensions + q];
		}

		/** Whether all points of a node are one. */
		boolean isPoint(final int node) {
			for (int q = 0; q < dimensions; q++)
				if (low(node, q) != high(node, q)) return false;
			return true;
		}

		/**
		 * Scatter of a node: the sum of the squared distances of its points to their mean,
		 * rounded.
		 */
		double scatter(final int node) {
			double ofMean = 0;
			for (int q = 0; q < dimensions; q++)
				ofMean += (double) sum(node, q) * sum(node, q);
			return Math.max(0, squares[node] - ofMean / weight(node));
		}

		long weight(final int node) {
			return totals[node * (dimensions + 1)];
		}

		long sum(final int node, final int q) {
			return totals[node * (dimensions + 1) + 1 + q];
		}
	}
}
