package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The least error of the first clusters on a line, by the place where the last of them
 * ends. It follows from that of one cluster less. The best begin of the last cluster
 * moves up with its end, so that each row of the table is filled by halves:
 * <p>
 * for a ≤ b ≤ c ≤ d, the runs a to c and b to d have no more error than a to d and b to c.
 * For let p and q be the means of the latter two; give a to c the lower one as its centre,
 * and b to d the higher one. Then b to c has both once, as before; what lies before b, or
 * after c, gets p or, if it is nearer, q, the mean of numbers on that side. So if b is as
 * good a begin as a for an end at c, it is for one at d. The same holds if only some
 * places are allowed. (Wang, Song: Ckmeans.1d.dp: optimal k-means clustering in one
 * dimension by dynamic programming, The R Journal 3, 2011; Grønlund et al.: Fast exact
 * k-means, k-medians and Bregman divergence clustering in 1D, 2017.)
 */
final class LineTable {

	/** By clusters, where the last of them may end; ascending. */
	private final int[][] places;
	private final Errors errors;
	/** Least number of pieces in a cluster. */
	private final int fewest;
	private final Checkpoint checkpoint;
	private final double[][] least;

	/** Of a run of pieces. */
	@FunctionalInterface
	interface Errors {

		double of(int from, int to);
	}

	private LineTable(final int[][] places, final Errors errors, final int fewest,
		final Checkpoint checkpoint)
	{
		this.places = places;
		this.errors = errors;
		this.fewest = fewest;
		this.checkpoint = checkpoint;
		least = new double[places.length][];
		least[0] = new double[1];
		for (int j = 1; j < places.length; j++) {
			checkpoint.pass();
			least[j] = new double[places[j].length];
			new Row(j).fill(0, places[j].length - 1, 0, places[j - 1].length - 1);
		}
	}

	/**
	 * @param places by clusters, where the last of them may end; for none it is 0, for all
	 *          the number of pieces
	 */
	static LineTable of(final int[][] places, final RunErrors errors, final Checkpoint checkpoint) {
		return new LineTable(places, errors::of, 1, checkpoint);
	}

	/** Filling of a row. */
	private final class Row {

		private final double[] before;
		private final int[] begins;
		private final int[] ends;
		private final double[] row;
		/** Errors since the last checkpoint, about. */
		private int work;

		private Row(final int j) {
			before = least[j - 1];
			begins = places[j - 1];
			ends = places[j];
			row = least[j];
		}

		/**
		 * @param low where the last cluster begins at the earliest
		 * @param high at the latest
		 */
		private void fill(final int from, final int to, final int low, final int high) {
			if (from > to) return;
			rest(high - low);
			final int middle = (from + to) / 2;
			final int begin = best(ends[middle], low, high);
			row[middle] = error(begin, ends[middle]);
			fill(from, middle - 1, low, begin);
			fill(middle + 1, to, begin, high);
		}

		private void rest(final int more) {
			work += more;
			if (work < Checkpoint.WORK) return;
			work = 0;
			checkpoint.pass();
		}

		/** Where a cluster that ends there begins best; the first of equals. */
		private int best(final int end, final int low, final int high) {
			double least = Double.POSITIVE_INFINITY;
			int best = low;
			for (int i = low; i <= high && begins[i] <= end - fewest; i++) {
				final double error = before[i] + errors.of(begins[i], end);
				if (error >= least) continue;
				least = error;
				best = i;
			}
			return best;
		}

		private double error(final int begin, final int end) {
			return begins[begin] > end - fewest
				? Double.POSITIVE_INFINITY
				: before[begin] + errors.of(begins[begin], end);
		}
	}

	/** Where clusters begin that have the least error, and where the last ends. */
	int[] best() {
		final int[] best = new int[places.length];
		int end = places[places.length - 1][0];
		for (int j = places.length - 1; j > 0; j--) {
			best[j] = end;
			end = places[j - 1][new Row(j).best(end, 0, places[j - 1].length - 1)];
		}
		return best;
	}

	/**
	 * By clusters and place, the least error of all pieces if one of the clusters ends
	 * there, and there may be empty ones.
	 */
	static double[][] through(final int[][] places, final RunErrors errors,
		final Checkpoint checkpoint)
	{
		final int n = errors.size();
		final double[][][] both = new double[2][][];
		Parallel.each(2,
			side -> both[side] = side == 0
				? new LineTable(places, errors::of, 0, checkpoint).least
				: new LineTable(mirrored(places, n), (from, to) -> errors.of(n - to, n - from), 0,
					checkpoint).least);
		for (int j = 0; j < places.length; j++)
			for (int i = 0; i < places[j].length; i++)
				both[0][j][i] += both[1][places.length - 1 - j][places[j].length - 1 - i];
		return both[0];
	}

	private static int[][] mirrored(final int[][] places, final int n) {
		final int[][] mirrored = new int[places.length][];
		Arrays.setAll(mirrored, j -> {
			final int[] last = places[places.length - 1 - j];
			return IntStream.range(0, last.length).map(i -> n - last[last.length - 1 - i]).toArray();
		});
		return mirrored;
	}
}
