package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * The order of points by their first coordinate, then by the second and so on: whatever points
 * there are, of two the same one comes first. For points of up to 32 bits; immutable.
 */
public final class SortedPoints {

	private static final int MANY = 1 << 12;

	private final Coordinates points;
	private final Steps steps;
	private final int[] order;

	private SortedPoints(final Coordinates points, final Progress progress) {
		this.points = points;
		steps = new Steps(progress, "sorting", 1);
		order = new int[points.size()];
		Arrays.setAll(order, i -> i);
		sort(0, order.length, 0);
	}

	/**
	 * @param points that are narrow
	 * @return the points in their order; equal ones in any
	 * @throws CancellationException if the progress throws it
	 */
	public static int[] order(final Coordinates points, final Progress progress) {
		return new SortedPoints(points, progress).order;
	}

	/** Those from one to before another, which are equal in all coordinates before one. */
	private void sort(final int from, final int to, final int q) {
		if (to - from < 2 || q == points.dimensions()) return;
		final long[] sorted = byCoordinate(from, to, q);
		for (int i = 0; i < sorted.length; i++)
			order[from + i] = (int) sorted[i] & Integer.MAX_VALUE;
		sortRuns(from, sorted, q);
	}

	/** Coordinates, and which points have them. */
	private long[] byCoordinate(final int from, final int to, final int q) {
		final long[] rows = new long[to - from];
		for (int i = 0; i < rows.length; i++)
			rows[i] = points.at(order[from + i], q) - Integer.MIN_VALUE << Integer.SIZE - 1
				| order[from + i];
		steps.check();
		if (rows.length < MANY) {
			Arrays.sort(rows);
			return rows;
		}
		return RadixSort.sort(rows, new long[rows.length], rows.length, 0, Long.SIZE - 1, steps);
	}

	private void sortRuns(final int from, final long[] sorted, final int q) {
		if (q + 1 == points.dimensions()) return;
		for (int begin = 0, end; begin < sorted.length; begin = end) {
			end = begin + 1;
			while (end < sorted.length
				&& sorted[end] >>> Integer.SIZE - 1 == sorted[begin] >>> Integer.SIZE - 1)
				end++;
			sort(from + begin, from + end, q + 1);
		}
	}
}
