package sc.fiji.kmeans.pixel;

import java.util.Arrays;

import sc.fiji.kmeans.cluster.WeightedPoints;

/** Joins equal points, which keep their order: each comes where it came first. */
final class EqualPoints {

	private static final int NONE = -1;

	private final LocatedCounts points;
	private final int dimensions;
	/** Hash table: the index of a point in its slot. */
	private final int[] slots;
	/** Of each point all weight, 0 of one that is equal to one before. */
	private final long[] weights;

	EqualPoints(final LocatedCounts points) {
		this.points = points;
		dimensions = points.dimensions();
		slots = new int[2 * Integer.highestOneBit(2 * points.size() | 1)];
		Arrays.fill(slots, NONE);
		weights = new long[points.size()];
	}

	/** The points themselves if none are equal. */
	WeightedPoints joined() {
		int size = 0;
		for (int i = 0; i < weights.length; i++) {
			final int first = first(i);
			weights[first] += points.weight(i);
			if (first == i) size++;
		}
		return size == weights.length ? points : firsts(size);
	}

	/** The first point that is equal to a point. */
	private int first(final int i) {
		int slot = hash(i) & slots.length - 1;
		while (slots[slot] != NONE && !areEqual(slots[slot], i))
			slot = slot + 1 & slots.length - 1;
		if (slots[slot] == NONE) slots[slot] = i;
		return slots[slot];
	}

	private int hash(final int i) {
		long hash = 0;
		for (int q = 0; q < dimensions; q++)
			hash = (hash + points.at(i, q)) * 0x9e3779b97f4a7c15L;
		return (int) (hash >>> Integer.SIZE);
	}

	private boolean areEqual(final int a, final int b) {
		for (int q = 0; q < dimensions; q++)
			if (points.at(a, q) != points.at(b, q)) return false;
		return true;
	}

	private WeightedPoints firsts(final int size) {
		final long[] coordinates = new long[size * dimensions];
		final long[] left = new long[size];
		int n = 0;
		for (int i = 0; i < weights.length; i++) {
			if (weights[i] == 0) continue;
			for (int q = 0; q < dimensions; q++)
				coordinates[n * dimensions + q] = points.at(i, q);
			left[n++] = weights[i];
		}
		return new LocatedPoints(dimensions, size, null, coordinates, left, weights.length);
	}
}
