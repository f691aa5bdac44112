package sc.fiji.kmeans.cluster;

/**
 * One assignment of all points to their nearest centres, by filtering: a node of
 * the tree is handed down only those centres that can be nearest to a point of
 * its box, and a node that keeps a single one is added as a whole. (Kanungo et
 * al.: An efficient k-means clustering algorithm, IEEE TPAMI 24, 2002.)
 * <p>
 * The result is that of comparing every point with every centre, to the last bit
 * and with the same ties: whatever is not decided beyond rounding reaches a leaf,
 * where the rounded distances are compared, in the order of the centres.
 */
final class Filtering {

	/** Levels above those nodes that are shared out: they are a few dozen at most. */
	private static final int LEVELS_ABOVE = 4;
	private static final int PARTS = 16;

	private final SearchTree tree;
	private final int k;
	private final Partition partition;
	private final Candidates candidates;
	/** The candidates of the nodes on the path from the root, k for each level. */
	private final int[] lists;
	private final double[] x;
	/** Coordinates of the candidates of a leaf. */
	private final double[] near;
	/** Distances since the last checkpoint, about. */
	private int work;

	private Filtering(final SearchTree tree, final Centres centres, final RunArrays memory) {
		this.tree = tree;
		k = centres.size();
		partition = new Partition(tree, centres, memory);
		candidates = new Candidates(centres, tree.reach());
		lists = memory.ints((tree.depth() + 1) * k);
		x = new double[centres.dimensions()];
		near = memory.doubles(k * centres.dimensions());
	}

	/** Assigns parts of the tree in parallel: sums of integers do not depend on the order. */
	static Partition assign(final SearchTree tree, final Centres centres) {
		tree.checkpoint().pass();
		final int level = Math.max(0, tree.depth() - LEVELS_ABOVE);
		final int n = tree.level(level).size();
		final Partition sum = new Partition(tree, centres);
		Parallel.each(PARTS,
			part -> tree.memory()
				.lend(lent -> new Filtering(tree, centres, lent).addTo(sum, level, n * part / PARTS,
					n * (part + 1) / PARTS)));
		return sum;
	}

	private Partition addTo(final Partition sum, final int level, final int from, final int to) {
		for (int j = 0; j < k; j++)
			lists[(level + 1) * k + j] = j;
		for (int node = from; node < to; node++)
			visit(level, node, k);
		return sum.add(partition);
	}

	/** @param n number of candidates that the level above hands down */
	private void visit(final int level, final int node, final int n) {
		partition.visitNode();
		work += n;
		if (work > Checkpoint.WORK) rest();
		final SearchTree.Level nodes = tree.level(level);
		final int kept = candidates.keep(lists, (level + 1) * k, n, level * k, nodes.boxes(),
			nodes.box(node));
		if (kept == 1) partition.addNode(lists[level * k], nodes, node);
		else if (level == 0) addPoints(node, kept);
		else for (int child = tree.begin(level, node); child < tree.end(level, node); child++)
			visit(level - 1, child, kept);
	}

	private void rest() {
		work = 0;
		tree.checkpoint().pass();
	}

	private void addPoints(final int leaf, final int n) {
		final WeightedPoints points = tree.points();
		final int d = tree.dimensions();
		final int begin = tree.begin(0, leaf);
		final int end = tree.end(0, leaf);
		work += n * (end - begin);
		partition.comparePoints(end - begin);
		for (int c = 0; c < n; c++)
			partition.centres().read(lists[c], near, c * d);
		for (int i = begin; i < end; i++) {
			points.read(i, x);
			partition.addPoint(lists[Distances.nearest(near, n, x, 0, d)], x, points.weight(i));
		}
	}
}
