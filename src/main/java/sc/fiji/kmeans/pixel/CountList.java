package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/** Makes counts of values that come in the order of their keys. */
final class CountList {

	/** Memory for no more wide values is taken before that many came. */
	private static final int FIRST = 1 << 16;

	private final PixelFormat format;
	private final int most;
	private int size;
	// Of values of up to 24 bits; null for others.
	private final int[] entries;
	private final LargeCounts large = new LargeCounts();
	// Of wider values; null for others.
	private long[] values;
	private long[] counts;

	/** @param most values that will come */
	CountList(final PixelFormat format, final int most) {
		this.format = format;
		this.most = most;
		final boolean isNarrow = format.bits() <= PartCounter.MAX_BITS;
		entries = isNarrow ? new int[most] : null;
		values = isNarrow ? null : new long[Math.min(most, FIRST)];
		counts = isNarrow ? null : new long[Math.min(most, FIRST)];
	}

	/**
	 * @param value whose key is behind those before
	 * @param n 1 or more
	 */
	void add(final long value, final long n) {
		if (entries == null) addWide(value, n);
		else {
			if (n >= PackedCounts.LARGE) large.add(size, n);
			entries[size++] = PackedCounts.entry(value, n);
		}
	}

	private void addWide(final long value, final long n) {
		if (size == values.length) {
			final int length = (int) Math.min(most, 2L * size);
			values = Arrays.copyOf(values, length);
			counts = Arrays.copyOf(counts, length);
		}
		values[size] = value;
		counts[size++] = n;
	}

	/** What came; nothing may come any more. */
	PixelCounts counts() {
		return entries == null
			? PixelCounts.of(format, values, counts, size)
			: new PackedCounts(format, entries, size, large);
	}

	/** The counts of two parts of an image together: both are walked through once. */
	static PixelCounts merged(final PixelFormat format, final PixelCounts a, final PixelCounts b,
		final Runnable check)
	{
		final CountList all = new CountList(format, distinct(format, a, b, check));
		int i = 0;
		int j = 0;
		while (i < a.size() || j < b.size()) {
			if ((i + j) % Checks.ITEMS == 0) check.run();
			final int order = order(format, a, i, b, j);
			all.add(order <= 0 ? a.value(i) : b.value(j),
				order == 0
					? Math.addExact(a.weight(i), b.weight(j))
					: order < 0 ? a.weight(i) : b.weight(j));
			if (order <= 0) i++;
			if (order >= 0) j++;
		}
		return all.counts();
	}

	private static int distinct(final PixelFormat format, final PixelCounts a, final PixelCounts b,
		final Runnable check)
	{
		int same = 0;
		for (int i = 0, j = 0; i < a.size() && j < b.size();) {
			if ((i + j) % Checks.ITEMS == 0) check.run();
			final int order = order(format, a, i, b, j);
			if (order == 0) same++;
			if (order <= 0) i++;
			if (order >= 0) j++;
		}
		return Math.addExact(a.size(), b.size() - same);
	}

	/** Of a value and another one; one that is there is before one that is not. */
	private static int order(final PixelFormat format, final PixelCounts a, final int i,
		final PixelCounts b, final int j)
	{
		if (i == a.size()) return 1;
		if (j == b.size()) return -1;
		return Long.compare(format.key(a.value(i)), format.key(b.value(j)));
	}
}
