package sc.fiji.kmeans.pixel;

/**
 * Adds up the counts of many parts of an image: a table of all keys, of which
 * only those pages exist that are needed. Parts come in the order of the keys, so
 * that memory is walked along, not jumped about.
 */
final class PagedCounts {

	private static final int PAGE_BITS = 12;

	private final PixelFormat format;
	/** Count of a key at key % page length in page key / page length. */
	private final long[][] pages;

	/** @param format of keys of up to {@link PartCounter#MAX_BITS} bits */
	PagedCounts(final PixelFormat format) {
		this.format = format;
		pages = new long[1 << Math.max(0, format.bits() - PAGE_BITS)][];
	}

	void add(final PixelCounts part) {
		for (int i = 0; i < part.size(); i++) {
			final int key = (int) format.key(part.value(i));
			page(key >>> PAGE_BITS)[key & (1 << PAGE_BITS) - 1] += part.weight(i);
		}
	}

	private long[] page(final int number) {
		if (pages[number] == null) pages[number] = new long[1 << PAGE_BITS];
		return pages[number];
	}

	/** Ends the use of this table: its pages are given up one by one. */
	PixelCounts sorted() {
		final int n = distinct();
		final long[] values = new long[n];
		final long[] counts = new long[n];
		int end = 0;
		for (int number = 0; number < pages.length; number++) {
			end = copyPage(number, values, counts, end);
			pages[number] = null;
		}
		return PixelCounts.of(format, values, counts);
	}

	private int distinct() {
		int distinct = 0;
		for (final long[] page : pages)
			if (page != null) for (final long count : page)
				if (count > 0) distinct++;
		return distinct;
	}

	private int copyPage(final int number, final long[] values,
		final long[] counts, final int from)
	{
		if (pages[number] == null) return from;
		int end = from;
		for (int i = 0; i < 1 << PAGE_BITS; i++) {
			if (pages[number][i] == 0) continue;
			values[end] = format.pixelOf((long) number << PAGE_BITS | i);
			counts[end++] = pages[number][i];
		}
		return end;
	}
}
