package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * K-means on the means of a summary, with bounds that spare most distances.
 * (Hamerly: Making k-means even faster, SDM 2010.) In floating point all through:
 * the same on every machine, but not exact.
 * <p>
 * Invariant: up to rounding, {@code upper[i]} is not smaller than the distance of
 * mean i to its centre, and {@code lower[i]} not larger than its distance to any
 * other centre.
 */
final class RoughClustering {

	/** So many times the last gain may still be to come. */
	private static final double HOPE = 5;

	private final Summary summary;
	private final int d;
	private Centres centres;
	private final int[] labels;
	private final double[] upper;
	private final double[] lower;
	/** Weight of each cluster. */
	private final double[] weights;
	/** Sum of coordinate q over cluster j, at j * d + q. */
	private final double[] sums;
	/** Whether the bounds are the distances themselves. */
	private boolean isTight;
	private final double[] two = new double[2];

	/** Each mean with its nearest centre. */
	RoughClustering(final Summary summary, final Centres centres) {
		this(summary, centres, new int[summary.size()], new double[summary.size()],
			new double[summary.size()]);
		addUp();
		tighten();
	}

	private RoughClustering(final Summary summary, final Centres centres,
		final int[] labels, final double[] upper, final double[] lower)
	{
		this.summary = summary;
		d = summary.dimensions();
		this.centres = centres;
		this.labels = labels;
		this.upper = upper;
		this.lower = lower;
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
			labels.clone(), upper.clone(), lower.clone());
		for (int i = 0; i < labels.length; i++)
			more.offer(i, centres.size());
		more.addUp();
		return more;
	}

	/** Gives a mean, whose bounds are tight, to a new centre if that is nearer. */
	private void offer(final int i, final int centre) {
		final double distance = distance(i, centre);
		lower[i] = Math.min(lower[i], Math.max(upper[i], distance));
		if (distance >= upper[i]) return;
		labels[i] = centre;
		upper[i] = distance;
	}

	/** This without a centre, whose means go to their nearest. */
	private RoughClustering without(final int removed) {
		final RoughClustering fewer = new RoughClustering(summary, centres.without(
			removed), labels.clone(), upper.clone(), lower.clone());
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == removed) fewer.labels[i] = fewer.nearest(i);
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
	private RoughClustering settle(final double part, final double goal) {
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
		isTight = false;
		final Centres moved = means();
		final double[] shifts = new double[moved.size()];
		Arrays.setAll(shifts, j -> Math.sqrt(centres.squaredDistance(j, moved.row(j),
			0)));
		centres = moved;
		int farthest = 0;
		for (int j = 1; j < shifts.length; j++)
			if (shifts[j] > shifts[farthest]) farthest = j;
		final int most = farthest;
		final double others = IntStream.range(0, shifts.length).filter(j -> j != most)
			.mapToDouble(j -> shifts[j]).max().orElse(0);
		for (int i = 0; i < labels.length; i++) {
			upper[i] += shifts[labels[i]];
			lower[i] -= labels[i] == farthest ? others : shifts[farthest];
			if (upper[i] > lower[i]) reassign(i);
		}
	}

	private void reassign(final int i) {
		upper[i] = distance(i, labels[i]);
		if (upper[i] > lower[i]) assign(i);
	}

	/** Makes the bounds the distances themselves. */
	private void tighten() {
		if (isTight) return;
		isTight = true;
		summary.checkpoint().pass();
		for (int i = 0; i < labels.length; i++)
			assign(i);
	}

	private void assign(final int i) {
		final int nearest = nearest(i);
		if (nearest == labels[i]) return;
		add(i, labels[i], -1);
		add(i, nearest, 1);
		labels[i] = nearest;
	}

	/** The centre nearest to a mean, to which the bounds are set. */
	private int nearest(final int i) {
		final int nearest = centres.nearestTwo(summary.values(), i * d, two);
		upper[i] = Math.sqrt(two[0]);
		lower[i] = Math.sqrt(two[1]);
		return nearest;
	}

	private double distance(final int i, final int j) {
		return Math.sqrt(centres.squaredDistance(j, summary.values(), i * d));
	}

	/** The weighted means of the clusters; one that is empty keeps its centre. */
	private Centres means() {
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
	 * to their second nearest. May end before it has settled if it will not be
	 * better.
	 *
	 * @param added rank of the cluster that gets a centre, 0 for the largest error
	 * @param removed rank of the centre that goes, 0 for the least loss
	 * @param part of the error that is too small to go on for
	 * @param random where in the cluster the centre is placed
	 */
	RoughClustering swapped(final int added, final int removed, final double part,
		final Random random)
	{
		tighten();
		final RoughClustering more = with(drawnFrom(ranked(errors(), -1, added),
			random)).settle(part, Double.POSITIVE_INFINITY);
		more.tighten();
		return more.without(ranked(more.losses(), 1, removed)).settle(part, error());
	}

	private double[] drawnFrom(final int cluster, final Random random) {
		final double[] shares = new double[labels.length];
		for (int i = 0; i < shares.length; i++)
			if (labels[i] == cluster) shares[i] = share(i);
		return summary.row(summary.draw(shares, random));
	}

	private double share(final int i) {
		return summary.weight(i) * upper[i] * upper[i];
	}

	/** The error of each cluster about its centre; takes tight bounds. */
	private double[] errors() {
		final double[] errors = new double[weights.length];
		for (int i = 0; i < labels.length; i++)
			errors[labels[i]] += share(i);
		return errors;
	}

	/**
	 * What the means of each cluster would lose by going to their second nearest
	 * centre; takes tight bounds.
	 */
	private double[] losses() {
		final double[] losses = new double[weights.length];
		for (int i = 0; i < labels.length; i++)
			losses[labels[i]] += summary.weight(i) * lower[i] * lower[i] - share(i);
		return losses;
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
