package sc.fiji.kmeans.cluster;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Swaps centres of a clustering: adds one where the error is large, removes one of small loss. */
final class CentreSwap {

	private final CoresetClustering clustering;
	private final Random random;

	/** @param random draws the place of a new centre in its cluster */
	CentreSwap(final CoresetClustering clustering, final Random random) {
		this.clustering = clustering;
		this.random = random;
	}

	/**
	 * Adds a centre in a cluster of large error, unless it is empty, and removes one of small
	 * loss.
	 *
	 * @param added rank of the cluster that gets a centre, 0 for the largest error
	 * @param removed rank of the centre that goes, 0 for the least loss
	 * @param part iterations end when the error falls by no more than this part
	 * @param goal iterations may end early if the error will not fall to this
	 */
	void swap(final int added, final int removed, final double part, final double goal) {
		final int spread = ranked(j -> -clustering.error(j), added);
		if (clustering.first(spread) == CoresetClustering.NONE) return;
		clustering.add(clustering.coreset().row(drawn(spread)));
		clustering.settle(part, Double.POSITIVE_INFINITY);
		clustering.remove(ranked(clustering::loss, removed));
		clustering.settle(part, goal);
	}

	/** Draws a mean of a cluster in proportion to its share in the error. */
	private int drawn(final int cluster) {
		double rest = random.nextDouble() * clustering.error(cluster);
		int i = clustering.first(cluster);
		while (clustering.next(i) != CoresetClustering.NONE && (rest -= clustering.share(i)) >= 0)
			i = clustering.next(i);
		return i;
	}

	/** The cluster of a rank by ascending numbers, or the last one; the first of equals first. */
	private int ranked(final IntToDoubleFunction number, final int rank) {
		final double[] numbers = new double[clustering.size()];
		for (int j = 0; j < numbers.length; j++)
			numbers[j] = number.applyAsDouble(j);
		int j = 0;
		while (before(numbers, j) != Math.min(rank, numbers.length - 1))
			j++;
		return j;
	}

	/** The rank of a cluster. */
	private static int before(final double[] numbers, final int cluster) {
		int n = 0;
		for (int j = 0; j < numbers.length; j++)
			if (numbers[j] < numbers[cluster] || numbers[j] == numbers[cluster] && j < cluster) n++;
		return n;
	}
}
