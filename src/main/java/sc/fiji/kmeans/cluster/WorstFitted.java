package sc.fiji.kmeans.cluster;

import java.util.Optional;

/** The points that the centres fit worst, one after another. */
final class WorstFitted {

	private final WeightedPoints points;
	private final Checkpoint checkpoint;
	/** Squared distance of each point to the nearest of all centres so far. */
	private final double[] distances;

	WorstFitted(final SearchTree tree, final Centres centres) {
		points = tree.points();
		checkpoint = tree.checkpoint();
		distances = new double[points.size()];
		for (int i = 0; i < distances.length; i++) {
			checkpoint.passAt(i, centres.size());
			final double[] x = point(i);
			distances[i] = centres.squaredDistance(centres.nearest(x, 0), x, 0);
		}
	}

	/**
	 * Takes the point farthest from all centres, the first of equals, as another centre;
	 * nothing if every point is a centre.
	 */
	Optional<double[]> take() {
		checkpoint.pass();
		int worst = 0;
		for (int i = 1; i < distances.length; i++)
			if (distances[i] > distances[worst]) worst = i;
		if (distances[worst] == 0) return Optional.empty();
		final double[] taken = point(worst);
		final Centres centre = Centres.of(new double[][] { taken });
		for (int i = 0; i < distances.length; i++) {
			checkpoint.passAt(i, 1);
			distances[i] = Math.min(distances[i], centre.squaredDistance(0, point(i), 0));
		}
		return Optional.of(taken);
	}

	private double[] point(final int i) {
		final double[] x = new double[points.dimensions()];
		points.read(i, x);
		return x;
	}
}
