package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/** Counts values one by one in an open-addressing hash table. */
final class HashedCounts {

	private static final int MIN_CAPACITY = 64;

	private final PixelFormat format;
	/** A slot is free where the count is 0. */
	private long[] values = new long[MIN_CAPACITY];
	private long[] counts = new long[MIN_CAPACITY];
	private int distinct;

	HashedCounts(final PixelFormat format) {
		this.format = format;
	}

	/** @param n 1 or more */
	void add(final long pixel, final long n) {
		final int slot = slot(pixel);
		final boolean isNew = counts[slot] == 0;
		values[slot] = pixel;
		counts[slot] = Math.addExact(counts[slot], n);
		if (isNew && ++distinct > values.length / 2) grow();
	}

	void add(final PixelCounts others) {
		for (int i = 0; i < others.size(); i++)
			add(others.value(i), others.weight(i));
	}

	/** Forgets everything, but keeps its memory. */
	void clear() {
		Arrays.fill(counts, 0);
		distinct = 0;
	}

	/** Memory for so many slots, of which up to half are in use. */
	int capacity() {
		return values.length;
	}

	int distinct() {
		return distinct;
	}

	/** Both together, in the larger one. */
	static HashedCounts merge(final HashedCounts a, final HashedCounts b) {
		if (a.distinct < b.distinct) return merge(b, a);
		for (int slot = 0; slot < b.counts.length; slot++)
			if (b.counts[slot] > 0) a.add(b.values[slot], b.counts[slot]);
		return a;
	}

	PixelCounts sorted() {
		return sorted(new long[distinct], new long[distinct]);
	}

	/** @param sorted and weights become the result; as long as distinct, or longer */
	PixelCounts sorted(final long[] sorted, final long[] weights) {
		int n = 0;
		for (int slot = 0; slot < counts.length; slot++)
			if (counts[slot] > 0) sorted[n++] = format.key(values[slot]);
		Arrays.sort(sorted, 0, n);
		for (int i = 0; i < n; i++) {
			sorted[i] = format.pixelOf(sorted[i]);
			weights[i] = counts[slot(sorted[i])];
		}
		return PixelCounts.of(format, sorted, weights, n);
	}

	/** The slot that holds the value, or the free one where it belongs. */
	private int slot(final long pixel) {
		final int mask = values.length - 1;
		int slot = (int) (pixel * 0x9e3779b97f4a7c15L >>> 32) & mask;
		while (counts[slot] != 0 && values[slot] != pixel)
			slot = slot + 1 & mask;
		return slot;
	}

	private void grow() {
		final long[] oldValues = values;
		final long[] oldCounts = counts;
		values = new long[2 * oldValues.length];
		counts = new long[2 * oldValues.length];
		for (int i = 0; i < oldValues.length; i++) {
			if (oldCounts[i] == 0) continue;
			final int slot = slot(oldValues[i]);
			values[slot] = oldValues[i];
			counts[slot] = oldCounts[i];
		}
	}
}
