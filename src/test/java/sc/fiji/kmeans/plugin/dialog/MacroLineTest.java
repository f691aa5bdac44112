package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that a macro can run. */
class MacroLineTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "save | /tmp/my data/c.csv | save=[/tmp/my data/c.csv]",
			"save | /tmp/c.csv | save=/tmp/c.csv", "names | a b | names=[a b]",
			"names | stroma,glass | names=[stroma,glass]" })
	void whatHasABlankStandsInBrackets(final String key, final String text, final String word) {
		final Map<String, String> texts = new HashMap<>();
		texts.put(key, text);
		assertEquals("clusters=3 " + word, MacroLine.of(texts));
	}
}
