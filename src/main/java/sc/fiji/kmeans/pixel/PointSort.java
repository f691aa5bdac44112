package sc.fiji.kmeans.pixel;

import java.util.Arrays;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Sorts points along a curve: by their Z-order in their box, digit by digit, the highest first.
 * Points are sorted by a digit, and those that share it by the next one; a few that share one are
 * in the order of their coordinates. So the order depends on the points alone, and equal ones are
 * neighbours.
 * <p>
 * Many points are shared out to cells first, by the first bits of their Z-order. Neighbours in an
 * image go to few cells, and a cell fits into a cache, where its points are moved in any order in
 * less time: three 32-bit channels, 2 megapixels, all distinct, are counted 1.2 times as fast.
 */
final class PointSort {

	/** Up to this number of points are sorted by their coordinates. */
	private static final int FEW = 12;
	/** From here on points are shared out to cells. */
	private static final int MANY = 1 << 15;
	private static final int CELL_BITS = 12;
	/** In bytes. */
	private static final int CACHE_LINE = 64;
	/** Each of which shares out its points for itself. */
	private static final int PARTS = 4;

	private final int n;
	private final int dimensions;
	private final Steps steps;
	private PointRows points;
	private PointRows spare;
	private ZDigits digits;

	/** @param points which change */
	PointSort(final PointRows points, final int n, final Steps steps) {
		this.points = points;
		this.n = n;
		spare = points.others();
		// Such memory takes a while.
		steps.check();
		this.steps = steps;
		dimensions = points.dimensions();
	}

	/** @return all points in their order, in these rows or in others */
	PointRows sorted() {
		if (n == 0) return points;
		digits = digits();
		if (digits.size() == 0) return points;
		if (haveCells()) {
			final int[] ends = shareOut();
			swap();
			sortCells(ends);
		}
		else {
			final long[] order = order(0, 0, n);
			gather(order, 0, n);
			swap();
			sortRuns(0, 0, n, order);
		}
		return points;
	}

	/**
	 * Whether the first digit is the cell of a point. One that is no longer than a number is moved
	 * in no time, and one that fills a line of the cache is read no faster there.
	 */
	private boolean haveCells() {
		return n >= MANY && points.bytes() > Long.BYTES && points.bytes() < CACHE_LINE;
	}

	private void swap() {
		final PointRows before = points;
		points = spare;
		spare = before;
	}

	/** Copies points to their cells in the spare rows. @return where each cell ends */
	private int[] shareOut() {
		final char[] cells = new char[n];
		final int[][] places = new int[PARTS][1 << digits.bits(0)];
		Parallel.each(PARTS, part -> {
			for (int from = begin(part); from < begin(part + 1); from += Checks.ITEMS) {
				readCells(from, Math.min(begin(part + 1), from + Checks.ITEMS), cells, places[part]);
				steps.check();
			}
		});
		RadixSort.setPlaces(places);
		Parallel.each(PARTS, part -> {
			for (int i = begin(part); i < begin(part + 1); i++) {
				if (i % Checks.ITEMS == 0) steps.check();
				points.copy(i, spare, places[part][cells[i]]++);
			}
		});
		// Where the next point of the last part would go.
		return places[PARTS - 1];
	}

	private int begin(final int part) {
		return (int) ((long) n * part / PARTS);
	}

	/** @param counts by cell */
	private void readCells(final int from, final int to, final char[] cells, final int[] counts) {
		final long[] numbers = new long[to - from];
		digits.read(0, points, from, to, numbers, 0);
		for (int i = from; i < to; i++) {
			cells[i] = (char) numbers[i - from];
			counts[cells[i]]++;
		}
	}

	private void sortCells(final int[] ends) {
		Checks.runs(0, n, steps, (from, to) -> {
			int begin = 0;
			for (int cell = 0; begin < to; begin = ends[cell++])
				if (begin >= from) sort(1, begin, ends[cell]);
		});
	}

	private ZDigits digits() {
		final long[] low = filled(Long.MAX_VALUE);
		final long[] high = filled(Long.MIN_VALUE);
		Checks.runs(0, n, steps, (from, to) -> {
			final long[] least = filled(Long.MAX_VALUE);
			final long[] most = filled(Long.MIN_VALUE);
			points.widen(from, to, least, most);
			synchronized (low) {
				for (int q = 0; q < dimensions; q++) {
					low[q] = Math.min(low[q], least[q]);
					high[q] = Math.max(high[q], most[q]);
				}
			}
		});
		// Besides a digit, a number has the place of its point.
		return new ZDigits(low, high, haveCells() ? CELL_BITS : 0,
			Long.SIZE - 1 - ZDigits.width(n - 1L));
	}

	private long[] filled(final long number) {
		final long[] all = new long[dimensions];
		Arrays.fill(all, number);
		return all;
	}

	/** @param digit which those from one to before another do not share; they share those before */
	private void sort(final int digit, final int from, final int to) {
		if (digit == digits.size() || to - from < 2) return;
		// The first digit of all is sorted by, however few share a cell.
		if (to - from <= FEW && !(digit == 1 && haveCells())) {
			sortFew(from, to);
			return;
		}
		final long[] order = order(digit, from, to);
		gather(order, from, to);
		Checks.runs(from, to, steps, (begin, end) -> spare.copy(begin, end, points));
		sortRuns(digit, from, to, order);
	}

	/** By digit: each point's digit, and in the low bits its place, counted from the first one. */
	private long[] order(final int digit, final int from, final int to) {
		final int size = to - from;
		final int placeBits = ZDigits.width(size - 1L);
		final long[] numbers = new long[size];
		Checks.runs(from, to, steps, (begin, end) -> {
			digits.read(digit, points, begin, end, numbers, begin - from);
			for (int i = begin - from; i < end - from; i++)
				numbers[i] = numbers[i] << placeBits | i;
		});
		return RadixSort.sort(numbers, new long[size], size, placeBits, placeBits + digits.bits(digit),
			steps);
	}

	/** Copies points to their places in the spare rows. */
	private void gather(final long[] order, final int from, final int to) {
		final long mask = (1L << ZDigits.width(to - from - 1L)) - 1;
		Checks.runs(from, to, steps, (begin, end) -> {
			for (int i = begin; i < end; i++)
				points.copy(from + (int) (order[i - from] & mask), spare, i);
		});
	}

	/** Sorts the runs of points that share a digit. */
	private void sortRuns(final int digit, final int from, final int to, final long[] order) {
		if (digit + 1 == digits.size()) return;
		final int placeBits = ZDigits.width(to - from - 1L);
		Checks.runs(from, to, steps, (begin, end) -> {
			int next = begin;
			while (next < end) {
				final int first = next;
				final long shared = order[first - from] >>> placeBits;
				next++;
				while (next < to && order[next - from] >>> placeBits == shared)
					next++;
				final boolean isRun = first == from || order[first - 1 - from] >>> placeBits != shared;
				if (isRun && next > first + 1) sort(digit + 1, first, next);
			}
		});
	}

	/** Sorts a few points into their places by insertion. */
	private void sortFew(final int from, final int to) {
		for (int i = from + 1; i < to; i++) {
			if (points.compare(i - 1, points, i) <= 0) continue;
			points.copy(i, spare, i);
			int place = i;
			while (place > from && points.compare(place - 1, spare, i) > 0)
				points.copy(--place, points, place + 1);
			spare.copy(i, points, place);
		}
	}
}
