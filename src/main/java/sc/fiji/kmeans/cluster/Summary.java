package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/**
 * Some weighted means that stand for all points where an attempt looks for its
 * start: those of a cut through the tree. The cut begins with the root, and goes
 * on by splitting the node whose points are most spread, until there are as many
 * as wanted; points are never split.
 */
final class Summary {

	private final Checkpoint checkpoint;
	private final int dimensions;
	/** Coordinate q of mean i stands at i * dimensions + q. */
	private final double[] values;
	private final double[] weights;

	/** Weight times value. */
	private final double[] sums;
	private final double squares;

	private Summary(final SearchTree tree, final double[] values,
		final double[] weights, final double[] sums)
	{
		this.sums = sums;
		checkpoint = tree.checkpoint();
		dimensions = tree.dimensions();
		this.values = values;
		this.weights = weights;
		double total = 0;
		for (int i = 0; i < sums.length; i++)
			total += sums[i] * values[i];
		squares = total;
	}

	/** @param limit the largest number of means, 1 or more */
	static Summary of(final SearchTree tree, final int limit) {
		return new Cut(tree, limit).summary();
	}

	/** The nodes and points that stand for all. */
	private static final class Cut {

		private final SearchTree tree;
		private final int dimensions;
		/** For each level the nodes that are split. */
		private final BitSet[] split;
		private final double[] values;
		private final double[] weights;
		private final double[] sums;
		private int size = 1;
		/** How many means are written. */
		private int written;

		private Cut(final SearchTree tree, final int limit) {
			this.tree = tree;
			dimensions = tree.dimensions();
			split = new BitSet[tree.depth()];
			Arrays.setAll(split, level -> new BitSet());
			final Queue<Node> nodes = new PriorityQueue<>();
			nodes.add(new Node(tree, tree.depth() - 1, 0));
			while (!nodes.isEmpty() && size + nodes.peek().parts() - 1 <= limit)
				split(nodes.remove(), nodes);
			values = new double[size * dimensions];
			weights = new double[size];
			sums = new double[size * dimensions];
		}

		private void split(final Node node, final Queue<Node> nodes) {
			split[node.level].set(node.number);
			size += node.parts() - 1;
			if (node.level > 0) for (int child = node.begin; child < node.end; child++)
				nodes.add(new Node(tree, node.level - 1, child));
		}

		/** The means, in the order of the points. */
		private Summary summary() {
			write(tree.depth() - 1, 0);
			return new Summary(tree, values, weights, sums);
		}

		private void write(final int level, final int node) {
			if (!split[level].get(node)) writeNode(tree.level(level), node);
			else for (int i = tree.begin(level, node); i < tree.end(level, node); i++)
				if (level == 0) writePoint(i);
				else write(level - 1, i);
		}

		private void writeNode(final SearchTree.Level nodes, final int node) {
			for (int q = 0; q < dimensions; q++)
				put(q, nodes.sum(node, q), nodes.weight(node));
			weights[written++] = nodes.weight(node);
		}

		private void writePoint(final int point) {
			final double[] x = new double[dimensions];
			tree.points().read(point, x);
			final long weight = tree.points().weight(point);
			for (int q = 0; q < dimensions; q++)
				put(q, (long) x[q] * weight, weight);
			weights[written++] = weight;
		}

		private void put(final int q, final long sum, final long weight) {
			sums[written * dimensions + q] = sum;
			values[written * dimensions + q] = sum / (double) weight;
		}
	}

	/** A node that may be split, the one with the largest scatter first. */
	private static final class Node implements Comparable<Node> {

		private final int level;
		private final int number;
		private final int begin;
		private final int end;
		private final double scatter;

		private Node(final SearchTree tree, final int level, final int number) {
			this.level = level;
			this.number = number;
			begin = tree.begin(level, number);
			end = tree.end(level, number);
			scatter = tree.level(level).scatter(number);
		}

		/** Number of children or points. */
		private int parts() {
			return end - begin;
		}

		@Override
		public int compareTo(final Node other) {
			return Double.compare(other.scatter, scatter);
		}
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

	/** Weight times coordinate q of mean i. */
	double sum(final int i, final int q) {
		return sums[i * dimensions + q];
	}

	/** Sum of weight times squared length. */
	double squares() {
		return squares;
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
