package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * The points of some pixel values in another space, in whole units of
 * 2<sup>-fractionBits</sup>; immutable. Values that have the same point are one.
 * The order is that of a Z-order curve (Morton 1966), as far as 63 bits for key and
 * place of a point go, and then by coordinates: it depends on the points alone.
 */
final class LocatedPoints implements WeightedPoints {

	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q. */
	private final int[] coordinates;
	private final long[] weights;

	private LocatedPoints(final int dimensions, final int[] coordinates,
		final long[] weights)
	{
		this.dimensions = dimensions;
		this.coordinates = coordinates;
		this.weights = weights;
	}

	static LocatedPoints of(final PixelCounts counts, final ValueSpace space) {
		final int d = space.dimensions();
		final int[] coordinates = new int[counts.size() * d];
		IntStream.range(0, counts.size()).parallel().forEach(i -> {
			final double[] x = new double[d];
			space.locate(counts.value(i), x);
			for (int q = 0; q < d; q++)
				coordinates[i * d + q] = (int) Math.scalb(x[q], space.fractionBits());
		});
		final long[] weights = new long[counts.size()];
		Arrays.setAll(weights, counts::weight);
		return new LocatedPoints(d, coordinates, weights).sorted();
	}

	private LocatedPoints sorted() {
		final int[] order = order();
		final int[] sorted = new int[coordinates.length];
		final long[] counts = new long[weights.length];
		int n = 0;
		for (final int i : order) {
			if (n == 0 || !isAt(i, sorted, n - 1)) {
				System.arraycopy(coordinates, i * dimensions, sorted, n * dimensions,
					dimensions);
				n++;
			}
			counts[n - 1] += weights[i];
		}
		return new LocatedPoints(dimensions, Arrays.copyOf(sorted, n * dimensions),
			Arrays.copyOf(counts, n));
	}

	private boolean isAt(final int i, final int[] others, final int other) {
		for (int q = 0; q < dimensions; q++)
			if (coordinates[i * dimensions + q] != others[other * dimensions + q])
				return false;
		return true;
	}

	/** The points by their keys, those of equal keys by their coordinates. */
	private int[] order() {
		final int placeBits = 32 - Integer.numberOfLeadingZeros(size());
		final long[] keys = keys(63 - placeBits);
		final long[] sorted = new long[size()];
		Arrays.setAll(sorted, i -> keys[i] << placeBits | i);
		Arrays.parallelSort(sorted);
		final int[] order = new int[size()];
		Arrays.setAll(order, i -> (int) (sorted[i] & (1L << placeBits) - 1));
		for (int from = 0, to; from < order.length; from = to) {
			to = from + 1;
			while (to < order.length && keys[order[to]] == keys[order[from]])
				to++;
			if (to - from > 1) sortByCoordinates(order, from, to);
		}
		return order;
	}

	private void sortByCoordinates(final int[] order, final int from,
		final int to)
	{
		final int[] run = IntStream.range(from, to).map(i -> order[i]).boxed().sorted(
			byCoordinates()).mapToInt(i -> i).toArray();
		System.arraycopy(run, 0, order, from, run.length);
	}

	private Comparator<Integer> byCoordinates() {
		return (a, b) -> {
			for (int q = 0; q < dimensions; q++) {
				final int difference = Integer.compare(coordinates[a * dimensions + q],
					coordinates[b * dimensions + q]);
				if (difference != 0) return difference;
			}
			return 0;
		};
	}

	/** For each point the highest bits of its coordinates, in turn. */
	private long[] keys(final int bits) {
		final long[] low = new long[dimensions];
		Arrays.setAll(low, q -> Long.MAX_VALUE);
		long width = 0;
		for (int i = 0; i < coordinates.length; i++)
			low[i % dimensions] = Math.min(low[i % dimensions], coordinates[i]);
		for (int i = 0; i < coordinates.length; i++)
			width = Math.max(width, coordinates[i] - low[i % dimensions]);
		final int widthBits = 64 - Long.numberOfLeadingZeros(width);
		final int kept = Math.min(widthBits, bits / dimensions);
		return IntStream.range(0, size()).parallel().mapToLong(i -> key(i, low,
			widthBits, kept)).toArray();
	}

	private long key(final int point, final long[] low, final int widthBits,
		final int kept)
	{
		long key = 0;
		for (int bit = widthBits - 1; bit >= widthBits - kept; bit--)
			for (int q = 0; q < dimensions; q++)
				key = key << 1 | coordinates[point * dimensions + q] - low[q] >>> bit & 1;
		return key;
	}

	@Override
	public int size() {
		return weights.length;
	}

	@Override
	public int dimensions() {
		return dimensions;
	}

	@Override
	public void read(final int point, final double[] x) {
		for (int q = 0; q < dimensions; q++)
			x[q] = coordinates[point * dimensions + q];
	}

	@Override
	public long weight(final int point) {
		return weights[point];
	}
}
