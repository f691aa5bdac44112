package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * How each cluster would best be split in two, and by how much the error would fall: 2-means
 * among its means alone, from a cut across its longest direction.
 * <p>
 * The gain is exact for the clusters as they are: two parts of weights v and w whose means are
 * at a distance s have errors about these that are s² v w / (v + w) less than about their
 * common mean. Where centres are the means of their clusters, it is a lower bound of what the
 * split brings, as means of other clusters may come nearer, too. (Kaukoranta, Fränti, Nevalainen:
 * Iterative split-and-merge algorithm for vector quantization codebook generation, Optical
 * Engineering 37, 1998.)
 */
final class Splits {

	/** Steps towards the longest direction, from the mean that has the largest share. */
	private static final int TURNS = 2;
	/** Iterations of 2-means. */
	private static final int ITERATIONS = 3;

	private final CoresetClustering clustering;
	private final Coreset coreset;
	private final int d;
	private final double[] gains;
	private final double[][] ones;
	private final double[][] others;
	/** Where the cut is, and across which direction: x . across is less or more. */
	private final double[] across;
	private double cut;
	private final double[] sums;

	/** Of the clustering as it is now. */
	Splits(final CoresetClustering clustering) {
		this.clustering = clustering;
		coreset = clustering.coreset();
		d = coreset.dimensions();
		gains = new double[clustering.size()];
		ones = new double[gains.length][];
		others = new double[gains.length][];
		across = new double[d];
		sums = new double[d];
		for (int j = 0; j < gains.length; j++) {
			coreset.checkpoint().passAt(j, coreset.size());
			split(j);
		}
	}

	/** By how much the error falls; 0 for a cluster of one mean. */
	double gain(final int j) {
		return gains[j];
	}

	/** The mean of one part. */
	double[] one(final int j) {
		return ones[j];
	}

	/** The mean of the other part. */
	double[] other(final int j) {
		return others[j];
	}

	private void split(final int j) {
		if (clustering.first(j) == CoresetClustering.NONE) return;
		final double[] mean = new double[d];
		for (int q = 0; q < d; q++)
			mean[q] = clustering.mean(j, q);
		System.arraycopy(coreset.values(), farthest(j) * d, across, 0, d);
		subtract(mean);
		for (int turn = 0; turn < TURNS; turn++)
			turn(j, mean);
		cut = product(mean, 0);
		for (int i = 0; i < ITERATIONS; i++)
			divide(j);
	}

	private int farthest(final int j) {
		int farthest = clustering.first(j);
		for (int i = farthest; i != CoresetClustering.NONE; i = clustering.next(i))
			if (clustering.share(i) > clustering.share(farthest)) farthest = i;
		return farthest;
	}

	private void subtract(final double[] mean) {
		for (int q = 0; q < d; q++)
			across[q] -= mean[q];
	}

	/** A step of the power iteration: the direction times the covariance of the cluster. */
	private void turn(final int j, final double[] mean) {
		Arrays.fill(sums, 0);
		final double ofMean = product(mean, 0);
		for (int i = clustering.first(j); i != CoresetClustering.NONE; i = clustering.next(i)) {
			final double share = coreset.weight(i) * (product(coreset.values(), i * d) - ofMean);
			for (int q = 0; q < d; q++)
				sums[q] += share * (coreset.values()[i * d + q] - mean[q]);
		}
		double length = 0;
		for (int q = 0; q < d; q++)
			length = Math.max(length, Math.abs(sums[q]));
		if (length > 0) for (int q = 0; q < d; q++)
			across[q] = sums[q] / length;
	}

	private double product(final double[] x, final int offset) {
		double sum = 0;
		for (int q = 0; q < d; q++)
			sum += across[q] * x[offset + q];
		return sum;
	}

	/** Divides the cluster at the cut, and puts the cut midway between the means of both parts. */
	private void divide(final int j) {
		final double[] below = new double[d + 1];
		final double[] above = new double[d + 1];
		for (int i = clustering.first(j); i != CoresetClustering.NONE; i = clustering.next(i)) {
			final double[] part = product(coreset.values(), i * d) <= cut ? below : above;
			part[d] += coreset.weight(i);
			for (int q = 0; q < d; q++)
				part[q] += coreset.sum(i, q);
		}
		if (below[d] == 0 || above[d] == 0) return;
		final double[] one = new double[d];
		final double[] other = new double[d];
		double squared = 0;
		cut = 0;
		for (int q = 0; q < d; q++) {
			one[q] = below[q] / below[d];
			other[q] = above[q] / above[d];
			across[q] = other[q] - one[q];
			squared += across[q] * across[q];
			cut += across[q] * (one[q] + other[q]) / 2;
		}
		gains[j] = squared * below[d] * above[d] / (below[d] + above[d]);
		ones[j] = one;
		others[j] = other;
	}
}
