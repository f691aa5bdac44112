package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the means of a summary become when each goes to its nearest centre. Sums
 * are those of floating point, taken in the order of the means: they are the same
 * on every machine, but not exact.
 */
final class RoughPartition {

	private final Summary summary;
	private final Centres centres;
	private final int[] labels;
	/** Weight times squared distance of each mean to its nearest centre. */
	private final double[] shares;
	/** For each centre what its means would lose by going to the second nearest. */
	private final double[] losses;
	private final double error;

	RoughPartition(final Summary summary, final Centres centres) {
		this.summary = summary;
		this.centres = centres;
		labels = new int[summary.size()];
		shares = new double[summary.size()];
		losses = new double[centres.size()];
		final double[] distances = new double[2];
		for (int i = 0; i < labels.length; i++) {
			summary.checkpoint().passAt(i, losses.length);
			assign(i, distances);
		}
		error = Summary.sum(shares);
	}

	private void assign(final int i, final double[] distances) {
		final int best = centres.nearestTwo(summary.values(), i * summary
			.dimensions(), distances);
		labels[i] = best;
		shares[i] = summary.weight(i) * distances[0];
		losses[best] += summary.weight(i) * (distances[1] - distances[0]);
	}

	/** Lloyd's iterations until the error does not fall any more. */
	static Centres settle(final Summary summary, final Centres centres) {
		return settle(summary, centres, 0).centres();
	}

	/** Lloyd's iterations until the error falls by no more than a part of it. */
	static RoughPartition settle(final Summary summary, final Centres centres,
		final double part)
	{
		RoughPartition settled = new RoughPartition(summary, centres);
		while (true) {
			final RoughPartition next = new RoughPartition(summary, settled.means());
			if (next.error >= settled.error) return settled;
			if (next.error >= settled.error * (1 - part)) return next;
			settled = next;
		}
	}

	Centres centres() {
		return centres;
	}

	/** Sum of the weighted squared distances to the nearest centres. */
	double error() {
		return error;
	}

	/** The error of each centre. */
	double[] errors() {
		final double[] errors = new double[centres.size()];
		for (int i = 0; i < labels.length; i++)
			errors[labels[i]] += shares[i];
		return errors;
	}

	/** The share in the error that each mean of a centre has; 0 for the others. */
	double[] sharesOf(final int centre) {
		final double[] some = new double[shares.length];
		Arrays.setAll(some, i -> labels[i] == centre ? shares[i] : 0);
		return some;
	}

	/** The weighted means of the clusters; one that is empty keeps its centre. */
	Centres means() {
		final int d = summary.dimensions();
		final double[] weights = new double[centres.size()];
		final double[] sums = new double[centres.size() * d];
		for (int i = 0; i < labels.length; i++) {
			weights[labels[i]] += summary.weight(i);
			for (int q = 0; q < d; q++)
				sums[labels[i] * d + q] += summary.weight(i) * summary.values()[i * d + q];
		}
		return Centres.fill(centres.size(), d, (j, q) -> weights[j] == 0 ? centres
			.coordinate(j, q) : sums[j * d + q] / weights[j]);
	}

	/** All centres but the one whose means lose least without it. */
	Centres withoutLeastNeeded() {
		int least = 0;
		for (int j = 1; j < losses.length; j++)
			if (losses[j] < losses[least]) least = j;
		final int removed = least;
		return Centres.of(IntStream.range(0, centres.size()).filter(j -> j != removed)
			.mapToObj(centres::row).toArray(double[][]::new));
	}
}
