package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

	private static final String SIGNS = "ab,;\" '\u00b5.";

	private static String field(final Random random) {
		final StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(6); i > 0; i--)
			text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		return text.toString().trim();
	}

	/** But for empty ones at the end, and blanks around them. */
	@Property(tries = 300)
	void fieldsComeBack(@ForAll final long seed) {
		final Random random = new Random(seed);
		final List<String> fields = new ArrayList<>();
		for (int i = random.nextInt(6); i > 0; i--)
			fields.add(field(random));
		fields.add("end");
		assertEquals(fields, CsvLine.fields(CsvLine.of(fields), ','));
		assertEquals(fields, CsvLine.fields(CsvLine.of(fields, ";"), ','));
		fields.addAll(Arrays.asList("", ""));
		assertEquals(fields.subList(0, fields.size() - 2), CsvLine.fields(CsvLine.of(fields), ','));
	}

	/** A field that needs them stands in quotes, and no other. */
	@Test
	void quotesStandWhereTheyAreNeeded() {
		assertEquals("a b,\"c,d\",\"e\"\"f\",;", CsvLine.of(Arrays.asList("a b", "c,d", "e\"f", ";")));
		assertEquals("\";\",\"#\"", CsvLine.of(Arrays.asList(";", "#"), ";#"));
	}

	@Test
	void blanksAroundFieldsDoNotCount() {
		assertEquals(Arrays.asList("a", "b c", "", "d"), CsvLine.fields(" a ,\t\"b c\" ,, d", ','));
		assertEquals(Collections.emptyList(), CsvLine.fields("  ,, ", ','));
	}

	/** As spreadsheets write it where numbers have a decimal comma. */
	@Test
	void theSeparatorIsTheFirstOutsideQuotes() {
		assertEquals(';', CsvLine.separator("a;b,c"));
		assertEquals(',', CsvLine.separator("a,b;c"));
		assertEquals(';', CsvLine.separator("\"a,b\";c"));
		assertEquals(',', CsvLine.separator("nothing"));
		assertEquals(Arrays.asList("1,5", "2"), CsvLine.fields("1,5;2", ';'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a", "a,\"b", "\"a\"\"", "\"" })
	void quotesClose(final String line) {
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> CsvLine.fields(line, ',')).getMessage()
				.endsWith("takes a closing quote"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a\"b", "\"a\" \"b\"", "x,\"a\";" })
	void nothingFollowsAClosingQuote(final String line) {
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> CsvLine.fields(line, ',')).getMessage()
				.endsWith("takes a separator after a closing quote"));
	}
}
