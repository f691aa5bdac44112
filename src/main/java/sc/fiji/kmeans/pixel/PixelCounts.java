package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Distinct pixel values in the order of the format's keys, and how often each
 * occurs; immutable. As points, their components are the coordinates.
 */
abstract class PixelCounts implements WeightedPoints {

	private final PixelFormat format;

	PixelCounts(final PixelFormat format) {
		this.format = format;
	}

	/** Of the first values in arrays that may be longer; takes them over. */
	static PixelCounts of(final PixelFormat format, final long[] values, final long[] counts,
		final int size)
	{
		return new Wide(format, values, counts, size);
	}

	/** The packed value of a point. */
	abstract long value(int point);

	@Override
	public int dimensions() {
		return format.components();
	}

	@Override
	public void read(final int point, final double[] x) {
		format.unpack(value(point), x);
	}

	long pixels() {
		long sum = 0;
		for (int i = 0; i < size(); i++)
			sum += weight(i);
		return sum;
	}

	/** Of values of any width. */
	private static final class Wide extends PixelCounts {

		private final long[] values;
		private final long[] counts;
		private final int size;

		private Wide(final PixelFormat format, final long[] values, final long[] counts,
			final int size)
		{
			super(format);
			this.values = values;
			this.counts = counts;
			this.size = size;
		}

		@Override
		long value(final int point) {
			return values[point];
		}

		@Override
		public int size() {
			return size;
		}

		@Override
		public long weight(final int point) {
			return counts[point];
		}
	}
}
