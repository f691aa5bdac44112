package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;

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
	/** A relative margin far larger than rounding errors. */
	private static final double ROUNDING = 1e-9;
	private static final int NONE = -1;

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
	/** By cluster, how much the error grows without its centre. */
	private final double[] losses;
	private final double[] weights;
	/** Sum of coordinate q over cluster j, at j * d + q. */
	private final double[] sums;
	/** The centres that means of a cluster may go to; those that moved come first. */
	private final int[] rivals;
	private final double[] rivalCentres;
	private int movedRivals;
	private int allRivals;

	/**
	 * @param k the largest number of clusters
	 * @param memory that the arrays are taken from
	 */
	CoresetClustering(final Coreset coreset, final int k, final RunMemory memory) {
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
		losses = memory.doubles(k);
		weights = memory.doubles(k);
		sums = memory.doubles(k * d);
		rivals = memory.ints(k);
		rivalCentres = memory.doubles(k * d);
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

	private double share(final int i) {
		return coreset.weight(i) * distances[i];
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
			findRivals(j);
			if (shifts[j] > 0 || allRivals > 0) moveMeansOf(j);
		}
	}

	/** Finds the centres that may be nearer than its own to a mean of a cluster. */
	private void findRivals(final int j) {
		final double reach = 2 * (Math.sqrt(radii[j]) + shifts[j]);
		final double limit = reach * reach * (1 + ROUNDING);
		allRivals = 0;
		for (int m = 0; m < movedSize; m++)
			addRival(j, moved[m], limit);
		movedRivals = allRivals;
		if (shifts[j] > 0) for (int c = 0; c < size; c++)
			if (shifts[c] == 0) addRival(j, c, limit);
	}

	private void addRival(final int j, final int c, final double limit) {
		if (c == j || squaredDistanceOfCentres(j, c) > limit) return;
		System.arraycopy(centres, c * d, rivalCentres, allRivals * d, d);
		rivals[allRivals++] = c;
	}

	/** Where its own centre came nearer, a mean has only rivals that moved. */
	private void moveMeansOf(final int j) {
		int i = first[j];
		int stays = NONE;
		double radius = 0;
		double error = 0;
		final int many = Checkpoint.WORK / (1 + allRivals);
		int compared = 0;
		while (i != NONE) {
			if (++compared > many) {
				compared = 0;
				coreset.checkpoint().pass();
			}
			final int following = next[i];
			final double own = shifts[j] == 0 ? distances[i] : squaredDistance(i, j);
			final int rival = Centres.nearer(rivalCentres, own <= distances[i] ? movedRivals : allRivals,
				coreset.values(), i * d, d, own);
			if (rival == NONE) {
				next[i] = stays;
				stays = i;
				distances[i] = own;
				radius = own > radius ? own : radius;
				error += coreset.weight(i) * own;
			}
			else moveMean(i, j, rivals[rival]);
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

	/**
	 * Swaps centres: adds one in a cluster of large error, unless it is empty, and
	 * removes one of small loss.
	 *
	 * @param added rank of the cluster that gets a centre, 0 for the largest error
	 * @param removed rank of the centre that goes, 0 for the least loss
	 * @param part iterations end when the error falls by no more than this part
	 * @param goal iterations may end early if the error will not fall to this
	 * @param random draws the place of the new centre in the cluster
	 */
	void swap(final int added, final int removed, final double part, final double goal,
		final Random random)
	{
		final int spread = ranked(errors, -1, added);
		if (first[spread] == NONE) return;
		add(coreset.row(drawn(spread, random)));
		settle(part, Double.POSITIVE_INFINITY);
		remove(ranked(losses(), 1, removed));
		settle(part, goal);
	}

	/** Draws a mean of a cluster in proportion to its share in the error. */
	private int drawn(final int cluster, final Random random) {
		double rest = random.nextDouble() * errors[cluster];
		int i = first[cluster];
		while (next[i] != NONE && (rest -= share(i)) >= 0)
			i = next[i];
		return i;
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

	/** By how much the error would fall at once with another centre. */
	double gain(final double[] centre) {
		double gain = 0;
		for (int i = 0; i < coreset.size(); i++)
			gain += coreset.weight(i) * Math.max(0,
				distances[i] - Centres.roughSquaredDistance(centre, 0, coreset.values(), i * d, d));
		return gain;
	}

	/** Removes a centre: its means go to the nearest others, the last centre takes its number. */
	private void remove(final int j) {
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

	/** By cluster, how much the error grows when its means go to their second nearest centre. */
	private double[] losses() {
		for (int j = 0; j < size; j++)
			losses[j] = loss(j);
		return losses;
	}

	/**
	 * A bound for the search: a mean is within the radius r of its own centre, and the
	 * nearest other centre is at a distance a from that. So the second nearest centre of
	 * the mean is within r + a of it, and within 2 r + a of its own centre.
	 */
	private double loss(final int j) {
		double squared = Double.POSITIVE_INFINITY;
		for (int c = 0; c < size; c++)
			if (c != j) squared = Math.min(squared, squaredDistanceOfCentres(j, c));
		final double reach = Math.sqrt(squared) + 2 * Math.sqrt(radii[j]);
		allRivals = 0;
		for (int c = 0; c < size; c++)
			addRival(j, c, reach * reach * (1 + ROUNDING));
		double loss = 0;
		for (int i = first[j]; i != NONE; i = next[i])
			loss += coreset.weight(i) * (distanceToRival(i) - distances[i]);
		return loss;
	}

	private double distanceToRival(final int i) {
		return squaredDistance(i,
			rivals[Centres.roughNearest(rivalCentres, allRivals, coreset.values(), i * d, d)]);
	}

	/**
	 * The cluster of a rank, or the last one; the first of equals comes first.
	 *
	 * @param sign 1 to rank the smallest first, -1 the largest
	 */
	private int ranked(final double[] numbers, final int sign, final int rank) {
		int j = 0;
		while (before(numbers, sign, j) != Math.min(rank, size - 1))
			j++;
		return j;
	}

	/** The rank of a cluster. */
	private int before(final double[] numbers, final int sign, final int cluster) {
		int n = 0;
		for (int j = 0; j < size; j++) {
			final double ahead = sign * (numbers[cluster] - numbers[j]);
			if (ahead > 0 || ahead == 0 && j < cluster) n++;
		}
		return n;
	}
}
