package sc.fiji.kmeans.study;

import java.util.Arrays;

/**
 * The thresholds whose classes of grey have the largest variance between them (Otsu 1979: A
 * threshold selection method from gray-level histograms; several: Liao, Chen, Chung 2001: A fast
 * algorithm for multilevel thresholding), all compared, by dynamic programming. The sum of the
 * variances between and within classes is that of the image, so these are also the optimal
 * clusters of k-means in one dimension: of the 256 bins, not of the values.
 */
final class MultiOtsu {

	private static final int BINS = 256;

	/** Sums of numbers, and of numbers times bins, before each bin. */
	private final double[] number = new double[BINS + 1];
	private final double[] moment = new double[BINS + 1];

	/** @param histogram of 256 bins */
	MultiOtsu(final int[] histogram) {
		for (int i = 0; i < BINS; i++) {
			number[i + 1] = number[i] + histogram[i];
			moment[i + 1] = moment[i] + (double) histogram[i] * i;
		}
	}

	/**
	 * The class of each bin, 1 to classes.
	 *
	 * @param classes 1 or more; some are empty if there are fewer values
	 */
	int[] classes(final int classes) {
		final double[][] best = new double[classes + 1][BINS + 1];
		final int[][] begins = new int[classes + 1][BINS + 1];
		Arrays.fill(best[0], 1, BINS + 1, Double.NEGATIVE_INFINITY);
		for (int c = 1; c <= classes; c++)
			for (int end = 0; end <= BINS; end++)
				choose(best, begins, c, end);
		final int[] of = new int[BINS];
		for (int c = classes, end = BINS; c > 0; end = begins[c][end], c--)
			Arrays.fill(of, begins[c][end], end, c);
		return of;
	}

	/** Where the last of a number of classes begins that end here. */
	private void choose(final double[][] best, final int[][] begins, final int classes,
		final int end)
	{
		best[classes][end] = Double.NEGATIVE_INFINITY;
		for (int begin = 0; begin <= end; begin++) {
			final double between = best[classes - 1][begin] + between(begin, end);
			if (between <= best[classes][end]) continue;
			best[classes][end] = between;
			begins[classes][end] = begin;
		}
	}

	/** What a class adds to the variance between classes, but for what all divisions have. */
	private double between(final int begin, final int end) {
		final double n = number[end] - number[begin];
		final double sum = moment[end] - moment[begin];
		return n == 0 ? 0 : sum * sum / n;
	}
}
