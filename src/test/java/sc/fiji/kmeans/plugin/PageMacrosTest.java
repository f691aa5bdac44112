package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.Page;

/**
 * Every macro on every page runs as it stands there, in a block or in a sentence; those that
 * segment live need windows, and LivePagesWindowTest runs them.
 */
class PageMacrosTest {

	/** What each macro says last. */
	private static final String END = "the end\n";

	@TempDir
	Path results;

	@BeforeEach
	void begin() {
		IJ.runMacro("");
		MacroRun.addCommands();
	}

	@TestFactory
	Stream<DynamicTest> blocksRun() throws IOException {
		return Page.blocks("ijm")
			.filter(block -> !block.text().contains(MacroRun.LIVE))
			.map(
				block -> DynamicTest.dynamicTest(block.toString(), () -> check(block, run(block.text()))));
	}

	/** On the channels of the samples where it is about channels, else on the tissue. */
	@TestFactory
	Stream<DynamicTest> linesInSentencesRun() throws IOException {
		return Page.all()
			.stream()
			.flatMap(Page::spans)
			.filter(span -> span.matches("(run|call)\\(.*"))
			.map(line -> DynamicTest.dynamicTest(line,
				() -> run(
					(line.contains("scale") ? "open('/data/fluorescence/fluorescent-cells.tif'); " : "")
						+ line.replaceFirst(";?$", ";"))));
	}

	@Test
	void eachTaskOfTheGalleryIsChecked() {
		final List<String> tasks = Page.of("macros")
			.blocks()
			.stream()
			.map(block -> block.heading().replaceFirst("\\..*", ""))
			.collect(Collectors.toList());
		assertEquals(Arrays.asList("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"), tasks);
	}

	/** @return what it said, without its end */
	private String run(final String macro) {
		Tables.clear();
		Analyzer.setResultsTable(new ResultsTable());
		final String begin = macro.matches("(?s)(open|newImage|setBatchMode)\\(.*")
			? ""
			: "open('/data/ihc.png'); ";
		final String said = said("setBatchMode(true); " + MacroRun.placed(begin + macro, results)
			+ "\nclose('*'); print('the end');");
		assertTrue(said.endsWith(END), macro + ": " + said);
		assertEquals(0, WindowManager.getImageCount());
		return said.substring(0, said.length() - END.length());
	}

	private static String said(final String macro) {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream ear = new PrintStream(said, true);
		System.setOut(ear);
		System.setErr(ear);
		try {
			MacroRun.run(new Interpreter(), macro);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		return said.toString().replace("\r\n", "\n");
	}

	/** What is said besides: by a line of the log in the guide, by most others nothing. */
	private void check(final Page.Block block, final String words) throws IOException {
		switch (block.page() + " " + block.heading().replaceFirst("\\..*", "")) {
			case "macros 1" :
				final Matcher regions = Pattern.compile("(\\d+) brown regions").matcher(words);
				assertTrue(regions.find(), words);
				assertTrue(Integer.parseInt(regions.group(1)) > 20, words);
				break;
			case "macros 2" :
				assertTrue(words.matches("(?s).*cluster 4: \\d.* %.*"), words);
				break;
			case "macros 3" :
				assertEquals(1 + 3 * 12, Files.readAllLines(results.resolve("cells.csv")).size());
				break;
			case "macros 4" :
				assertEquals(1 + 3 * 3, Files.readAllLines(results.resolve("clusters.csv")).size());
				assertTrue(Files.exists(results.resolve("rocket-labels.tif")));
				break;
			case "macros 6" :
				assertTrue(words.contains("2 clusters"), words);
				break;
			case "macros 7" :
				assertTrue(words.matches("(?s).*cluster 3: \\d.* and \\d.* %.*"), words);
				break;
			case "macros 10" :
				assertTrue(words.contains("was segmented by k-means clustering (k = "), words);
				break;
			case "install Is it there?" :
				assertEquals("labels 1 to 4\n", words);
				break;
			case "guide Tables" :
				break;
			default :
				assertEquals("", words);
		}
	}
}
