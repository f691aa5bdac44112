package sc.fiji.kmeans.cluster;

import java.util.Random;

/**
 * Local search by swaps: adds a centre to one of the clusters with the largest
 * errors, lets all settle, takes away one of the centres that are needed least,
 * lets the others settle, and keeps the result if it is better. Ends when no such
 * swap is left to try. (Fränti: Efficiency of random swap clustering, Journal of
 * Big Data 5, 2018; here the swaps are tried in order, and only the place of the
 * new centre is drawn.)
 * <p>
 * Swaps are made among few means, whose errors are too rough to tell which of two
 * good clusterings is better. So those that come near the best one settle among
 * more means, and there it is judged.
 */
final class SwapSearch {

	/** So many clusters are given a centre, the one with the largest error first. */
	private static final int ADDED = 5;
	/** For each of them so many centres are taken away, the least needed one first. */
	private static final int REMOVED = 2;
	/** A result is judged if its error is larger by no more than this part. */
	private static final double NEAR = 0.01;
	/** It is better if the judge's error is smaller by more than this part. */
	private static final double GAIN = 1e-4;
	/** The same where the judge sees all points: nothing is uncertain then. */
	private static final double GAIN_AMONG_ALL = 1e-6;
	/** Centres have settled well enough to be compared, though some go on to move. */
	private static final double SETTLED = 1e-3;

	private final double gain;
	private final int added;
	private final int tries;
	private final Random random;
	// The best clustering so far and another one, and how both are judged.
	private RoughClustering best;
	private RoughClustering other;
	private RoughClustering bestJudged;
	private RoughClustering otherJudged;

	/**
	 * @param summary where swaps are made
	 * @param judge of more means
	 * @param k number of centres
	 * @param random where in its cluster a new centre is placed
	 * @param memory that the arrays are taken from
	 */
	SwapSearch(final Summary summary, final Summary judge, final int k, final Random random,
		final RunMemory memory)
	{
		this.random = random;
		added = Math.min(ADDED, k);
		tries = k == summary.size() ? 0 : added * REMOVED;
		gain = judge.isWhole() ? GAIN_AMONG_ALL : GAIN;
		best = new RoughClustering(summary, k + 1, memory);
		other = new RoughClustering(summary, k + 1, memory);
		bestJudged = new RoughClustering(judge, k, memory);
		otherJudged = new RoughClustering(judge, k, memory);
	}

	/** @return as many centres, and their error among the judge's means */
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
		other.copy(best).swap(added, removed, SETTLED, near, random);
		return other.error() <= near && otherJudged.copy(bestJudged)
			.move(other::mean)
			.settle(SETTLED, bestJudged.error())
			.error() < bestJudged.error() * (1 - gain);
	}

	private void takeOther() {
		final RoughClustering before = best;
		best = other;
		other = before;
		final RoughClustering judgedBefore = bestJudged;
		bestJudged = otherJudged;
		otherJudged = judgedBefore;
	}
}
