package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and words as users write them. */
class SettingTextsTest {

	private static String refusal(final Executable reading) {
		return assertThrows(IllegalArgumentException.class, reading).getMessage();
	}

	@Property(tries = 100)
	void wholeNumbersComeBack(@ForAll final int small, @ForAll final long large) {
		assertEquals(small, SettingTexts.count("k", String.valueOf(small)));
		assertEquals(large, SettingTexts.whole("k", String.valueOf(large)));
	}

	/** ImageJ's dialogs write 3 as 3.0, or with more zeros. */
	@Property(tries = 50)
	void zerosBehindThePointDoNotMatter(@ForAll @IntRange(min = -999_999) final int number,
		@ForAll @IntRange(max = 5) final int zeros)
	{
		final String text = BigDecimal.valueOf(number).setScale(zeros).toPlainString();
		assertEquals(number, SettingTexts.count("k", text));
		assertEquals(number, SettingTexts.whole("k", text));
	}

	@ParameterizedTest
	@CsvSource({ "1e3,1000", "1E+3,1000", "12.5e1,125", "+7,7", "-0,0", "007,7", "3.,3", ".0,0" })
	void wholeNumbersAreWrittenInManyWays(final String text, final int number) {
		assertEquals(number, SettingTexts.count("k", text));
		assertEquals(number, SettingTexts.whole("k", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "3.5", "1e-1", "x", "3 4", "1,000", "0x10", "NaN", "Infinity", "--3",
		"three", "1e99999" })
	void whatIsNoWholeNumberIsRefused(final String text) {
		assertEquals("k = " + text + ": takes a whole number up to 2147483647",
			refusal(() -> SettingTexts.count("k", text)));
		assertEquals("k = " + text + ": takes a whole number up to 9223372036854775807",
			refusal(() -> SettingTexts.whole("k", text)));
		assertEquals("k = " + text + ": takes a whole number from 1 to 65535",
			refusal(() -> SettingTexts.clusters("k", text, "")));
	}

	/** Asked of numbers without bounds. */
	@Property(tries = 100)
	void whatHasTooManyBitsIsRefused(@ForAll final BigInteger number) {
		final String text = number.toString();
		if (number.bitLength() > 31) refusal(() -> SettingTexts.count("k", text));
		else assertEquals(number.intValue(), SettingTexts.count("k", text));
		if (number.bitLength() > 63) refusal(() -> SettingTexts.whole("k", text));
		else assertEquals(number.longValue(), SettingTexts.whole("k", text));
	}

	@Test
	void boundsAreTaken() {
		assertEquals(Integer.MAX_VALUE, SettingTexts.count("k", "2147483647"));
		assertEquals(Integer.MIN_VALUE, SettingTexts.count("k", "-2147483648"));
		refusal(() -> SettingTexts.count("k", "-2147483649"));
		refusal(() -> SettingTexts.count("k", "2147483648"));
		assertEquals(Long.MAX_VALUE, SettingTexts.whole("k", "9223372036854775807"));
		assertEquals(Long.MIN_VALUE, SettingTexts.whole("k", "-9223372036854775808"));
		refusal(() -> SettingTexts.count("k", "-9223372036854775808"));
		refusal(() -> SettingTexts.whole("k", "9223372036854775808"));
	}

	@Property(tries = 100)
	void numbersFromOneHaveTheirBound(@ForAll @IntRange(min = -3, max = 9) final int number,
		@ForAll @IntRange(min = 1, max = 5) final int most)
	{
		final String text = Integer.toString(number);
		if (1 <= number && number <= most) assertEquals(number, SettingTexts.fromOne("k", text, most));
		else
			assertEquals("k = " + text + ": takes a whole number from 1 to " + most,
				refusal(() -> SettingTexts.fromOne("k", text, most)));
	}

	/** What else is taken is told of every text that is refused. */
	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "70000", "x", "1.5", "99999999999" })
	void numbersOfClustersHaveTheirBounds(final String text) {
		assertEquals("k = " + text + ": takes a whole number from 1 to 65535, or none",
			refusal(() -> SettingTexts.clusters("k", text, ", or none")));
		assertEquals(65_535, SettingTexts.clusters("k", "65535", ""));
	}

	@Property(tries = 100)
	void numbersComeBackWithTheirBits(@ForAll final double number) {
		assertEquals(number, SettingTexts.number("k", Double.toString(number)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "0,2", "1 2", "1e", "." })
	void whatIsNoNumberIsRefused(final String text) {
		assertEquals("k = " + text + ": takes a number", refusal(() -> SettingTexts.number("k", text)));
	}

	/** Where people write a comma, macros have a point all the same. */
	@Test
	void numbersAreTheSameInAllCountries() {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals(0.25, SettingTexts.number("k", "0.25"));
			assertEquals(3, SettingTexts.count("k", "3.0"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void wordsAreCountedFromZero() {
		final List<String> words = Arrays.asList("one", "two", "three");
		for (int i = 0; i < words.size(); i++)
			assertEquals(i, SettingTexts.index("k", words.get(i), words));
		for (final String text : new String[] { "", "One", "four", "one or two" })
			assertEquals("k = " + text + ": takes one or two or three",
				refusal(() -> SettingTexts.index("k", text, words)));
	}

	@Test
	void aRefusalSaysKeyTextAndWhatIsTaken() {
		assertEquals("key = text: takes more",
			SettingTexts.refused("key", "text", "more").getMessage());
		assertTrue(SettingTexts.refused("a", "%s", "b").getMessage().contains("%s"));
	}
}
