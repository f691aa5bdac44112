package sc.fiji.kmeans.files;

import ij.measure.ResultsTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.kmeans.saved.CsvText;

/**
 * Rows of texts as a CSV file. Made by hand: ImageJ's own export rounds, and obeys
 * the preferences of whoever runs it.
 */
final class Csv {

	private final List<String> headings = new ArrayList<>();
	/** The cells of each row by their headings. */
	private final List<Map<String, String>> rows = new ArrayList<>();

	/** The rows of a table. */
	static Csv of(final ResultsTable table) {
		final Csv csv = new Csv();
		csv.add(table);
		return csv;
	}

	/**
	 * Adds the rows of a table. Columns that are new come behind those that they
	 * stand behind in the table.
	 */
	void add(final ResultsTable table) {
		addHeadings(table.getHeadings());
		for (int row = 0; row < table.size(); row++) {
			final Map<String, String> cells = new LinkedHashMap<>();
			for (final String heading : table.getHeadings())
				cells.put(heading, cell(table, heading, row));
			rows.add(cells);
		}
	}

	private void addHeadings(final String... more) {
		int next = 0;
		for (final String heading : more) {
			if (!headings.contains(heading)) headings.add(next, heading);
			next = headings.indexOf(heading) + 1;
		}
	}

	/** A text, or a number in full precision; nothing if there is neither. */
	private static String cell(final ResultsTable table, final String heading, final int row) {
		final double value = table.getValue(heading, row);
		if (!Double.isNaN(value))
			return value == Math.rint(value) && Math.abs(value) < 1L << 53
				? Long.toString((long) value)
				: Double.toString(value);
		final String text = table.getStringValue(heading, row);
		return text.equals("NaN") ? "" : text;
	}

	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** The text of the file. */
	@Override
	public String toString() {
		final CsvText text = new CsvText();
		text.add(headings);
		for (final Map<String, String> cells : rows)
			text.add(headings.stream()
				.map(heading -> cells.getOrDefault(heading, ""))
				.collect(Collectors.toList()));
		return text.toString();
	}
}
