package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunLabeler;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Counted values as points of a space, in whole units of 2<sup>-fractionBits</sup>; in the
 * order of the values. Some may be equal, unless the space is one to one.
 */
final class LocatedCounts implements Coordinates, WeightedPoints {

	/** Values that are labelled at once. */
	private static final int CHUNK = 1 << 10;

	private final PixelCounts counts;
	private final ValueSpace space;
	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	private final int[] narrow;
	/** ... or, if the space is wide, here; one of them is null. */
	private final long[] wide;
	/** By which values were labelled last; or null. */
	private Clusters labelled;
	private char[] labels;

	/** @throws CancellationException if the progress throws it */
	LocatedCounts(final PixelCounts counts, final ValueSpace space, final Progress progress) {
		this.counts = counts;
		this.space = space;
		dimensions = space.dimensions();
		final int n = counts.size() * dimensions;
		narrow = space.isWide() ? null : new int[n];
		wide = space.isWide() ? new long[n] : null;
		final double units = Math.scalb(1.0, space.fractionBits());
		final Steps steps = new Steps(progress, "sorting", Checks.steps(counts.size()));
		Checks.parts(counts.size(), steps, (from, to) -> locate(space, units, from, to));
	}

	private void locate(final ValueSpace space, final double units, final int from, final int to) {
		final double[] x = new double[dimensions];
		for (int i = from; i < to; i++) {
			space.locate(counts.value(i), x);
			for (int q = 0; q < dimensions; q++)
				if (wide == null) narrow[i * dimensions + q] = (int) (x[q] * units);
				else wide[i * dimensions + q] = (long) (x[q] * units);
		}
	}

	ValueSpace space() {
		return space;
	}

	/**
	 * The labels of all values by the nearest clusters; found once for the centres that were
	 * asked for last.
	 *
	 * @return 1 to number of clusters; not to be changed
	 * @throws CancellationException if the progress of the steps throws it
	 */
	synchronized char[] labels(final Clusters clusters, final Steps steps) {
		if (labelled == null || !clusters.haveCentresOf(labelled)) {
			final char[] found = new char[size()];
			Checks.parts(found.length, steps, (from, to) -> label(clusters, 1, from, to, found));
			labels = found;
			labelled = clusters;
		}
		return labels;
	}

	/** The labels of one value of some, the first one and so on. @param some 1 or more */
	char[] labelsOfOneIn(final int some, final Clusters clusters) {
		final char[] found = new char[(size() + some - 1) / some];
		label(clusters, some, 0, found.length, found);
		return found;
	}

	/** @param step from one value to the next */
	private void label(final Clusters clusters, final int step, final int from, final int to,
		final char[] found)
	{
		final RunLabeler labeler = clusters.runLabeler();
		final double[] points = new double[CHUNK * dimensions];
		final int[] some = new int[CHUNK];
		final double unit = Math.scalb(1.0, -space.fractionBits());
		for (int begin = from; begin < to; begin += CHUNK) {
			final int n = Math.min(CHUNK, to - begin);
			for (int i = 0; i < n; i++)
				for (int q = 0; q < dimensions; q++) {
					final int place = (begin + i) * step * dimensions + q;
					points[q * n + i] = unit * (wide == null ? narrow[place] : wide[place]);
				}
			labeler.label(points, n, some);
			for (int i = 0; i < n; i++)
				found[begin + i] = (char) some[i];
		}
	}

	@Override
	public int size() {
		return counts.size();
	}

	@Override
	public int dimensions() {
		return dimensions;
	}

	@Override
	public long at(final int point, final int q) {
		return wide == null ? narrow[point * dimensions + q] : wide[point * dimensions + q];
	}

	@Override
	public boolean areNarrow() {
		return wide == null;
	}

	@Override
	public void read(final int point, final double[] x) {
		for (int q = 0; q < dimensions; q++)
			x[q] = at(point, q);
	}

	@Override
	public long weight(final int point) {
		return counts.weight(point);
	}

	@Override
	public boolean areSingle() {
		return false;
	}
}
