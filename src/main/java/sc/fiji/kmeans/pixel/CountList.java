package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/**
 * Makes counts of values that come in the order of their keys. Values of up to 24 bits are packed,
 * four bytes each, until many of them turn out to be too large for that.
 */
final class CountList {

	/** Memory for no more wide values is taken before that many came. */
	private static final int FIRST = 1 << 16;
	/**
	 * If a larger part of the counts than one in this number stands aside, that takes more memory
	 * than it saves.
	 */
	private static final int OFTEN = 8;

	private final PixelFormat format;
	private final int most;
	private int size;
	/** Values and counts of up to 24 bits; null for others, or where many counts are large. */
	private int[] entries;
	/** Values and counts where many are large, else null. */
	private int[] values;
	private int[] counts;
	/** Wide values and their counts; null for others. */
	private long[] wide;
	private long[] ofWide;
	private LargeCounts large = new LargeCounts();

	/** @param most values that will come */
	CountList(final PixelFormat format, final int most) {
		this.format = format;
		this.most = most;
		if (format.bits() <= PartCounter.MAX_BITS) entries = new int[most];
		else {
			wide = new long[Math.min(most, FIRST)];
			ofWide = new long[wide.length];
		}
	}

	/**
	 * @param value whose key is behind those before
	 * @param n 1 or more
	 */
	void add(final long value, final long n) {
		if (entries != null) addPacked(value, n);
		else if (wide == null) addPlain(value, n);
		else addWide(value, n);
	}

	private void addPacked(final long value, final long n) {
		if (n >= PackedCounts.LARGE) large.add(size, n);
		entries[size++] = PackedCounts.entry(value, n);
		if (large.size() > most / OFTEN) unpack();
	}

	private void unpack() {
		final PixelCounts packed = counts();
		entries = null;
		large = new LargeCounts();
		values = new int[most];
		counts = new int[most];
		size = 0;
		for (int i = 0; i < packed.size(); i++)
			addPlain(packed.value(i), packed.weight(i));
	}

	private void addPlain(final long value, final long n) {
		if (n >= PlainCounts.LARGE) large.add(size, n);
		counts[size] = (int) Math.min(n, PlainCounts.LARGE);
		values[size++] = (int) value;
	}

	private void addWide(final long value, final long n) {
		if (size == wide.length) {
			final int length = (int) Math.min(most, 2L * size);
			wide = Arrays.copyOf(wide, length);
			ofWide = Arrays.copyOf(ofWide, length);
		}
		wide[size] = value;
		ofWide[size++] = n;
	}

	/** What came, if that is as many as there were to be. */
	PixelCounts counts() {
		if (entries != null) return new PackedCounts(format, entries, size, large);
		return wide == null
			? new PlainCounts(format, values, counts, large)
			: PixelCounts.of(format, wide, ofWide, size);
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
