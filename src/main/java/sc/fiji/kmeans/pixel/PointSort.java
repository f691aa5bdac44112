package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;

/**
 * Sorts points along a curve: their box is divided into cells, the points of each cell have
 * a box of their own, which is divided again, and so on; a few points are in the order of
 * their coordinates. So the order depends on the points alone, and equal ones are
 * neighbours.
 * <p>
 * It ends: the box of a cell has a longest side of half as many units, at most, as the box
 * around it.
 */
final class PointSort {

	/** Most cells of a box, as a power of two: more would be too many for caches. */
	private static final int MOST_HALVES = 11;
	/** Up to this number of points are sorted by their coordinates. */
	private static final int FEW = 12;
	/** More points than these are worth several threads. */
	private static final int MANY = 1 << 16;
	private static final int PARTS = 16;
	/** Cells of more points check for a cancellation. */
	private static final int CHECKED = 1 << 12;

	private final int n;
	private final int dimensions;
	private final Steps steps;
	private final PointRows points;
	private final PointRows spare;
	/** Of each division of a box that came up. */
	private final Map<String, char[]> orders = new ConcurrentHashMap<>();

	/**
	 * @param points to be sorted in place
	 * @param spare of the same kind
	 */
	PointSort(final PointRows points, final PointRows spare, final int n, final Steps steps) {
		this.points = points;
		this.spare = spare;
		this.n = n;
		this.steps = steps;
		dimensions = n == 0
			? 0
			: (points.narrow == null ? points.wide.length : points.narrow.length) / n;
	}

	void sort() {
		if (n > 0) sort(0, n, points);
	}

	/** @param where the points are; in the end they are where they belong */
	private void sort(final int from, final int to, final PointRows where) {
		if (to - from <= FEW) sortFew(from, to, where);
		else divide(from, to, where, cells(from, to, where));
	}

	private void divide(final int from, final int to, final PointRows where, final BoxCells cells) {
		if (cells.size == 1) bringHome(from, to, where);
		else if (to - from > MANY) divideInParts(from, to, where, cells);
		else {
			final int[] begins = move(from, to, where, cells);
			for (int cell = 0; cell < cells.size; cell++)
				sortCell(begins, cell, other(where));
		}
	}

	/** Equal points are in order. */
	private void bringHome(final int from, final int to, final PointRows where) {
		if (where == points) return;
		if (to - from > MANY)
			inParts(part -> inRuns(from, to, part, (begin, end) -> where.copy(begin, end, points)));
		else
			where.copy(from, to, points);
	}

	private void divideInParts(final int from, final int to, final PointRows where,
		final BoxCells cells)
	{
		final int[] begins = moveInParts(from, to, where, cells);
		IntStream.range(0, cells.size).parallel().forEach(cell -> {
			steps.check();
			sortCell(begins, cell, other(where));
		});
	}

	private void sortCell(final int[] begins, final int cell, final PointRows where) {
		final int from = begins[cell];
		final int to = begins[cell + 1];
		if (to - from > CHECKED) steps.check();
		if (to > from) sort(from, to, where);
	}

	private PointRows other(final PointRows where) {
		return where == points ? spare : points;
	}

	private BoxCells cells(final int from, final int to, final PointRows where) {
		final long[] low = filled(Long.MAX_VALUE);
		final long[] high = filled(Long.MIN_VALUE);
		if (to - from > MANY) widenInParts(from, to, where, low, high);
		else where.widen(from, to, low, high);
		// About two points a cell.
		final int halves = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(to - from - 1);
		return new BoxCells(low, high, Math.min(MOST_HALVES, halves), orders);
	}

	private long[] filled(final long number) {
		final long[] all = new long[dimensions];
		Arrays.fill(all, number);
		return all;
	}

	private void widenInParts(final int from, final int to, final PointRows where, final long[] low,
		final long[] high)
	{
		inParts(part -> {
			final long[] least = filled(Long.MAX_VALUE);
			final long[] most = filled(Long.MIN_VALUE);
			inRuns(from, to, part, (begin, end) -> where.widen(begin, end, least, most));
			synchronized (low) {
				for (int q = 0; q < dimensions; q++) {
					low[q] = Math.min(low[q], least[q]);
					high[q] = Math.max(high[q], most[q]);
				}
			}
		});
	}

	private static void inParts(final IntConsumer work) {
		IntStream.range(0, PARTS).parallel().forEach(work);
	}

	/** Goes through a part of the points in runs, with a check after each. */
	private void inRuns(final int from, final int to, final int part, final Checks.ItemRange run) {
		final int end = share(from, to, part + 1);
		for (int begin = share(from, to, part); begin < end; begin += Checks.ITEMS) {
			run.of(begin, Math.min(end, begin + Checks.ITEMS));
			steps.check();
		}
	}

	private static int share(final int from, final int to, final int part) {
		return from + (int) ((long) (to - from) * part / PARTS);
	}

	/**
	 * Moves points together that share a cell, cell after cell.
	 *
	 * @return where each cell begins, and the end
	 */
	private int[] move(final int from, final int to, final PointRows where, final BoxCells cells) {
		final char[] cellOf = new char[to - from];
		final int[] places = new int[cells.size + 1];
		cells.number(where, from, to, cellOf, 0, places);
		int place = from;
		for (int cell = 0; cell <= cells.size; cell++) {
			final int size = places[cell];
			places[cell] = place;
			place += size;
		}
		final int[] begins = places.clone();
		final PointRows there = other(where);
		for (int i = from; i < to; i++)
			where.copy(i, there, places[cellOf[i - from]]++);
		return begins;
	}

	/** The same by several threads. */
	private int[] moveInParts(final int from, final int to, final PointRows where,
		final BoxCells cells)
	{
		final char[] cellOf = new char[to - from];
		final int[][] places = new int[PARTS][cells.size];
		inParts(part -> inRuns(from, to, part,
			(begin, end) -> cells.number(where, begin, end, cellOf, begin - from, places[part])));
		final int[] begins = begins(from, places);
		final PointRows there = other(where);
		inParts(part -> {
			final int[] next = places[part];
			inRuns(from, to, part, (begin, end) -> {
				for (int i = begin; i < end; i++)
					where.copy(i, there, next[cellOf[i - from]]++);
			});
		});
		return begins;
	}

	/**
	 * @param places by part and cell, the number of points; takes where the first of them goes
	 * @return where each cell begins, and the end
	 */
	private static int[] begins(final int from, final int[][] places) {
		final int[] begins = new int[places[0].length + 1];
		int place = from;
		for (int cell = 0; cell < places[0].length; cell++) {
			begins[cell] = place;
			for (final int[] ofPart : places) {
				final int size = ofPart[cell];
				ofPart[cell] = place;
				place += size;
			}
		}
		begins[begins.length - 1] = place;
		return begins;
	}

	/** Sorts a few points into their places by insertion. */
	private void sortFew(final int from, final int to, final PointRows where) {
		for (int i = from; i < to; i++) {
			if (where == points) {
				if (i == from || points.compare(i - 1, points, i) <= 0) continue;
				points.copy(i, spare, i);
			}
			int place = i;
			while (place > from && points.compare(place - 1, spare, i) > 0)
				points.copy(--place, points, place + 1);
			spare.copy(i, points, place);
		}
	}
}
