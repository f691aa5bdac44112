package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.Optional;

/**
 * Lloyd's iterations from one start: assign every point to its nearest centre,
 * move every centre to the mean of its points, repeat. (Lloyd: Least squares
 * quantization in PCM, IEEE Trans. Inf. Theory 28, 1982.)
 */
final class Attempt {

	/** At most this many times the last gain is expected to follow. */
	private static final double HOPE = 20;

	private final SearchTree tree;
	private final KMeansOptions options;
	private final Comparator<double[]> order;
	private final double share;

	/** @param share in the whole work, for the progress */
	Attempt(final SearchTree tree, final KMeansOptions options, final Comparator<double[]> order,
		final double share)
	{
		this.share = share;
		this.tree = tree;
		this.options = options;
		this.order = order;
	}

	/**
	 * The clusters of this attempt alone.
	 *
	 * @param start as assigned below
	 */
	Clusters run(final Partition start) {
		return runTo(start, Double.POSITIVE_INFINITY).get();
	}

	/**
	 * The clusters of this attempt alone; nothing if their compactness falls too slowly to reach
	 * a goal. Invariant of the loop: the partition is that of the current centres, and
	 * every one of them has pixels. Neither the means nor moving an empty cluster
	 * ever raises the compactness.
	 *
	 * @param start as assigned below
	 */
	Optional<Clusters> runTo(final Partition start, final double goal) {
		final double limit = options.epsilon() * options.epsilon();
		double ahead = share;
		Partition partition = start;
		double compactness = goal < Double.POSITIVE_INFINITY ? start.roughCompactness() : 0;
		for (int iteration = 1;; iteration++) {
			final Centres moved = partition.means();
			final boolean settled = partition.centres().squaredShift(moved) <= limit;
			if (settled || iteration == options.iterations()) {
				tree.checkpoint().advance(ahead);
				return Optional.of(new Clusters(finish(moved), iteration, !settled));
			}
			partition = assign(tree, moved);
			// Nobody knows how many iterations are to come.
			tree.checkpoint().advance(ahead / 8);
			ahead -= ahead / 8;
			if (goal == Double.POSITIVE_INFINITY) continue;
			final double before = compactness;
			compactness = partition.roughCompactness();
			if (compactness - HOPE * (before - compactness) > goal) return Optional.empty();
		}
	}

	/** Assigns the points until no cluster is empty. */
	static Partition assign(final SearchTree tree, final Centres centres) {
		return filled(tree, Filtering.assign(tree, centres));
	}

	/**
	 * Assigns the points anew while a cluster is empty. It ends: a centre that was
	 * moved to a point keeps that point, so every round adds to such centres, or
	 * leaves out those that no point needs.
	 */
	static Partition filled(final SearchTree tree, final Partition assigned) {
		Partition partition = assigned;
		while (partition.hasEmpty())
			partition = Filtering.assign(tree, partition.refilled());
		return partition;
	}

	/**
	 * The partition of the centres in their final order. It ends: only a centre that
	 * was refilled can be out of order, it had no pixels, and its new place brings
	 * its point's distance to 0. So each round lowers the compactness or leaves
	 * centres out, and no set of centres comes twice.
	 */
	private Partition finish(final Centres centres) {
		final Comparator<double[]> passing = tree.checkpoint().passing(order);
		Partition partition = assign(tree, centres.sorted(passing));
		while (!partition.centres().isSorted(passing))
			partition = assign(tree, partition.centres().sorted(passing));
		return partition;
	}
}
