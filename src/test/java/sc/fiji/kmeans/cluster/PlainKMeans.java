package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * What OpenCV's kmeans does, in floating point and without what makes it fast here: starts
 * by greedy k-means++ with three trials, or anywhere in the range of the points; Lloyd's
 * iterations among all points; the best of several attempts.
 */
final class PlainKMeans {

	private static final int TRIALS = 3;
	private static final int ITERATIONS = 100;
	private static final double EPSILON = 0.2;

	private final double[][] points;
	private final double[] weights;
	private final int d;
	private final Random random = new Random(1);

	PlainKMeans(final WeightedPoints given) {
		d = given.dimensions();
		points = new double[given.size()][d];
		weights = new double[given.size()];
		for (int i = 0; i < points.length; i++) {
			given.read(i, points[i]);
			weights[i] = given.weight(i);
		}
	}

	/** The least compactness of some attempts of each kind. */
	double least(final int k, final int attempts) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < attempts; i++)
			least = Math.min(least, Math.min(run(plusPlus(k)), run(anywhere(k))));
		return least;
	}

	private double[][] anywhere(final int k) {
		final double[][] centres = new double[k][d];
		for (int q = 0; q < d; q++) {
			final int column = q;
			final double low = Arrays.stream(points).mapToDouble(x -> x[column]).min().getAsDouble();
			final double high = Arrays.stream(points).mapToDouble(x -> x[column]).max().getAsDouble();
			for (final double[] centre : centres)
				centre[q] = low + (high - low) * (random.nextDouble() * (1 + 2.0 / d) - 1.0 / d);
		}
		return centres;
	}

	private double[][] plusPlus(final int k) {
		final double[][] centres = { points[draw(weights)] };
		double[] shares = shares(filled(), centres[0]);
		final double[][] chosen = Arrays.copyOf(centres, k);
		for (int j = 1; j < k; j++) {
			double[] best = null;
			for (int trial = 0; trial < TRIALS; trial++) {
				final double[] x = points[draw(shares)];
				final double[] next = shares(shares, x);
				if (best != null && sum(next) >= sum(best)) continue;
				best = next;
				chosen[j] = x;
			}
			shares = best;
		}
		return chosen;
	}

	private double[] filled() {
		final double[] infinite = new double[points.length];
		Arrays.fill(infinite, Double.POSITIVE_INFINITY);
		return infinite;
	}

	/** Weight times squared distance to the nearest centre, with one more. */
	private double[] shares(final double[] before, final double[] centre) {
		final double[] shares = new double[points.length];
		Arrays.setAll(shares, i -> Math.min(before[i], weights[i] * distance(points[i], centre)));
		return shares;
	}

	private static double sum(final double[] numbers) {
		double sum = 0;
		for (final double number : numbers)
			sum += number;
		return sum;
	}

	private int draw(final double[] shares) {
		double rest = random.nextDouble() * sum(shares);
		int i = 0;
		while (i < shares.length - 1 && (rest -= shares[i]) >= 0)
			i++;
		return i;
	}

	/** @return compactness; a centre without points stays where it is */
	private double run(final double[][] start) {
		double[][] centres = start;
		for (int i = 0; i < ITERATIONS; i++) {
			final double[][] moved = means(centres);
			double shift = 0;
			for (int j = 0; j < moved.length; j++)
				shift = Math.max(shift, distance(moved[j], centres[j]));
			centres = moved;
			if (shift <= EPSILON * EPSILON) break;
		}
		double compactness = 0;
		for (int i = 0; i < points.length; i++)
			compactness += weights[i] * distance(points[i], centres[nearest(points[i], centres)]);
		return compactness;
	}

	private double[][] means(final double[][] centres) {
		final double[][] sums = new double[centres.length][d];
		final double[] counts = new double[centres.length];
		for (int i = 0; i < points.length; i++) {
			final int j = nearest(points[i], centres);
			counts[j] += weights[i];
			for (int q = 0; q < d; q++)
				sums[j][q] += weights[i] * points[i][q];
		}
		for (int j = 0; j < sums.length; j++)
			for (int q = 0; q < d; q++)
				sums[j][q] = counts[j] == 0 ? centres[j][q] : sums[j][q] / counts[j];
		return sums;
	}

	private static int nearest(final double[] x, final double[][] centres) {
		int nearest = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int j = 0; j < centres.length; j++) {
			final double distance = distance(x, centres[j]);
			if (distance >= least) continue;
			least = distance;
			nearest = j;
		}
		return nearest;
	}

	private static double distance(final double[] a, final double[] b) {
		double sum = 0;
		for (int q = 0; q < a.length; q++)
			sum += (a[q] - b[q]) * (a[q] - b[q]);
		return sum;
	}
}
