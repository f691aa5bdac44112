package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Local search that moves one centre at a time to where it is missed: a cluster is split in
 * two, another centre goes, and iterations settle the rest. Pairs of a split and a removal are
 * tried by what they promise: the gain of the split, less a part of the loss by the removal,
 * which counts in part as the centres around make up for it. (Kaukoranta, Fränti, Nevalainen:
 * Iterative split-and-merge algorithm for vector quantization codebook generation, Optical
 * Engineering 37, 1998.)
 * <p>
 * Invariant: the error of the best clustering never rises, for another one takes its place
 * only if its error is smaller by a part. So the search ends: the error is 0 or more, and is
 * that of one of finitely many partitions; while it stays, no pair is tried twice.
 */
final class SplitSearch {

	/**
	 * Pairs that are looked at before the search ends, while none helps. With 64 centres: three
	 * times as many, an excess of 1.1e-3, not 9e-4, by chance, in 1.5 times the time.
	 */
	private static final int TRIES = 50;
	/**
	 * The part of a loss that counts. With 64 centres and comparisons that settle to 1e-3, all of
	 * it: excess 2.1e-3; 0.6: 1.4e-3; 0.3: 1.1e-3; 0.15: 2.2e-3. This one, between them, was not
	 * measured by itself.
	 */
	private static final double LASTING = 0.4;
	/** A result is better if the error falls by more than this part. */
	private static final double GAIN = 1e-6;
	/**
	 * Iterations before a comparison end when the error falls by at most this part. With 64
	 * centres, 1e-3: excess 1.1e-3, not 9e-4, in 0.9 times the time.
	 */
	private static final double SETTLED = 2e-4;

	/** Pairs that did not help. */
	private final Set<Long> failed = new HashSet<>();
	// The best clustering so far, and another one.
	private CoresetClustering best;
	private CoresetClustering other;

	/** @param k number of centres */
	SplitSearch(final Coreset coreset, final int k, final RunMemory memory) {
		best = new CoresetClustering(coreset, k + 1, memory);
		other = new CoresetClustering(coreset, k + 1, memory);
	}

	/** A cluster to split, and a centre to remove. */
	private static final class Pair {

		private final int split;
		private final int removed;
		private final double promise;
		/** Tells pairs apart, also when clusters have changed their numbers; but for chance. */
		private final long key;

		private Pair(final int split, final int removed, final double gain, final double loss) {
			this.split = split;
			this.removed = removed;
			promise = gain - LASTING * loss;
			key = MixedBits.of(Double.doubleToLongBits(gain), Double.doubleToLongBits(loss));
		}
	}

	/** @return the same number of centres, settled, and their error */
	Starts.Settled improve(final Centres start) {
		failed.clear();
		best.begin(start).settle(0, Double.POSITIVE_INFINITY);
		while (improves()) {
			final CoresetClustering before = best;
			best = other;
			other = before;
		}
		best.settle(0, Double.POSITIVE_INFINITY);
		return new Starts.Settled(best.means().sorted(), best.error());
	}

	/** Tries pairs until one helps. */
	private boolean improves() {
		final Splits splits = new Splits(best);
		for (final Pair pair : pairs(splits))
			if (failed.add(pair.key) && helps(pair, splits)) return true;
		return false;
	}

	private boolean helps(final Pair pair, final Splits splits) {
		other.copy(best)
			.split(pair.split, splits.one(pair.split), splits.other(pair.split))
			.remove(pair.removed);
		return other.settle(SETTLED, best.error()).error() < best.error() * (1 - GAIN);
	}

	/** What promises most, first. */
	private List<Pair> pairs(final Splits splits) {
		final double[] losses = losses();
		final List<Pair> pairs = new ArrayList<>();
		for (int c = 0; c < losses.length; c++)
			for (int j = 0; j < losses.length; j++)
				if (j != c && splits.gain(c) > 0) pairs.add(new Pair(c, j, splits.gain(c), losses[j]));
		pairs.sort(Comparator.comparingDouble(pair -> -pair.promise));
		return pairs.subList(0, Math.min(TRIES, pairs.size()));
	}

	private double[] losses() {
		final double[] losses = new double[best.size()];
		for (int j = 0; j < losses.length; j++) {
			best.coreset().checkpoint().passAt(j, best.coreset().size());
			losses[j] = best.loss(j);
		}
		return losses;
	}
}
