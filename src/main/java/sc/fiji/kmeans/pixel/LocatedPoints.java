package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Points of whole numbers, each once, with the sum of its weights; immutable. Neighbours are
 * near each other, and the order depends on the points alone.
 */
public final class LocatedPoints implements WeightedPoints {

	private final int dimensions;
	private final int size;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	private final int[] narrow;
	/** ... or, if they may have more than 31 bits, here; one of them is null. */
	private final long[] wide;
	private final long[] weights;
	private final int values;

	/**
	 * @param narrow or null
	 * @param wide or null
	 * @param weights may be longer
	 * @param values number of different values that the points stand for
	 */
	LocatedPoints(final int dimensions, final int size, final int[] narrow, final long[] wide,
		final long[] weights, final int values)
	{
		this.dimensions = dimensions;
		this.size = size;
		this.narrow = narrow;
		this.wide = wide;
		this.weights = weights;
		this.values = values;
	}

	/** Number of different values that the points stand for. */
	public int values() {
		return values;
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
		final int from = point * dimensions;
		if (narrow != null) for (int q = 0; q < dimensions; q++)
			x[q] = narrow[from + q];
		else for (int q = 0; q < dimensions; q++)
			x[q] = wide[from + q];
	}

	@Override
	public long weight(final int point) {
		return weights[point];
	}
}
