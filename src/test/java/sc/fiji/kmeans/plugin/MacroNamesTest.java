package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.plugin.TablesTest.TABLES;

import ij.gui.Roi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What macros say of names, without a display. */
class MacroNamesTest {

	private static String said(final String options) {
		return MacroRun
			.ofStatement(Pictures.row(9, 99, 0xffff, 0xffffff),
				"run('Clear Results'); run(\"" + MacroRun.COMMAND + "\", \"clusters=4 masked=none measure "
					+ options + "\"); for (i = 0; i < 4; i++) print('<' + " + TABLES
					+ "get', 'Name', i) + '>');")
			.said();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
		value = { "names=a,b|<a><b><><>", "names=[a b, c ]|<a b><c><><>", "names='x y'|<x y><><><>",
			"names=[,b]|<><b><><>", "names=[\\\"a, b\\\",[c]]|<a, b><[c]><><>",
			"names=007,1e3|<007><1e3><><>", "names=a&#93;b|<a]b><><><>" })
	void namesStandInTheTable(final String option, final String names) {
		assertEquals(names, said(option).replaceAll("\\R", ""));
	}

	@Test
	void tooManyNamesStopTheMacro() {
		assertTrue(
			said("names=a,b,c,d,e")
				.contains("names = a,b,c,d,e: takes at most 4 names, one for each of 4 clusters"),
			said("names=a,b,c,d,e"));
	}

	@Test
	void selectionsAreCalledSo() {
		final MacroRun run = MacroRun.of(Pictures.row(9, 99, 0xffff, 0xffffff),
			"clusters=4 masked=none legend names=dark rois");
		final Roi[] selections = run.image("row").getOverlay().toArray();
		assertEquals("row cluster 1: dark", selections[0].getName());
		assertEquals("row cluster 2", selections[1].getName());
		assertEquals("row-legend", run.image("row-legend").getTitle());
	}
}
