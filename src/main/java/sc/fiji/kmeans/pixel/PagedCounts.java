package sc.fiji.kmeans.pixel;

import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the counts of many parts of an image: a table of all keys, of which
 * only those pages exist that are needed. Parts come in the order of the keys, so
 * that memory is walked along, not jumped about.
 */
final class PagedCounts {

	private static final int PAGE_BITS = 12;
	private static final int PAGE_LENGTH = 1 << PAGE_BITS;

	private final PixelFormat format;
	/** Count of a key at key % page length in page key / page length. */
	private final int[][] pages;
	/** What the counts of some keys are larger than those in the pages. */
	private final Map<Integer, Long> beyond = new TreeMap<>();

	/** @param format of keys of up to {@link PartCounter#MAX_BITS} bits */
	PagedCounts(final PixelFormat format) {
		this.format = format;
		pages = new int[1 << Math.max(0, format.bits() - PAGE_BITS)][];
	}

	void add(final PixelCounts part) {
		for (int i = 0; i < part.size(); i++)
			add((int) format.key(part.value(i)), part.weight(i));
	}

	private void add(final int key, final long n) {
		final int[] page = page(key >>> PAGE_BITS);
		final int place = key & PAGE_LENGTH - 1;
		final long sum = page[place] + n;
		page[place] = (int) Math.min(sum, Integer.MAX_VALUE);
		if (sum > Integer.MAX_VALUE) beyond.merge(key, sum - Integer.MAX_VALUE,
			Long::sum);
	}

	private int[] page(final int number) {
		if (pages[number] == null) pages[number] = new int[PAGE_LENGTH];
		return pages[number];
	}

	/** Ends the use of this table: its pages are given up one by one. */
	PixelCounts sorted() {
		final int n = distinct();
		final int[] values = new int[n];
		final int[] counts = new int[n];
		int end = 0;
		for (int number = 0; number < pages.length; number++) {
			end = copyPage(number, values, counts, end);
			pages[number] = null;
		}
		return beyond.isEmpty() ? PixelCounts.of(format, values, counts) : large(
			values, counts);
	}

	private int distinct() {
		int distinct = 0;
		for (final int[] page : pages)
			if (page != null) for (final int count : page)
				if (count > 0) distinct++;
		return distinct;
	}

	private int copyPage(final int number, final int[] values,
		final int[] counts, final int from)
	{
		if (pages[number] == null) return from;
		int end = from;
		for (int i = 0; i < PAGE_LENGTH; i++) {
			if (pages[number][i] == 0) continue;
			values[end] = (int) format.pixelOf((long) number << PAGE_BITS | i);
			counts[end++] = pages[number][i];
		}
		return end;
	}

	private PixelCounts large(final int[] values, final int[] counts) {
		final long[] largeValues = new long[values.length];
		final long[] largeCounts = new long[values.length];
		for (int i = 0; i < values.length; i++) {
			largeValues[i] = values[i];
			largeCounts[i] = counts[i] + beyond.getOrDefault((int) format.key(
				values[i]), 0L);
		}
		return PixelCounts.of(format, largeValues, largeCounts);
	}
}
