package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * One run of greedy k-means++ seeding. Invariant: {@code distances[i]} is the
 * squared distance of point i to the nearest centre chosen so far.
 */
final class PlusPlusSeeding {

	private static final int TRIALS = 3;

	private final PointArray points;
	private final Random random;
	private final Checkpoint checkpoint;
	private double[] distances;

	PlusPlusSeeding(final PointArray points, final Random random,
		final Checkpoint checkpoint)
	{
		this.points = points;
		this.random = random;
		this.checkpoint = checkpoint;
		distances = new double[points.size()];
	}

	/** @param k at most the number of points */
	Centres choose(final int k) {
		final double[][] chosen = new double[k][];
		Arrays.fill(distances, 1); // the first one is drawn by weight alone
		chosen[0] = point(draw());
		Arrays.fill(distances, Double.POSITIVE_INFINITY);
		distances = distancesWith(chosen[0]);
		for (int j = 1; j < k; j++)
			chosen[j] = bestOfTrials();
		return Centres.of(chosen);
	}

	private double[] bestOfTrials() {
		double[] best = null;
		double[] bestDistances = null;
		double smallest = Double.POSITIVE_INFINITY;
		for (int t = 0; t < TRIALS; t++) {
			final double[] trial = point(draw());
			final double[] nearer = distancesWith(trial);
			final double sum = weigh(nearer);
			if (sum < smallest || best == null) {
				smallest = sum;
				best = trial;
				bestDistances = nearer;
			}
		}
		distances = bestDistances;
		return best;
	}

	/** A point, drawn with a probability in proportion to weight times distance. */
	private int draw() {
		double rest = random.nextDouble() * weigh(distances);
		int last = 0;
		for (int i = 0; i < distances.length; i++) {
			final double share = points.weight(i) * distances[i];
			if (share > 0) {
				last = i;
				rest -= share;
				if (rest < 0) break;
			}
		}
		return last;
	}

	private double weigh(final double[] squares) {
		double sum = 0;
		for (int i = 0; i < squares.length; i++)
			sum += points.weight(i) * squares[i];
		return sum;
	}

	private double[] distancesWith(final double[] centre) {
		final Centres one = Centres.of(new double[][] { centre });
		final double[] nearer = new double[distances.length];
		for (int i = 0; i < nearer.length; i++) {
			checkpoint.passAt(i, 1);
			nearer[i] = Math.min(distances[i], one.squaredDistance(0, points
				.values(), i * points.dimensions()));
		}
		return nearer;
	}

	private double[] point(final int i) {
		final int from = i * points.dimensions();
		return Arrays.copyOfRange(points.values(), from, from + points.dimensions());
	}
}
