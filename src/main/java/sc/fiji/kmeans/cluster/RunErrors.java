package sc.fiji.kmeans.cluster;

/**
 * The error of each run of neighbours on a line: the sum of weight times squared
 * distance to the mean. The neighbours are points, or the means of pieces.
 * <p>
 * No difference of large sums is taken, so that a point far off costs the others no
 * digits. Blocks of 2, 4, 8… points are halved. Of each place a block keeps the figures
 * of the points from there to its middle; a run is joined of two such parts, in the
 * smallest block that holds it. Positions count from the middle, so that they are as
 * small as the run. (Chan, Golub, LeVeque: Algorithms for computing the sample variance,
 * The American Statistician 37, 1983.)
 */
final class RunErrors {

	// Figures of a place in a block: weight, mean about the middle's value, and error.
	private static final int MEAN = 1;
	private static final int ERROR = 2;
	private static final int FIGURES = 3;

	private final ExactMean[] values;
	private final double[] weights;
	private final Checkpoint checkpoint;
	/** By level, the errors of each place. */
	private final double[][] figures;

	/**
	 * @param values each 1 or more above the one before
	 * @param weights above 0
	 */
	RunErrors(final ExactMean[] values, final double[] weights, final Checkpoint checkpoint) {
		this.values = values;
		this.weights = weights;
		this.checkpoint = checkpoint;
		figures = new double[level(0, values.length - 1) + 1][FIGURES * values.length];
		for (int level = 0; level < figures.length; level++)
			for (int middle = 1 << level; middle < values.length; middle += 2 << level)
				fillBlock(level, middle);
	}

	/** The highest bit in which two places differ; 0 for the same one. */
	private static int level(final int from, final int last) {
		return 31 - Integer.numberOfLeadingZeros(from ^ last | 1);
	}

	private void fillBlock(final int level, final int middle) {
		checkpoint.passAt(middle >> level + 1, 2 << level);
		final int end = Math.min(values.length, middle + (1 << level));
		for (int i = middle; i < end; i++)
			join(figures[level], i, i - 1, middle, i > middle);
		for (int i = middle - 1; i >= middle - (1 << level); i--)
			join(figures[level], i, i + 1, middle, i < middle - 1);
	}

	/** A point, and what the place beside it has. */
	private void join(final double[] of, final int i, final int beside, final int middle,
		final boolean isMore)
	{
		final double weight = isMore ? of[FIGURES * beside] : 0;
		final double mean = isMore ? of[FIGURES * beside + MEAN] : 0;
		final double x = values[i].minus(values[middle]);
		final double all = weight + weights[i];
		of[FIGURES * i] = all;
		of[FIGURES * i + MEAN] = mean + (x - mean) * (weights[i] / all);
		of[FIGURES * i + ERROR] = isMore
			? of[FIGURES * beside + ERROR] + spread(weight, mean, weights[i], x)
			: 0;
	}

	/** What the distance of two means adds to the errors about each. */
	private static double spread(final double weight, final double mean, final double otherWeight,
		final double otherMean)
	{
		final double distance = otherMean - mean;
		return distance * distance * (weight * otherWeight / (weight + otherWeight));
	}

	/** Number of neighbours. */
	int size() {
		return values.length;
	}

	/**
	 * Of any number of neighbours; 0 for none.
	 *
	 * @param to after the last
	 */
	double of(final int from, final int to) {
		final int last = to - 1;
		if (from >= last) return 0;
		final double[] of = figures[level(from, last)];
		final int a = FIGURES * from;
		final int b = FIGURES * last;
		return of[a + ERROR] + of[b + ERROR] + spread(of[a], of[a + MEAN], of[b], of[b + MEAN]);
	}
}
