package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/** The counts that do not fit in their entries, by the places of the entries. */
final class LargeCounts {

	/** Ascending. */
	private int[] places = new int[16];
	private long[] counts = new long[16];
	private int size;

	void clear() {
		size = 0;
	}

	int size() {
		return size;
	}

	/** @param place behind those before */
	void add(final int place, final long count) {
		if (size == places.length) grow();
		places[size] = place;
		counts[size++] = count;
	}

	/** Adds all others, each some places further on. */
	void add(final LargeCounts others, final int shift) {
		for (int i = 0; i < others.size; i++)
			add(others.places[i] + shift, others.counts[i]);
	}

	/** @param place one that was added */
	long get(final int place) {
		return counts[Arrays.binarySearch(places, 0, size, place)];
	}

	private void grow() {
		places = Arrays.copyOf(places, size + size / 2);
		counts = Arrays.copyOf(counts, size + size / 2);
	}
}
