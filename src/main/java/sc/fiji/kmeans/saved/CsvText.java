package sc.fiji.kmeans.saved;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV files, by RFC 4180. */
public final class CsvText {

	private static final String SPECIAL = ",\"\r\n";

	private final StringBuilder text = new StringBuilder();

	/** A line of cells, in quotes where they need them. */
	public void add(final List<String> cells) {
		add(cells, "");
	}

	/** @param special characters that need quotes besides, for readers of other kinds */
	void add(final List<String> cells, final String special) {
		line(
			cells.stream().map(cell -> quoted(cell, SPECIAL + special)).collect(Collectors.joining(",")));
	}

	private static String quoted(final String cell, final String special) {
		return cell.chars().anyMatch(c -> special.indexOf(c) >= 0)
			? '"' + cell.replace("\"", "\"\"") + '"'
			: cell;
	}

	/** A line as it is. */
	void line(final String line) {
		text.append(line).append('\n');
	}

	/** The text of the file. */
	@Override
	public String toString() {
		return text.toString();
	}
}
