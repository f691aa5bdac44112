package sc.fiji.kmeans.pixel;

import java.util.Arrays;

/**
 * Tables that one {@link PixelLabeler} of a {@link Workspace} leaves to the next.
 */
final class LabelTables {

	private char[] owners = new char[0];
	private int[][] sharers = new int[0][];
	private LabelMemo memo = new LabelMemo(0, 0);

	/** Empties the tables for another labeler. */
	void begin(final int cells, final int valuesOfCell) {
		if (owners.length != cells) {
			owners = new char[cells];
			sharers = new int[cells][];
		}
		Arrays.fill(owners, (char) 0);
		Arrays.fill(sharers, null);
		if (memo.isOf(cells, valuesOfCell)) memo.forget();
		else memo = new LabelMemo(cells, valuesOfCell);
	}

	/** Label of all values of a cell, 0 if it is shared. */
	char[] owners() {
		return owners;
	}

	/** The clusters that can be nearest in a shared cell. */
	int[][] sharers() {
		return sharers;
	}

	/** Labels of the values of shared cells. */
	LabelMemo memo() {
		return memo;
	}
}
