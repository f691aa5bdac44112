package sc.fiji.kmeans.cluster;

import java.util.Arrays;
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
	private final Random random;
	private final Checkpoint checkpoint;

	Breathing(final Summary summary, final Random random,
		final Checkpoint checkpoint)
	{
		this.summary = summary;
		this.random = random;
		this.checkpoint = checkpoint;
	}

	/** @return as many centres, where a mean of the summary pulls none of them away */
	Centres improve(final Centres seeds) {
		RoughPartition best = settle(seeds, COARSE);
		int m = Math.min(DEPTH, seeds.size());
		while (m > 0 && seeds.size() > 1 && seeds.size() < summary.size()) {
			final RoughPartition breath = settle(exhale(settle(inhale(best, m), COARSE),
				m), COARSE);
			if (breath.error() < best.error() * (1 - GAIN)) best = breath;
			else m--;
		}
		return settle(best.centres(), 0).centres();
	}

	/** Lloyd's iterations until the error falls by no more than a part of it. */
	private RoughPartition settle(final Centres centres, final double part) {
		RoughPartition partition = new RoughPartition(summary, centres);
		while (true) {
			checkpoint.pass();
			final RoughPartition next = new RoughPartition(summary, partition.means());
			if (next.error() >= partition.error() * (1 - part)) return next.error() < partition.error() ? next : partition;
			partition = next;
		}
	}

	/** Adds a centre to each of the m clusters with the largest error. */
	private Centres inhale(final RoughPartition partition, final int m) {
		final double[][] rows = partition.centres().rows();
		final double[] errors = partition.errors();
		final double[][] added = IntStream.range(0, rows.length).boxed().sorted(
			Comparator.comparingDouble(j -> -errors[j])).limit(m).map(j -> summary.row(
				summary.draw(partition.sharesOf(j), random))).toArray(double[][]::new);
		final double[][] all = Arrays.copyOf(rows, rows.length + added.length);
		System.arraycopy(added, 0, all, rows.length, added.length);
		return Centres.of(all);
	}

	/** Takes away m centres, one by one the least needed. */
	private Centres exhale(final RoughPartition partition, final int m) {
		RoughPartition rest = partition;
		for (int i = 0; i < m; i++)
			rest = new RoughPartition(summary, rest.withoutLeastNeeded());
		return rest.centres();
	}
}
