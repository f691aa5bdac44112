package sc.fiji.kmeans.cluster;

/**
 * Nodes of a tree, of which that with the most spread points comes first: a binary
 * heap. (Williams: Algorithm 232, heapsort, Communications of the ACM 7, 1964.)
 */
final class SpreadNodes {

	private final SearchTree tree;
	// The heap: none is behind one that is spread less.
	private final double[] scatters;
	private final int[] levels;
	private final int[] numbers;
	private int size;

	/** @param capacity the largest number of nodes */
	SpreadNodes(final SearchTree tree, final int capacity) {
		this.tree = tree;
		scatters = tree.memory().doubles(capacity);
		levels = tree.memory().ints(capacity);
		numbers = tree.memory().ints(capacity);
	}

	boolean isEmpty() {
		return size == 0;
	}

	/** Level of the first. */
	int level() {
		return levels[0];
	}

	/** Number of the first in its level. */
	int number() {
		return numbers[0];
	}

	/** How much the points of the first are spread. */
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

	/** Takes the first away. */
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

	/** Of two places side by side, as far as they are taken. */
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
