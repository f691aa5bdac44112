package sc.fiji.kmeans.cluster;

/**
 * One assignment of all points to their nearest centres, by filtering: a node of
 * the tree is handed down only those centres that can be nearest to a point of
 * its box, and a node that keeps a single one is added as a whole. (Kanungo et
 * al.: An efficient k-means clustering algorithm, IEEE TPAMI 24, 2002.)
 * <p>
 * The result is that of comparing every point with every centre, to the last bit
 * and with the same ties. A centre b is dropped in favour of a only if |x-b|² -
 * |x-a|² exceeds, for every x of the box, a margin larger than all that rounding
 * can do to these sums; so b is not nearest in rounded numbers either. Points
 * that are closer to a draw than that reach a leaf, where the rounded distances
 * are compared, in the order of the centres.
 */
final class Filtering {

	/** Far above (d + 4) 2^-53, what rounding does to a sum of d squares. */
	private static final double ROUNDING = 0x1p-44;

	private final SearchTree tree;
	private final int d;
	private final Centres centres;
	private final Checkpoint checkpoint;
	private final Partition partition;
	private final double margin;
	/** The candidates of the nodes on the path from the root, k for each level. */
	private final int[] candidates;
	/** The middle of a box, or a point. */
	private final double[] x;
	private int leaves;

	private Filtering(final SearchTree tree, final Centres centres,
		final Checkpoint checkpoint)
	{
		this.tree = tree;
		this.centres = centres;
		this.checkpoint = checkpoint;
		d = centres.dimensions();
		partition = new Partition(tree, centres);
		margin = ROUNDING * d * squaredReach();
		candidates = new int[(tree.depth() + 1) * centres.size()];
		x = new double[d];
	}

	static Partition assign(final SearchTree tree, final Centres centres,
		final Checkpoint checkpoint)
	{
		return new Filtering(tree, centres, checkpoint).run();
	}

	/** The square of twice the largest coordinate, of points and centres. */
	private double squaredReach() {
		double reach = 0;
		for (int q = 0; q < d; q++) {
			reach = Math.max(reach, Math.max(-tree.min(q), tree.max(q)));
			for (int j = 0; j < centres.size(); j++)
				reach = Math.max(reach, Math.abs(centres.coordinate(j, q)));
		}
		return 4 * reach * reach;
	}

	private Partition run() {
		final int top = tree.depth() - 1;
		final int from = (top + 1) * centres.size();
		for (int j = 0; j < centres.size(); j++)
			candidates[from + j] = j;
		visit(top, 0, centres.size());
		return partition;
	}

	/** @param n number of candidates that the level above handed down */
	private void visit(final int level, final int node, final int n) {
		final int kept = filter(level, node, n);
		final int from = level * centres.size();
		if (kept == 1) partition.addNode(candidates[from], tree.level(level), node);
		else if (level == 0) addPoints(node, kept);
		else for (int child = tree.begin(level, node); child < tree.end(level,
			node); child++)
			visit(level - 1, child, kept);
	}

	/** @return how many candidates of the level above stay, in their order */
	private int filter(final int level, final int node, final int n) {
		final SearchTree.Level nodes = tree.level(level);
		final int above = (level + 1) * centres.size();
		final int favourite = nearestToMiddle(nodes, node, above, n);
		int kept = 0;
		for (int i = above; i < above + n; i++) {
			final int j = candidates[i];
			if (j == favourite || !isFarther(j, favourite, nodes, node))
				candidates[level * centres.size() + kept++] = j;
		}
		return kept;
	}

	private int nearestToMiddle(final SearchTree.Level nodes, final int node,
		final int above, final int n)
	{
		for (int q = 0; q < d; q++)
			x[q] = 0.5 * (nodes.low(node, q) + nodes.high(node, q));
		return nearest(above, n);
	}

	/** The candidate that is nearest to x, of equals the first. */
	private int nearest(final int from, final int n) {
		int best = candidates[from];
		double bestDistance = centres.squaredDistance(best, x, 0);
		for (int i = from + 1; i < from + n; i++) {
			final double distance = centres.squaredDistance(candidates[i], x, 0);
			if (distance < bestDistance) {
				best = candidates[i];
				bestDistance = distance;
			}
		}
		return best;
	}

	/**
	 * Whether b is farther than a from every point x of a box. |x-b|² - |x-a|² =
	 * (b - a)(b + a - 2x) is least at the corner that lies farthest along b - a.
	 */
	private boolean isFarther(final int b, final int a,
		final SearchTree.Level nodes, final int node)
	{
		if (d == 3) return least(b, a, nodes, node, 0) + least(b, a, nodes, node, 1) +
			least(b, a, nodes, node, 2) > margin;
		double least = 0;
		for (int q = 0; q < d; q++)
			least += least(b, a, nodes, node, q);
		return least > margin;
	}

	private double least(final int b, final int a, final SearchTree.Level nodes,
		final int node, final int q)
	{
		final double along = centres.coordinate(b, q) - centres.coordinate(a, q);
		final double corner = along > 0 ? nodes.high(node, q) : nodes.low(node, q);
		return along * (centres.coordinate(b, q) + centres.coordinate(a, q) - 2 *
			corner);
	}

	private void addPoints(final int leaf, final int n) {
		if ((++leaves & 0x3ff) == 0) checkpoint.pass();
		for (int i = tree.begin(0, leaf); i < tree.end(0, leaf); i++) {
			tree.points().read(i, x);
			partition.addPoint(nearest(0, n), x, tree.points().weight(i));
		}
	}
}
