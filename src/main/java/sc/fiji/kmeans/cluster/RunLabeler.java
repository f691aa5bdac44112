package sc.fiji.kmeans.cluster;

/**
 * Labels points run by run: neighbours in an image are often alike, so that few clusters can
 * be nearest to a point of a run. The result is that of comparing each point with every
 * centre, to the last bit and with the same ties. For one thread.
 */
public final class RunLabeler {

	private static final int RUN = 16;

	private final Centres centres;
	private final int d;
	private final Candidates candidates;
	/** Low ends, then high ends, of the box of a run. */
	private final double[] box;
	private final int[] all;
	private final int[] kept;
	private final double[] near;

	RunLabeler(final Centres centres) {
		this.centres = centres;
		d = centres.dimensions();
		// Boxes may be anywhere.
		candidates = new Candidates(centres, Double.POSITIVE_INFINITY);
		box = new double[2 * d];
		all = new int[centres.size()];
		for (int j = 0; j < all.length; j++)
			all[j] = j;
		kept = new int[all.length];
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
		for (int from = 0; from < n; from += RUN)
			labelRun(points, from, Math.min(n, from + RUN), labels);
	}

	private void labelRun(final double[] points, final int from, final int to, final int[] labels) {
		setBox(points, from, to);
		System.arraycopy(all, 0, kept, 0, all.length);
		final int n = candidates.keep(kept, 0, all.length, 0, box, 0);
		for (int c = 0; c < n && n > 1; c++)
			centres.read(kept[c], near, c * d);
		for (int i = from; i < to; i++)
			labels[i] = 1 + kept[n == 1 ? 0 : Centres.nearest(near, n, points, i * d, d)];
	}

	/**
	 * Of numbers; others may be left out, for their labels may be any. Comparisons, because
	 * {@link Math#min} takes care of more, and longer.
	 */
	private void setBox(final double[] points, final int from, final int to) {
		for (int q = 0; q < d; q++) {
			double low = points[from * d + q];
			double high = low;
			for (int at = (from + 1) * d + q; at < to * d; at += d) {
				final double x = points[at];
				low = x < low ? x : low;
				high = x > high ? x : high;
			}
			box[q] = low;
			box[d + q] = high;
		}
	}
}
