package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * Labels points run by run: neighbours in an image are often alike, so that few clusters can
 * be nearest to a point of a run. The points of a run are compared with one centre after the
 * other, in loops that a processor does for several points at once. The result is that of
 * comparing each point with every centre, to the last bit and with the same ties. For one
 * thread.
 */
public final class RunLabeler {

	private static final int RUN = 64;
	/** So few clusters are compared sooner than it is known which of them can be nearest. */
	private static final int FEW = 4;

	private final Centres centres;
	private final int d;
	/** For boxes within a reach, which grows with the boxes that come. */
	private Candidates candidates;
	private double reach;
	/** Of a run: low ends, then high ends. */
	private final double[] box;
	private final int[] all;
	private final int[] ofRun;
	private final double[] centre;
	/** By point of a run, the squared distances to a centre. */
	private final double[] distances = new double[RUN];
	/** The bits of the least of them so far; numbers from 0 on compare as their bits do. */
	private final long[] least = new long[RUN];

	RunLabeler(final Centres centres) {
		this.centres = centres;
		d = centres.dimensions();
		reach = centres.reach();
		candidates = new Candidates(centres, reach);
		box = new double[2 * d];
		all = new int[centres.size()];
		for (int j = 0; j < all.length; j++)
			all[j] = j;
		ofRun = all.clone();
		centre = new double[d];
	}

	/**
	 * The labels of n points.
	 *
	 * @param points coordinate q of point i stands at q * n + i
	 * @param labels takes 1 to number of clusters for each; any of them for a point that is
	 *          no number
	 */
	public void label(final double[] points, final int n, final int[] labels) {
		for (int from = 0; from < n; from += RUN) {
			final int to = Math.min(n, from + RUN);
			final int few = all.length <= FEW ? all.length : keep(points, n, from, to);
			Arrays.fill(labels, from, to, 1 + ofRun[0]);
			if (few > 1) labelRun(points, n, from, to, few, labels);
		}
	}

	/** Keeps the clusters that can be nearest in the box of a run. @return how many they are */
	private int keep(final double[] points, final int n, final int from, final int to) {
		double largest = reach;
		for (int q = 0; q < d; q++) {
			setBox(points, q * n + from, q * n + to, q);
			if (-box[q] > largest && box[q] > Double.NEGATIVE_INFINITY) largest = -box[q];
			if (box[d + q] > largest && box[d + q] < Double.POSITIVE_INFINITY) largest = box[d + q];
		}
		if (largest > reach) extend(2 * largest);
		System.arraycopy(all, 0, ofRun, 0, all.length);
		return candidates.keep(ofRun, 0, all.length, 0, box, 0);
	}

	/** Boxes that reach farther are rare: the reach doubles, at least. */
	private void extend(final double farther) {
		reach = farther;
		candidates = new Candidates(centres, farther);
	}

	/**
	 * Of one coordinate; what is no number makes a box that keeps all clusters. By whole numbers
	 * in the same order, which are compared without a branch.
	 */
	private void setBox(final double[] points, final int from, final int to, final int q) {
		long low = Long.MAX_VALUE;
		long high = Long.MIN_VALUE;
		for (int i = from; i < to; i++) {
			final long x = inOrder(Double.doubleToRawLongBits(points[i]));
			low = Math.min(low, x);
			high = Math.max(high, x);
		}
		box[q] = Double.longBitsToDouble(inOrder(low));
		box[d + q] = Double.longBitsToDouble(inOrder(high));
	}

	/** From the bits of numbers to whole numbers in their order, and back. */
	private static long inOrder(final long bits) {
		return bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
	}

	/** @param few how many clusters can be nearest */
	private void labelRun(final double[] points, final int n, final int from, final int to,
		final int few, final int[] labels)
	{
		for (int c = 0; c < few; c++) {
			centres.read(ofRun[c], centre, 0);
			measure(points, n, from, to - from);
			if (c == 0) begin(to - from);
			else take(1 + ofRun[c], to - from, labels, from);
		}
	}

	/** As {@link Distances#squared}, to the last bit; the loops are written out for colours. */
	private void measure(final double[] points, final int n, final int from, final int length) {
		if (d == 3) {
			measureColours(points, n, from, length, centre[0], centre[1], centre[2]);
			return;
		}
		setSquares(points, from, length, centre[0]);
		for (int q = 1; q < d; q++)
			addSquares(points, q * n + from, length, centre[q]);
	}

	private void measureColours(final double[] points, final int n, final int from, final int length,
		final double x, final double y, final double z)
	{
		for (int i = 0; i < length; i++)
			distances[i] = (points[from + i] - x) * (points[from + i] - x)
				+ (points[from + n + i] - y) * (points[from + n + i] - y)
				+ (points[from + 2 * n + i] - z) * (points[from + 2 * n + i] - z);
	}

	private void setSquares(final double[] points, final int from, final int length, final double x) {
		for (int i = 0; i < length; i++)
			distances[i] = (points[from + i] - x) * (points[from + i] - x);
	}

	private void addSquares(final double[] points, final int from, final int length, final double x) {
		for (int i = 0; i < length; i++)
			distances[i] += (points[from + i] - x) * (points[from + i] - x);
	}

	private void begin(final int length) {
		for (int i = 0; i < length; i++)
			least[i] = Double.doubleToRawLongBits(distances[i]);
	}

	/** Gives a label to the points that are nearer than to those before. */
	private void take(final int label, final int length, final int[] labels, final int from) {
		for (int i = 0; i < length; i++) {
			final long distance = Double.doubleToRawLongBits(distances[i]);
			final long isLess = distance - least[i] >> Long.SIZE - 1;
			least[i] += distance - least[i] & isLess;
			labels[from + i] += label - labels[from + i] & (int) isLess;
		}
	}
}
