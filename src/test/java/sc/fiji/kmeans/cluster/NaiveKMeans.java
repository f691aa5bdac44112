package sc.fiji.kmeans.cluster;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The judge: k-means pixel by pixel, written for its definition to be seen. It
 * shares no code with what it judges. Lloyd's iterations from given centres;
 * sums are exact, a mean is the sum divided by the number, ties go to the lowest
 * number, a cluster without pixels is moved to the worst-fitted pixel.
 */
public final class NaiveKMeans {

	private final long[][] pixels;
	private final Comparator<double[]> order;
	public double[][] centres;
	public int[] labels;
	public int iterations;
	public boolean limitReached;

	/** @param pixels one row a pixel, equal ones next to each other or not */
	public NaiveKMeans(final long[][] pixels, final Comparator<double[]> order) {
		this.pixels = pixels;
		this.order = order;
	}

	public NaiveKMeans run(final double[][] start, final double epsilon, final int limit) {
		centres = copy(start);
		assign();
		for (iterations = 1;; iterations++) {
			final double[][] before = copy(centres);
			moveToMeans();
			limitReached = largestSquaredShift(before) > epsilon * epsilon;
			if (!limitReached || iterations == limit) break;
			assign();
		}
		sortAndAssign();
		return this;
	}

	/** Gives each pixel to its nearest centre, and moves none. */
	public NaiveKMeans about(final double[][] given) {
		centres = copy(given);
		labels = nearest();
		return this;
	}

	private void sortAndAssign() {
		double[][] sorted;
		do {
			Arrays.sort(centres, order);
			sorted = copy(centres);
			assign();
		}
		while (!Arrays.deepEquals(sorted, centres));
	}

	/** Afterwards every cluster has pixels. */
	private void assign() {
		labels = nearest();
		while (IntStream.range(0, centres.length).anyMatch(this::isEmpty)) {
			placeEmptyOnes();
			labels = nearest();
		}
	}

	private void moveToMeans() {
		for (int j = 0; j < centres.length; j++)
			centres[j] = mean(j);
	}

	private double[] mean(final int j) {
		final double[] mean = new double[centres[j].length];
		for (int q = 0; q < mean.length; q++) {
			BigDecimal sum = BigDecimal.ZERO;
			for (int i = 0; i < pixels.length; i++)
				if (labels[i] == j) sum = sum.add(BigDecimal.valueOf(pixels[i][q]));
			mean[q] = sum.doubleValue() / count(j);
		}
		return mean;
	}

	private void placeEmptyOnes() {
		final double[] distances = new double[pixels.length];
		for (int i = 0; i < pixels.length; i++)
			distances[i] = distance(pixels[i], centres[labels[i]]);
		centres = IntStream.range(0, centres.length)
			.mapToObj(j -> isEmpty(j) ? placedOnWorst(distances) : centres[j])
			.filter(Objects::nonNull)
			.toArray(double[][]::new);
	}

	/** Null if no pixel is off its centre. */
	private double[] placedOnWorst(final double[] distances) {
		int worst = 0;
		for (int i = 0; i < pixels.length; i++)
			if (distances[i] > distances[worst]) worst = i;
		if (distances[worst] == 0) return null;
		final double[] centre = Arrays.stream(pixels[worst]).asDoubleStream().toArray();
		for (int i = 0; i < pixels.length; i++)
			distances[i] = Math.min(distances[i], distance(pixels[i], centre));
		return centre;
	}

	private int[] nearest() {
		return Arrays.stream(pixels).mapToInt(this::nearest).toArray();
	}

	private int nearest(final long[] pixel) {
		int best = 0;
		for (int j = 1; j < centres.length; j++)
			if (distance(pixel, centres[j]) < distance(pixel, centres[best])) best = j;
		return best;
	}

	private static double distance(final long[] pixel, final double[] centre) {
		double sum = 0;
		for (int q = 0; q < centre.length; q++)
			sum += (pixel[q] - centre[q]) * (pixel[q] - centre[q]);
		return sum;
	}

	private double largestSquaredShift(final double[][] before) {
		double largest = 0;
		for (int j = 0; j < centres.length; j++) {
			double sum = 0;
			for (int q = 0; q < centres[j].length; q++)
				sum += (before[j][q] - centres[j][q]) * (before[j][q] - centres[j][q]);
			largest = Math.max(largest, sum);
		}
		return largest;
	}

	private boolean isEmpty(final int j) {
		return count(j) == 0;
	}

	public long count(final int j) {
		return Arrays.stream(labels).filter(label -> label == j).count();
	}

	/** Exactly summed, pixel by pixel, and rounded once. */
	public double compactness() {
		BigDecimal sum = BigDecimal.ZERO;
		for (int i = 0; i < pixels.length; i++)
			for (int q = 0; q < pixels[i].length; q++) {
				final BigDecimal difference = BigDecimal.valueOf(pixels[i][q])
					.subtract(new BigDecimal(centres[labels[i]][q]));
				sum = sum.add(difference.multiply(difference));
			}
		return sum.doubleValue();
	}

	private static double[][] copy(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}
}
