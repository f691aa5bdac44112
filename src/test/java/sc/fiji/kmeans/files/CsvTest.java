package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

import org.junit.jupiter.api.Test;

/** A table as text. */
class CsvTest {

	@Property(tries = 300)
	void numbersComeBackWithTheirBits(@ForAll @NotEmpty final List<Double> numbers) {
		final ResultsTable table = new ResultsTable();
		for (final double number : numbers) {
			table.addRow();
			table.addValue("x", number);
		}
		final String[] lines = Csv.of(table).toString().split("\n");
		assertEquals(numbers.size() + 1, lines.length);
		for (int i = 0; i < numbers.size(); i++)
			assertEquals(numbers.get(i) + 0.0, Double.parseDouble(lines[i + 1]));
	}

	@Property(tries = 300)
	void textsComeBackAsTheyAre(@ForAll @NotEmpty final List<@NotEmpty String> texts)
		throws IOException
	{
		final ResultsTable table = new ResultsTable();
		for (final String text : texts) {
			table.addRow();
			table.addValue("Image", cell(text));
			table.addValue("n", 1);
		}
		final List<String> expected = new ArrayList<>();
		expected.add("Image");
		expected.add("n");
		for (final String text : texts) {
			expected.add(cell(text));
			expected.add("1");
		}
		final String text = Csv.of(table).toString();
		assertEquals(expected, cells(text));
		assertEquals(text, written(text));
		assertEquals(text, written(text.replace("\n", "\r\n")));
	}

	/** As it was read from a file. */
	private static String written(final String text) throws IOException {
		final Path file = Files.createTempFile("table", ".csv");
		try {
			return Csv.of(Files.write(file, text.getBytes(StandardCharsets.UTF_8))).toString();
		}
		finally {
			Files.delete(file);
		}
	}

	/** ImageJ's tables cut off blanks, and have no tabs and line breaks. */
	private static String cell(final String text) {
		return "(" + text.replaceAll("[\\t\\n\\ud800-\\udfff]", "_") + ")";
	}

	/** Reads letter by letter, as RFC 4180 has it. */
	private static List<String> cells(final String csv) {
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < csv.length(); i++) {
			final char c = csv.charAt(i);
			if (c == '"' && quoted && csv.startsWith("\"\"", i)) cell.append(csv.charAt(++i));
			else if (c == '"') quoted = !quoted;
			else if (!quoted && (c == ',' || c == '\n')) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		return cells;
	}

	@Test
	void quotesStandWhereTheyAreNeeded() {
		final ResultsTable table = new ResultsTable();
		for (final String text : new String[] { "plain; #ff0000", "a,b", "6\"", "x\ry", "" }) {
			table.addRow();
			table.addValue("a, b", text);
		}
		assertEquals("\"a, b\"\nplain; #ff0000\n\"a,b\"\n\"6\"\"\"\n\"x\ry\"\n\n",
			Csv.of(table).toString());
	}

	@Test
	void columnsComeBehindThoseThatTheyStandBehind() {
		final Csv csv = Csv.of(table("b", "d"));
		csv.addHeadings(Arrays.asList("a", "b", "c", "d", "e"));
		assertEquals("a,b,c,d,e\n,1,,1,\n", csv.toString());
	}

	private static ResultsTable table(final String... headings) {
		final ResultsTable table = new ResultsTable();
		table.addRow();
		for (final String heading : headings)
			table.addValue(heading, 1);
		return table;
	}

	@Test
	void whatIsNoNumberIsEmpty() {
		final ResultsTable table = table("a", "b");
		table.addValue("b", Double.NaN);
		assertEquals("a,b\n1,\n", Csv.of(table).toString());
	}
}
