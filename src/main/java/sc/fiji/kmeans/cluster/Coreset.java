package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * A coreset: weighted means that stand for all points while an attempt looks for
 * its start. They are the {@link Means} of the nodes of a cut through the tree. The cut
 * begins with the root and splits the node with the largest scatter, until there are as
 * many means as wanted; points are never split. (Har-Peled, Mazumdar: On coresets for
 * k-means and k-median clustering, STOC 2004. Here without their bound: the
 * error of a coreset is known, its {@link #spread}.)
 */
final class Coreset {

	/** Relative error of a sum of squares by rounding. */
	private static final double ROUNDING = 1e-12;

	private final SearchTree tree;
	private final Checkpoint checkpoint;
	private final int dimensions;
	private final int size;
	/** Coordinate q of mean i stands at i * dimensions + q. */
	private final double[] values;
	private final double[] weights;

	/** Weight times value. */
	private final double[] sums;
	private final double squares;
	private final double spread;
	/** The largest scatter of a node that was not split; 0 if all points are here. */
	private final double limit;

	Coreset(final SearchTree tree, final Means means, final double limit) {
		this.tree = tree;
		this.limit = limit;
		checkpoint = tree.checkpoint();
		dimensions = means.dimensions;
		size = means.size;
		sums = means.sums;
		values = means.values;
		weights = means.weights;
		double total = 0;
		for (int i = 0; i < size * dimensions; i++)
			total += sums[i] * values[i];
		squares = total;
		spread = Math.max(ROUNDING * total, tree.squares().doubleValue() - total);
	}

	/**
	 * Another coreset of about the same size, from a random cut; this one if all
	 * points are here.
	 *
	 * @param memory for its means
	 */
	Coreset redrawn(final Random random, final RunArrays memory) {
		if (limit == 0) return this;
		final Coreset drawn = new Coreset(tree, RandomCut.draw(tree, limit, random, memory), limit);
		return drawn.size < size / 2 ? this : drawn;
	}

	int size() {
		return size;
	}

	/** Whether all points are here. */
	boolean isWhole() {
		return limit == 0;
	}

	int dimensions() {
		return dimensions;
	}

	Checkpoint checkpoint() {
		return checkpoint;
	}

	/** Weight times coordinate q of mean i. */
	double sum(final int i, final int q) {
		return sums[i * dimensions + q];
	}

	/** Sum of weight times squared length. */
	double squares() {
		return squares;
	}

	/**
	 * Sum of the squared distances of the points to their means, no smaller than its
	 * rounding error.
	 */
	double spread() {
		return spread;
	}

	double weight(final int i) {
		return weights[i];
	}

	/** All coordinates, of mean i from i * dimensions on; not to be changed. */
	double[] values() {
		return values;
	}

	double[] row(final int i) {
		return Arrays.copyOfRange(values, i * dimensions, (i + 1) * dimensions);
	}
}
