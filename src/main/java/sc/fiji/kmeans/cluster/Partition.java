package sc.fiji.kmeans.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the points become when each goes to its nearest centre: the number of
 * pixels of every centre and the exact sum of their coordinates.
 */
final class Partition {

	private final PointArray points;
	private final Centres centres;
	private final long[] counts;
	/** Sum of coordinate q over the pixels of centre j, at j * dimensions + q. */
	private final long[] sums;

	private Partition(final PointArray points, final Centres centres) {
		this.points = points;
		this.centres = centres;
		counts = new long[centres.size()];
		sums = new long[centres.size() * centres.dimensions()];
	}

	static Partition of(final PointArray points, final Centres centres,
		final Checkpoint checkpoint)
	{
		final Partition partition = new Partition(points, centres);
		for (int i = 0; i < points.size(); i++) {
			checkpoint.passAt(i, centres.size());
			partition.add(i);
		}
		return partition;
	}

	private void add(final int i) {
		final int d = points.dimensions();
		final double[] x = points.values();
		final int j = centres.nearest(x, i * d);
		final long weight = points.weight(i);
		counts[j] += weight;
		for (int q = 0; q < d; q++)
			sums[j * d + q] += weight * (long) x[i * d + q];
	}

	Centres centres() {
		return centres;
	}

	long[] counts() {
		return counts.clone();
	}

	boolean hasEmpty() {
		return Arrays.stream(counts).anyMatch(n -> n == 0);
	}

	/** The means of the clusters, none of which is without pixels. */
	Centres means() {
		return Centres.fill(centres.size(), centres.dimensions(), (j,
			q) -> sums[j * centres.dimensions() + q] / (double) counts[j]);
	}

	/**
	 * The centres, but those without pixels moved, in their order, to the
	 * worst-fitted point: the one farthest from all centres including those just
	 * moved, of equals the first. Where every point sits on a centre, they are left
	 * out.
	 */
	Centres refilled() {
		final double[] distances = distances();
		final List<double[]> rows = new ArrayList<>();
		for (int j = 0; j < counts.length; j++) {
			if (counts[j] > 0) rows.add(centres.row(j));
			else moveToWorst(distances, rows);
		}
		return Centres.of(rows.toArray(new double[0][]));
	}

	private double[] distances() {
		final double[] distances = new double[points.size()];
		final int d = points.dimensions();
		final double[] x = points.values();
		for (int i = 0; i < distances.length; i++)
			distances[i] = centres.squaredDistance(centres.nearest(x, i * d), x, i * d);
		return distances;
	}

	private void moveToWorst(final double[] distances,
		final List<double[]> rows)
	{
		final int d = points.dimensions();
		int worst = 0;
		for (int i = 1; i < distances.length; i++)
			if (distances[i] > distances[worst]) worst = i;
		if (distances[worst] == 0) return;
		rows.add(Arrays.copyOfRange(points.values(), worst * d, (worst + 1) * d));
		final Centres placed = Centres.of(new double[][] { rows.get(rows.size() -
			1) });
		for (int i = 0; i < distances.length; i++)
			distances[i] = Math.min(distances[i], placed.squaredDistance(0, points
				.values(), i * d));
	}

	/**
	 * The sum over all pixels of the squared distance to their centre: with S the
	 * sum and n the number of the pixels x of a centre c, it is the sum of all |x|²
	 * plus, for every centre, n |c|² - 2 c S. Computed exactly and rounded once, so
	 * it depends on nothing but points and centres.
	 */
	double compactness() {
		BigDecimal sum = new BigDecimal(points.squares());
		for (int i = 0; i < sums.length; i++) {
			final BigDecimal c = new BigDecimal(centres.coordinate(i / centres
				.dimensions(), i % centres.dimensions()));
			final BigDecimal n = BigDecimal.valueOf(counts[i / centres.dimensions()]);
			final BigDecimal twice = BigDecimal.valueOf(sums[i]).multiply(BigDecimal
				.valueOf(2));
			sum = sum.add(c.multiply(n.multiply(c).subtract(twice)));
		}
		return sum.doubleValue();
	}
}
