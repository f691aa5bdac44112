package sc.fiji.kmeans.segment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;

/**
 * The numbers of clusters that others get where they {@link Clusters#matches match};
 * those that match none get the lowest numbers that are free. As long as there are some
 * up to a limit, a cluster that is not really one of these gets none of their numbers.
 */
final class Numbering {

	private final Clusters reference;
	private final int[] numbers;

	/** @param numbers of each cluster of the reference */
	Numbering(final Clusters reference, final int[] numbers) {
		this.reference = reference;
		this.numbers = numbers;
	}

	/**
	 * @param clusters of as many dimensions
	 * @param limit the number of clusters that may be told apart
	 * @return a number for each cluster, all different
	 * @throws CancellationException if the progress throws it
	 */
	int[] of(final Clusters clusters, final int limit, final Progress progress) {
		final BitSet taken = new BitSet();
		taken.set(0);
		Arrays.stream(numbers).forEach(taken::set);
		final int free = limit + 1 - taken.get(0, limit + 1).cardinality();
		final int[] given = clusters.matches(reference, free, progress);
		for (int j = 0; j < given.length; j++) {
			given[j] = given[j] == 0 ? taken.nextClearBit(0) : numbers[given[j] - 1];
			taken.set(given[j]);
		}
		return given;
	}
}
