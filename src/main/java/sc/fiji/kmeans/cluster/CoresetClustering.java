package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * Lloyd's iterations on a coreset, in floating point: the same on every machine,
 * but not exact.
 * <p>
 * Only what can change is compared. A mean whose own centre stays can only go to a
 * centre that moved. No mean goes to a centre more than twice as far from its own
 * centre as the mean is. (Kaukoranta, Fränti, Nevalainen: A fast exact GLA based
 * on code vector activity detection, IEEE Transactions on Image Processing 9,
 * 2000.)
 * <p>
 * Invariant: up to rounding, each mean is in the cluster of its nearest centre. The
 * arrays are used again by the next clustering of this object.
 */
final class CoresetClustering {

	/** At most this many times the last gain is expected to follow. */
	private static final double HOPE = 5;
	/** Where a list of means ends. */
	static final int NONE = -1;

	private final Coreset coreset;
	private final int d;
	/** Number of clusters. */
	private int size;
	/** Coordinate q of centre j, at j * d + q. */
	private final double[] centres;
	/** How far each centre moved last. */
	private final double[] shifts;
	/** The centres that moved last, in ascending order. */
	private final int[] moved;
	private int movedSize;
	/** Linked lists of means: the first of each cluster, and the next of each mean. */
	private final int[] first;
	private final int[] next;
	/** By mean, the squared distance to its centre. */
	private final double[] distances;
	/** By cluster, an upper bound of the squared distances of its means. */
	private final double[] radii;
	/** By cluster, the sum of weight times squared distance. */
	private final double[] errors;
	private final double[] weights;
	/** Sum of coordinate q over cluster j, at j * d + q. */
	private final double[] sums;
	/** The centres that means of a cluster may go to; those that moved come first. */
	private final Rivals rivals;

	/**
	 * @param k the largest number of clusters
	 * @param memory that the arrays are taken from
	 */
	CoresetClustering(final Coreset coreset, final int k, final RunArrays memory) {
		this.coreset = coreset;
		d = coreset.dimensions();
		centres = memory.doubles(k * d);
		shifts = memory.doubles(k);
		moved = memory.ints(k);
		first = memory.ints(k);
		next = memory.ints(coreset.size());
		distances = memory.doubles(coreset.size());
		radii = memory.doubles(k);
		errors = memory.doubles(k);
		weights = memory.doubles(k);
		sums = memory.doubles(k * d);
		rivals = new Rivals(k, d, memory);
	}

	/** Assigns the means to the nearest of these centres. */
	CoresetClustering begin(final Centres start) {
		size = 0;
		for (int j = 0; j < start.size(); j++)
			append(start.row(j));
		for (int i = 0; i < coreset.size(); i++) {
			coreset.checkpoint().passAt(i, size);
			addToNearest(i);
		}
		return this;
	}

	private void addToNearest(final int i) {
		final int nearest = Centres.roughNearest(centres, size, coreset.values(), i * d, d);
		add(i, nearest, 1);
		put(i, nearest, squaredDistance(i, nearest));
	}

	/** Copies another clustering of this coreset. */
	CoresetClustering copy(final CoresetClustering other) {
		size = other.size;
		System.arraycopy(other.centres, 0, centres, 0, size * d);
		System.arraycopy(other.first, 0, first, 0, size);
		System.arraycopy(other.next, 0, next, 0, coreset.size());
		System.arraycopy(other.distances, 0, distances, 0, coreset.size());
		System.arraycopy(other.radii, 0, radii, 0, size);
		System.arraycopy(other.errors, 0, errors, 0, size);
		System.arraycopy(other.weights, 0, weights, 0, size);
		System.arraycopy(other.sums, 0, sums, 0, size * d);
		return this;
	}

	/** Adds an empty cluster. */
	private void append(final double[] centre) {
		System.arraycopy(centre, 0, centres, size * d, d);
		Arrays.fill(sums, size * d, size * d + d, 0);
		weights[size] = 0;
		empty(size++);
	}

	private void empty(final int j) {
		first[j] = NONE;
		radii[j] = 0;
		errors[j] = 0;
	}

	/** @param sign 1 to add a mean to a cluster's sums, -1 to take it away */
	private void add(final int i, final int j, final int sign) {
		weights[j] += sign * coreset.weight(i);
		for (int q = 0; q < d; q++)
			sums[j * d + q] += sign * coreset.sum(i, q);
	}

	/** Puts a mean into a cluster. */
	private void put(final int i, final int j, final double squaredDistance) {
		next[i] = first[j];
		first[j] = i;
		distances[i] = squaredDistance;
		radii[j] = Math.max(radii[j], squaredDistance);
		errors[j] += share(i);
	}

	private double squaredDistance(final int i, final int j) {
		return Centres.roughSquaredDistance(centres, j * d, coreset.values(), i * d, d);
	}

	private double squaredDistanceOfCentres(final int a, final int b) {
		return Centres.roughSquaredDistance(centres, a * d, centres, b * d, d);
	}

	/**
	 * Iterates until the error falls by no more than a part of it, or too slowly to
	 * reach a goal.
	 */
	CoresetClustering settle(final double part, final double goal) {
		double error = error();
		while (true) {
			move(this::mean);
			final double before = error;
			error = error();
			final double gain = before - error;
			if (gain <= before * part || error - HOPE * gain > goal) return this;
		}
	}

	/** Moves all centres, and each mean to its nearest centre. */
	CoresetClustering move(final Centres.Coordinate to) {
		movedSize = 0;
		for (int j = 0; j < size; j++) {
			double squared = 0;
			for (int q = 0; q < d; q++) {
				final double x = to.apply(j, q);
				squared += (x - centres[j * d + q]) * (x - centres[j * d + q]);
				centres[j * d + q] = x;
			}
			shifts[j] = Math.sqrt(squared);
			if (squared > 0) moved[movedSize++] = j;
		}
		moveMeans(size);
		return this;
	}

	/** Coordinate q of the mean of cluster j; an empty one keeps its centre. */
	double mean(final int j, final int q) {
		return weights[j] == 0 ? centres[j * d + q] : sums[j * d + q] / weights[j];
	}

	/** Moves each mean of the first n clusters to its nearest centre. */
	private void moveMeans(final int n) {
		for (int j = 0; j < n; j++) {
			coreset.checkpoint().passAt(j, size);
			final int movedRivals = findRivals(j);
			if (shifts[j] > 0 || rivals.size() > 0) moveMeansOf(j, movedRivals);
		}
	}

	/**
	 * Finds the centres that may be nearer than its own to a mean of a cluster.
	 *
	 * @return how many of them moved, which come first
	 */
	private int findRivals(final int j) {
		rivals.begin(centres, j, 2 * (Math.sqrt(radii[j]) + shifts[j]));
		for (int m = 0; m < movedSize; m++)
			rivals.add(moved[m]);
		final int movedRivals = rivals.size();
		if (shifts[j] > 0) for (int c = 0; c < size; c++)
			if (shifts[c] == 0) rivals.add(c);
		return movedRivals;
	}

	/** Where its own centre came nearer, a mean has only rivals that moved. */
	private void moveMeansOf(final int j, final int movedRivals) {
		int i = first[j];
		int stays = NONE;
		double radius = 0;
		double error = 0;
		final int many = Checkpoint.WORK / (1 + rivals.size());
		int compared = 0;
		while (i != NONE) {
			if (++compared > many) {
				compared = 0;
				coreset.checkpoint().pass();
			}
			final int following = next[i];
			final double own = shifts[j] == 0 ? distances[i] : squaredDistance(i, j);
			final int rival = rivals.nearer(own <= distances[i] ? movedRivals : rivals.size(),
				coreset.values(), i * d, own);
			if (rival == Rivals.NONE) {
				next[i] = stays;
				stays = i;
				distances[i] = own;
				radius = own > radius ? own : radius;
				error += coreset.weight(i) * own;
			}
			else moveMean(i, j, rival);
			i = following;
		}
		first[j] = stays;
		radii[j] = radius;
		errors[j] = error;
	}

	private void moveMean(final int i, final int from, final int to) {
		add(i, from, -1);
		add(i, to, 1);
		put(i, to, squaredDistance(i, to));
	}

	/** The weighted means of the clusters. */
	Centres means() {
		return Centres.fill(size, d, this::mean);
	}

	/** Weight of each cluster. */
	double[] weights() {
		return Arrays.copyOf(weights, size);
	}

	/** Sum of weight times squared distance to the mean of the cluster; 0 or more. */
	double error() {
		double error = coreset.squares();
		for (int j = 0; j < size; j++) {
			if (weights[j] == 0) continue;
			for (int q = 0; q < d; q++)
				error -= sums[j * d + q] * sums[j * d + q] / weights[j];
		}
		return Math.max(0, error);
	}

	/** Adds a centre, which takes the means that it is nearest to. */
	CoresetClustering add(final double[] centre) {
		append(centre);
		Arrays.fill(shifts, 0, size, 0);
		moved[0] = size - 1;
		movedSize = 1;
		moveMeans(size - 1);
		return this;
	}

	/** Puts two centres in the place of one; the second comes last. */
	CoresetClustering split(final int j, final double[] one, final double[] other) {
		append(other);
		Arrays.fill(shifts, 0, size, 0);
		shifts[j] = Math.sqrt(Centres.roughSquaredDistance(centres, j * d, one, 0, d));
		System.arraycopy(one, 0, centres, j * d, d);
		moved[0] = j;
		moved[1] = size - 1;
		movedSize = 2;
		moveMeans(size - 1);
		return this;
	}

	/** By how much the error would fall at once with another centre. */
	double gain(final double[] centre) {
		double gain = 0;
		for (int i = 0; i < coreset.size(); i++)
			gain += coreset.weight(i) * Math.max(0,
				distances[i] - Centres.roughSquaredDistance(centre, 0, coreset.values(), i * d, d));
		return gain;
	}

	/** Removes a centre: its means go to the nearest others, the last centre takes its number. */
	void remove(final int j) {
		int i = first[j];
		size--;
		System.arraycopy(centres, size * d, centres, j * d, d);
		System.arraycopy(sums, size * d, sums, j * d, d);
		weights[j] = weights[size];
		first[j] = first[size];
		radii[j] = radii[size];
		errors[j] = errors[size];
		while (i != NONE) {
			final int following = next[i];
			addToNearest(i);
			i = following;
		}
	}

	/** How much the error grows when the means of a cluster go to their second nearest centre. */
	double loss(final int j) {
		double squared = Double.POSITIVE_INFINITY;
		for (int c = 0; c < size; c++)
			if (c != j) squared = Math.min(squared, squaredDistanceOfCentres(j, c));
		rivals.begin(centres, j, Math.sqrt(squared) + 2 * Math.sqrt(radii[j]));
		for (int c = 0; c < size; c++)
			rivals.add(c);
		double loss = 0;
		for (int i = first[j]; i != NONE; i = next[i])
			loss += coreset.weight(i)
				* (squaredDistance(i, rivals.nearest(coreset.values(), i * d)) - distances[i]);
		return loss;
	}

	/** Number of clusters. */
	int size() {
		return size;
	}

	/** The first mean of a cluster, or none. */
	int first(final int j) {
		return first[j];
	}

	/** The mean of the same cluster that follows another one, or none. */
	int next(final int i) {
		return next[i];
	}

	/** Of a cluster in the error: the sum of weight times squared distance to its centre. */
	double error(final int j) {
		return errors[j];
	}

	/** Of a mean in the error. */
	double share(final int i) {
		return coreset.weight(i) * distances[i];
	}

	Coreset coreset() {
		return coreset;
	}
}
