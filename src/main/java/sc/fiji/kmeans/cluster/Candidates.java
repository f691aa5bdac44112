package sc.fiji.kmeans.cluster;

/**
 * Tells which centres can be nearest to a point of a box. A centre b is dropped
 * in favour of a only if |x-b|² - |x-a|² exceeds, for every x of the box, a
 * margin larger than all that rounding can do to these sums; so b is not nearest
 * in rounded numbers either, and there is no tie. (Kanungo et al.: An efficient
 * k-means clustering algorithm, IEEE TPAMI 24, 2002.)
 * <p>
 * Candidates are counted from 0: one less than the number of the cluster. Lists of
 * them are in ascending order, parts of larger arrays. A box is its low ends in all
 * dimensions, followed by its high ends.
 */
public final class Candidates {

	/**
	 * With no coordinate beyond the largest, L, rounding changes a sum of d squares by
	 * less than the part (d + 4) 2^-53 of it: 2^-53 for each difference and twice for
	 * its square, and for each of d - 1 additions. No square exceeds 4 L², so two such
	 * sums are off by less than 4 (d + 4) d 2^-52 L². In the sum of {@link #isFarther}
	 * no term exceeds 12 L², each is off by less than 28 2^-52 L², and d - 1 additions
	 * by less than 6 (d - 1) d 2^-52 L². Together this is less than (10 d + 44) d 2^-52
	 * L²; the margin is eight times as much. Only coordinates of the box and of the two
	 * centres are in these sums: L need not be larger than theirs. That matters where a
	 * few points are far from all others.
	 */
	private static final double ROUNDING = 0x1p-49;

	private final Centres centres;
	private final int d;
	private final double rounding;
	/** For the largest coordinates of all. */
	private final double margin;
	private final double[] middle;

	/** @param reach the largest |coordinate| of a box that will be asked for */
	Candidates(final Centres centres, final double reach) {
		this.centres = centres;
		d = centres.dimensions();
		rounding = ROUNDING * (10 * d + 44) * d;
		margin = margin(Math.max(reach, centres.reach()));
		middle = new double[d];
	}

	/** @param largest of the coordinates */
	private double margin(final double largest) {
		return rounding * largest * largest;
	}

	/**
	 * Keeps the candidates that can be nearest to a point of a box, ties included. By
	 * one thread at a time.
	 *
	 * @param from where the n candidates are read
	 * @param to where those that stay are written; not after from
	 * @param box where the box begins in boxes
	 * @return how many stay, at least one
	 */
	public int keep(final int[] list, final int from, final int n, final int to, final double[] boxes,
		final int box)
	{
		for (int q = 0; q < d; q++)
			middle[q] = 0.5 * (boxes[box + q] + boxes[box + d + q]);
		final int favourite = nearest(list, from, n, middle);
		int kept = 0;
		for (int i = from; i < from + n; i++) {
			list[to + kept] = list[i];
			kept += isFarther(list[i], favourite, boxes, box) ? 0 : 1;
		}
		return kept;
	}

	/**
	 * The candidate that is nearest to x, of equals the first. Without a branch, as
	 * {@link Centres#nearest}.
	 */
	public int nearest(final int[] list, final int from, final int n, final double[] x) {
		int nearest = 0;
		long least = bits(list[from], x);
		for (int i = 1; i < n; i++) {
			final long distance = bits(list[from + i], x);
			final long less = distance - least >> 63;
			least += distance - least & less;
			nearest += i - nearest & (int) less;
		}
		return list[from + nearest];
	}

	private long bits(final int j, final double[] x) {
		return Double.doubleToRawLongBits(centres.squaredDistance(j, x, 0));
	}

	/**
	 * Whether b is farther than a from every point x of a box with low and high ends l
	 * and h. |x-b|² - |x-a|² = (b - a)(b + a - 2x) is least at the corner that lies
	 * farthest along b - a: (b - a)(b + a - l - h) - |b - a| (h - l), summed over the
	 * dimensions. The loop is written out for colours.
	 */
	private boolean isFarther(final int b, final int a, final double[] boxes, final int box) {
		final double least = least(b, a, boxes, box);
		return least > margin || least > 0 && least > margin(largest(b, a, boxes, box));
	}

	private double least(final int b, final int a, final double[] boxes, final int box) {
		if (d == 3)
			return least(b, a, boxes, box, 0) + least(b, a, boxes, box, 1) + least(b, a, boxes, box, 2);
		double least = 0;
		for (int q = 0; q < d; q++)
			least += least(b, a, boxes, box, q);
		return least;
	}

	/** The largest |coordinate| of two centres and a box. */
	private double largest(final int b, final int a, final double[] boxes, final int box) {
		double largest = 0;
		for (int q = 0; q < d; q++) {
			largest = Math.max(largest,
				Math.max(Math.abs(centres.coordinate(b, q)), Math.abs(centres.coordinate(a, q))));
			largest = Math.max(largest, Math.max(Math.abs(boxes[box + q]), Math.abs(boxes[box + d + q])));
		}
		return largest;
	}

	private double least(final int b, final int a, final double[] boxes, final int box, final int q) {
		final double cb = centres.coordinate(b, q);
		final double ca = centres.coordinate(a, q);
		final double low = boxes[box + q];
		final double high = boxes[box + d + q];
		return (cb - ca) * (cb + ca - (low + high)) - Math.abs(cb - ca) * (high - low);
	}
}
