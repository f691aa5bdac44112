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
	/** Centres have settled well enough to be compared, though some go on to move. */
	private static final double SETTLED = 1e-3;

	private final Summary summary;
	private final Summary judge;
	private final Random random;

	/**
	 * @param summary where swaps are made
	 * @param judge of more means
	 * @param random where in its cluster a new centre is placed
	 */
	SwapSearch(final Summary summary, final Summary judge, final Random random) {
		this.summary = summary;
		this.judge = judge;
		this.random = random;
	}

	/** @return as many centres */
	Centres improve(final Centres start) {
		RoughClustering best = new RoughClustering(summary, start);
		RoughClustering judged = judged(best, Double.POSITIVE_INFINITY);
		final int tries = start.size() == summary.size() ? 0 : ADDED * REMOVED;
		for (int i = 0; i < tries; i++) {
			final double near = best.error() * (1 + NEAR);
			final RoughClustering swapped = best.swapped(i % ADDED, i / ADDED, SETTLED,
				near, random);
			if (swapped.error() > near) continue;
			final RoughClustering rival = judged(swapped, judged.error());
			if (rival.error() >= judged.error() * (1 - GAIN)) continue;
			best = swapped;
			judged = rival;
			i = -1;
		}
		return judged.settled();
	}

	private RoughClustering judged(final RoughClustering clustering,
		final double goal)
	{
		return new RoughClustering(judge, clustering.means()).settle(SETTLED, goal);
	}
}
