package sc.fiji.kmeans.cluster;

/** What the benchmark wants to know of the search and users do not. */
public final class Search {

	private final SearchTree tree;
	private final Partition partition;

	/** Builds the tree, and assigns its points to the clusters once. */
	public Search(final WeightedPoints points, final Clusters clusters) {
		tree = index(points);
		final double[][] rows = new double[clusters.size()][];
		for (int j = 0; j < rows.length; j++)
			rows[j] = clusters.centre(j + 1);
		partition = Filtering.assign(tree, Centres.of(rows));
	}

	/** Builds the tree and throws it away. */
	public static void time(final WeightedPoints points) {
		index(points);
	}

	private static SearchTree index(final WeightedPoints points) {
		return new SearchTree(points, new Checkpoint(Progress.NONE), new RunArrays());
	}

	/** Nodes that one iteration looks at. */
	public long nodes() {
		return partition.visitedNodes();
	}

	/** Points that one iteration compares with some centres. */
	public long points() {
		return partition.comparedPoints();
	}
}
