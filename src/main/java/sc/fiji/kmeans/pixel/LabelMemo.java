package sc.fiji.kmeans.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The labels of the values of some cells, 0 where they are not known yet. Threads
 * write here without order: all write the same, so what one does not see it finds
 * itself.
 */
final class LabelMemo {

	private final char[][] cells;
	/** Number of values in a cell. */
	private final int length;
	/** All 0; the first ones are taken. */
	private final List<char[]> spare = new ArrayList<>();
	private final AtomicInteger taken = new AtomicInteger();

	LabelMemo(final int cells, final int length) {
		this.cells = new char[cells][];
		this.length = length;
	}

	boolean isOf(final int otherCells, final int otherLength) {
		return cells.length == otherCells && length == otherLength;
	}

	/**
	 * The label of a value.
	 *
	 * @param value its place in the cell
	 * @return 0 if it is not known yet
	 */
	char get(final int cell, final int value) {
		final char[] labels = cells[cell];
		return labels == null ? 0 : labels[value];
	}

	/** What is known of a cell, and is to be written down. */
	char[] of(final int cell) {
		char[] labels = cells[cell];
		if (labels == null) {
			labels = take();
			cells[cell] = labels;
		}
		return labels;
	}

	private char[] take() {
		final int i = taken.getAndIncrement();
		return i < spare.size() ? spare.get(i) : new char[length];
	}

	/** By one thread, before others ask again. */
	void forget() {
		spare.subList(0, Math.min(taken.get(), spare.size())).clear();
		taken.set(0);
		for (int cell = 0; cell < cells.length; cell++) {
			if (cells[cell] == null) continue;
			Arrays.fill(cells[cell], (char) 0);
			spare.add(cells[cell]);
			cells[cell] = null;
		}
	}
}
