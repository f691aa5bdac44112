package sc.fiji.kmeans.measure;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * With how many decimals a table shows the numbers of each column, and ImageJ saves them:
 * six digits of the smallest, as far as nine decimals go. ImageJ itself has three
 * decimals. In powers of ten are columns of very small or very large numbers.
 */
public final class Decimals {

	private static final int DIGITS = 6;
	private static final int LEAST = 3;
	/** ImageJ has no more. */
	private static final int MOST = 9;
	/** ImageJ's sign for powers of ten, with nine digits. */
	private static final int POWERS = -8;
	private static final double SMALL = 1e-4;
	/** ImageJ shows larger ones with four digits. */
	private static final double LARGE = 1e12;

	private final Map<String, Range> ranges = new HashMap<>();

	/** The sizes of the numbers of a column, but for 0. */
	private static final class Range {

		private double least = Double.POSITIVE_INFINITY;
		private double most;
		private boolean areWhole = true;

		private void add(final double number) {
			final double size = Math.abs(number);
			if (!(size > 0) || Double.isInfinite(size)) return;
			least = Math.min(least, size);
			most = Math.max(most, size);
			areWhole &= size == Math.rint(size);
		}

		private int decimals() {
			if (most >= LARGE || most > 0 && most < SMALL) return POWERS;
			if (areWhole) return most > Integer.MAX_VALUE ? 0 : ResultsTable.AUTO_FORMAT;
			final int before = (int) Math.floor(Math.log10(least)) + 1;
			return Math.min(MOST, Math.max(LEAST, DIGITS - before));
		}
	}

	/** Sets the decimals of a table that gets no more rows. */
	public static void set(final ResultsTable table) {
		final Decimals decimals = new Decimals();
		decimals.add(table);
		decimals.setIn(table);
	}

	/**
	 * Takes account of more rows.
	 *
	 * @return whether the rows before are to be shown otherwise now
	 */
	public boolean add(final ResultsTable more) {
		boolean isChanged = false;
		for (final String heading : more.getHeadings())
			isChanged |= add(heading, more.getColumn(heading));
		return isChanged;
	}

	private boolean add(final String heading, final double... numbers) {
		final Range range = ranges.computeIfAbsent(heading, h -> new Range());
		final int before = range.decimals();
		Arrays.stream(numbers).forEach(range::add);
		return range.decimals() != before;
	}

	/** To be called last: ImageJ forgets it when rows are added, or it is made active. */
	public void setIn(final ResultsTable table) {
		for (final String heading : table.getHeadings())
			if (ranges.containsKey(heading))
				table.setDecimalPlaces(table.getColumnIndex(heading), ranges.get(heading).decimals());
	}
}
