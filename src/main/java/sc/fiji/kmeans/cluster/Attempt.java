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
	/** An attempt that agrees with the best one ends where it is not to be better by this part. */
	private static final double WORTH = 1e-5;

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
		return run(start, null).get();
	}

	/**
	 * The clusters of this attempt after the best one: nothing if their compactness falls too
	 * slowly to agree with that, and the best ones if they agree and will hardly be better.
	 *
	 * @param start as assigned below
	 */
	Optional<Clusters> after(final Clusters best, final Partition start) {
		return run(start, best);
	}

	/**
	 * Invariant of the loop: the partition is that of the current centres, and every one of
	 * them has pixels. Neither the means nor moving an empty cluster ever raises the compactness.
	 *
	 * @param best null if there is none
	 */
	private Optional<Clusters> run(final Partition start, final Clusters best) {
		double ahead = share;
		Partition partition = start;
		double compactness = best == null ? 0 : start.roughCompactness();
		for (int iteration = 1;; iteration++) {
			final Centres moved = partition.means();
			final boolean settled = partition.centres().areSettled(moved, options.epsilon());
			if (settled || iteration == options.iterations()) {
				tree.checkpoint().advance(ahead);
				return Optional.of(new Clusters(finish(moved), iteration, !settled));
			}
			partition = assign(tree, moved);
			// Nobody knows how many iterations are to come.
			tree.checkpoint().advance(ahead / 8);
			ahead -= ahead / 8;
			if (best == null) continue;
			final double before = compactness;
			compactness = partition.roughCompactness();
			final double hoped = compactness - HOPE * (before - compactness);
			if (!agrees(hoped, best)) return Optional.empty();
			if (agrees(compactness, best) && hoped > best.compactness() * (1 - WORTH))
				return Optional.of(best);
		}
	}

	private static boolean agrees(final double compactness, final Clusters best) {
		return compactness <= best.compactness() * (1 + Clusters.AGREEMENT);
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
