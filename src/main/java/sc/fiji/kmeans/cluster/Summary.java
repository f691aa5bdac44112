package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/**
 * Some weighted means that stand for all points where an attempt looks for its
 * start: those of a cut through the tree. The cut begins with the root, and goes
 * on by splitting the node whose points are most spread, until there are as many
 * as wanted; points are never split.
 */
final class Summary {

	/** Parts of the squares that are smaller are lost in rounding. */
	private static final double ROUNDING = 1e-12;

	/** What a split takes, in distances. */
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
	/** No node that was not split is spread more; 0 if all points are here. */
	private final double limit;

	private Summary(final SearchTree tree, final Means means, final double limit) {
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
	 * Several summaries of a tree, for runs of which the memory is.
	 *
	 * @param limits the largest number of means of each, 1 or more, in ascending order
	 */
	static Summary[] of(final SearchTree tree, final int... limits) {
		final Cut cut = new Cut(tree, limits[limits.length - 1]);
		return Arrays.stream(limits).mapToObj(cut::summary).toArray(Summary[]::new);
	}

	/**
	 * A summary of about as many means, drawn by itself; this one if all points are
	 * here.
	 *
	 * @param memory of the other
	 */
	Summary redrawn(final Random random, final RunMemory memory) {
		if (limit == 0) return this;
		final Summary drawn = new Summary(tree, RandomCut.draw(tree, limit, random, memory), limit);
		return drawn.size < size / 2 ? this : drawn;
	}

	/** The nodes and points that stand for all. */
	private static final class Cut {

		private final SearchTree tree;
		/** For each level the nodes that are split. */
		private final BitSet[] split;
		/** Those that may be. */
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
		private Summary summary(final int limit) {
			while (!nodes.isEmpty() && size + parts() - 1 <= limit)
				split();
			means = new Means(tree, size, tree.memory());
			write(tree.depth() - 1, 0);
			return new Summary(tree, means, nodes.isEmpty() ? 0 : nodes.scatter());
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
	 * The sum of the squared distances of the points to the means that stand for them,
	 * at least as large as rounding makes it.
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
