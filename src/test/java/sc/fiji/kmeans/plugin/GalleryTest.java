package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.Menus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every macro of the page of macros runs as it stands there. */
class GalleryTest {

	private static final Path PAGE = Paths.get("src/site/markdown/macros.md");
	private static final Pattern TASK = Pattern.compile("(?s)\n## (\\d+\\.[^\n]*)\n.*?```\n(.*?)```");

	/** What each macro says last. */
	private static final String END = "the end\n";

	@TempDir
	Path results;

	static Stream<String> tasks() throws IOException {
		return macros().keySet().stream();
	}

	private static Map<String, String> macros() throws IOException {
		final Map<String, String> macros = new LinkedHashMap<>();
		final Matcher task = TASK.matcher(new String(Files.readAllBytes(PAGE), StandardCharsets.UTF_8));
		while (task.find())
			macros.put(task.group(1), task.group(2));
		return macros;
	}

	@BeforeEach
	void begin() {
		IJ.runMacro("");
		Menus.getCommands().put(MacroRun.COMMAND, KMeansPlugIn.class.getName());
		Menus.getCommands().put(MacroRun.APPLY, ApplyPlugIn.class.getName());
		Tables.clear();
		Analyzer.setResultsTable(new ResultsTable());
	}

	@Test
	void thereAreTen() throws IOException {
		assertEquals(10, macros().size());
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void theMacroRunsAndSaysWhatItShould(final String task) throws IOException {
		final String said = run(macros().get(task)
			.replace("/data/", Paths.get("sample-data").toAbsolutePath() + "/")
			.replace("/results/", results + "/"));
		assertTrue(said.endsWith(END), task + ": " + said);
		final String words = said.substring(0, said.length() - END.length());
		switch (task.substring(0, task.indexOf('.'))) {
			case "1" :
				final Matcher regions = Pattern.compile("(\\d+) brown regions").matcher(words);
				assertTrue(regions.find(), words);
				assertTrue(Integer.parseInt(regions.group(1)) > 20, words);
				break;
			case "3" :
				assertEquals(1 + 3 * 12, Files.readAllLines(results.resolve("cells.csv")).size());
				break;
			case "4" :
				assertEquals(1 + 3 * 3, Files.readAllLines(results.resolve("clusters.csv")).size());
				assertTrue(Files.exists(results.resolve("rocket-labels.tif")));
				break;
			case "6" :
				assertTrue(words.contains("2 clusters"), words);
				break;
			case "7" :
				assertTrue(words.matches("(?s).*cluster 3: \\d.* and \\d.* %.*"), words);
				break;
			case "10" :
				assertTrue(words.contains("was segmented by k-means clustering (k = "), words);
				break;
			case "2" :
				assertTrue(words.matches("(?s).*cluster 4: \\d.* %.*"), words);
				break;
			default :
				assertEquals("", words);
		}
	}

	/** @return what it said: END last if it came to its end */
	private static String run(final String macro) {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream ear = new PrintStream(said, true);
		System.setOut(ear);
		System.setErr(ear);
		try {
			MacroRun.run(new Interpreter(), "setBatchMode(true);" + macro + "\nprint('the end');");
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		return said.toString();
	}
}
