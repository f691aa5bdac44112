package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Steps;

/** Counts values one by one in an open-addressing hash table. */
final class HashedCounts {

	private static final int MIN_CAPACITY = 64;

	private final PixelFormat format;
	/** A slot is free where the count is 0. */
	private PagedLongs values;
	private PagedLongs counts;
	private int distinct;

	HashedCounts(final PixelFormat format) {
		this(format, MIN_CAPACITY, () -> {});
	}

	private HashedCounts(final PixelFormat format, final int capacity, final Runnable check) {
		this.format = format;
		values = new PagedLongs(capacity, check);
		counts = new PagedLongs(capacity, check);
	}

	/**
	 * @param n 1 or more
	 * @param steps that are checked where it takes long
	 */
	void add(final long pixel, final long n, final Steps steps) {
		final int slot = slot(pixel);
		final long before = counts.get(slot);
		values.set(slot, pixel);
		counts.set(slot, Math.addExact(before, n));
		if (before == 0 && ++distinct > capacity() / 2) grow(steps);
	}

	void add(final PixelCounts others, final Steps steps) {
		for (int i = 0; i < others.size(); i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			add(others.value(i), others.weight(i), steps);
		}
	}

	/** Forgets everything, but keeps its memory. */
	void clear() {
		counts.clear();
		distinct = 0;
	}

	/** Memory for so many slots, of which up to half are in use. */
	int capacity() {
		return values.length();
	}

	int distinct() {
		return distinct;
	}

	/** Both together, in the larger one. */
	static HashedCounts merge(final HashedCounts a, final HashedCounts b, final Steps steps) {
		if (a.distinct < b.distinct) return merge(b, a, steps);
		for (int slot = 0; slot < b.capacity(); slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			final long n = b.counts.get(slot);
			if (n > 0) a.add(b.values.get(slot), n, steps);
		}
		return a;
	}

	PixelCounts sorted(final Steps steps) {
		return sorted(new long[distinct], new long[distinct], steps);
	}

	/** @param a and b become the result; as long as distinct, or longer */
	PixelCounts sorted(final long[] a, final long[] b, final Steps steps) {
		listKeys(a, steps);
		final long[] sorted = RadixSort.sort(a, b, distinct, format.bits(), steps);
		final long[] weights = sorted == a ? b : a;
		for (int i = 0; i < distinct; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			sorted[i] = format.pixelOf(sorted[i]);
			weights[i] = counts.get(slot(sorted[i]));
		}
		return PixelCounts.of(format, sorted, weights, distinct);
	}

	private void listKeys(final long[] keys, final Steps steps) {
		int n = 0;
		for (int slot = 0; slot < capacity(); slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			if (counts.get(slot) > 0) keys[n++] = format.key(values.get(slot));
		}
	}

	/** The slot that holds the value, or the free one where it belongs. */
	private int slot(final long pixel) {
		final int mask = capacity() - 1;
		int slot = (int) (pixel * 0x9e3779b97f4a7c15L >>> 32) & mask;
		while (counts.get(slot) != 0 && values.get(slot) != pixel)
			slot = slot + 1 & mask;
		return slot;
	}

	/** If it is cancelled, nothing has changed. */
	private void grow(final Steps steps) {
		final HashedCounts larger = new HashedCounts(format, 2 * capacity(), steps::check);
		for (int i = 0; i < capacity(); i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			final long n = counts.get(i);
			if (n == 0) continue;
			final long value = values.get(i);
			final int slot = larger.slot(value);
			larger.values.set(slot, value);
			larger.counts.set(slot, n);
		}
		values = larger.values;
		counts = larger.counts;
	}
}
