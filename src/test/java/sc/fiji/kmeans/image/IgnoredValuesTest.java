package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write of pixels that are left out is understood, or refused. */
class IgnoredValuesTest {

	@Property(tries = 50)
	void coloursAreThoseOfTheirDigits(@ForAll @IntRange(max = 0xffffff) final int rgb,
		@ForAll @IntRange(max = 300) final int tolerance)
	{
		final IgnoredValues ignored = IgnoredValues.of(String.format("#%06X+%d", rgb, tolerance));
		assertEquals(rgb, ignored.colour());
		assertEquals(tolerance, ignored.tolerance());
		assertFalse(ignored.isValue());
		assertEquals(rgb >> 16 == (rgb & 0xff) && (rgb >> 8 & 0xff) == (rgb & 0xff), ignored.isGrey());
	}

	@Property(tries = 50)
	void numbersAreThoseOfTheirText(@ForAll @DoubleRange(min = -1e9, max = 1e9) final double value,
		@ForAll @DoubleRange(min = 0, max = 1e9) final double tolerance)
	{
		final IgnoredValues ignored = IgnoredValues.of(value + "+" + tolerance);
		assertTrue(ignored.isValue());
		assertEquals(value, ignored.value());
		assertEquals(tolerance, ignored.tolerance());
		assertEquals(0, IgnoredValues.of("" + value).tolerance());
	}

	/** What it says of itself is understood as the same again. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "black", "white+10", "#f0f0f0", "#00ff7f+3", "-12.5", "1e3+.5" })
	void itsTextIsWhatWasWritten(final String text) {
		final IgnoredValues ignored = IgnoredValues.of("  " + text.toUpperCase() + " ");
		assertEquals(text, ignored.toString());
		assertEquals(ignored.tolerance(), IgnoredValues.of(ignored.toString()).tolerance());
		assertEquals(ignored, IgnoredValues.of(ignored.toString()));
		assertEquals(ignored.hashCode(), IgnoredValues.of(text).hashCode());
		assertNotEquals(ignored, IgnoredValues.of("#010203+7"));
	}

	@ParameterizedTest
	@CsvSource({ "5,5,0", "5.,5,0", ".5,0.5,0", "+7,7,0", "-3e2,-300,0", "1e+3,1000,0",
		"1e-3+2,0.001,2", "1e3+1e1,1000,10", "0+0,0,0", "5.+.5,5,0.5" })
	void numbersHaveManyForms(final String text, final double value, final double tolerance) {
		final IgnoredValues ignored = IgnoredValues.of(text);
		assertTrue(ignored.isValue());
		assertEquals(value, ignored.value());
		assertEquals(tolerance, ignored.tolerance());
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "", "grey", "black+", "+black", "black-3", "black+-3", "#fff", "#f0f0f0f",
			"#gggggg", "none+3", "1,5", "0x10", "5 + 3", "nan", "infinity", "1e", ".", "--1", "1+2+3" })
	void othersAreRefused(final String text) {
		assertEquals(
			"ignore = " + text + ": takes none, black, white, a colour such as #f0f0f0 or a"
				+ " value such as 12.5, and how far a component may differ, such as white+10",
			assertThrows(IllegalArgumentException.class, () -> IgnoredValues.of(text)).getMessage());
	}

	@Test
	void blackAndWhiteAreColoursToo() {
		assertEquals(0, IgnoredValues.of("black").colour());
		assertEquals(0xffffff, IgnoredValues.of("White").colour());
		assertTrue(IgnoredValues.of("BLACK+2").isBlack());
		assertTrue(IgnoredValues.of("white+2").isWhite());
		assertFalse(IgnoredValues.of("#000000").isBlack());
		assertTrue(IgnoredValues.of("white").isGrey());
	}

	@Test
	void noneIsOne() {
		assertSame(IgnoredValues.NONE, IgnoredValues.of(" None "));
		assertFalse(IgnoredValues.NONE.isValue());
	}
}
