package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * Some weighted means that stand for all points where an attempt looks for its
 * start: those of the finest level of the tree that is small enough, or the
 * points themselves where they are few.
 */
final class Summary {

	private final Checkpoint checkpoint;
	private final int dimensions;
	/** Coordinate q of mean i stands at i * dimensions + q. */
	private final double[] values;
	private final double[] weights;

	private Summary(final int size, final SearchTree tree) {
		checkpoint = tree.checkpoint();
		dimensions = tree.dimensions();
		values = new double[size * dimensions];
		weights = new double[size];
	}

	/** @param limit the largest number of means */
	static Summary of(final SearchTree tree, final int limit) {
		if (tree.points().size() <= limit) return ofPoints(tree);
		int level = 0;
		while (tree.level(level).size() > limit)
			level++;
		return ofNodes(tree, tree.level(level));
	}

	private static Summary ofPoints(final SearchTree tree) {
		final WeightedPoints points = tree.points();
		final Summary summary = new Summary(points.size(), tree);
		final double[] x = new double[points.dimensions()];
		for (int i = 0; i < summary.size(); i++) {
			points.read(i, x);
			summary.weights[i] = points.weight(i);
			System.arraycopy(x, 0, summary.values, i * x.length, x.length);
		}
		return summary;
	}

	private static Summary ofNodes(final SearchTree tree,
		final SearchTree.Level nodes)
	{
		final int dimensions = tree.dimensions();
		final Summary summary = new Summary(nodes.size(), tree);
		for (int i = 0; i < summary.size(); i++) {
			summary.weights[i] = nodes.weight(i);
			for (int q = 0; q < dimensions; q++)
				summary.values[i * dimensions + q] = nodes.sum(i, q) / (double) nodes
					.weight(i);
		}
		return summary;
	}

	int size() {
		return weights.length;
	}

	int dimensions() {
		return dimensions;
	}

	Checkpoint checkpoint() {
		return checkpoint;
	}

	double weight(final int i) {
		return weights[i];
	}

	/** All coordinates, those of mean i from i * dimensions on; not to be changed. */
	double[] values() {
		return values;
	}

	double[] row(final int i) {
		return Arrays.copyOfRange(values, i * dimensions, (i + 1) * dimensions);
	}

	/**
	 * Draws a mean with a probability in proportion to its share.
	 *
	 * @param shares one for each mean, 0 or more
	 */
	int draw(final double[] shares, final Random random) {
		double rest = random.nextDouble() * sum(shares);
		int last = 0;
		for (int i = 0; i < shares.length; i++) {
			if (shares[i] <= 0) continue;
			last = i;
			rest -= shares[i];
			if (rest < 0) break;
		}
		return last;
	}

	/** From the first to the last: the order is part of the result. */
	static double sum(final double[] numbers) {
		double sum = 0;
		for (final double number : numbers)
			sum += number;
		return sum;
	}
}
