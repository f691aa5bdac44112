package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/**
 * A coreset: weighted means that stand for all points while an attempt looks for
 * its start. Each is the mean of a node of a cut through the tree. The cut begins
 * with the root and splits the node with the largest scatter, until it has as many
 * nodes as wanted; points are never split. (Har-Peled, Mazumdar: On coresets for
 * k-means and k-median clustering, STOC 2004. Here without their bound: the
 * error of a coreset is known, its {@link #spread}.)
 */
final class Coreset {

	/** Relative error of a sum of squares by rounding. */
	private static final double ROUNDING = 1e-12;

	/** Work of a split, in distances. */
	private static final int SPLIT = 64;

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

	private Coreset(final SearchTree tree, final Means means, final double limit) {
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
	 * Coresets of a tree, in the memory of its run.
	 *
	 * @param limits the largest sizes, 1 or more, in ascending order
	 */
	static Coreset[] of(final SearchTree tree, final int... limits) {
		final Cut cut = new Cut(tree, limits[limits.length - 1]);
		return Arrays.stream(limits).mapToObj(cut::coreset).toArray(Coreset[]::new);
	}

	/**
	 * Another coreset of about the same size, from a random cut; this one if all
	 * points are here.
	 *
	 * @param memory for its means
	 */
	Coreset redrawn(final Random random, final RunMemory memory) {
		if (limit == 0) return this;
		final Coreset drawn = new Coreset(tree, RandomCut.draw(tree, limit, random, memory), limit);
		return drawn.size < size / 2 ? this : drawn;
	}

	/** A cut through the tree, which is refined step by step. */
	private static final class Cut {

		private final SearchTree tree;
		/** By level, the nodes that are split. */
		private final BitSet[] split;
		/** The nodes of the cut, the largest scatter first. */
		private final SpreadNodes nodes;
		private int size = 1;
		private int splits;
		private Means means;

		private Cut(final SearchTree tree, final int limit) {
			this.tree = tree;
			split = new BitSet[tree.depth()];
			Arrays.setAll(split, level -> new BitSet());
			nodes = new SpreadNodes(tree, Math.min(limit, tree.points().size()));
			nodes.add(tree.depth() - 1, 0);
		}

		/** @param limit not less than the one before */
		private Coreset coreset(final int limit) {
			while (!nodes.isEmpty() && size + parts() - 1 <= limit)
				split();
			means = new Means(tree, size, tree.memory());
			write(tree.depth() - 1, 0);
			return new Coreset(tree, means, nodes.isEmpty() ? 0 : nodes.scatter());
		}

		/** Number of children or points of the next node. */
		private int parts() {
			return tree.end(nodes.level(), nodes.number()) - tree.begin(nodes.level(), nodes.number());
		}

		private void split() {
			tree.checkpoint().passAt(splits++, SPLIT);
			final int level = nodes.level();
			final int node = nodes.number();
			size += parts() - 1;
			split[level].set(node);
			nodes.remove();
			if (level > 0)
				for (int child = tree.begin(level, node); child < tree.end(level, node); child++)
				nodes.add(level - 1, child);
		}

		/** Writes the means of a node, in the order of the points. */
		private void write(final int level, final int node) {
			if (!split[level].get(node)) means.addNode(level, node);
			else for (int i = tree.begin(level, node); i < tree.end(level, node); i++)
				if (level == 0) means.addPoint(i);
				else write(level - 1, i);
		}
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

	/** All coordinates, those of mean i from i * dimensions on; not to be changed. */
	double[] values() {
		return values;
	}

	double[] row(final int i) {
		return Arrays.copyOfRange(values, i * dimensions, (i + 1) * dimensions);
	}
}
