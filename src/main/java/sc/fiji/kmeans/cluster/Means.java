package sc.fiji.kmeans.cluster;

/**
 * Weighted means of nodes and points of a tree, while they are written one by one.
 * <p>
 * A node of several points becomes a pair, at the same distance on both sides of its mean,
 * each with half its weight. The distance is the root mean squared one of its points, so
 * the pair has the weight, the sum and the sum of squares of the points. The direction is
 * random, farther along the longer sides of the node's box. With the mean alone a search
 * would prefer borders along the axes: boxes have their sides there, so such a border
 * divides few of them, and what a border gains within a box that it divides is not seen.
 * (Pairs that cancel errors of odd order: Hammersley, Morton: A new Monte Carlo technique:
 * antithetic variates, Mathematical Proceedings of the Cambridge Philosophical Society 52,
 * 1956.)
 */
final class Means {

	private final SearchTree tree;
	final int dimensions;
	/** How many there will be. */
	final int size;
	/** Coordinate q of mean i stands at i * dimensions + q. */
	final double[] values;
	final double[] weights;
	/** Weight times value. */
	final double[] sums;
	private int written;
	private final double[] x;
	private final long seed;

	/**
	 * @param seed of the directions of the pairs
	 * @param memory that the arrays are taken from
	 */
	Means(final SearchTree tree, final int size, final long seed, final RunArrays memory) {
		this.tree = tree;
		this.seed = seed;
		this.size = size;
		dimensions = tree.dimensions();
		values = memory.doubles(size * dimensions);
		weights = memory.doubles(size);
		sums = memory.doubles(size * dimensions);
		x = new double[dimensions];
	}

	/** Number of means that a node becomes. */
	static int of(final SearchTree.Level nodes, final int node) {
		return nodes.isPoint(node) ? 1 : 2;
	}

	void addNode(final int level, final int node) {
		final SearchTree.Level nodes = tree.level(level);
		if (nodes.isPoint(node)) addMean(nodes, node);
		else addPair(nodes, node);
	}

	private void addMean(final SearchTree.Level nodes, final int node) {
		for (int q = 0; q < dimensions; q++)
			put(q, nodes.sum(node, q), nodes.weight(node));
		end(nodes.weight(node));
	}

	private void addPair(final SearchTree.Level nodes, final int node) {
		final double half = nodes.weight(node) / 2.0;
		drawOffset(nodes, node);
		for (int sign = -1; sign <= 1; sign += 2) {
			for (int q = 0; q < dimensions; q++)
				put(q, nodes.sum(node, q) / 2.0 + sign * half * x[q], half);
			end(half);
		}
	}

	private void drawOffset(final SearchTree.Level nodes, final int node) {
		double squared = 0;
		for (int q = 0; q < dimensions; q++) {
			final long bits = MixedBits.of(seed, (long) written * dimensions + q);
			x[q] = (nodes.high(node, q) - nodes.low(node, q)) * (bits | 1);
			squared += x[q] * x[q];
		}
		final double factor = Math.sqrt(nodes.scatter(node) / nodes.weight(node) / squared);
		for (int q = 0; q < dimensions; q++)
			x[q] *= factor;
	}

	void addPoint(final int point) {
		tree.points().read(point, x);
		final long weight = tree.points().weight(point);
		for (int q = 0; q < dimensions; q++)
			put(q, (long) x[q] * weight, weight);
		end(weight);
	}

	private void end(final double weight) {
		tree.checkpoint().passAt(written, dimensions);
		weights[written++] = weight;
	}

	private void put(final int q, final double sum, final double weight) {
		sums[written * dimensions + q] = sum;
		values[written * dimensions + q] = sum / weight;
	}
}
