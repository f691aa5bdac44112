package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/**
 * Numbers in pages. The Java virtual machine clears an array in one go, and meanwhile no
 * thread goes on that it wants to stop; a page of 8 MB takes some milliseconds.
 */
final class PagedLongs {

	static final int PAGE_BITS = 20;
	private static final int PAGE_LENGTH = 1 << PAGE_BITS;

	private final int length;
	private final long[][] pages;

	/** @param check is called before each page is made; may throw */
	PagedLongs(final int length, final Runnable check) {
		this.length = length;
		pages = new long[(length + PAGE_LENGTH - 1) / PAGE_LENGTH][];
		for (int page = 0; page < pages.length; page++) {
			check.run();
			pages[page] = new long[Math.min(PAGE_LENGTH, length - page * PAGE_LENGTH)];
		}
	}

	int length() {
		return length;
	}

	long get(final int i) {
		return pages[i >>> PAGE_BITS][i & PAGE_LENGTH - 1];
	}

	void set(final int i, final long value) {
		pages[i >>> PAGE_BITS][i & PAGE_LENGTH - 1] = value;
	}

	/** Sets all to 0. */
	void clear() {
		for (final long[] page : pages)
			Arrays.fill(page, 0);
	}
}
