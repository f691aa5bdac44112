package sc.fiji.kmeans.pixel;

/**
 * Counts of values of up to 32 bits of which many occur often: 8 bytes for each value. Where the
 * count of a value fills its four bytes, it stands aside.
 */
final class PlainCounts extends PixelCounts {

	/** The least count that stands aside. */
	static final int LARGE = Integer.MAX_VALUE;

	private final int[] values;
	private final int[] counts;
	private final LargeCounts large;

	/**
	 * Takes over what it is made of.
	 *
	 * @param values in the order of the keys
	 * @param counts of each, as far as it fits
	 * @param large the counts of LARGE and more, by the places of their values
	 */
	PlainCounts(final PixelFormat format, final int[] values, final int[] counts,
		final LargeCounts large)
	{
		super(format);
		this.values = values;
		this.counts = counts;
		this.large = large;
	}

	@Override
	long value(final int point) {
		return Integer.toUnsignedLong(values[point]);
	}

	@Override
	public int size() {
		return values.length;
	}

	@Override
	public long weight(final int point) {
		return counts[point] < LARGE ? counts[point] : large.get(point);
	}
}
