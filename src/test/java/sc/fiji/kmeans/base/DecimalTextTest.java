package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

	@Property(tries = 200)
	void numbersComeBack(@ForAll final double number) {
		assertEquals(number, DecimalText.of(Double.toString(number)), 0);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "+1, 1", "-.5, -0.5", "5., 5", "1e3, 1000", "1.5E-2, 0.015", "007, 7" })
	void asPeopleWriteThem(final String text, final double number) {
		assertEquals(number, DecimalText.of(text), 0);
	}

	/** What Java takes, too: digits of all scripts, endings, numbers of base 16, words. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1 ", "\uff13", "\u0663", "1d", "1f", "0x1p3", "NaN",
		"Infinity", "-Infinity", "1,5", "1e", ".", "+", "1_000", "--1", "1.2.3" })
	void nothingElse(final String text) {
		assertTrue(Double.isNaN(DecimalText.of(text)), text);
	}
}
