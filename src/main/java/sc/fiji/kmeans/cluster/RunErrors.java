package sc.fiji.kmeans.cluster;

/**
 * The error of each run of neighbours on a line: the sum of weight times squared
 * distance to the mean.
 * <p>
 * No difference of large sums is taken, so that a point far off costs the others no
 * digits. Blocks of 2, 4, 8… points are halved. Of each place a block keeps the figures
 * of the points from there to its middle; a run is joined of two such parts, in the
 * smallest block that holds it. Positions count from the middle, so that they are as
 * small as the run. (Chan, Golub, LeVeque: Algorithms for computing the sample variance,
 * The American Statistician 37, 1983.)
 */
final class RunErrors {

	private final double[] values;
	private final double[] weights;
	// By level and place: weight, mean about the middle's value, and error.
	private final double[][] sums;
	private final double[][] means;
	private final double[][] errors;

	/**
	 * @param values in ascending order, whole numbers
	 * @param weights above 0
	 */
	RunErrors(final double[] values, final double[] weights) {
		this.values = values;
		this.weights = weights;
		final int levels = level(0, values.length - 1) + 1;
		sums = new double[levels][values.length];
		means = new double[levels][values.length];
		errors = new double[levels][values.length];
		for (int level = 0; level < levels; level++)
			for (int middle = 1 << level; middle < values.length; middle += 2 << level)
				fillBlock(level, middle);
	}

	/** The highest bit in which two places differ; 0 for the same one. */
	private static int level(final int from, final int last) {
		return 31 - Integer.numberOfLeadingZeros(from ^ last | 1);
	}

	private void fillBlock(final int level, final int middle) {
		final int end = Math.min(values.length, middle + (1 << level));
		for (int i = middle; i < end; i++)
			join(level, i, i - 1, middle, i > middle);
		for (int i = middle - 1; i >= middle - (1 << level); i--)
			join(level, i, i + 1, middle, i < middle - 1);
	}

	/** A point, and what the place beside it has. */
	private void join(final int level, final int i, final int beside, final int middle,
		final boolean isMore)
	{
		final double weight = isMore ? sums[level][beside] : 0;
		final double mean = isMore ? means[level][beside] : 0;
		final double x = values[i] - values[middle];
		final double all = weight + weights[i];
		sums[level][i] = all;
		means[level][i] = mean + (x - mean) * (weights[i] / all);
		errors[level][i] = isMore ? errors[level][beside] + spread(weight, mean, weights[i], x) : 0;
	}

	/** What the distance of two means adds to the errors about each. */
	private static double spread(final double weight, final double mean, final double otherWeight,
		final double otherMean)
	{
		final double distance = otherMean - mean;
		return distance * distance * (weight * otherWeight / (weight + otherWeight));
	}

	/**
	 * Of one point or more.
	 *
	 * @param to after the last
	 */
	double of(final int from, final int to) {
		final int last = to - 1;
		if (from == last) return 0;
		final int level = level(from, last);
		return errors[level][from] + errors[level][last]
			+ spread(sums[level][from], means[level][from], sums[level][last], means[level][last]);
	}
}
