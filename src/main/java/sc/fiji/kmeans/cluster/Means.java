package sc.fiji.kmeans.cluster;

/**
 * Weighted means of nodes and points of a tree, while they are written one by one.
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

	/** @param memory that the arrays are taken from */
	Means(final SearchTree tree, final int size, final RunMemory memory) {
		this.tree = tree;
		this.size = size;
		dimensions = tree.dimensions();
		values = memory.doubles(size * dimensions);
		weights = memory.doubles(size);
		sums = memory.doubles(size * dimensions);
		x = new double[dimensions];
	}

	void addNode(final int level, final int node) {
		final SearchTree.Level nodes = tree.level(level);
		for (int q = 0; q < dimensions; q++)
			put(q, nodes.sum(node, q), nodes.weight(node));
		end(nodes.weight(node));
	}

	void addPoint(final int point) {
		tree.points().read(point, x);
		final long weight = tree.points().weight(point);
		for (int q = 0; q < dimensions; q++)
			put(q, (long) x[q] * weight, weight);
		end(weight);
	}

	private void end(final long weight) {
		tree.checkpoint().passAt(written, dimensions);
		weights[written++] = weight;
	}

	private void put(final int q, final long sum, final long weight) {
		sums[written * dimensions + q] = sum;
		values[written * dimensions + q] = sum / (double) weight;
	}
}
