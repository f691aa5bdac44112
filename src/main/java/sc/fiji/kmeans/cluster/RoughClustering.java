package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * K-means on the means of a summary. In floating point all through: the same on
 * every machine, but not exact.
 * <p>
 * Invariant: up to rounding, each mean is in the cluster of its nearest centre.
 */
final class RoughClustering {

	/** So many times the last gain may still be to come. */
	private static final double HOPE = 5;

	private final Summary summary;
	private final int d;
	private Centres centres;
	private OrderedCentres ordered;
	private final int[] labels;
	/** Of each mean, the squared distance to its centre. */
	private final double[] distances;
	/** Weight of each cluster. */
	private final double[] weights;
	/** Sum of coordinate q over cluster j, at j * d + q. */
	private final double[] sums;

	RoughClustering(final Summary summary, final Centres centres) {
		this(summary, centres, new int[summary.size()], new double[summary.size()]);
		for (int i = 0; i < labels.length; i++)
			labels[i] = nearest(i, 0);
		addUp();
	}

	/** Has the means where they belong, but takes adding up. */
	private RoughClustering(final Summary summary, final Centres centres,
		final int[] labels, final double[] distances)
	{
		this.summary = summary;
		d = summary.dimensions();
		this.centres = centres;
		ordered = new OrderedCentres(centres);
		this.labels = labels;
		this.distances = distances;
		weights = new double[centres.size()];
		sums = new double[centres.size() * d];
	}

	private void addUp() {
		for (int i = 0; i < labels.length; i++)
			add(i, labels[i], 1);
	}

	/** @param sign 1 to add a mean to a cluster, -1 to take it away */
	private void add(final int i, final int j, final int sign) {
		weights[j] += sign * summary.weight(i);
		for (int q = 0; q < d; q++)
			sums[j * d + q] += sign * summary.sum(i, q);
	}

	/** This with another centre, which takes those means that it is nearest to. */
	private RoughClustering with(final double[] centre) {
		final RoughClustering more = new RoughClustering(summary, centres.with(centre),
			labels.clone(), distances.clone());
		for (int i = 0; i < labels.length; i++)
			more.offer(i, centres.size());
		more.addUp();
		return more;
	}

	/** Gives a mean to a centre if that is nearer than its own. */
	private void offer(final int i, final int centre) {
		final double distance = squaredDistance(i, centre);
		if (distance >= distances[i]) return;
		labels[i] = centre;
		distances[i] = distance;
	}

	/** This without a centre, whose means go to their nearest. */
	private RoughClustering without(final int removed) {
		final RoughClustering fewer = new RoughClustering(summary, centres.without(
			removed), labels.clone(), distances.clone());
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == removed) fewer.labels[i] = fewer.nearest(i, 0);
			else if (labels[i] > removed) fewer.labels[i]--;
		fewer.addUp();
		return fewer;
	}

	/** The centres that the error does not fall from any more. */
	Centres settled() {
		return settle(0, Double.POSITIVE_INFINITY).means();
	}

	/**
	 * Lloyd's iterations until the error falls by no more than a part of it, or so
	 * slowly that it would not come down to a goal.
	 */
	RoughClustering settle(final double part, final double goal) {
		double error = error();
		while (true) {
			summary.checkpoint().pass();
			move();
			final double before = error;
			error = error();
			final double gain = before - error;
			if (gain <= before * part || error - HOPE * gain > goal) return this;
		}
	}

	/** One iteration of Lloyd's. */
	private void move() {
		centres = means();
		ordered = new OrderedCentres(centres);
		for (int i = 0; i < labels.length; i++)
			assign(i, nearest(i, labels[i]));
	}

	private void assign(final int i, final int j) {
		if (j == labels[i]) return;
		add(i, labels[i], -1);
		add(i, j, 1);
		labels[i] = j;
	}

	/** The centre nearest to a mean, whose distance to it is noted. */
	private int nearest(final int i, final int guess) {
		final int nearest = ordered.nearest(summary.values(), i * d, guess);
		distances[i] = squaredDistance(i, nearest);
		return nearest;
	}

	private double squaredDistance(final int i, final int j) {
		return centres.squaredDistance(j, summary.values(), i * d);
	}

	/** The weighted means of the clusters; one that is empty keeps its centre. */
	Centres means() {
		return Centres.fill(centres.size(), d, (j, q) -> weights[j] == 0 ? centres
			.coordinate(j, q) : sums[j * d + q] / weights[j]);
	}

	/** Sum of weight times squared distance to the mean of the cluster; 0 or more. */
	double error() {
		double error = summary.squares();
		for (int j = 0; j < weights.length; j++) {
			if (weights[j] == 0) continue;
			for (int q = 0; q < d; q++)
				error -= sums[j * d + q] * sums[j * d + q] / weights[j];
		}
		return Math.max(0, error);
	}

	/**
	 * A neighbour of this clustering: a centre is added to one of the clusters with
	 * the largest errors, and another taken away whose means lose little by going
	 * to their second nearest.
	 *
	 * @param added rank of the cluster that gets a centre, 0 for the largest error
	 * @param removed rank of the centre that goes, 0 for the least loss
	 * @param part of the error that is too small to go on for
	 * @param goal an error; may end before it has settled if it will not come down
	 *          to that
	 * @param random where in the cluster the centre is placed
	 */
	RoughClustering swapped(final int added, final int removed, final double part,
		final double goal, final Random random)
	{
		final RoughClustering more = with(drawnFrom(ranked(errors(), -1, added),
			random)).settle(part, Double.POSITIVE_INFINITY);
		return more.without(ranked(more.losses(), 1, removed)).settle(part, goal);
	}

	private double[] drawnFrom(final int cluster, final Random random) {
		final double[] shares = new double[labels.length];
		for (int i = 0; i < shares.length; i++)
			if (labels[i] == cluster) shares[i] = share(i);
		return summary.row(summary.draw(shares, random));
	}

	private double share(final int i) {
		return summary.weight(i) * distances[i];
	}

	/** The error of each cluster about its centre. */
	private double[] errors() {
		final double[] errors = new double[weights.length];
		for (int i = 0; i < labels.length; i++)
			errors[labels[i]] += share(i);
		return errors;
	}

	/**
	 * What the means of each cluster would lose by going to their second nearest
	 * centre.
	 */
	private double[] losses() {
		final double[] losses = new double[weights.length];
		for (int i = 0; i < labels.length; i++)
			losses[labels[i]] += summary.weight(i) * (squaredDistance(i, beside(i)) -
				distances[i]);
		return losses;
	}

	/** The centre second nearest to a mean. */
	private int beside(final int i) {
		return ordered.nearestBeside(summary.values(), i * d, labels[i]);
	}

	/** @param sign 1 to rank the smallest first, -1 the largest */
	private static int ranked(final double[] numbers, final int sign,
		final int rank)
	{
		return IntStream.range(0, numbers.length).boxed().sorted(Comparator
			.comparingDouble(j -> sign * numbers[j])).skip(Math.min(rank,
				numbers.length - 1)).findFirst().get();
	}
}
