package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;

/**
 * Clusters with the numbers that pixels get: ascending, but some may be missing;
 * immutable.
 */
final class NumberedClusters {

	private final Clusters clusters;
	private final int[] numbers;

	/** @param numbers of each of the clusters; ascending, from 1 on */
	NumberedClusters(final Clusters clusters, final int... numbers) {
		this.clusters = clusters;
		this.numbers = numbers;
	}

	/** Clusters whose numbers are 1, 2, 3 and so on. */
	static NumberedClusters of(final Clusters clusters) {
		return new NumberedClusters(clusters, IntStream.rangeClosed(1, clusters.size()).toArray());
	}

	/** In turn. */
	Clusters clusters() {
		return clusters;
	}

	/** Of each of the clusters; a new array. */
	int[] numbers() {
		return numbers.clone();
	}

	/** @param cluster counted from 1 */
	int number(final int cluster) {
		return numbers[cluster - 1];
	}

	/** The cluster with a number that there is, counted from 1. */
	int cluster(final int number) {
		return Arrays.binarySearch(numbers, number) + 1;
	}

	int largestNumber() {
		return numbers[numbers.length - 1];
	}

	/**
	 * Other clusters with the numbers of these where they {@link Clusters#matches};
	 * those that match none get the lowest numbers that are free. As long as there are
	 * some up to a limit, a cluster that is not really one of these gets none of their
	 * numbers.
	 *
	 * @param others of as many dimensions
	 * @param limit the number of clusters that may be told apart
	 * @throws CancellationException if the progress throws it
	 */
	NumberedClusters number(final Clusters others, final int limit, final Progress progress) {
		final BitSet taken = new BitSet();
		taken.set(0);
		Arrays.stream(numbers).forEach(taken::set);
		final int free = limit + 1 - taken.get(0, limit + 1).cardinality();
		final int[] given = others.matches(clusters, free, progress);
		for (int j = 0; j < given.length; j++) {
			given[j] = given[j] == 0 ? taken.nextClearBit(0) : number(given[j]);
			taken.set(given[j]);
		}
		return new NumberedClusters(others.ordered(given), Arrays.stream(given).sorted().toArray());
	}
}
