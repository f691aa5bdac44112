package sc.fiji.kmeans.cluster;

import java.util.Random;

/**
 * A random cut through a tree: a node is split if its scatter exceeds a limit times a
 * number drawn for the node. So two cuts stand for all points about as well, but do not
 * share their errors.
 */
final class RandomCut {

	private static final double LEAST = 0.6;

	private final SearchTree tree;
	/** A node with a larger scatter is split, but for chance. */
	private final double limit;
	private final long seed;
	private Random random;
	private int size;
	/** Null while means are counted. */
	private Means means;

	private RandomCut(final SearchTree tree, final double limit, final Random random) {
		this.tree = tree;
		this.limit = limit;
		seed = random.nextLong();
	}

	/** Draws a cut and gives its means, in a memory. */
	static Means draw(final SearchTree tree, final double limit, final Random random,
		final RunArrays memory)
	{
		final RandomCut cut = new RandomCut(tree, limit, random);
		cut.visitAll();
		cut.means = new Means(tree, cut.size, cut.seed, memory);
		cut.visitAll();
		return cut.means;
	}

	/** Walks the same cut each time. */
	private void visitAll() {
		random = new Random(seed);
		visit(tree.depth() - 1, 0);
	}

	private void visit(final int level, final int node) {
		if (tree.level(level).scatter(node) <= limit * chance()) addNode(level, node);
		else for (int i = tree.begin(level, node); i < tree.end(level, node); i++)
			if (level > 0) visit(level - 1, i);
			else addPoint(i);
	}

	/** From 0.6 to 2.2, so that the cut has about the wanted number of means. */
	private double chance() {
		final double u = random.nextDouble();
		return LEAST + u * (LEAST + u);
	}

	private void addNode(final int level, final int node) {
		size += Means.of(tree.level(level), node);
		if (means != null) means.addNode(level, node);
	}

	private void addPoint(final int point) {
		size++;
		if (means != null) means.addPoint(point);
	}
}
