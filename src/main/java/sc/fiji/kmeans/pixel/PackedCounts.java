package sc.fiji.kmeans.pixel;

/**
 * Counts of values of up to 24 bits, which is what nearly every image needs: 4
 * bytes for each value. Where the count of a value fills its byte, it stands aside.
 */
final class PackedCounts extends PixelCounts {

	/** The least count that stands aside. */
	static final int LARGE = 255;

	private static final int COUNT_BITS = 8;

	private final int[] entries;
	private final LargeCounts large;
	private final int size;

	/**
	 * Takes over what it is made of.
	 *
	 * @param entries of which the first ones count, in the order of the keys
	 * @param large the counts of LARGE and more, by the places of their entries
	 */
	PackedCounts(final PixelFormat format, final int[] entries, final int size,
		final LargeCounts large)
	{
		super(format);
		this.entries = entries;
		this.size = size;
		this.large = large;
	}

	/** A value and its count, as far as that fits. */
	static int entry(final long value, final long count) {
		return (int) value << COUNT_BITS | (int) Math.min(count, LARGE);
	}

	/**
	 * The length of entries that replace others, none or too short ones: with some
	 * room, unless they are the first.
	 */
	static int length(final int before, final int size) {
		return before == 0 ? size : size + size / 16;
	}

	@Override
	long value(final int point) {
		return entries[point] >>> COUNT_BITS;
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public long weight(final int point) {
		final int count = entries[point] & LARGE;
		return count < LARGE ? count : large.get(point);
	}
}
