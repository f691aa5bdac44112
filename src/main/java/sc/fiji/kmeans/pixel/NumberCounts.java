package sc.fiji.kmeans.pixel;

/** Counts of the numbers 1, 2, 3 and so on that occur. */
final class NumberCounts extends PixelCounts {

	/** Count of number n at index n; 0 for one that does not occur. */
	private final long[] counts;
	/** The numbers that occur; null if all do. */
	private final int[] numbers;
	private final int size;

	/** @param counts of number n at n; not to be changed any more */
	NumberCounts(final PixelFormat format, final long[] counts, final int end) {
		super(format);
		this.counts = counts;
		int n = 0;
		for (int i = 1; i < end; i++)
			if (counts[i] > 0) n++;
		size = n;
		numbers = n == end - 1 ? null : new int[n];
		for (int i = end - 1; numbers != null && i > 0; i--)
			if (counts[i] > 0) numbers[--n] = i;
	}

	@Override
	long value(final int point) {
		return numbers == null ? point + 1 : numbers[point];
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public long weight(final int point) {
		return counts[(int) value(point)];
	}
}
