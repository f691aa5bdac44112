package sc.fiji.kmeans.pixel;

import java.util.Arrays;

import sc.fiji.kmeans.cluster.Steps;

/** Counts values one by one in an open-addressing hash table. */
final class HashedCounts {

	private static final int MIN_CAPACITY = 64;

	private final PixelFormat format;
	/** A slot is free where the count is 0. */
	private long[] values;
	private long[] counts;
	private int distinct;

	HashedCounts(final PixelFormat format) {
		this.format = format;
		values = new long[MIN_CAPACITY];
		counts = new long[MIN_CAPACITY];
	}

	/** New memory takes its time. */
	private HashedCounts(final PixelFormat format, final int capacity, final Steps steps) {
		this.format = format;
		values = new long[capacity];
		steps.check();
		counts = new long[capacity];
	}

	/**
	 * @param n 1 or more
	 * @param steps that are checked where it takes long
	 */
	void add(final long pixel, final long n, final Steps steps) {
		final int slot = slot(pixel);
		final boolean isNew = counts[slot] == 0;
		values[slot] = pixel;
		counts[slot] = Math.addExact(counts[slot], n);
		if (isNew && ++distinct > values.length / 2) grow(steps);
	}

	void add(final PixelCounts others, final Steps steps) {
		for (int i = 0; i < others.size(); i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			add(others.value(i), others.weight(i), steps);
		}
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
	static HashedCounts merge(final HashedCounts a, final HashedCounts b, final Steps steps) {
		if (a.distinct < b.distinct) return merge(b, a, steps);
		for (int slot = 0; slot < b.counts.length; slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			if (b.counts[slot] > 0) a.add(b.values[slot], b.counts[slot], steps);
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
			weights[i] = counts[slot(sorted[i])];
		}
		return PixelCounts.of(format, sorted, weights, distinct);
	}

	private void listKeys(final long[] keys, final Steps steps) {
		int n = 0;
		for (int slot = 0; slot < counts.length; slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			if (counts[slot] > 0) keys[n++] = format.key(values[slot]);
		}
	}

	/** The slot that holds the value, or the free one where it belongs. */
	private int slot(final long pixel) {
		final int mask = values.length - 1;
		int slot = (int) (pixel * 0x9e3779b97f4a7c15L >>> 32) & mask;
		while (counts[slot] != 0 && values[slot] != pixel)
			slot = slot + 1 & mask;
		return slot;
	}

	/** If it is cancelled, nothing has changed. */
	private void grow(final Steps steps) {
		final HashedCounts larger = new HashedCounts(format, 2 * values.length, steps);
		for (int i = 0; i < values.length; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			if (counts[i] == 0) continue;
			final int slot = larger.slot(values[i]);
			larger.values[slot] = values[i];
			larger.counts[slot] = counts[i];
		}
		values = larger.values;
		counts = larger.counts;
	}
}
