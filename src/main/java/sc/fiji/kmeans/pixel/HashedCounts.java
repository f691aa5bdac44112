package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Steps;

/** Counts values one by one in an open-addressing hash table. */
final class HashedCounts implements GrowingCounts {

	private static final int MIN_CAPACITY = 64;

	private final PixelFormat format;
	private Slots slots;
	private int distinct;

	HashedCounts(final PixelFormat format) {
		this(format, MIN_CAPACITY, () -> {});
	}

	private HashedCounts(final PixelFormat format, final int capacity, final Runnable check) {
		this.format = format;
		slots = new Slots(capacity, check);
	}

	@Override
	public void add(final long pixel, final long n, final Steps steps) {
		if (slots.add(slot(pixel), pixel, n) && ++distinct > capacity() / 2) grow(steps);
	}

	@Override
	public void add(final PixelCounts others, final Steps steps) {
		for (int i = 0; i < others.size(); i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			add(others.value(i), others.weight(i), steps);
		}
	}

	@Override
	public PixelCounts snapshot(final Steps steps) {
		return sorted(steps);
	}

	@Override
	public boolean areNone() {
		return distinct == 0;
	}

	/** Forgets everything, but keeps its memory. */
	void clear() {
		slots.clear();
		distinct = 0;
	}

	/** Memory for a number of slots, of which up to half are in use. */
	int capacity() {
		return slots.size();
	}

	int distinct() {
		return distinct;
	}

	/** Both together, in the larger one. */
	static HashedCounts merge(final HashedCounts a, final HashedCounts b, final Steps steps) {
		if (a.distinct < b.distinct) return merge(b, a, steps);
		for (int slot = 0; slot < b.capacity(); slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			final long n = b.slots.count(slot);
			if (n > 0) a.add(b.slots.value(slot), n, steps);
		}
		return a;
	}

	PixelCounts sorted(final Steps steps) {
		return sorted(new long[distinct], new long[distinct], steps);
	}

	/** @param a and b become the result; as long as distinct, or longer */
	PixelCounts sorted(final long[] a, final long[] b, final Steps steps) {
		listKeys(a, steps);
		final long[] sorted = RadixSort.sort(a, b, distinct, 0, format.bits(), steps);
		final long[] weights = sorted == a ? b : a;
		for (int i = 0; i < distinct; i++) {
			if (i % Checks.ITEMS == 0) steps.check();
			sorted[i] = format.pixelOf(sorted[i]);
			weights[i] = slots.countOf(slot(sorted[i]), sorted[i]);
		}
		return PixelCounts.of(format, sorted, weights, distinct);
	}

	private void listKeys(final long[] keys, final Steps steps) {
		int n = 0;
		for (int slot = 0; slot < capacity(); slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			if (slots.count(slot) > 0) keys[n++] = format.key(slots.value(slot));
		}
	}

	/** Where the search for a value begins. */
	private int slot(final long pixel) {
		return (int) (pixel * 0x9e3779b97f4a7c15L >>> 32) & capacity() - 1;
	}

	/** If it is cancelled, nothing has changed. */
	private void grow(final Steps steps) {
		final HashedCounts larger = new HashedCounts(format, 2 * capacity(), steps::check);
		for (int slot = 0; slot < capacity(); slot++) {
			if (slot % Checks.ITEMS == 0) steps.check();
			final long n = slots.count(slot);
			final long value = slots.value(slot);
			if (n > 0) larger.slots.add(larger.slot(value), value, n);
		}
		slots = larger.slots;
	}
}
