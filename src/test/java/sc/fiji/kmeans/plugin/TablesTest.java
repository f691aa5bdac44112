package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables without a display, as macros see them. */
class TablesTest {

	static final String TABLES = "call('" + Tables.class.getName() + ".";

	@TempDir
	Path folder;

	private static String said(final ImagePlus image, final String statements) {
		return MacroRun.ofStatement(image, "run('Clear Results');" + statements).said().trim();
	}

	private static String measure(final String title, final String options) {
		return "selectImage('" + title + "'); run('" + MacroRun.COMMAND +
			"', 'masked=none measure " + options + "');";
	}

	@Test
	void rowsAreAddedToThoseOfImagesBefore() {
		assertEquals("3 row 1 1 3 frames 3 1", said(Pictures.row(9, 9, 0xffffff, 9), measure(
			"row", "clusters=1") + "newImage('other', 'RGB white', 9, 9, 1);" + measure("other",
				"") + "newImage('frames', '8-bit ramp', 9, 9, 2);" + "print(nResults + 1, " +
				"getResultString('Image', 0), getResult('Frame', 0), getResult('Cluster', 0), " +
				"getResult('Pixels', 1) / 27, 'frames', nResults + 1, getResult('Frame', 1));"));
	}

	@Test
	void clearedResultsBeginAnew() {
		assertEquals("2 2", said(Pictures.row(9, 9, 0xffffff, 9), measure("row", "clusters=2") +
			"run('Clear Results');" + measure("row", "clusters=2") + "print(nResults, " + TABLES +
			"size'));"));
	}

	@Test
	void macrosCallForWhatStandsInIt() throws Exception {
		final Path file = folder.resolve("table.csv");
		assertEquals("2 row 3 75 #ffffff", said(Pictures.row(9, 9, 0xffffff, 9), measure("row",
			"clusters=2") + "print(" + TABLES + "size'), " + TABLES + "get', 'Image', 1), " +
			TABLES + "get', 'Pixels', 0), " + TABLES + "get', 'Percent', 0), " + TABLES +
			"get', 'Hex', 1)); " + TABLES + "save', '" + file + "');"));
		assertEquals(3, Files.readAllLines(file, StandardCharsets.UTF_8).size());
		assertEquals("0", said(Pictures.row(1), TABLES + "clear'); print(" + TABLES +
			"size'));"));
	}

	@Test
	void resultsAreSaved() throws Exception {
		final Path file = folder.resolve("results.csv");
		said(Pictures.row(9, 9, 0xffffff, 9), measure("row", "clusters=2") + "saveAs('Results', '" +
			file + "');");
		assertEquals(3, Files.readAllLines(file, StandardCharsets.UTF_8).size());
	}

	@Test
	void whatIsNotThereIsRefused() {
		Tables.clear();
		assertEquals("0", Tables.size());
		assertThrows(IllegalArgumentException.class, () -> Tables.get("Pixels", "0"));
	}
}
