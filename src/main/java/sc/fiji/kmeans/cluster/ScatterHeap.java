package sc.fiji.kmeans.cluster;

/**
 * A binary heap of tree nodes, the largest scatter first. (Williams: Algorithm 232,
 * heapsort, Communications of the ACM 7, 1964.)
 * <p>
 * Not a {@link java.util.PriorityQueue}: its order of equal scatters is not
 * specified, and results must be the same everywhere. An order of its own for them
 * would change results, and objects take a quarter longer than these arrays.
 */
final class ScatterHeap {

	private final SearchTree tree;
	// Invariant: no scatter is larger than the one above it, at (place - 1) / 2.
	private final double[] scatters;
	private final int[] levels;
	private final int[] numbers;
	private int size;

	/** @param capacity the largest number of nodes */
	ScatterHeap(final SearchTree tree, final int capacity) {
		this.tree = tree;
		scatters = tree.memory().doubles(capacity);
		levels = tree.memory().ints(capacity);
		numbers = tree.memory().ints(capacity);
	}

	boolean isEmpty() {
		return size == 0;
	}

	/** Level of the first node. */
	int level() {
		return levels[0];
	}

	/** Number of the first in its level. */
	int number() {
		return numbers[0];
	}

	/** Scatter of the first. */
	double scatter() {
		return scatters[0];
	}

	void add(final int level, final int number) {
		final double scatter = tree.level(level).scatter(number);
		int place = size++;
		for (int above = (place - 1) / 2; place > 0
			&& scatters[above] < scatter; above = (place - 1) / 2)
		{
			copy(above, place);
			place = above;
		}
		set(place, scatter, level, number);
	}

	/** Removes the first. */
	void remove() {
		size--;
		int place = 0;
		while (2 * place + 1 < size) {
			final int below = larger(2 * place + 1);
			if (scatters[below] <= scatters[size]) break;
			copy(below, place);
			place = below;
		}
		copy(size, place);
	}

	/** The place of the larger scatter, this one or the next if there is one. */
	private int larger(final int place) {
		return place + 1 < size && scatters[place + 1] > scatters[place] ? place + 1 : place;
	}

	private void copy(final int from, final int to) {
		set(to, scatters[from], levels[from], numbers[from]);
	}

	private void set(final int place, final double scatter, final int level, final int number) {
		scatters[place] = scatter;
		levels[place] = level;
		numbers[place] = number;
	}
}
