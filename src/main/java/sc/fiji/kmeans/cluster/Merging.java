package sc.fiji.kmeans.cluster;

/**
 * Makes the better parts of two clusterings one: all centres of both cluster the means
 * of a coreset together, and then, step by step, the two clusters whose union adds
 * least to the error become one, until as many are left as are wanted. (Ward:
 * Hierarchical grouping to optimize an objective function, Journal of the American
 * Statistical Association 58, 1963; as a crossover: Fränti: Genetic algorithm with
 * deterministic crossover for vector quantization, Pattern Recognition Letters 21, 2000.)
 * <p>
 * A union of clusters of weights v and w whose means are at a distance s adds
 * s² v w / (v + w) to the error: the sum of squares about the mean of each grows by its
 * weight times the squared distance to the common mean, s w / (v + w) and s v / (v + w).
 * <p>
 * Invariant: the nearest other cluster of each, and what their union adds, are known.
 */
final class Merging {

	private final int d;
	private int size;
	/** By cluster, its weight, and its mean from j * d on. */
	private final double[] weights;
	private final double[] means;
	/** By cluster, the other one whose union with it adds least, and how much. */
	private final int[] nearest;
	private final double[] costs;

	private Merging(final Centres means, final double[] weights) {
		d = means.dimensions();
		this.means = new double[weights.length * d];
		this.weights = new double[weights.length];
		for (int j = 0; j < weights.length; j++) {
			if (weights[j] == 0) continue;
			means.read(j, this.means, size * d);
			this.weights[size++] = weights[j];
		}
		nearest = new int[size];
		costs = new double[size];
		for (int j = 0; j < size; j++)
			findNearest(j);
	}

	/**
	 * Joins clusters until some are left.
	 *
	 * @param weights of the clusters; those without weight are left out
	 * @return the means of the clusters that are left, k or fewer
	 */
	static Centres join(final Centres means, final double[] weights, final int k) {
		final Merging merging = new Merging(means, weights);
		while (merging.size > k)
			merging.joinNearest();
		return Centres.fill(merging.size, merging.d, (j, q) -> merging.means[j * merging.d + q]);
	}

	private void joinNearest() {
		int best = 0;
		for (int j = 1; j < size; j++)
			if (costs[j] < costs[best]) best = j;
		final int a = Math.min(best, nearest[best]);
		final int b = Math.max(best, nearest[best]);
		join(a, b);
		final int last = --size;
		put(last, b);
		for (int j = 0; j < size; j++)
			if (j == a || nearest[j] == a || nearest[j] == b) findNearest(j);
			else {
				if (nearest[j] == last) nearest[j] = b;
				update(j, a);
			}
	}

	private void join(final int a, final int b) {
		final double weight = weights[a] + weights[b];
		for (int q = 0; q < d; q++)
			means[a * d + q] = (weights[a] * means[a * d + q] + weights[b] * means[b * d + q]) / weight;
		weights[a] = weight;
	}

	private void put(final int from, final int to) {
		System.arraycopy(means, from * d, means, to * d, d);
		weights[to] = weights[from];
		nearest[to] = nearest[from];
		costs[to] = costs[from];
	}

	private void findNearest(final int j) {
		costs[j] = Double.POSITIVE_INFINITY;
		for (int i = 0; i < size; i++)
			if (i != j) update(j, i);
	}

	private void update(final int j, final int i) {
		final double cost = weights[i] * weights[j] / (weights[i] + weights[j])
			* Distances.squared(means, i * d, means, j * d, d);
		if (cost >= costs[j]) return;
		costs[j] = cost;
		nearest[j] = i;
	}
}
