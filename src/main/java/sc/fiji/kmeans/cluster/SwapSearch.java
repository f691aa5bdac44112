package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Local search by swaps: adds a centre to one of the clusters with the largest
 * errors, lets all settle, takes away the centre whose points lose least by going
 * to their second nearest, lets the others settle, and keeps the result if it is
 * better. Ends when no such cluster is left to try. (Fränti: Efficiency of random
 * swap clustering, Journal of Big Data 5, 2018; here the clusters are tried in
 * order, and only the place of the new centre is drawn.)
 */
final class SwapSearch {

	/** So many clusters are tried after the last gain. */
	private static final int TRIES = 10;
	/** A result is better if its error is smaller by more than this part of it. */
	private static final double GAIN = 1e-9;
	/** Centres have settled well enough to be compared, though some go on to move. */
	private static final double SETTLED = 1e-4;

	private final Summary summary;
	private final Random random;

	/** @param random where in its cluster a new centre is placed */
	SwapSearch(final Summary summary, final Random random) {
		this.summary = summary;
		this.random = random;
	}

	/** @return as many centres */
	Centres improve(final Centres start) {
		RoughPartition best = new RoughPartition(summary, start);
		final int clusters = start.size() == summary.size() ? 0 : Math.min(TRIES,
			start.size());
		for (int rank = 0; rank < clusters; rank++) {
			final RoughPartition swapped = swap(best, rank);
			if (swapped.error() >= best.error() * (1 - GAIN)) continue;
			best = swapped;
			rank = -1;
		}
		return RoughPartition.settle(summary, best.centres());
	}

	/** @param rank of the cluster that gets a centre, 0 for the largest error */
	private RoughPartition swap(final RoughPartition partition,
		final int rank)
	{
		final RoughPartition more = RoughPartition.settle(summary, partition.centres()
			.with(drawnFrom(partition, rank)), SETTLED);
		return RoughPartition.settle(summary, more.withoutLeastNeeded(), SETTLED);
	}

	private double[] drawnFrom(final RoughPartition partition, final int rank) {
		final double[] errors = partition.errors();
		final int cluster = IntStream.range(0, errors.length).boxed().sorted(
			Comparator.comparingDouble(j -> -errors[j])).skip(rank).findFirst().get();
		return summary.row(summary.draw(partition.sharesOf(cluster), random));
	}
}
