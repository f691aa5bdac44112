package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.WeightedPoints;

/** Distinct pixel values as points: their components are the coordinates. */
final class HistogramPoints implements WeightedPoints {

	private final PixelFormat format;
	private final long[] values;
	private final long[] counts;

	HistogramPoints(final PixelFormat format, final long[] values,
		final long[] counts)
	{
		this.format = format;
		this.values = values;
		this.counts = counts;
	}

	@Override
	public int size() {
		return values.length;
	}

	@Override
	public int dimensions() {
		return format.components();
	}

	@Override
	public long coordinate(final int point, final int dimension) {
		return format.component(values[point], dimension);
	}

	@Override
	public long weight(final int point) {
		return counts[point];
	}
}
