package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Comparator;

/** An ordered list of centres, numbered from 0; immutable. */
final class Centres {

	/** Squares of a rough distance that are added up before the sum is looked at. */
	private static final int LOOK = 16;

	private final int dimensions;
	/** Coordinate q of centre j stands at j * dimensions + q. */
	private final double[] values;

	private Centres(final int dimensions, final double[] values) {
		this.dimensions = dimensions;
		this.values = values;
	}

	static Centres of(final double[][] rows) {
		final int d = rows[0].length;
		final double[] values = new double[rows.length * d];
		for (int j = 0; j < rows.length; j++)
			System.arraycopy(rows[j], 0, values, j * d, d);
		return new Centres(d, values);
	}

	/** @param name what a row is, for the message */
	static void requireFinite(final String name, final double[][] rows, final int dimensions) {
		for (final double[] row : rows)
			if (row.length != dimensions || !Arrays.stream(row).allMatch(Double::isFinite))
				throw new IllegalArgumentException(
					name + " " + Arrays.toString(row) + ": takes " + dimensions + " finite numbers");
	}

	/** Asks for the coordinates centre by centre, each by dimension. */
	static Centres fill(final int size, final int dimensions, final Coordinate coordinate) {
		final double[] values = new double[size * dimensions];
		for (int i = 0; i < values.length; i++)
			values[i] = coordinate.apply(i / dimensions, i % dimensions);
		return new Centres(dimensions, values);
	}

	/** Coordinate q of centre j. */
	@FunctionalInterface
	interface Coordinate {

		double apply(int j, int q);
	}

	int size() {
		return values.length / dimensions;
	}

	int dimensions() {
		return dimensions;
	}

	double coordinate(final int j, final int q) {
		return values[j * dimensions + q];
	}

	double[] row(final int j) {
		return Arrays.copyOfRange(values, j * dimensions, (j + 1) * dimensions);
	}

	/** @param x takes the coordinates of centre j, from an offset on */
	void read(final int j, final double[] x, final int offset) {
		System.arraycopy(values, j * dimensions, x, offset, dimensions);
	}

	double[][] rows() {
		final double[][] rows = new double[size()][];
		Arrays.setAll(rows, this::row);
		return rows;
	}

	/** In the order of their coordinates, so that lists of the same centres are equal. */
	Centres sorted() {
		return sorted(Centres::compareCoordinates);
	}

	private static int compareCoordinates(final double[] a, final double[] b) {
		int q = 0;
		while (q < a.length - 1 && a[q] == b[q])
			q++;
		return Double.compare(a[q], b[q]);
	}

	Centres sorted(final Comparator<double[]> order) {
		final double[][] rows = rows();
		Arrays.sort(rows, order);
		return of(rows);
	}

	boolean isSorted(final Comparator<double[]> order) {
		for (int j = 1; j < size(); j++)
			if (order.compare(row(j - 1), row(j)) > 0) return false;
		return true;
	}

	/** @param x coordinates, the point's begin at offset */
	double squaredDistance(final int j, final double[] x, final int offset) {
		return Distances.squared(values, j * dimensions, x, offset, dimensions);
	}

	/** Coordinate q of centre j, at j * dimensions + q. */
	double[] values() {
		return values.clone();
	}

	/** These, and then others. */
	Centres and(final Centres others) {
		final double[] both = Arrays.copyOf(values, values.length + others.values.length);
		System.arraycopy(others.values, 0, both, values.length, others.values.length);
		return new Centres(dimensions, both);
	}

	/** Index of the nearest centre; the first of equally near ones. */
	int nearest(final double[] x, final int offset) {
		return Distances.nearest(values, size(), x, offset, dimensions);
	}

	/**
	 * The squared distance of two points of d coordinates in arrays, not to be compared with the
	 * sum above: in many dimensions it is summed in another order, which takes a quarter of the
	 * time, for four additions do not wait for each other.
	 */
	static double roughSquaredDistance(final double[] a, final int fromA, final double[] b,
		final int fromB, final int d)
	{
		return d < Distances.MANY_DIMENSIONS
			? Distances.squared(a, fromA, b, fromB, d)
			: roughSquaredDistance(a, fromA, b, fromB, d, Double.POSITIVE_INFINITY);
	}

	/**
	 * As above in many dimensions, or a part of the sum that is no less than a limit: the whole
	 * sum would not be less, either, rounded or not.
	 */
	private static double roughSquaredDistance(final double[] a, final int fromA, final double[] b,
		final int fromB, final int d, final double limit)
	{
		double firsts = 0;
		double seconds = 0;
		double thirds = 0;
		double fourths = 0;
		int q = 0;
		for (; q < d - 3; q += 4) {
			firsts += Distances.square(b[fromB + q] - a[fromA + q]);
			seconds += Distances.square(b[fromB + q + 1] - a[fromA + q + 1]);
			thirds += Distances.square(b[fromB + q + 2] - a[fromA + q + 2]);
			fourths += Distances.square(b[fromB + q + 3] - a[fromA + q + 3]);
			if (q % LOOK == LOOK - 4 && firsts + seconds + (thirds + fourths) >= limit)
				return firsts + seconds + (thirds + fourths);
		}
		for (; q < d; q++)
			firsts += Distances.square(b[fromB + q] - a[fromA + q]);
		return firsts + seconds + (thirds + fourths);
	}

	/**
	 * Index of the nearest of n centres in an array by the rough distance, the first of equally
	 * near ones.
	 */
	static int roughNearest(final double[] centres, final int n, final double[] x, final int offset,
		final int d)
	{
		if (d < Distances.MANY_DIMENSIONS) return Distances.nearest(centres, n, x, offset, d);
		final int nearest = nearer(centres, n, x, offset, d, Double.POSITIVE_INFINITY);
		return Math.max(0, nearest);
	}

	/**
	 * Index of the nearest of n centres in an array by the rough distance, the first of equally
	 * near ones; -1 if none is nearer than a squared distance, which is the usual case.
	 */
	static int nearer(final double[] centres, final int n, final double[] x, final int offset,
		final int d, final double squared)
	{
		if (d == 3) return nearerColour(centres, n, x[offset], x[offset + 1], x[offset + 2], squared);
		int nearest = -1;
		double least = squared;
		for (int j = 0; j < n; j++) {
			final double distance = d < Distances.MANY_DIMENSIONS
				? Distances.squared(centres, j * d, x, offset, d)
				: roughSquaredDistance(centres, j * d, x, offset, d, least);
			if (distance < least) {
				least = distance;
				nearest = j;
			}
		}
		return nearest;
	}

	/** The loop above for colours, with steps that the compiler knows. */
	private static int nearerColour(final double[] centres, final int n, final double x,
		final double y, final double z, final double squared)
	{
		int nearest = -1;
		double least = squared;
		for (int j = 0, at = 0; j < n; j++, at += 3) {
			final double distance = Distances.square(x - centres[at])
				+ Distances.square(y - centres[at + 1]) + Distances.square(z - centres[at + 2]);
			if (distance < least) {
				least = distance;
				nearest = j;
			}
		}
		return nearest;
	}

	/** The largest |coordinate|. */
	double reach() {
		double reach = 0;
		for (final double value : values)
			reach = Math.max(reach, Math.abs(value));
		return reach;
	}

	/** Whether no centre is farther than epsilon from the one of the same index: a run ends then. */
	boolean areSettled(final Centres moved, final double epsilon) {
		return squaredShift(moved) <= epsilon * epsilon;
	}

	/** Largest squared distance between a centre and the one of the same index. */
	double squaredShift(final Centres moved) {
		double largest = 0;
		for (int j = 0; j < size(); j++)
			largest = Math.max(largest, squaredDistance(j, moved.values, j * dimensions));
		return largest;
	}

	Centres times(final double factor) {
		return fill(size(), dimensions, (j, q) -> coordinate(j, q) * factor);
	}

	/** @throws IllegalArgumentException if a coordinate would be rounded */
	Centres timesExactly(final double factor) {
		return fill(size(), dimensions, (j, q) -> exact(coordinate(j, q), factor));
	}

	/** @throws IllegalArgumentException if the product would be rounded */
	static double exact(final double value, final double factor) {
		final double product = value * factor;
		if (Double.compare(product / factor, value) != 0)
			throw new IllegalArgumentException(
				"factor = " + factor + ": takes one that does not round " + value);
		return product;
	}

	/** Squared distance of each centre to the nearest other one; infinite for a single one. */
	double[] squaredGaps(final Checkpoint checkpoint) {
		final double[] gaps = new double[size()];
		Arrays.fill(gaps, Double.POSITIVE_INFINITY);
		for (int j = 0; j < gaps.length; j++) {
			checkpoint.passAt(j, gaps.length);
			for (int i = 0; i < gaps.length; i++)
				if (i != j) gaps[j] = Math.min(gaps[j], squaredDistance(j, values, i * dimensions));
		}
		return gaps;
	}

	double squaredDistance(final int j, final Centres others, final int other) {
		return squaredDistance(j, others.values, other * dimensions);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Centres && dimensions == ((Centres) other).dimensions
			&& Arrays.equals(values, ((Centres) other).values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(values);
	}
}
