package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Counted values as points of a space, in whole units of 2<sup>-fractionBits</sup>. */
final class LocatedCounts implements Coordinates {

	private final PixelCounts counts;
	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	private final int[] narrow;
	/** ... or, if the space is wide, here; one of them is null. */
	private final long[] wide;

	/** @throws CancellationException if the progress throws it */
	LocatedCounts(final PixelCounts counts, final ValueSpace space, final Progress progress) {
		this.counts = counts;
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
	public long weight(final int point) {
		return counts.weight(point);
	}

	@Override
	public boolean areSingle() {
		return false;
	}
}
