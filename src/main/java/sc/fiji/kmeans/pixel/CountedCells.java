package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Steps;

/**
 * What the labels of counted values tell of cells. Values of a cell follow each other, for
 * they are in the order of their keys, whose high bits tell the cell. So a cell is
 * looked at by one thread, and where its counted values have one label, that label stands
 * for the cell; the others are remembered one by one.
 */
final class CountedCells {

	private final PixelCounts counts;
	private final char[] labels;
	private final PixelFormat format;
	private final int lowBits;

	/**
	 * @param labels of the counts
	 * @param lowBits of each component, the bits that do not tell the cell
	 */
	CountedCells(final PixelCounts counts, final char[] labels, final PixelFormat format,
		final int lowBits)
	{
		this.counts = counts;
		this.labels = labels;
		this.format = format;
		this.lowBits = lowBits;
	}

	/**
	 * @param owners takes the label of each cell whose counted values have the same; 0 before
	 * @param memo takes the labels of the others
	 * @param steps that are checked now and then
	 */
	void learn(final char[] owners, final LabelMemo memo, final Steps steps) {
		Checks.parts(counts.size(), steps, (from, to) -> {
			final int last = begin(to);
			for (int begin = begin(from), end; begin < last; begin = end) {
				end = end(begin);
				if (areAlike(begin, end)) owners[cell(begin)] = labels[begin];
				else remember(begin, end, memo.of(cell(begin)));
			}
		});
	}

	private int cell(final int i) {
		return format.cell(counts.value(i), lowBits);
	}

	/** Where the first cell begins that begins at a place or after it. */
	private int begin(final int place) {
		return place == 0 ? 0 : end(place - 1);
	}

	/** Where the cell of a value ends. */
	private int end(final int i) {
		final int cell = cell(i);
		int end = i + 1;
		while (end < counts.size() && cell(end) == cell)
			end++;
		return end;
	}

	private boolean areAlike(final int from, final int to) {
		boolean areAll = true;
		for (int i = from; i < to; i++)
			areAll &= labels[i] == labels[from];
		return areAll;
	}

	private void remember(final int from, final int to, final char[] known) {
		for (int i = from; i < to; i++)
			known[format.withinCell(counts.value(i), lowBits)] = labels[i];
	}
}
