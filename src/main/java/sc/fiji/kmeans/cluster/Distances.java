package sc.fiji.kmeans.cluster;

/** Distances of points in arrays. */
final class Distances {

	/** From here on sums of squares are long. */
	static final int MANY_DIMENSIONS = 8;
	/** Squares that are added up before the sum is looked at. */
	private static final int STEP = 8;

	private Distances() {}

	/**
	 * The squared Euclidean distance of two points of d coordinates, summed in the order of the
	 * dimensions. Every comparison in this package that decides uses this one sum, so that all of
	 * them agree on what a tie is.
	 * <p>
	 * The loop is written out for a few channels, for an image has seldom more: five of 16 bits, k =
	 * 8, the search takes 0.8 times the time. It calls nothing: a compiler that knows images of three
	 * channels alone takes calls for other numbers for calls that hardly happen, and goes on so. Five
	 * channels after images of other types, k = 16: the search takes 0.45 times the time.
	 */
	static double squared(final double[] a, final int fromA, final double[] b, final int fromB,
		final int d)
	{
		final double x = b[fromB] - a[fromA];
		if (d == 1) return x * x;
		final double y = b[fromB + 1] - a[fromA + 1];
		if (d == 2) return x * x + y * y;
		final double z = b[fromB + 2] - a[fromA + 2];
		if (d == 3) return x * x + y * y + z * z;
		final double u = b[fromB + 3] - a[fromA + 3];
		double sum = x * x + y * y + z * z + u * u;
		if (d == 4) return sum;
		final double v = b[fromB + 4] - a[fromA + 4];
		sum += v * v;
		for (int q = 5; q < d; q++)
			sum += (b[fromB + q] - a[fromA + q]) * (b[fromB + q] - a[fromA + q]);
		return sum;
	}

	static double square(final double x) {
		return x * x;
	}

	/**
	 * Index of the nearest of n centres in an array; the first of equally near ones.
	 * Without a branch, which no processor could predict: numbers from 0 on compare as
	 * their bits do.
	 */
	static int nearest(final double[] centres, final int n, final double[] x, final int offset,
		final int d)
	{
		if (d == 3) return nearestColour(centres, n, x[offset], x[offset + 1], x[offset + 2]);
		if (d >= MANY_DIMENSIONS) return nearestInSteps(centres, n, x, offset, d);
		int nearest = 0;
		long least = Double.doubleToRawLongBits(squared(centres, 0, x, offset, d));
		for (int j = 1; j < n; j++) {
			final long distance = Double.doubleToRawLongBits(squared(centres, j * d, x, offset, d));
			final long isLess = distance - least >> 63;
			least += distance - least & isLess;
			nearest += j - nearest & (int) isLess;
		}
		return nearest;
	}

	/** The loop above for colours, with steps that the compiler knows. */
	private static int nearestColour(final double[] centres, final int n, final double x,
		final double y, final double z)
	{
		int nearest = 0;
		long least = Long.MAX_VALUE;
		for (int at = 0; at < 3 * n; at += 3) {
			final long distance = Double.doubleToRawLongBits(
				square(x - centres[at]) + square(y - centres[at + 1]) + square(z - centres[at + 2]));
			final long isLess = distance - least >> 63;
			least += distance - least & isLess;
			nearest += at - nearest & (int) isLess;
		}
		return nearest / 3;
	}

	/**
	 * As above in many dimensions: a sum ends when it is as large as the least. It never falls,
	 * so the whole sum would not be less.
	 */
	private static int nearestInSteps(final double[] centres, final int n, final double[] x,
		final int offset, final int d)
	{
		int nearest = 0;
		double least = squared(centres, 0, x, offset, d);
		for (int j = 1; j < n; j++) {
			double sum = 0;
			for (int q = 0; q < d && !(sum >= least); q += STEP)
				for (int p = q; p < Math.min(d, q + STEP); p++)
					sum += square(x[offset + p] - centres[j * d + p]);
			if (!(sum < least)) continue;
			least = sum;
			nearest = j;
		}
		return nearest;
	}
}
