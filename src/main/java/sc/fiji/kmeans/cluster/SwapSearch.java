package sc.fiji.kmeans.cluster;

import java.util.Random;

/**
 * Local search by swaps: adds a centre to one of the clusters with the largest
 * errors, lets all settle, takes away one of the centres that are needed least,
 * lets the others settle, and keeps the result if it is better. Ends when no such
 * swap is left to try. (Fränti: Efficiency of random swap clustering, Journal of
 * Big Data 5, 2018; here the swaps are tried in order, and only the place of the
 * new centre is drawn.)
 */
final class SwapSearch {

	/** So many clusters are given a centre, the one with the largest error first. */
	private static final int ADDED = 5;
	/** For each of them so many centres are taken away, the least needed one first. */
	private static final int REMOVED = 2;
	/** A result is better if its error is smaller by more than this part of it. */
	private static final double GAIN = 1e-9;
	/** Centres have settled well enough to be compared, though some go on to move. */
	private static final double SETTLED = 1e-3;

	private final Summary summary;
	private final Random random;

	/** @param random where in its cluster a new centre is placed */
	SwapSearch(final Summary summary, final Random random) {
		this.summary = summary;
		this.random = random;
	}

	/** @return as many centres */
	Centres improve(final Centres start) {
		RoughClustering best = new RoughClustering(summary, start);
		final int tries = start.size() == summary.size() ? 0 : ADDED * REMOVED;
		for (int i = 0; i < tries; i++) {
			final RoughClustering swapped = best.swapped(i % ADDED, i / ADDED, SETTLED,
				random);
			if (swapped.error() >= best.error() * (1 - GAIN)) continue;
			best = swapped;
			i = -1;
		}
		return best.settled();
	}
}
