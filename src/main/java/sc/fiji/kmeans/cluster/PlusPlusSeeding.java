package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * Greedy k-means++ seeding. The first centre is drawn by weight. Each further one is
 * the best of three, which are drawn by weight times squared distance to the nearest
 * centre so far. (Arthur, Vassilvitskii: k-means++: the advantages of careful seeding,
 * SODA 2007.)
 * <p>
 * Invariant: {@code shares[i]} is weight times squared distance of mean i to the
 * nearest centre chosen so far, and the total is their sum.
 */
final class PlusPlusSeeding {

	private static final int TRIALS = 3;

	private final Coreset coreset;
	private final Random random;
	private double[] shares;
	private double total;
	// What they would become.
	private double[] trialShares;
	private double[] bestShares;

	PlusPlusSeeding(final Coreset coreset, final Random random, final RunArrays memory) {
		this.coreset = coreset;
		this.random = random;
		shares = memory.doubles(coreset.size());
		trialShares = memory.doubles(coreset.size());
		bestShares = memory.doubles(coreset.size());
	}

	/** @param k at most the number of means */
	Centres choose(final int k) {
		final double[][] chosen = new double[k][];
		chosen[0] = first();
		for (int j = 1; j < k; j++)
			chosen[j] = bestOfTrials();
		return Centres.of(chosen);
	}

	private double[] first() {
		total = 0;
		for (int i = 0; i < coreset.size(); i++) {
			shares[i] = coreset.weight(i);
			total += shares[i];
		}
		final double[] first = coreset.row(draw());
		Arrays.fill(shares, Double.POSITIVE_INFINITY);
		total = share(first, Double.POSITIVE_INFINITY);
		shares = exchanged(shares);
		return first;
	}

	private double[] bestOfTrials() {
		double[] best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int t = 0; t < TRIALS; t++) {
			final double[] trial = coreset.row(draw());
			final double sum = share(trial, least);
			if (sum >= least) continue;
			least = sum;
			best = trial;
			bestShares = exchanged(bestShares);
		}
		final double[] before = shares;
		shares = bestShares;
		bestShares = before;
		total = least;
		return best;
	}

	/** Draws a mean in proportion to its share. */
	private int draw() {
		double rest = random.nextDouble() * total;
		int last = 0;
		for (int i = 0; i < coreset.size() && rest >= 0; i++) {
			if (shares[i] <= 0) continue;
			last = i;
			rest -= shares[i];
		}
		return last;
	}

	/**
	 * Fills the shares of a trial, with a centre more.
	 *
	 * @param limit that ends it
	 * @return their sum; if it is not below the limit, that of the first ones
	 */
	private double share(final double[] centre, final double limit) {
		coreset.checkpoint().pass();
		final int d = coreset.dimensions();
		double sum = 0;
		for (int i = 0; i < coreset.size() && sum < limit; i++) {
			trialShares[i] = Math.min(shares[i],
				coreset.weight(i) * Centres.roughSquaredDistance(centre, 0, coreset.values(), i * d, d));
			sum += trialShares[i];
		}
		return sum;
	}

	/** Gives the shares of the trial for others, which may be written over. */
	private double[] exchanged(final double[] others) {
		final double[] filled = trialShares;
		trialShares = others;
		return filled;
	}
}
