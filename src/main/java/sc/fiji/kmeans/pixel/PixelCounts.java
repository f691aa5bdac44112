package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Distinct pixel values in the order of the format's keys, and how often each
 * occurs; immutable. As points, their components are the coordinates.
 */
abstract class PixelCounts implements WeightedPoints {

	private final PixelFormat format;

	private PixelCounts(final PixelFormat format) {
		this.format = format;
	}

	/** Takes the arrays over; values of up to 31 bits. */
	static PixelCounts of(final PixelFormat format, final int[] values,
		final int[] counts)
	{
		return new Small(format, values, counts, values.length);
	}

	/** Of the first so many values in arrays that may be longer; takes them over. */
	static PixelCounts of(final PixelFormat format, final int[] values,
		final int[] counts, final int size)
	{
		return new Small(format, values, counts, size);
	}

	/** Takes the arrays over. */
	static PixelCounts of(final PixelFormat format, final long[] values,
		final long[] counts)
	{
		return new Large(format, values, counts);
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

	/** What nearly every image needs, in half the memory. */
	private static final class Small extends PixelCounts {

		private final int[] values;
		private final int[] counts;
		private final int size;

		private Small(final PixelFormat format, final int[] values,
			final int[] counts, final int size)
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

	/** Wide values or more than 2 billion pixels. */
	private static final class Large extends PixelCounts {

		private final long[] values;
		private final long[] counts;

		private Large(final PixelFormat format, final long[] values,
			final long[] counts)
		{
			super(format);
			this.values = values;
			this.counts = counts;
		}

		@Override
		long value(final int point) {
			return values[point];
		}

		@Override
		public int size() {
			return values.length;
		}

		@Override
		public long weight(final int point) {
			return counts[point];
		}
	}
}
