package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Sorts points, in parallel, and joins equal ones. */
public final class PointJoin {

	/** So few are compared with each other. */
	private static final int FEW = 12;

	private final Coordinates source;
	/** What the points stand for. */
	private final Coordinates meant;
	private final int n;
	private final int dimensions;
	private final Steps steps;
	private final PointRows points;
	/** Whether a point is not the same as the one before. */
	private final boolean[] isNew;

	private PointJoin(final Coordinates source, final Progress progress) {
		this.source = source;
		meant = source.values();
		n = source.size();
		dimensions = source.dimensions();
		steps = new Steps(progress, "sorting", (isExact() ? 3L : 4L) * Checks.steps(n));
		final boolean isTraced = !source.areSingle() || !isExact();
		final PointRows rows = new PointRows(n, dimensions, source.areNarrow(), isTraced);
		Checks.parts(n, steps, (from, to) -> {
			for (int i = from; i < to; i++)
				rows.take(i, source);
		});
		points = new PointSort(rows, n, steps).sorted();
		isNew = new boolean[n];
	}

	/**
	 * The points in an order that does not depend on theirs.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static LocatedPoints of(final Coordinates source, final Progress progress) {
		return new PointJoin(source, progress).joined();
	}

	/** Whether equal points stand for the same value. */
	private boolean isExact() {
		return meant == source;
	}

	private LocatedPoints joined() {
		final AtomicInteger size = new AtomicInteger();
		Checks.parts(n, steps, (from, to) -> size.addAndGet(compare(from, to)));
		final int values = isExact() ? size.get() : values();
		final long[] weights = new long[n];
		final int[] joined = new int[Checks.steps(n)];
		Checks.parts(n, steps, (from, to) -> {
			final int begin = begin(from, to);
			// A part in the middle of equal points has none of its own.
			if (begin < to) joined[from / Checks.ITEMS] = join(begin, begin(to, n), weights);
		});
		if (size.get() < n) closeUp(joined, weights);
		return new LocatedPoints(dimensions, size.get(), points.narrow, points.wide, weights, values);
	}

	/** @return how many points are not the same as the one before */
	private int compare(final int from, final int to) {
		int different = 0;
		for (int i = from; i < to; i++) {
			isNew[i] = i == 0 || points.compare(i - 1, points, i) != 0;
			if (isNew[i]) different++;
		}
		return different;
	}

	private long weight(final int i) {
		return source.areSingle() ? 1 : source.weight(points.was[i]);
	}

	/** The first place of some where a point is not the same as the one before, or their end. */
	private int begin(final int from, final int to) {
		int begin = from;
		while (begin < to && !isNew[begin])
			begin++;
		return begin;
	}

	/**
	 * Joins the points from one to before another, both not the same as the ones before them: to
	 * the first places of their part, where no other part writes.
	 *
	 * @return how many are left
	 */
	private int join(final int from, final int to, final long[] weights) {
		int end = from;
		for (int i = from; i < to; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			if (isNew[i]) {
				if (end < i) points.copy(i, points, end);
				end++;
			}
			weights[end - 1] += weight(i);
		}
		return end - from;
	}

	/** @param joined how many points each part has left */
	private void closeUp(final int[] joined, final long[] weights) {
		int size = 0;
		for (int part = 0; part < joined.length; part++) {
			if (joined[part] == 0) continue;
			final int begin = begin(part * Checks.ITEMS, n);
			steps.check();
			points.move(begin, joined[part], size);
			System.arraycopy(weights, begin, weights, size, joined[part]);
			size += joined[part];
		}
	}

	/** Number of different values. */
	private int values() {
		final AtomicInteger values = new AtomicInteger();
		Checks.parts(n, steps, (from, to) -> values.addAndGet(valuesFrom(from, to)));
		return values.get();
	}

	/** Of the runs of equal points that begin between two points. */
	private int valuesFrom(final int from, final int to) {
		int values = 0;
		for (int begin = from, end; begin < to; begin = end) {
			end = begin + 1;
			if (!isNew[begin]) continue;
			while (end < n && !isNew[end])
				end++;
			values += valuesOf(begin, end);
		}
		return values;
	}

	/** Of a run of equal points. */
	private int valuesOf(final int from, final int to) {
		if (to - from <= FEW) return valuesOfFew(from, to);
		return firstOther(from, to) == to
			? 1
			: of(new Meant(from, to), (fraction, word) -> steps.check()).size();
	}

	private int valuesOfFew(final int from, final int to) {
		int values = 0;
		for (int i = from; i < to; i++) {
			int j = from;
			while (!areAlike(i, j))
				j++;
			if (j == i) values++;
		}
		return values;
	}

	/** The first point of a run that does not mean what the run's first one does, or its end. */
	private int firstOther(final int from, final int to) {
		int i = from;
		while (i < to && areAlike(from, i)) {
			if (i % Checks.ITEMS == 0) steps.check();
			i++;
		}
		return i;
	}

	private boolean areAlike(final int a, final int b) {
		for (int q = 0; q < meant.dimensions(); q++)
			if (meant.at(points.was[a], q) != meant.at(points.was[b], q)) return false;
		return true;
	}

	/** What the points of a run stand for. */
	private final class Meant implements Coordinates {

		private final int from;
		private final int size;

		private Meant(final int from, final int to) {
			this.from = from;
			size = to - from;
		}

		@Override
		public int size() {
			return size;
		}

		@Override
		public int dimensions() {
			return meant.dimensions();
		}

		@Override
		public long at(final int point, final int q) {
			return meant.at(points.was[from + point], q);
		}

		@Override
		public boolean areNarrow() {
			return meant.areNarrow();
		}

		@Override
		public long weight(final int point) {
			return 1;
		}

		@Override
		public boolean areSingle() {
			return true;
		}
	}
}
