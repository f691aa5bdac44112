package sc.fiji.kmeans.region;

/** The runs of pixels of one label in a row, and the regions that they are of; not of label 0. */
final class RegionRow {

	private final int[] from;
	/** The last pixel of each. */
	private final int[] to;
	private final int[] labels;
	private final Region[] regions;
	private int size;

	RegionRow(final int width) {
		from = new int[width];
		to = new int[width];
		labels = new int[width];
		regions = new Region[width];
	}

	/** Finds the runs, which are of no region yet. */
	void read(final int[] row) {
		size = 0;
		for (int x = 0; x < from.length;) {
			final int label = row[x];
			final int first = x++;
			while (x < from.length && row[x] == label)
				x++;
			if (label > 0) add(first, x - 1, label);
		}
	}

	private void add(final int first, final int last, final int label) {
		from[size] = first;
		to[size] = last;
		labels[size++] = label;
	}

	int size() {
		return size;
	}

	int from(final int run) {
		return from[run];
	}

	int to(final int run) {
		return to[run];
	}

	int label(final int run) {
		return labels[run];
	}

	/** The whole region that a run is of. */
	Region region(final int run) {
		final Region whole = regions[run].whole();
		regions[run] = whole;
		return whole;
	}

	void set(final int run, final Region region) {
		regions[run] = region;
	}

	/** The first run, from one on, that ends beside or after a place. */
	int firstBeside(final int run, final int place) {
		int i = run;
		while (i < size && to[i] < place - 1)
			i++;
		return i;
	}

	/** Whether there is such a run, and it begins before the end of a run of the next row. */
	boolean isBeside(final int run, final RegionRow next, final int other) {
		return run < size && from[run] <= next.to[other] + 1;
	}

	/** How many pairs of neighbours it has with a run of the next row, also at corners. */
	int pairs(final int run, final RegionRow next, final int other) {
		int pairs = 0;
		for (int d = -1; d <= 1; d++)
			pairs += Math.max(0,
				Math.min(to[run] + d, next.to[other]) - Math.max(from[run] + d, next.from[other]) + 1);
		return pairs;
	}
}
