package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/** The numbers of a channel, and how often each occurs; some may be equal; immutable. */
final class ChannelNumbers {

	private static final int PARTS = 4;
	/** Whole numbers below are counted one by one. */
	private static final int FEW = 1 << 16;
	private static final int CHECKED = 1 << 14;

	final int size;
	private final float[] numbers;
	/** Null if each occurs once. */
	private final ChannelVectors weights;
	/** Null if the vectors have the weights. */
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

	/**
	 * Of each channel.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	static ChannelNumbers[] of(final ChannelVectors vectors, final Progress progress) {
		final ChannelNumbers[] all = new ChannelNumbers[vectors.channels()];
		final Steps steps = new Steps(progress, "counting", (long) PARTS * all.length);
		for (int c = 0; c < all.length; c++)
			all[c] = new ChannelNumbers(vectors, c).counted(steps);
		return all;
	}

	/**
	 * Of each dimension of points of whole numbers, 0 or more and below 65,536.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	static ChannelNumbers[] of(final WeightedPoints points, final Progress progress) {
		final long[][] sums = new long[points.dimensions()][FEW];
		final int parts = Math.min(PARTS, 1 + points.size() / FEW);
		final Steps steps = new Steps(progress, "counting", parts);
		Parallel.each(parts, part -> {
			final long[][] counts = new long[sums.length][FEW];
			count(points, begin(points.size(), part, parts), begin(points.size(), part + 1, parts),
				counts, steps);
			synchronized (sums) {
				for (int q = 0; q < sums.length; q++)
					add(counts[q], sums[q]);
			}
			steps.done();
		});
		return Arrays.stream(sums).map(ChannelNumbers::ofCounts).toArray(ChannelNumbers[]::new);
	}

	private static void count(final WeightedPoints points, final int from, final int to,
		final long[][] counts, final Steps steps)
	{
		final double[] x = new double[counts.length];
		for (int i = from; i < to; i++) {
			if (i % CHECKED == 0) steps.check();
			points.read(i, x);
			for (int q = 0; q < x.length; q++)
				counts[q][(int) x[q]] += points.weight(i);
		}
	}

	private static void add(final long[] some, final long[] sums) {
		for (int i = 0; i < sums.length; i++)
			sums[i] += some[i];
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
	private ChannelNumbers counted(final Steps steps) {
		if (size < FEW) return this;
		final long[] sums = new long[FEW];
		final AtomicBoolean areFew = new AtomicBoolean(true);
		Parallel.each(PARTS, part -> {
			if (!areFew.get()) return;
			final long[] counts = new long[FEW];
			if (!count(begin(part, PARTS), begin(part + 1, PARTS), counts, steps)) areFew.set(false);
			synchronized (sums) {
				add(counts, sums);
			}
			steps.done();
		});
		return areFew.get() ? ofCounts(sums) : this;
	}

	/** @return whether all are whole, 0 or more and below 65,536; else counts are of no use */
	private boolean count(final int from, final int to, final long[] counts, final Steps steps) {
		for (int i = from; i < to; i++) {
			if (i % CHECKED == 0) steps.check();
			final float number = number(i);
			final int whole = (int) number;
			if (whole != number || whole < 0 || whole >= FEW) return false;
			counts[whole] += weight(i);
		}
		return true;
	}

	/** Where a part begins, of some equal ones. */
	int begin(final int part, final int parts) {
		return begin(size, part, parts);
	}

	private static int begin(final int size, final int part, final int parts) {
		return (int) ((long) size * part / parts);
	}

	float number(final int i) {
		return numbers[i];
	}

	long weight(final int i) {
		return counts != null ? counts[i] : weights == null ? 1 : weights.weight(i);
	}
}
