package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/**
 * The slots of a hash table, each a value and its count, in pages. The Java virtual
 * machine clears an array in one go, and meanwhile no thread goes on that it wants to
 * stop; a page of 8 MB takes some milliseconds.
 */
final class Slots {

	static final int PAGE_BITS = 19;
	private static final int PAGE_SLOTS = 1 << PAGE_BITS;

	private final int size;
	/** Value and count of a slot stand side by side. */
	private final long[][] pages;

	/** @param check is called before each page is made; may throw */
	Slots(final int size, final Runnable check) {
		this.size = size;
		pages = new long[(size + PAGE_SLOTS - 1) / PAGE_SLOTS][];
		for (int page = 0; page < pages.length; page++) {
			check.run();
			pages[page] = new long[2 * Math.min(PAGE_SLOTS, size - page * PAGE_SLOTS)];
		}
	}

	int size() {
		return size;
	}

	private static int place(final int slot) {
		return (slot & PAGE_SLOTS - 1) << 1;
	}

	long value(final int slot) {
		return pages[slot >>> PAGE_BITS][place(slot)];
	}

	/** 0 in a free slot. */
	long count(final int slot) {
		return pages[slot >>> PAGE_BITS][place(slot) + 1];
	}

	/**
	 * Adds to the count of a value, in its slot or a free one, from one on and around the
	 * end.
	 *
	 * @return whether the value is new
	 */
	boolean add(final int from, final long value, final long n) {
		for (int slot = from;; slot = slot + 1 & size - 1) {
			final long[] page = pages[slot >>> PAGE_BITS];
			final int place = place(slot);
			final long before = page[place + 1];
			if (before != 0 && page[place] != value) continue;
			page[place] = value;
			page[place + 1] = Math.addExact(before, n);
			return before == 0;
		}
	}

	/** The count of a value that was added from this slot on. */
	long countOf(final int from, final long value) {
		for (int slot = from;; slot = slot + 1 & size - 1) {
			final long[] page = pages[slot >>> PAGE_BITS];
			final int place = place(slot);
			if (page[place] == value && page[place + 1] != 0) return page[place + 1];
		}
	}

	/** Frees all. */
	void clear() {
		for (final long[] page : pages)
			Arrays.fill(page, 0);
	}
}
