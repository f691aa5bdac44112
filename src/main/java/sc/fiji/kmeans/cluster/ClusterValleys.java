package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * How deep the valleys between neighbouring clusters are. The pixels of both lie on the line
 * between their centres, 0 to 1. The valley is the density around the middle, as a part of the
 * smaller one around the ends: near 0 between groups that are apart, 1 or more within one
 * group.
 */
final class ClusterValleys {

	/** As far from the middle or an end. */
	private static final double AROUND = 0.12;
	/** Clusters are neighbours if more of the smaller one's pixels have the other one next. */
	private static final double NEIGHBOURS = 0.02;

	private final Coreset means;
	private final Centres centres;
	private final int k;
	/** Of each mean. */
	private final int[] nearest;
	/** By cluster and the one that is second nearest, and by cluster. */
	private final double[][] next;
	private final double[] weights;

	/** @param means that stand for the pixels */
	ClusterValleys(final Coreset means, final Centres centres) {
		this.means = means;
		this.centres = centres;
		k = centres.size();
		nearest = new int[means.size()];
		next = new double[k][k];
		weights = new double[k];
		for (int i = 0; i < nearest.length && k > 1; i++) {
			means.checkpoint().passAt(i, k);
			add(i);
		}
	}

	private void add(final int i) {
		final double[] squared = new double[k];
		Arrays.setAll(squared, j -> centres.squaredDistance(j, means.values(), i * means.dimensions()));
		nearest[i] = least(squared, -1);
		next[nearest[i]][least(squared, nearest[i])] += means.weight(i);
		weights[nearest[i]] += means.weight(i);
	}

	private static int least(final double[] numbers, final int except) {
		int least = except == 0 ? 1 : 0;
		for (int j = least + 1; j < numbers.length; j++)
			if (j != except && numbers[j] < numbers[least]) least = j;
		return least;
	}

	/** The largest valley of any neighbours; 0 of a single cluster. */
	double worst() {
		double worst = 0;
		for (int a = 0; a < k; a++)
			for (int b = 0; b < a; b++)
				if (areNeighbours(a, b)) worst = Math.max(worst, between(a, b));
		return worst;
	}

	private boolean areNeighbours(final int a, final int b) {
		final int small = weights[a] < weights[b] ? a : b;
		return next[small][a + b - small] > NEIGHBOURS * weights[small];
	}

	private double between(final int a, final int b) {
		final double[] from = centres.row(a);
		final double[] to = centres.row(b);
		final double[] density = new double[3];
		final double squared = Distances.squared(from, 0, to, 0, from.length);
		// A whole number stands for all that is rounded to it.
		final double width = 1 / Math.sqrt(squared);
		for (int i = 0; i < nearest.length; i++) {
			if (nearest[i] != a && nearest[i] != b) continue;
			final double place = along(i, from, to) / squared;
			for (int p = 0; p < density.length; p++)
				density[p] += means.weight(i) * overlap(place - p / 2.0, width);
		}
		final double ends = Math.min(density[0], density[2]);
		return density[1] == 0 ? 0 : density[1] / ends;
	}

	private double along(final int i, final double[] from, final double[] to) {
		double along = 0;
		for (int q = 0; q < from.length; q++)
			along += (means.values()[i * from.length + q] - from[q]) * (to[q] - from[q]);
		return along;
	}

	/** The part of a width around a place that is near 0. */
	private static double overlap(final double place, final double width) {
		final double low = Math.max(-AROUND, place - width / 2);
		final double high = Math.min(AROUND, place + width / 2);
		return Math.max(0, high - low) / width;
	}
}
