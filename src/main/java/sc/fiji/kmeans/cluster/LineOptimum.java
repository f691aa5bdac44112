package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The best clusters of points on a line: there a cluster is a run of neighbours, so
 * that the best division into k runs follows from the best ones into k - 1. The
 * last run of more points begins no earlier, so that each row of the table is filled
 * by halves. (Wang, Song: Ckmeans.1d.dp: optimal k-means clustering in one dimension
 * by dynamic programming, The R Journal 3, 2011; Grønlund et al.: Fast exact k-means,
 * k-medians and Bregman divergence clustering in 1D, 2017.)
 * <p>
 * Best up to rounding: errors are compared in floating point, which keeps 12 digits of
 * them or more.
 */
final class LineOptimum {

	/** Points times clusters: beyond it takes longer than the search. */
	private static final int MAX_TABLE = 1 << 16;

	private final SearchTree tree;
	private final int n;
	/** The points in ascending order. */
	private final int[] order;
	private final RunErrors runs;
	/** The least error of the first points, by the clusters of the row before. */
	private double[] before;
	private double[] errors;

	private LineOptimum(final SearchTree tree) {
		this.tree = tree;
		n = tree.points().size();
		order = IntStream.range(0, n)
			.boxed()
			.sorted(Comparator.comparingDouble(this::value))
			.mapToInt(i -> i)
			.toArray();
		runs = new RunErrors(Arrays.stream(order).mapToDouble(this::value).toArray(),
			Arrays.stream(order).mapToDouble(tree.points()::weight).toArray());
		before = new double[n + 1];
		errors = new double[n + 1];
	}

	private double value(final int point) {
		final double[] x = new double[1];
		tree.points().read(point, x);
		return x[0];
	}

	/**
	 * All attempts start from the means of the best clusters.
	 *
	 * @param k at most the number of points
	 */
	static Starts starts(final SearchTree tree, final int k) {
		final List<Centres> best = Collections.singletonList(new LineOptimum(tree).means(k));
		return new Starts() {

			@Override
			public List<Centres> find(final Random random) {
				return best;
			}

			@Override
			public boolean areOptimal() {
				return true;
			}
		};
	}

	/** Whether points are on a line, and not too many. */
	static boolean isKnown(final SearchTree tree, final int k) {
		return tree.dimensions() == 1 && (long) tree.points().size() * k <= MAX_TABLE;
	}

	private Centres means(final int k) {
		final int[][] begins = new int[k][n + 1];
		Arrays.fill(before, Double.POSITIVE_INFINITY);
		before[0] = 0;
		for (int j = 0; j < k; j++) {
			tree.checkpoint().pass();
			Arrays.fill(errors, Double.POSITIVE_INFINITY);
			fill(begins[j], j + 1, n, j, n - 1);
			final double[] filled = errors;
			errors = before;
			before = filled;
		}
		return means(begins);
	}

	/**
	 * Fills the table's row for the first so many points.
	 *
	 * @param begins takes where the last cluster begins
	 * @param low where it begins at the earliest
	 * @param high at the latest
	 */
	private void fill(final int[] begins, final int from, final int to, final int low,
		final int high)
	{
		if (from > to) return;
		final int middle = (from + to) / 2;
		for (int begin = low; begin <= Math.min(high, middle - 1); begin++) {
			final double error = before[begin] + runs.of(begin, middle);
			if (error >= errors[middle]) continue;
			errors[middle] = error;
			begins[middle] = begin;
		}
		fill(begins, from, middle - 1, low, begins[middle]);
		fill(begins, middle + 1, to, begins[middle], high);
	}

	private Centres means(final int[][] begins) {
		final double[][] means = new double[begins.length][];
		int end = n;
		for (int j = means.length - 1; j >= 0; j--) {
			final int begin = begins[j][end];
			means[j] = new double[] { mean(begin, end) };
			end = begin;
		}
		return Centres.of(means);
	}

	private double mean(final int from, final int to) {
		long sum = 0;
		long weight = 0;
		for (int i = from; i < to; i++) {
			sum += (long) value(order[i]) * tree.points().weight(order[i]);
			weight += tree.points().weight(order[i]);
		}
		return sum / (double) weight;
	}
}
