package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Breathing k-means: adds m centres where the error is largest, lets all settle,
 * takes away the m that are needed least, lets the others settle, and keeps the
 * result if it is better; if not, tries with m - 1. (Fritzke: Breathing k-means:
 * superior k-means solutions through dynamic k-values, arXiv:2006.15666, 2020.)
 * Unlike there, the centres are taken away one by one, each time the one whose
 * points lose least by going to their second nearest centre.
 */
final class Breathing {

	private static final int DEPTH = 5;
	/** A result is better if its error is smaller by more than this part of it. */
	private static final double GAIN = 1e-9;
	/** Centres that go on to move have settled well enough to be compared. */
	private static final double COARSE = 1e-4;

	private final Summary summary;
	private Random random;

	Breathing(final Summary summary) {
		this.summary = summary;
	}

	/** @return as many centres */
	Centres improve(final Centres start) {
		random = new Random(start.hashCode());
		RoughPartition best = new RoughPartition(summary, start);
		int m = Math.min(DEPTH, summary.size() - start.size());
		while (m > 0 && start.size() > 1) {
			final RoughPartition breath = settle(exhale(settle(inhale(best, m)),
				start.size()));
			if (breath.error() < best.error() * (1 - GAIN)) best = breath;
			else m--;
		}
		return RoughPartition.settle(summary, best.centres());
	}

	private RoughPartition settle(final Centres centres) {
		return RoughPartition.settle(summary, centres, COARSE);
	}

	/** Adds a centre to each of the m clusters with the largest error. */
	private Centres inhale(final RoughPartition partition, final int m) {
		final double[] errors = partition.errors();
		return partition.centres().with(IntStream.range(0, errors.length).boxed()
			.sorted(Comparator.comparingDouble(j -> -errors[j])).limit(m).map(
				j -> summary.row(summary.draw(partition.sharesOf(
				j), random))).toArray(double[][]::new));
	}

	/** Takes away centres, one by one the least needed, until k are left. */
	private Centres exhale(final RoughPartition partition, final int k) {
		RoughPartition rest = partition;
		while (rest.centres().size() > k)
			rest = new RoughPartition(summary, rest.withoutLeastNeeded());
		return rest.centres();
	}
}
