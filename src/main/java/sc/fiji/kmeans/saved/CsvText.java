package sc.fiji.kmeans.saved;

import java.util.List;

import sc.fiji.kmeans.base.CsvLine;

/** Writes CSV files, by RFC 4180. */
public final class CsvText {

	private final StringBuilder text = new StringBuilder();

	/** A line of cells, in quotes where they need them. */
	public void add(final List<String> cells) {
		line(CsvLine.of(cells));
	}

	/** @param special characters that need quotes besides, for readers of other kinds */
	void add(final List<String> cells, final String special) {
		line(CsvLine.of(cells, special));
	}

	/** A line as it is. */
	public void line(final String line) {
		text.append(line).append('\n');
	}

	/** The text of the file. */
	@Override
	public String toString() {
		return text.toString();
	}
}
