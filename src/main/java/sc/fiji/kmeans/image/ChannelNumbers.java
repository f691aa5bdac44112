package sc.fiji.kmeans.image;

import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.WeightedPoints;

/** The numbers of a channel, and how often each occurs; some may be equal; immutable. */
final class ChannelNumbers {

	private static final int PARTS = 4;
	/** Whole numbers below are counted one by one. */
	private static final int FEW = 1 << 16;

	final int size;
	private final float[] numbers;
	/** Null if each occurs once. */
	private final ChannelVectors weights;
	/** Null if weights are those of the vectors. */
	private final long[] counts;

	private ChannelNumbers(final ChannelVectors vectors, final int channel) {
		size = vectors.size();
		numbers = vectors.values(channel);
		weights = vectors.areSingle() ? null : vectors;
		counts = null;
	}

	private ChannelNumbers(final float[] numbers, final long[] counts) {
		size = numbers.length;
		this.numbers = numbers;
		this.counts = counts;
		weights = null;
	}

	/** Of each channel. */
	static ChannelNumbers[] of(final ChannelVectors vectors) {
		final ChannelNumbers[] all = new ChannelNumbers[vectors.channels()];
		for (int c = 0; c < all.length; c++)
			all[c] = new ChannelNumbers(vectors, c).counted();
		return all;
	}

	/** Of each dimension of points of whole numbers, 0 or more and below 65,536. */
	static ChannelNumbers[] of(final WeightedPoints points) {
		final long[][] counts = new long[points.dimensions()][FEW];
		final double[] x = new double[counts.length];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			for (int q = 0; q < x.length; q++)
				counts[q][(int) x[q]] += points.weight(i);
		}
		final ChannelNumbers[] all = new ChannelNumbers[counts.length];
		for (int q = 0; q < all.length; q++)
			all[q] = ofCounts(counts[q]);
		return all;
	}

	private static ChannelNumbers ofCounts(final long[] counts) {
		final int[] found = IntStream.range(0, counts.length).filter(x -> counts[x] > 0).toArray();
		final float[] numbers = new float[found.length];
		final long[] weights = new long[found.length];
		for (int i = 0; i < found.length; i++) {
			numbers[i] = found[i];
			weights[i] = counts[found[i]];
		}
		return new ChannelNumbers(numbers, weights);
	}

	/** The same, of which none are equal, if they are whole, 0 or more and below 65,536. */
	private ChannelNumbers counted() {
		if (size < FEW) return this;
		final long[] sum = new long[FEW];
		final boolean areFew = IntStream.range(0, PARTS).parallel().allMatch(part -> {
			final long[] counts = new long[FEW];
			for (int i = begin(part, PARTS); i < begin(part + 1, PARTS); i++) {
				final float number = number(i);
				final int whole = (int) number;
				if (whole != number || whole < 0 || whole >= FEW) return false;
				counts[whole] += weight(i);
			}
			synchronized (sum) {
				for (int x = 0; x < FEW; x++)
					sum[x] += counts[x];
			}
			return true;
		});
		return areFew ? ofCounts(sum) : this;
	}

	/** Where a part begins, of some equal ones. */
	int begin(final int part, final int parts) {
		return (int) ((long) size * part / parts);
	}

	float number(final int i) {
		return numbers[i];
	}

	long weight(final int i) {
		return counts != null ? counts[i] : weights == null ? 1 : weights.weight(i);
	}
}
