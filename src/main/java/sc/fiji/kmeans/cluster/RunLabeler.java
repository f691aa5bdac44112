package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * Labels points run by run: neighbours in an image are often alike, so that few clusters can
 * be nearest to a point of a run. Runs come in groups: what can not be nearest in the box of a
 * group is not looked at in its runs. The result is that of comparing each point with every
 * centre, to the last bit and with the same ties. For one thread.
 */
public final class RunLabeler {

	private static final int RUN = 16;
	private static final int GROUP = 8 * RUN;

	private final Centres centres;
	private final int d;
	/** For boxes within a reach, which grows with the boxes that come. */
	private Candidates candidates;
	private double reach;
	/** Of each run of a group: low ends, then high ends. */
	private final double[] boxes;
	private final double[] groupBox;
	private final int[] all;
	private final int[] ofGroup;
	private final int[] ofRun;
	private final double[] near;

	RunLabeler(final Centres centres) {
		this.centres = centres;
		d = centres.dimensions();
		reach = centres.reach();
		candidates = new Candidates(centres, reach);
		boxes = new double[GROUP / RUN * 2 * d];
		groupBox = new double[2 * d];
		all = new int[centres.size()];
		for (int j = 0; j < all.length; j++)
			all[j] = j;
		ofGroup = new int[all.length];
		ofRun = new int[all.length];
		near = new double[all.length * d];
	}

	/**
	 * The labels of n points.
	 *
	 * @param points coordinate q of point i stands at i * dimensions + q
	 * @param labels takes 1 to number of clusters for each; any of them for a point that is
	 *          no number
	 */
	public void label(final double[] points, final int n, final int[] labels) {
		for (int from = 0; from < n; from += GROUP)
			labelGroup(points, from, Math.min(n, from + GROUP), labels);
	}

	private void labelGroup(final double[] points, final int from, final int to, final int[] labels) {
		setBoxes(points, from, to);
		System.arraycopy(all, 0, ofGroup, 0, all.length);
		final int n = candidates.keep(ofGroup, 0, all.length, 0, groupBox, 0);
		if (n == 1) Arrays.fill(labels, from, to, 1 + ofGroup[0]);
		else for (int begin = from, box = 0; begin < to; begin += RUN, box += 2 * d)
			labelRun(points, begin, Math.min(to, begin + RUN), labels, box, n);
	}

	/** @param ofAll how many clusters the group keeps */
	private void labelRun(final double[] points, final int from, final int to, final int[] labels,
		final int box, final int ofAll)
	{
		System.arraycopy(ofGroup, 0, ofRun, 0, ofAll);
		final int n = candidates.keep(ofRun, 0, ofAll, 0, boxes, box);
		for (int c = 0; c < n && n > 1; c++)
			centres.read(ofRun[c], near, c * d);
		for (int i = from; i < to; i++)
			labels[i] = 1 + ofRun[n == 1 ? 0 : Distances.nearest(near, n, points, i * d, d)];
	}

	/** Of the runs and of the group. A box of what is no number keeps all clusters. */
	private void setBoxes(final double[] points, final int from, final int to) {
		Arrays.fill(groupBox, 0, d, Double.POSITIVE_INFINITY);
		Arrays.fill(groupBox, d, 2 * d, Double.NEGATIVE_INFINITY);
		double largest = reach;
		for (int begin = from, box = 0; begin < to; begin += RUN, box += 2 * d) {
			setBox(points, begin, Math.min(to, begin + RUN), box);
			for (int q = 0; q < d; q++) {
				final double low = boxes[box + q];
				final double high = boxes[box + d + q];
				groupBox[q] = Math.min(groupBox[q], low);
				groupBox[d + q] = Math.max(groupBox[d + q], high);
				if (-low > largest && low > Double.NEGATIVE_INFINITY) largest = -low;
				if (high > largest && high < Double.POSITIVE_INFINITY) largest = high;
			}
		}
		if (largest > reach) extend(2 * largest);
	}

	/** Boxes that reach farther are rare: the reach doubles, at least. */
	private void extend(final double farther) {
		reach = farther;
		candidates = new Candidates(centres, farther);
	}

	/** By whole numbers in the same order, which are compared without a branch. */
	private void setBox(final double[] points, final int from, final int to, final int box) {
		for (int q = 0; q < d; q++) {
			long low = Long.MAX_VALUE;
			long high = Long.MIN_VALUE;
			for (int at = from * d + q; at < to * d; at += d) {
				final long x = inOrder(Double.doubleToRawLongBits(points[at]));
				low = Math.min(low, x);
				high = Math.max(high, x);
			}
			boxes[box + q] = Double.longBitsToDouble(inOrder(low));
			boxes[box + d + q] = Double.longBitsToDouble(inOrder(high));
		}
	}

	/** From the bits of numbers to whole numbers in their order, and back. */
	private static long inOrder(final long bits) {
		return bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
	}
}
