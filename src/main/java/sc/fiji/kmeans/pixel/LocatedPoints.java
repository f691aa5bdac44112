package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Pixel values as points of another space, in whole units of 2<sup>-fractionBits</sup>;
 * immutable. Values of the same point are one. The order is a Z-order curve (Morton
 * 1966), as far as 63 bits for the key and the index of a point go. Many points of one
 * key are in the order of a curve through their own box, and so on; a few are in the
 * order of their coordinates. So the order depends on the points alone.
 */
final class LocatedPoints implements WeightedPoints {

	private static final int KEY_BITS = 63;
	/** Up to this number of points of one key are sorted by their coordinates. */
	private static final int FEW = 64;

	private final int dimensions;
	private final int size;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	private final int[] narrow;
	/** ... or, if they may have more than 31 bits, here; one of them is null. */
	private final double[] wide;
	private final long[] weights;

	private LocatedPoints(final int dimensions, final int size, final boolean isWide) {
		this(dimensions, size, isWide ? null : new int[size * dimensions],
			isWide ? new double[size * dimensions] : null, new long[size]);
	}

	private LocatedPoints(final int dimensions, final int size, final int[] narrow,
		final double[] wide, final long[] weights)
	{
		this.dimensions = dimensions;
		this.size = size;
		this.narrow = narrow;
		this.wide = wide;
		this.weights = weights;
	}

	/** @throws CancellationException if the progress throws it */
	static LocatedPoints of(final PixelCounts counts, final ValueSpace space,
		final Progress progress)
	{
		final int n = counts.size();
		final Steps steps = new Steps(progress, "sorting", 2L * Checks.steps(n));
		final LocatedPoints all = new LocatedPoints(space.dimensions(), n, space.isWide());
		Checks.parts(n, steps, (from, to) -> all.locate(counts, space, from, to));
		return all.sorted(steps);
	}

	private void locate(final PixelCounts counts, final ValueSpace space, final int from,
		final int to)
	{
		final double[] x = new double[dimensions];
		final double units = Math.scalb(1.0, space.fractionBits());
		for (int i = from; i < to; i++) {
			space.locate(counts.value(i), x);
			for (int q = 0; q < dimensions; q++)
				set(i * dimensions + q, x[q] * units);
			weights[i] = counts.weight(i);
		}
	}

	private void set(final int index, final double coordinate) {
		if (wide == null) narrow[index] = (int) coordinate;
		else wide[index] = coordinate + 0.0;
	}

	private double at(final int index) {
		return wide == null ? narrow[index] : wide[index];
	}

	private LocatedPoints sorted(final Steps steps) {
		final int[] order = IntStream.range(0, size).toArray();
		sort(order, 0, size, steps);
		final LocatedPoints sorted = new LocatedPoints(dimensions, size, wide != null);
		Checks.each(size, steps, i -> {
			for (int q = 0; q < dimensions; q++)
				sorted.set(i * dimensions + q, at(order[i] * dimensions + q));
			sorted.weights[i] = weights[order[i]];
		});
		return sorted.joined(steps);
	}

	/** Joins equal points. */
	private LocatedPoints joined(final Steps steps) {
		int n = 0;
		for (int i = 0; i < size; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			if (n > 0 && areEqual(i, n - 1)) weights[n - 1] += weights[i];
			else move(i, n++);
		}
		return new LocatedPoints(dimensions, n, narrow, wide, weights);
	}

	private void move(final int from, final int to) {
		if (from == to) return;
		for (int q = 0; q < dimensions; q++)
			set(to * dimensions + q, at(from * dimensions + q));
		weights[to] = weights[from];
	}

	private boolean areEqual(final int a, final int b) {
		for (int q = 0; q < dimensions; q++)
			if (at(a * dimensions + q) != at(b * dimensions + q)) return false;
		return true;
	}

	/** Sorts a part of the order. */
	private void sort(final int[] order, final int from, final int to, final Steps steps) {
		steps.check();
		if (to - from > FEW) sortByKeys(order, from, to, steps);
		else sortByCoordinates(order, from, to);
	}

	/**
	 * Ends, for points of one key are in a box that is smaller by the bits of the key,
	 * one at least for each dimension.
	 */
	private void sortByKeys(final int[] order, final int from, final int to, final Steps steps) {
		final int n = to - from;
		final int placeBits = 32 - Integer.numberOfLeadingZeros(n);
		final Keys box = new Keys(order, from, to, (KEY_BITS - placeBits) / dimensions, steps);
		if (box.kept == 0) return;
		final long[] keys = new long[n];
		// No step of the whole: there may be many such parts.
		IntStream.range(0, Checks.steps(n)).parallel().forEach(step -> {
			steps.check();
			for (int i = step * Checks.ITEMS; i < Math.min(n, (step + 1) * Checks.ITEMS); i++)
				keys[i] = box.key(order[from + i]) << placeBits | i;
		});
		final long[] sorted = RadixSort.sort(keys, n, placeBits, placeBits + box.kept * dimensions,
			steps);
		place(order, from, sorted, (1L << placeBits) - 1, steps);
		if (box.kept < box.bits) sortEqual(order, from, sorted, placeBits, steps);
	}

	private static void place(final int[] order, final int from, final long[] sorted, final long mask,
		final Steps steps)
	{
		final int[] before = Arrays.copyOfRange(order, from, from + sorted.length);
		for (int i = 0; i < sorted.length; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			order[from + i] = before[(int) (sorted[i] & mask)];
		}
	}

	private void sortEqual(final int[] order, final int from, final long[] sorted,
		final int placeBits, final Steps steps)
	{
		for (int begin = 0, end; begin < sorted.length; begin = end) {
			end = begin + 1;
			while (end < sorted.length && sorted[end] >>> placeBits == sorted[begin] >>> placeBits)
				end++;
			if (end - begin > 1) sort(order, from + begin, from + end, steps);
		}
	}

	private void sortByCoordinates(final int[] order, final int from, final int to) {
		final int[] run = IntStream.range(from, to)
			.map(i -> order[i])
			.boxed()
			.sorted(byCoordinates())
			.mapToInt(i -> i)
			.toArray();
		System.arraycopy(run, 0, order, from, run.length);
	}

	private Comparator<Integer> byCoordinates() {
		return (a, b) -> {
			for (int q = 0; q < dimensions; q++) {
				final int difference = Double.compare(at(a * dimensions + q), at(b * dimensions + q));
				if (difference != 0) return difference;
			}
			return 0;
		};
	}

	/** For some points the highest bits of their coordinates in their box, in turn. */
	private final class Keys {

		private final long[] low = new long[dimensions];
		/** Of the longest side of the box; no sum of coordinates has more than 62. */
		private final int bits;
		/** Of a coordinate, in the key. */
		private final int kept;

		private Keys(final int[] order, final int from, final int to, final int most,
			final Steps steps)
		{
			final long[] high = new long[dimensions];
			Arrays.fill(low, Long.MAX_VALUE);
			Arrays.fill(high, Long.MIN_VALUE);
			for (int i = from; i < to; i++) {
				if (i % Checks.ITEMS == 0) steps.check();
				for (int q = 0; q < dimensions; q++) {
					final long x = (long) at(order[i] * dimensions + q);
					low[q] = Math.min(low[q], x);
					high[q] = Math.max(high[q], x);
				}
			}
			long width = 0;
			for (int q = 0; q < dimensions; q++)
				width = Math.max(width, high[q] - low[q]);
			bits = 64 - Long.numberOfLeadingZeros(width);
			kept = Math.min(bits, most);
		}

		private long key(final int point) {
			if (dimensions == 1) return (long) at(point) - low[0] >>> bits - kept;
			long key = 0;
			for (int bit = bits - 1; bit >= bits - kept; bit--)
				for (int q = 0; q < dimensions; q++)
					key = key << 1 | (long) at(point * dimensions + q) - low[q] >>> bit & 1;
			return key;
		}
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public int dimensions() {
		return dimensions;
	}

	@Override
	public void read(final int point, final double[] x) {
		for (int q = 0; q < dimensions; q++)
			x[q] = at(point * dimensions + q);
	}

	@Override
	public long weight(final int point) {
		return weights[point];
	}
}
