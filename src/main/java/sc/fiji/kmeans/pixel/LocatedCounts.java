package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunLabeler;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Counted values as points of a space, in whole units of 2<sup>-fractionBits</sup>; in the
 * order of the values. Some may be equal, unless the space is one to one.
 */
final class LocatedCounts implements Coordinates, WeightedPoints {

	private final PixelCounts counts;
	private final ValueSpace space;
	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	private final int[] narrow;
	/** ... or, if the space is wide, here; one of them is null. */
	private final long[] wide;

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
	 * Labels values by the nearest clusters.
	 *
	 * @param labeler for one thread
	 * @param labels takes 1 to number of clusters for each value from one to before another
	 */
	void label(final RunLabeler labeler, final int from, final int to, final int[] labels) {
		final double[] points = new double[(to - from) * dimensions];
		final double unit = Math.scalb(1.0, -space.fractionBits());
		for (int i = 0; i < points.length; i++)
			points[i] = unit
				* (wide == null ? narrow[from * dimensions + i] : wide[from * dimensions + i]);
		labeler.label(points, to - from, labels);
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
