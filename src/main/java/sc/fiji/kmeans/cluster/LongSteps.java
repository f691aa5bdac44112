package sc.fiji.kmeans.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Long steps of an attempt among all points, where Lloyd's iterations would need hundreds:
 * along a valley in which the compactness falls slowly. From the last few iterations each
 * step extrapolates where the next ones lead; where the compactness does not fall, Lloyd's
 * own step is taken instead. So it falls with each step, whatever is extrapolated. (Zhang,
 * Yao, Peng, Yu, Deng: Fast k-means clustering with Anderson acceleration, arXiv
 * 1805.10638, 2018.)
 * <p>
 * With centres x and their means g(x), the extrapolation is the combination of the last
 * means whose combined residual g(x) - x is shortest, all factors together being 1.
 */
final class LongSteps {

	/** Iterations that are remembered. */
	private static final int MEMORY = 6;
	/**
	 * Steps end where an attempt would, if gains fall so fast that all to come are no more together
	 * than this part of the compactness: after a gain, a geometric series of ratio r adds
	 * r / (1 - r) of it. The larger one of the last two ratios counts. Where an attempt would not
	 * end, its own iterations are more: three channels of 16 bits,
	 * k = 16, the search takes 0.8 times the time.
	 */
	private static final double REMAINS = 2e-5;
	/** Steps at most. */
	private static final int MOST = 60;
	/** Keeps the equations solvable where residuals repeat each other. */
	private static final double RIDGE = 1e-10;

	private final SearchTree tree;
	/** Of the attempt that goes on from here. */
	private final double epsilon;
	/** The last iterations: means, and how far they are from their centres. */
	private final Deque<double[]> means = new ArrayDeque<>();
	private final Deque<double[]> residuals = new ArrayDeque<>();

	private LongSteps(final SearchTree tree, final double epsilon) {
		this.tree = tree;
		this.epsilon = epsilon;
	}

	/**
	 * A partition that is no worse.
	 *
	 * @param epsilon of the attempt that goes on from there
	 */
	static Partition from(final SearchTree tree, final Partition start, final double epsilon) {
		return new LongSteps(tree, epsilon).follow(start);
	}

	private Partition follow(final Partition start) {
		Partition best = start;
		double compactness = start.roughCompactness();
		double before = 0;
		double ratio = Double.POSITIVE_INFINITY;
		for (int i = 0; i < MOST; i++) {
			final Partition next = next(best, compactness);
			final double reached = next.roughCompactness();
			if (next.hasEmpty() || reached >= compactness) return best;
			final double gain = compactness - reached;
			best = next;
			compactness = reached;
			final double larger = Math.max(ratio, gain / before);
			if (larger < 1 && gain * larger / (1 - larger) <= REMAINS * compactness && hasSettled(best))
				return best;
			ratio = gain / before;
			before = gain;
		}
		return best;
	}

	private boolean hasSettled(final Partition partition) {
		return partition.centres().areSettled(partition.means(), epsilon);
	}

	private Partition next(final Partition from, final double compactness) {
		remember(from);
		if (means.size() > 1) {
			final Partition next = Filtering.assign(tree, extrapolated(from.centres().dimensions()));
			if (!next.hasEmpty() && next.roughCompactness() < compactness) return next;
			means.clear();
			residuals.clear();
		}
		return Filtering.assign(tree, from.means());
	}

	private void remember(final Partition from) {
		final double[] mean = from.means().values();
		means.addFirst(mean);
		residuals.addFirst(difference(mean, from.centres().values()));
		if (means.size() <= MEMORY) return;
		means.removeLast();
		residuals.removeLast();
	}

	private Centres extrapolated(final int dimensions) {
		final double[][] g = means.toArray(new double[0][]);
		final double[][] f = residuals.toArray(new double[0][]);
		final double[] factors = factors(f);
		return Centres.fill(g[0].length / dimensions, dimensions, (j, q) -> {
			final int i = j * dimensions + q;
			double x = g[0][i];
			for (int t = 0; t < factors.length; t++)
				x += factors[t] * (g[t + 1][i] - g[0][i]);
			return x;
		});
	}

	/** Of the differences to the first residual that make it shortest: least squares. */
	private static double[] factors(final double[][] f) {
		final int n = f.length - 1;
		final double[][] differences = new double[n][];
		for (int a = 0; a < n; a++)
			differences[a] = difference(f[a + 1], f[0]);
		final double[][] equations = new double[n][n + 1];
		for (int a = 0; a < n; a++) {
			for (int b = 0; b < n; b++)
				equations[a][b] = product(differences[a], differences[b]);
			equations[a][a] *= 1 + RIDGE;
			equations[a][n] = -product(differences[a], f[0]);
		}
		return solved(equations);
	}

	/** By elimination: the matrix is positive definite, or a factor has no part in it. */
	private static double[] solved(final double[][] equations) {
		final int n = equations.length;
		for (int a = 0; a < n; a++)
			for (int row = 0; row < n; row++) {
				if (row == a || equations[a][a] <= 0) continue;
				final double part = equations[row][a] / equations[a][a];
				for (int b = a; b <= n; b++)
					equations[row][b] -= part * equations[a][b];
			}
		final double[] x = new double[n];
		for (int a = 0; a < n; a++)
			if (equations[a][a] > 0) x[a] = equations[a][n] / equations[a][a];
		return x;
	}

	private static double product(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private static double[] difference(final double[] a, final double[] b) {
		final double[] difference = a.clone();
		for (int i = 0; i < a.length; i++)
			difference[i] -= b[i];
		return difference;
	}
}
