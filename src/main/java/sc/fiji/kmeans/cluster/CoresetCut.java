package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A cut through a tree, which is refined step by step: the node with the largest scatter
 * is split first. Points are never split.
 */
final class CoresetCut {

	/** Of the directions of pairs. */
	private static final long SEED = 5;
	/** Work of a split, in distances. */
	private static final int SPLIT = 64;

	private final SearchTree tree;
	/** By level, the nodes that are split. */
	private final BitSet[] split;
	/** The nodes of the cut, the largest scatter first. */
	private final ScatterHeap nodes;
	/** Number of means. */
	private int size;
	private int splits;
	private Means means;

	CoresetCut(final SearchTree tree, final int limit) {
		this.tree = tree;
		split = new BitSet[tree.depth()];
		Arrays.setAll(split, level -> new BitSet());
		nodes = new ScatterHeap(tree, Math.min(limit, tree.points().size()));
		add(tree.depth() - 1, 0);
	}

	/**
	 * Coresets of a tree, in the memory of its run.
	 *
	 * @param limits the largest sizes, 2 or more, in ascending order
	 */
	static Coreset[] coresets(final SearchTree tree, final int... limits) {
		final CoresetCut cut = new CoresetCut(tree, limits[limits.length - 1]);
		return Arrays.stream(limits).mapToObj(cut::refined).toArray(Coreset[]::new);
	}

	private void add(final int level, final int node) {
		nodes.add(level, node);
		size += Means.of(tree.level(level), node);
	}

	/**
	 * The coreset of at most the means that the cut is refined to.
	 *
	 * @param limit not less than the one before
	 */
	Coreset refined(final int limit) {
		while (!nodes.isEmpty() && size + growth() <= limit)
			split();
		means = new Means(tree, size, SEED, tree.memory());
		write(tree.depth() - 1, 0);
		return new Coreset(tree, means, nodes.isEmpty() ? 0 : nodes.scatter());
	}

	/** Number of means that splitting the next node adds. */
	private int growth() {
		final int level = nodes.level();
		final int from = tree.begin(level, nodes.number());
		final int to = tree.end(level, nodes.number());
		int growth = -Means.of(tree.level(level), nodes.number());
		for (int i = from; i < to; i++)
			growth += level == 0 ? 1 : Means.of(tree.level(level - 1), i);
		return growth;
	}

	private void split() {
		tree.checkpoint().passAt(splits++, SPLIT);
		final int level = nodes.level();
		final int node = nodes.number();
		size -= Means.of(tree.level(level), node);
		split[level].set(node);
		nodes.remove();
		for (int i = tree.begin(level, node); i < tree.end(level, node); i++)
			if (level > 0) add(level - 1, i);
			else size++;
	}

	/** Writes the means of a node, in the order of the points. */
	private void write(final int level, final int node) {
		if (!split[level].get(node)) means.addNode(level, node);
		else for (int i = tree.begin(level, node); i < tree.end(level, node); i++)
			if (level == 0) means.addPoint(i);
			else write(level - 1, i);
	}
}
