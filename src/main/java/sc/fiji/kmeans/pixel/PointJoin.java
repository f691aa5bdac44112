package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Sorts points, in parallel, and joins equal ones. */
public final class PointJoin {

	private static final int PARTS = 16;

	private final Coordinates source;
	private final int n;
	private final int dimensions;
	private final Steps steps;
	private final PointRows points;
	/** Whether a point is not the same as the one before. */
	private final boolean[] isNew;

	private PointJoin(final Coordinates source, final Progress progress) {
		this.source = source;
		n = source.size();
		dimensions = source.dimensions();
		steps = new Steps(progress, "sorting", 2L * Checks.steps(n));
		final boolean isTraced = !source.areSingle() || !source.areExact();
		points = new PointRows(n, dimensions, source.areNarrow(), isTraced);
		Checks.parts(n, steps, (from, to) -> {
			for (int i = from; i < to; i++)
				points.take(i, source);
		});
		new PointSort(points, new PointRows(n, dimensions, source.areNarrow(), isTraced), n, steps)
			.sort();
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

	private int share(final int part) {
		return (int) ((long) n * part / PARTS);
	}

	private LocatedPoints joined() {
		final AtomicInteger size = new AtomicInteger();
		Checks.parts(n, steps, (from, to) -> size.addAndGet(compare(from, to)));
		final int values = source.areExact() ? size.get() : values();
		final long[] weights = new long[n];
		if (size.get() < n) join(weights);
		else Checks.parts(n, Steps.UNHEARD, (from, to) -> {
			for (int i = from; i < to; i++)
				weights[i] = weight(i);
		});
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

	private void join(final long[] weights) {
		int size = 0;
		for (int i = 0; i < n; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			if (isNew[i]) {
				if (size < i) points.copy(i, points, size);
				size++;
			}
			weights[size - 1] += weight(i);
		}
	}

	/** Number of different values. */
	private int values() {
		final int[] values = new int[PARTS];
		IntStream.range(0, PARTS).parallel().forEach(part -> {
			for (int begin = share(part), end; begin < share(part + 1); begin = end) {
				end = begin + 1;
				while (end < n && !isNew[end])
					end++;
				// A run belongs to the part where it begins.
				if (isNew[begin]) values[part] += values(begin, end);
			}
			steps.check();
		});
		return Arrays.stream(values).sum();
	}

	/** Number of different values of equal points. */
	private int values(final int from, final int to) {
		if (to - from == 1) return 1;
		final Integer[] was = new Integer[to - from];
		Arrays.setAll(was, i -> points.was[from + i]);
		Arrays.sort(was, source::compareValues);
		int values = 1;
		for (int i = 1; i < was.length; i++)
			if (source.compareValues(was[i - 1], was[i]) != 0) values++;
		return values;
	}
}
