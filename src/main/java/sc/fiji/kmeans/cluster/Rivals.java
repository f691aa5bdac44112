package sc.fiji.kmeans.cluster;

/**
 * The centres that may be nearer than its own to a mean of a cluster, copied side by side so
 * that all means of the cluster are compared with nothing else.
 */
final class Rivals {

	/** No rival. */
	static final int NONE = -1;
	/** A relative margin far larger than rounding errors. */
	private static final double ROUNDING = 1e-9;

	private final int d;
	private final int[] numbers;
	private final double[] coordinates;
	private int size;
	// The cluster, among all centres, and the squared distance up to which others are rivals.
	private double[] centres;
	private int own;
	private double limit;
	/**
	 * A quarter of the squared distance to the nearest rival: no rival is nearer to a point within.
	 */
	private double quarter;

	Rivals(final int k, final int dimensions, final RunArrays memory) {
		d = dimensions;
		numbers = memory.ints(k);
		coordinates = memory.doubles(k * d);
	}

	/**
	 * Begins with none.
	 *
	 * @param reach a rival is no farther than this from the centre of the cluster
	 */
	void begin(final double[] allCentres, final int cluster, final double reach) {
		centres = allCentres;
		own = cluster;
		limit = reach * reach * (1 + ROUNDING);
		size = 0;
		quarter = Double.POSITIVE_INFINITY;
	}

	/** Adds a centre that is within reach, and not that of the cluster. */
	void add(final int c) {
		if (c == own) return;
		final double squared = Centres.roughSquaredDistance(centres, own * d, centres, c * d, d);
		if (squared > limit) return;
		quarter = Math.min(quarter, squared * (0.25 - ROUNDING));
		System.arraycopy(centres, c * d, coordinates, size * d, d);
		numbers[size++] = c;
	}

	int size() {
		return size;
	}

	/**
	 * Of the first n rivals the one nearest to a point of the cluster; none if all are as far as its
	 * own centre: so they are where that is at most half as far as the nearest rival is from it, by
	 * the triangle inequality.
	 *
	 * @param squaredDistance to its own centre
	 */
	int nearer(final int n, final double[] x, final int offset, final double squaredDistance) {
		if (squaredDistance <= quarter) return NONE;
		final int nearer = Centres.nearer(coordinates, n, x, offset, d, squaredDistance);
		return nearer < 0 ? NONE : numbers[nearer];
	}

	/** The rival nearest to a point. */
	int nearest(final double[] x, final int offset) {
		return numbers[Centres.roughNearest(coordinates, size, x, offset, d)];
	}
}
