package sc.fiji.kmeans.cluster;

import java.math.BigInteger;

/**
 * A snapshot of weighted points in flat arrays, with what is the same in every
 * attempt: the box around them and their sum of squares.
 */
final class PointArray {

	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q. */
	private final double[] values;
	private final long[] weights;
	private final BigInteger squares;

	PointArray(final WeightedPoints points) {
		dimensions = points.dimensions();
		values = new double[Math.multiplyExact(points.size(), dimensions)];
		weights = new long[points.size()];
		final SquareSum sum = new SquareSum();
		for (int i = 0; i < weights.length; i++)
			copy(points, i, sum);
		squares = sum.total();
	}

	private void copy(final WeightedPoints points, final int i,
		final SquareSum sum)
	{
		weights[i] = points.weight(i);
		for (int q = 0; q < dimensions; q++) {
			final long value = points.coordinate(i, q);
			values[i * dimensions + q] = value;
			sum.add(weights[i], value);
		}
	}

	int size() {
		return weights.length;
	}

	int dimensions() {
		return dimensions;
	}

	/** All coordinates, those of point i from i * dimensions on; not to be changed. */
	double[] values() {
		return values;
	}

	long weight(final int i) {
		return weights[i];
	}

	/** Sum over all points of weight times squared length, exactly. */
	BigInteger squares() {
		return squares;
	}

	double min(final int q) {
		double min = Double.POSITIVE_INFINITY;
		for (int i = q; i < values.length; i += dimensions)
			min = Math.min(min, values[i]);
		return min;
	}

	double max(final int q) {
		double max = Double.NEGATIVE_INFINITY;
		for (int i = q; i < values.length; i += dimensions)
			max = Math.max(max, values[i]);
		return max;
	}
}
