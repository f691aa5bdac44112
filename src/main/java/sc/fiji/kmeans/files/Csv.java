package sc.fiji.kmeans.files;

import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.kmeans.base.CsvLine;
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
		csv.addHeadings(Arrays.asList(table.getHeadings()));
		for (int row = 0; row < table.size(); row++) {
			final Map<String, String> cells = new LinkedHashMap<>();
			for (final String heading : table.getHeadings())
				cells.put(heading, cell(table, heading, row));
			csv.rows.add(cells);
		}
		return csv;
	}

	/** The rows of a file that was written by this class. */
	static Csv of(final Path file) throws IOException {
		final List<List<String>> lines = lines(
			new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		if (lines.isEmpty()) throw new IOException("there is nothing in " + file);
		final Csv csv = new Csv();
		csv.addHeadings(lines.get(0));
		for (final List<String> line : lines.subList(1, lines.size())) {
			final Map<String, String> cells = new LinkedHashMap<>();
			for (int i = 0; i < Math.min(line.size(), csv.headings.size()); i++)
				cells.put(csv.headings.get(i), line.get(i));
			csv.rows.add(cells);
		}
		return csv;
	}

	/** The cells of each line, as RFC 4180 has them: a line break may stand in quotes. */
	private static List<List<String>> lines(final String text) {
		final List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean isQuoted = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"' && isQuoted && text.startsWith("\"\"", i)) cell.append(text.charAt(++i));
			else if (c == '"') isQuoted = !isQuoted;
			else if (!isQuoted && text.startsWith("\r\n", i)) continue;
			else if (isQuoted || c != ',' && c != '\n') cell.append(c);
			else {
				line.add(cell.toString());
				cell.setLength(0);
				if (c == ',') continue;
				lines.add(line);
				line = new ArrayList<>();
			}
		}
		return lines;
	}

	/**
	 * Adds columns. Those that are new come behind those that they stand behind in the
	 * other table.
	 */
	void addHeadings(final List<String> more) {
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

	List<String> headings() {
		return Collections.unmodifiableList(headings);
	}

	/** The cells of each row by their headings; not to be changed. */
	List<Map<String, String>> rows() {
		return rows;
	}

	/** The line of a row, maybe of another table, in these columns. */
	String line(final Map<String, String> row) {
		return CsvLine.of(
			headings.stream().map(heading -> row.getOrDefault(heading, "")).collect(Collectors.toList()));
	}

	/** The text of the file. */
	@Override
	public String toString() {
		final CsvText text = new CsvText();
		text.add(headings);
		rows.forEach(row -> text.line(line(row)));
		return text.toString();
	}
}
