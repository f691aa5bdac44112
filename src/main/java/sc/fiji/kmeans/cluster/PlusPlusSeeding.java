package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * Greedy k-means++ seeding: the first centre is drawn by weight, each further
 * one is the best of three drawn by weight times squared distance to the nearest
 * centre so far. (Arthur and Vassilvitskii: k-means++: the advantages of careful
 * seeding, SODA 2007.)
 * <p>
 * Invariant: {@code shares[i]} is weight times squared distance of mean i to the
 * nearest centre chosen so far.
 */
final class PlusPlusSeeding {

	private static final int TRIALS = 3;

	private final Summary summary;
	private final Random random;
	private double[] shares;

	PlusPlusSeeding(final Summary summary, final Random random) {
		this.summary = summary;
		this.random = random;
		shares = new double[summary.size()];
	}

	/** @param k at most the number of means */
	Centres choose(final int k) {
		Arrays.setAll(shares, summary::weight);
		final double[][] chosen = new double[k][];
		chosen[0] = summary.row(summary.draw(shares, random));
		Arrays.fill(shares, Double.POSITIVE_INFINITY);
		shares = sharesWith(chosen[0]);
		for (int j = 1; j < k; j++)
			chosen[j] = bestOfTrials();
		return Centres.of(chosen);
	}

	private double[] bestOfTrials() {
		double[] best = null;
		double[] bestShares = null;
		double least = Double.POSITIVE_INFINITY;
		for (int t = 0; t < TRIALS; t++) {
			final double[] trial = summary.row(summary.draw(shares, random));
			final double[] trialShares = sharesWith(trial);
			final double sum = Summary.sum(trialShares);
			if (sum < least) {
				least = sum;
				best = trial;
				bestShares = trialShares;
			}
		}
		shares = bestShares;
		return best;
	}

	private double[] sharesWith(final double[] centre) {
		summary.checkpoint().pass();
		final Centres one = Centres.of(new double[][] { centre });
		final double[] smaller = new double[shares.length];
		for (int i = 0; i < smaller.length; i++)
			smaller[i] = Math.min(shares[i], summary.weight(i) * one.squaredDistance(0,
				summary.values(), i * summary.dimensions()));
		return smaller;
	}
}
