package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;

/** Tables without a display, as macros see them. */
class TablesTest {

	static final String TABLES = "call('" + Tables.class.getName() + ".";

	@TempDir
	Path folder;

	private static String said(final ImagePlus image, final String statements) {
		return MacroRun.ofStatement(image, "run('Clear Results');" + statements).said().trim();
	}

	private static String measure(final String title, final String options) {
		return "selectImage('" + title + "'); run('" + MacroRun.COMMAND + "', 'masked=none measure "
			+ options + "');";
	}

	@Test
	void rowsAreAddedToThoseOfImagesBefore() {
		assertEquals("3 row 1 1 3 frames 3 1",
			said(Pictures.row(9, 9, 0xffffff, 9),
				measure("row", "clusters=1") + "newImage('other', 'RGB white', 9, 9, 1);"
					+ measure("other", "") + "newImage('frames', '8-bit ramp', 9, 9, 2);"
					+ "print(nResults + 1, "
					+ "getResultString('Image', 0), getResult('Frame', 0), getResult('Cluster', 0), "
					+ "getResult('Pixels', 1) / 27, 'frames', nResults + 1, getResult('Frame', 1));"));
	}

	@Test
	void clearedResultsBeginAnew() {
		assertEquals("2 2",
			said(Pictures.row(9, 9, 0xffffff, 9), measure("row", "clusters=2") + "run('Clear Results');"
				+ measure("row", "clusters=2") + "print(nResults, " + TABLES + "size'));"));
	}

	@Test
	void macrosCallForWhatStandsInIt() throws Exception {
		final Path file = folder.resolve("table.csv");
		assertEquals("2 row 3 75 #ffffff", said(Pictures.row(9, 9, 0xffffff, 9),
			measure("row", "clusters=2") + "print(" + TABLES + "size'), " + TABLES + "get', 'Image', 1), "
				+ TABLES + "get', 'Pixels', 0), " + TABLES + "get', 'Percent', 0), " + TABLES
				+ "get', 'Hex', 1)); " + TABLES + "save', '" + file + "');"));
		assertEquals(3, Files.readAllLines(file, StandardCharsets.UTF_8).size());
		assertEquals("0", said(Pictures.row(1), TABLES + "clear'); print(" + TABLES + "size'));"));
	}

	/** Of images of other units, and of other channels. */
	@Test
	void cellsWithoutAValueAreEmptyEverywhere() throws Exception {
		final Path file = folder.resolve("unlike.csv");
		final String calibrated = "run('Properties...', 'unit=um pixel_width=0.5 "
			+ "pixel_height=0.5 voxel_depth=1');";
		assertEquals("NaN NaN NaN NaN",
			said(Pictures.row(9, 9, 0xffffff, 9),
				measure("row", "clusters=1") + "newImage('other', '8-bit ramp', 9, 9, 1);" + calibrated
					+ measure("other", "clusters=1") + measure("row", "clusters=1")
					+ "print(getResult('Value', 0)"
					+ ", getResult('Red', 1), getResult('Area (pixels)', 1), getResult('Value', 2));"
					+ "saveAs('Results', '" + file + "');"));
		final List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		final List<String> headings = Arrays.asList(lines.get(0).split(","));
		for (final String cell : new String[] { "1 Value", "2 Red", "2 Area (pixels)", "3 Value" }) {
			final int line = cell.charAt(0) - '0';
			assertEquals("\"\"", lines.get(line).split(",", -1)[headings.indexOf(cell.substring(2))],
				cell);
		}
	}

	/** Of an image in volts, whose rows come before and after those of others. */
	@Test
	void numbersAreSavedWithDigitsEnough() throws Exception {
		final Path file = folder.resolve("digits.csv");
		final String volts = "selectImage('row'); run('32-bit'); run('Divide...', 'value=50000');";
		final String save = "saveAs('Results', '" + file + "');";
		final ImagePlus image = new ImagePlus("row",
			new FloatProcessor(5, 1, new float[] { 0, 1, 7, 8, 200 }));
		said(image, TABLES + "clear');" + volts + measure("row", "clusters=3") + save);
		assertEquals(Arrays.asList("0.000010000", "0.000150000", "0.004000000"), saved(file, "Value"));
		assertEquals("40", saved(file, "Percent").get(0));
		said(image, measure("row", "clusters=3") + "newImage('other', '8-bit ramp', 9, 9, 1);"
			+ measure("other", "clusters=3") + save);
		assertTrue(saved(file, "Epsilon").get(0).matches("0\\.0000\\d{5}"),
			saved(file, "Epsilon").get(0));
		assertEquals(6, saved(file, "Value").size());
	}

	private static List<String> saved(final Path file, final String heading) throws IOException {
		final List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		final int column = Arrays.asList(lines.get(0).split(",")).indexOf(heading);
		return lines.stream()
			.skip(1)
			.map(line -> line.split(",", -1)[column])
			.collect(Collectors.toList());
	}

	/** What others measured stays, and the rows of the clusters do not mix with it. */
	@Test
	void otherMeasurementsAreLeftAlone() {
		assertEquals("Area\n1\t81\n1 81 4",
			said(Pictures.row(9, 9, 0xffffff, 9),
				TABLES + "clear');" + measure("row", "clusters=2")
					+ "run('Clear Results'); newImage('other', "
					+ "'8-bit ramp', 9, 9, 1); run('Set Measurements...', 'area redirect=None');"
					+ "run('Measure');" + TABLES + "clear');" + measure("row", "clusters=2")
					+ measure("other", "clusters=2") + "print(nResults, getResult('Area', 0), " + TABLES
					+ "size'));"));
	}

	@Test
	void resultsAreSaved() throws Exception {
		final Path file = folder.resolve("results.csv");
		said(Pictures.row(9, 9, 0xffffff, 9),
			measure("row", "clusters=2") + "saveAs('Results', '" + file + "');");
		assertEquals(3, Files.readAllLines(file, StandardCharsets.UTF_8).size());
	}

	/** And the macro goes no further. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "save', '/none/a.csv'|table = /none/a.csv: takes a file that can be written",
			"save', '/'|table = /: takes a file that can be written", "get', 'Foo', 0|\"Foo\"",
			"get', 'Pixels', 99|Row out of range", "get', 'Pixels', 'x'|\"x\"" })
	void aCallThatFailsIsOneMessage(final String call, final String message) {
		final MacroRun run = MacroRun.ofStatement(Pictures.row(9, 9, 0xffffff, 9),
			measure("row", "clusters=2") + TABLES + call + ");");
		assertFalse(run.finished(), run.said());
		assertEquals(1, run.messages().size(), run.said());
		assertTrue(run.messages().get(0).contains(message), run.said());
		assertFalse(run.said().contains("\tat "), run.said());
	}

	@Test
	void whatIsNotThereIsRefused() {
		Tables.clear();
		assertThrows(IOException.class, () -> Tables.save("/none/a.csv"));
		assertEquals("0", Tables.size());
		assertThrows(IllegalArgumentException.class, () -> Tables.get("Pixels", "0"));
	}
}
