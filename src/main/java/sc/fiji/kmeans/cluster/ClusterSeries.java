package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Clusters of the same points for 1, 2, 3 and up to 12 of them, or as many as there are points,
 * and what tells their number; immutable. On a line they are the best there are, elsewhere
 * near them: good enough to compare numbers, not to segment by.
 */
public final class ClusterSeries {

	/** The most clusters. */
	public static final int MOST = 12;

	/**
	 * The part of the compactness of one cluster that counts as nothing, 1 % of the spread: few
	 * distinct values that lie close together are no groups, though each could be a cluster.
	 */
	private static final double NOTHING = 1e-4;

	private final List<Entry> entries;

	/** @param entries for 1, 2, 3 and more clusters */
	ClusterSeries(final List<Entry> entries) {
		this.entries = Collections.unmodifiableList(entries);
	}

	/** Clusters of some number. */
	static final class Entry {

		private final Centres centres;
		private final double compactness;
		/** As a part of all pixels. */
		private final double smallest;
		private final double valley;

		Entry(final Centres centres, final double compactness, final double smallest,
			final double valley)
		{
			this.centres = centres;
			this.compactness = compactness;
			this.smallest = smallest;
			this.valley = valley;
		}

		private Entry scaled(final double factor) {
			return new Entry(centres.times(factor), compactness * factor * factor, smallest, valley);
		}
	}

	/** In other units. @param factor that coordinates are multiplied by, a power of two */
	public ClusterSeries scaled(final double factor) {
		return new ClusterSeries(
			entries.stream().map(entry -> entry.scaled(factor)).collect(Collectors.toList()));
	}

	/** The largest number of clusters: 12, or the number of points. */
	public int most() {
		return entries.size();
	}

	private Entry entry(final int k) {
		if (k < 1 || k > most())
			throw new IllegalArgumentException("clusters = " + k + ": takes 1 to " + most());
		return entries.get(k - 1);
	}

	/** Of k clusters, one row for each. */
	public double[][] centres(final int k) {
		return entry(k).centres.rows();
	}

	/** The sum over all pixels of the squared distance to the nearest of k centres. */
	public double compactness(final int k) {
		return entry(k).compactness;
	}

	/** The smallest of k clusters, as a part of all pixels. */
	public double smallest(final int k) {
		return entry(k).smallest;
	}

	/**
	 * The worst valley between neighbours of k clusters: the density of pixels midway between
	 * two centres, as a part of the smaller one around them; 0 for a single cluster.
	 */
	public double valley(final int k) {
		return entry(k).valley;
	}

	/**
	 * How sharply the logarithm of the compactness turns at k: ln W(k-1) - 2 ln W(k) + ln
	 * W(k+1), each W with 0.01 % of W(1) more. NaN for 1, and for the last number unless its
	 * compactness is 0, as that of more clusters.
	 */
	public double corner(final int k) {
		final boolean isLast = k == most() && entry(k).compactness > 0;
		return k == 1 || isLast ? Double.NaN : log(k - 1) - 2 * log(k) + log(Math.min(k + 1, most()));
	}

	private double log(final int k) {
		return Math.log(compactness(k) + NOTHING * compactness(1));
	}

	/** How far the logarithm of the compactness lies below the line from its first to its last. */
	double depth(final int k) {
		final double part = (k - 1.0) / (most() - 1);
		return log(1) + part * (log(most()) - log(1)) - log(k);
	}
}
