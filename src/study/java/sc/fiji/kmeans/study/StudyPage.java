package sc.fiji.kmeans.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A page with tables, each of them after a line with its name, {@code <!-- table NAME -->}. */
final class StudyPage {

	private final List<String> lines;

	private StudyPage(final List<String> lines) {
		this.lines = new ArrayList<>(lines);
	}

	static StudyPage read(final Path path) throws IOException {
		return new StudyPage(Files.readAllLines(path, StandardCharsets.UTF_8));
	}

	void write(final Path path) throws IOException {
		Files.write(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	static String name(final Family.Kind kind, final Measure measure) {
		return (kind.name() + "-" + measure.name()).toLowerCase(Locale.ROOT);
	}

	/** Takes the place of the table of that name. */
	void put(final String name, final List<String> table) {
		final List<String> old = lines(name);
		old.clear();
		old.addAll(table);
	}

	/** What stands in the row and the column that begin so. */
	String cell(final String name, final String row, final String column) {
		final List<String> table = lines(name);
		final int at = cells(table.get(0)).indexOf(column);
		return table.stream()
			.map(StudyPage::cells)
			.filter(cells -> cells.get(1).equals(row))
			.findFirst()
			.get()
			.get(at);
	}

	private static List<String> cells(final String line) {
		return Arrays.asList(line.replace("\\*", "*").split(" *[|] *"));
	}

	/** The lines of a table, which can be changed. */
	private List<String> lines(final String name) {
		final int first = lines.indexOf("<!-- table " + name + " -->") + 1;
		if (first == 0) throw new IllegalArgumentException("table = " + name + ": the page has none");
		int end = first;
		while (end < lines.size() && lines.get(end).startsWith("|"))
			end++;
		return lines.subList(first, end);
	}
}
