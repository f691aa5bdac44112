package sc.fiji.kmeans.cluster;

import java.util.Random;

/**
 * Local search by swaps. A swap adds a centre in a cluster of large error, settles,
 * removes a centre of small loss, and settles again; it is kept if the result is
 * better. The search ends when no swap helps. (Fränti: Efficiency of random swap
 * clustering, Journal of Big Data 5, 2018. Here the swaps are tried in order, and only
 * the place of the new centre is drawn.)
 * <p>
 * Swaps are made on a small coreset, whose errors are too rough to tell which of two
 * good clusterings is better. So a result that comes near the best one settles on a
 * larger coreset, the judge, and is compared there.
 */
final class SwapSearch {

	/** How many clusters are tried for the new centre, the largest error first. */
	private static final int ADDED = 5;
	/** How many centres are tried for removal with each of them, the least loss first. */
	private static final int REMOVED = 2;
	/** A result is judged if its error exceeds the best one by at most this part. */
	private static final double NEAR = 0.01;
	/** A result is better if the judge's error falls by more than this part. */
	private static final double GAIN = 1e-4;
	/** As GAIN, where the judge sees all points and nothing is uncertain. */
	private static final double GAIN_AMONG_ALL = 1e-6;
	/** Iterations before a comparison end when the error falls by at most this part. */
	private static final double SETTLED = 1e-3;

	private final double gain;
	private final int added;
	private final int tries;
	private final Random random;
	// The best clustering so far and another one, each on both coresets.
	private CoresetClustering best;
	private CoresetClustering other;
	private CoresetClustering bestJudged;
	private CoresetClustering otherJudged;

	/**
	 * @param coreset where swaps are made
	 * @param judge a larger one
	 * @param k number of centres
	 * @param random draws the place of a new centre
	 * @param memory for the arrays
	 */
	SwapSearch(final Coreset coreset, final Coreset judge, final int k, final Random random,
		final RunArrays memory)
	{
		this.random = random;
		added = Math.min(ADDED, k);
		tries = k == coreset.size() ? 0 : added * REMOVED;
		gain = judge.isWhole() ? GAIN_AMONG_ALL : GAIN;
		best = new CoresetClustering(coreset, k + 1, memory);
		other = new CoresetClustering(coreset, k + 1, memory);
		bestJudged = new CoresetClustering(judge, k, memory);
		otherJudged = new CoresetClustering(judge, k, memory);
	}

	/** @return the same number of centres, and their error on the judge's coreset */
	Starts.Settled improve(final Centres start) {
		best.begin(start);
		bestJudged.begin(best.means()).settle(SETTLED, Double.POSITIVE_INFINITY);
		for (int i = 0; i < tries; i++)
			if (isBetter(i % added, i / added)) {
				takeOther();
				i = -1;
			}
		bestJudged.settle(0, Double.POSITIVE_INFINITY);
		return new Starts.Settled(bestJudged.means().sorted(), bestJudged.error());
	}

	/** Tries a swap. */
	private boolean isBetter(final int added, final int removed) {
		final double near = best.error() * (1 + NEAR);
		new CentreSwap(other.copy(best), random).swap(added, removed, SETTLED, near);
		return other.error() <= near && otherJudged.copy(bestJudged)
			.move(other::mean)
			.settle(SETTLED, bestJudged.error())
			.error() < bestJudged.error() * (1 - gain);
	}

	private void takeOther() {
		final CoresetClustering before = best;
		best = other;
		other = before;
		final CoresetClustering judgedBefore = bestJudged;
		bestJudged = otherJudged;
		otherJudged = judgedBefore;
	}
}
