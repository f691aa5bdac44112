package sc.fiji.kmeans.pixel;

/** A part of what {@link PartCounter} does: blocks, then cells and their values. */
final class CountedPart {

	/**
	 * For each cell: number of pixels, then where the next one goes. Two tables
	 * take turns, as neighbours are often alike, and to count one in a table waits
	 * for the other to be counted there.
	 */
	final int[] evens;
	final int[] odds;
	int firstBlock;
	int blocksEnd;
	int firstCell;
	int cellsEnd;
	/** Where the entries of its cells begin. */
	int begin;
	/** How many are listed from there on. */
	int distinct;
	/** Of these, by their places from there on. */
	final LargeCounts large = new LargeCounts();

	CountedPart(final int cells) {
		evens = new int[cells];
		odds = new int[cells];
	}

	void setBlocks(final int from, final int to) {
		firstBlock = from;
		blocksEnd = to;
	}

	/** @return the end of what goes from the offset on */
	int makeOffsets(final int cell, final int offset) {
		final int middle = Math.addExact(offset, evens[cell]);
		final int end = Math.addExact(middle, odds[cell]);
		evens[cell] = offset;
		odds[cell] = middle;
		return end;
	}

	/** @param place of the first entry of the cells */
	void setCells(final int from, final int to, final int place) {
		firstCell = from;
		cellsEnd = to;
		begin = place;
		distinct = 0;
		large.clear();
	}
}
