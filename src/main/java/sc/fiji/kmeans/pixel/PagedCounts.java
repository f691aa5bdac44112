package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.kmeans.cluster.Steps;

/**
 * Adds up the counts of many parts of an image: a table of all keys, with only the
 * pages that are needed. Parts come in the order of the keys, so that memory is read in
 * its order. Can be used again: it keeps its pages, and its last result is lost then.
 */
final class PagedCounts implements GrowingCounts {

	private static final int PAGE_BITS = 10;
	private static final int PAGE_LENGTH = 1 << PAGE_BITS;

	private final PixelFormat format;
	/** Count of a key at key % page length in page key / page length. */
	private final int[][] pages;
	private boolean areNone = true;
	/** What the counts of some keys are larger than those in the pages. */
	private final Map<Integer, Long> beyond = new TreeMap<>();
	/** What was returned last. */
	private int[] entries = new int[0];
	private final LargeCounts large = new LargeCounts();

	/** @param format of keys of up to {@link PartCounter#MAX_BITS} bits */
	PagedCounts(final PixelFormat format) {
		this.format = format;
		pages = new int[1 << Math.max(0, format.bits() - PAGE_BITS)][];
	}

	@Override
	public void add(final PixelCounts part, final Steps steps) {
		for (int i = 0; i < part.size(); i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			add((int) format.key(part.value(i)), part.weight(i));
		}
	}

	@Override
	public void add(final long value, final long n, final Steps steps) {
		add((int) format.key(value), n);
	}

	private void add(final int key, final long n) {
		areNone = false;
		final int[] page = page(key >>> PAGE_BITS);
		final int place = key & PAGE_LENGTH - 1;
		final long sum = Math.addExact(n, page[place]);
		page[place] = (int) Math.min(sum, Integer.MAX_VALUE);
		if (sum > Integer.MAX_VALUE) beyond.merge(key, sum - Integer.MAX_VALUE, Math::addExact);
	}

	private int[] page(final int number) {
		if (pages[number] == null) pages[number] = new int[PAGE_LENGTH];
		return pages[number];
	}

	/** Forgets everything. */
	void clear() {
		for (final int[] page : pages)
			if (page != null) Arrays.fill(page, 0);
		beyond.clear();
		areNone = true;
	}

	/** All that was added. */
	PixelCounts sorted(final Steps steps) {
		reserve(distinct());
		large.clear();
		int end = 0;
		for (int number = 0; number < pages.length; number++) {
			if (pages[number] == null) continue;
			steps.check();
			end = copyPage(number, end);
		}
		return new PackedCounts(format, entries, end, large);
	}

	@Override
	public PixelCounts snapshot(final Steps steps) {
		final CountList list = new CountList(format, distinct());
		for (int number = 0; number < pages.length; number++) {
			if (pages[number] == null) continue;
			steps.check();
			for (int key = number << PAGE_BITS; key < number + 1 << PAGE_BITS; key++)
				if (pages[number][key & PAGE_LENGTH - 1] > 0) list.add(format.pixelOf(key), count(key));
		}
		return list.counts();
	}

	@Override
	public boolean areNone() {
		return areNone;
	}

	private void reserve(final int size) {
		if (entries.length >= size) return;
		final int length = PackedCounts.length(entries.length, size);
		// Never old and new ones at once.
		entries = new int[0];
		entries = new int[length];
	}

	private int distinct() {
		int distinct = 0;
		for (final int[] page : pages)
			if (page != null) for (final int count : page)
				if (count > 0) distinct++;
		return distinct;
	}

	private int copyPage(final int number, final int from) {
		int end = from;
		for (int i = 0; i < PAGE_LENGTH; i++) {
			if (pages[number][i] == 0) continue;
			final int key = number << PAGE_BITS | i;
			final long n = count(key);
			if (n >= PackedCounts.LARGE) large.add(end, n);
			entries[end++] = PackedCounts.entry(format.pixelOf(key), n);
		}
		return end;
	}

	private long count(final int key) {
		final int count = pages[key >>> PAGE_BITS][key & PAGE_LENGTH - 1];
		return count < Integer.MAX_VALUE ? count : count + beyond.getOrDefault(key, 0L);
	}
}
