package sc.fiji.kmeans.base;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the fields of one line of CSV, quoted or plain, and writes them (RFC 4180). */
public final class CsvLine {

	/** A field with one of these stands in quotes. */
	private static final String SPECIAL = ",\"\r\n";

	private final String line;
	private final char separator;
	/** Where the next field begins; after a field, its separator or the end. */
	private int at;

	private CsvLine(final String line, final char separator) {
		this.line = line;
		this.separator = separator;
	}

	/** The first comma or semicolon outside quotes, or else a comma. */
	public static char separator(final String line) {
		boolean quoted = false;
		for (final char c : line.toCharArray()) {
			if (c == '"') quoted = !quoted;
			if (!quoted && (c == ',' || c == ';')) return c;
		}
		return ',';
	}

	/**
	 * The fields without quotes and the blanks around them. Empty ones at the end
	 * are left out: spreadsheets fill up rows with them.
	 *
	 * @throws IllegalArgumentException if a quoted field does not end
	 */
	public static List<String> fields(final String line, final char separator) {
		final List<String> fields = new CsvLine(line, separator).fields();
		int n = fields.size();
		while (n > 0 && fields.get(n - 1).isEmpty())
			n--;
		return fields.subList(0, n);
	}

	/** The line of some fields, in quotes where they need them. */
	public static String of(final List<String> fields) {
		return of(fields, "");
	}

	/** @param special characters that need quotes besides, for readers of other kinds */
	public static String of(final List<String> fields, final String special) {
		return fields.stream()
			.map(field -> quoted(field, SPECIAL + special))
			.collect(Collectors.joining(","));
	}

	private static String quoted(final String field, final String special) {
		return field.chars().anyMatch(c -> special.indexOf(c) >= 0)
			? '"' + field.replace("\"", "\"\"") + '"'
			: field;
	}

	private List<String> fields() {
		final List<String> fields = new ArrayList<>();
		do
			fields.add(field());
		while (at++ < line.length());
		return fields;
	}

	private String field() {
		skipBlanks();
		return (stands('"') ? quotedField() : plainField()).trim();
	}

	private String plainField() {
		final int next = line.indexOf(separator, at);
		final int start = at;
		at = next < 0 ? line.length() : next;
		return line.substring(start, at);
	}

	private String quotedField() {
		final StringBuilder field = new StringBuilder();
		do {
			final int start = at + 1;
			at = line.indexOf('"', start);
			if (at < 0) throw refused("a closing quote");
			field.append(line, start, ++at);
		}
		while (stands('"'));
		field.setLength(field.length() - 1);
		skipBlanks();
		if (at < line.length() && !stands(separator))
			throw refused("a separator after a closing quote");
		return field.toString();
	}

	private void skipBlanks() {
		while (at < line.length() && line.charAt(at) <= ' ')
			at++;
	}

	private boolean stands(final char c) {
		return at < line.length() && line.charAt(at) == c;
	}

	private IllegalArgumentException refused(final String takes) {
		return Refusal.of("line", line, takes);
	}
}
