package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The clusters of as few points as clusters are asked for: each point is a centre. It
 * is what every attempt would end with, after the one update that moves no centre.
 */
final class OwnCentres {

	private final WeightedPoints points;
	private final Comparator<double[]> order;
	private final Checkpoint checkpoint;

	/** @param order of the centres */
	OwnCentres(final WeightedPoints points, final Comparator<double[]> order,
		final Checkpoint checkpoint)
	{
		this.points = points;
		this.order = order;
		this.checkpoint = checkpoint;
	}

	/** The points. */
	double[][] rows() {
		final double[][] rows = new double[points.size()][points.dimensions()];
		for (int i = 0; i < rows.length; i++)
			points.read(i, rows[i]);
		return rows;
	}

	/** @param attempts all of which agree */
	Clusters clusters(final int attempts) {
		checkpoint.pass();
		final double[][] rows = rows();
		final Integer[] places = new Integer[rows.length];
		Arrays.setAll(places, i -> i);
		final Comparator<double[]> passing = checkpoint.passing(order);
		Arrays.sort(places, (a, b) -> passing.compare(rows[a], rows[b]));
		final long[] counts = new long[rows.length];
		Arrays.setAll(counts, j -> points.weight(places[j]));
		checkpoint.advance(1);
		return Clusters.exact(
			Centres.fill(rows.length, points.dimensions(), (j, q) -> rows[places[j]][q]), counts,
			attempts);
	}
}
