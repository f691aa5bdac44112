package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Comparator;

/** Number and mean value of the pixels of each cluster. */
public final class ClusterMeans {

	private final long[] counts;
	/** Of component q over cluster j: a whole number. */
	private final double[][] sums;

	/** Of no pixels. */
	ClusterMeans(final int clusters, final int components) {
		counts = new long[clusters];
		sums = new double[clusters][components];
	}

	/** @param value of n pixels of cluster j, counted from 0 */
	void add(final int j, final double[] value, final long n) {
		counts[j] += n;
		for (int q = 0; q < value.length; q++)
			sums[j][q] += n * value[q];
	}

	/** Adds other pixels of the same clusters. */
	synchronized void add(final ClusterMeans others) {
		for (int j = 0; j < counts.length; j++) {
			counts[j] += others.counts[j];
			for (int q = 0; q < sums[j].length; q++)
				sums[j][q] += others.sums[j][q];
		}
	}

	/** Number of pixels of each cluster, of cluster 1 first. */
	long[] counts() {
		return counts.clone();
	}

	boolean hasEmpty() {
		return Arrays.stream(counts).anyMatch(n -> n == 0);
	}

	/** The mean components of the pixels of each cluster, of cluster 1 first. */
	public double[][] values() {
		final double[][] means = new double[sums.length][];
		Arrays.setAll(means, j -> Arrays.stream(sums[j]).map(sum -> sum / counts[j]).toArray());
		return means;
	}

	/** The place of each cluster in an order of its mean, counted from 0. */
	int[] places(final Comparator<double[]> order) {
		final double[][] means = values();
		final Integer[] clusters = new Integer[means.length];
		Arrays.setAll(clusters, j -> j);
		Arrays.sort(clusters, (a, b) -> order.compare(means[a], means[b]));
		final int[] places = new int[clusters.length];
		for (int place = 0; place < places.length; place++)
			places[clusters[place]] = place;
		return places;
	}
}
