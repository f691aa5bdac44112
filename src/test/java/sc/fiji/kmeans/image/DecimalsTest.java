package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ImageJ writes of the numbers of a column. */
class DecimalsTest {

	private static ResultsTable column(final double... numbers) {
		final ResultsTable table = new ResultsTable();
		for (final double number : numbers) {
			table.addRow();
			table.addValue("x", number);
		}
		return table;
	}

	@ParameterizedTest
	@CsvSource({ "1 2 300, 1 2 300", "0 0, 0 0", "0.006123456, 0.00612346", "12.5 0, 12.5000 0.0000",
		"33.3333333333 0.5, 33.333333 0.500000", "123456789.125, 123456789.125",
		"0.000000123456789 7, 0.000000123 7.000000000", "1.23456789e-7, 1.23456789E-7",
		"1.23456789e-7 1, 0.000000123 1.000000000", "7291591234567.25, 7.29159123E12",
		"1e13 2, 1.00000000E13 2.00000000E0", "-0.25 NaN, -0.250000 NaN",
		"0.5 Infinity, 0.500000 Infinity" })
	void sixDigitsOfTheSmallestNumber(final String numbers, final String shown) {
		final ResultsTable table = column(
			Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray());
		Decimals.set(table);
		assertEquals(Arrays.asList(shown.split(" ")), Arrays.asList(table.getColumnAsStrings("x")));
	}

	@Test
	void moreRowsChangeHowThoseBeforeAreShown() {
		final Decimals decimals = new Decimals();
		assertTrue(decimals.add(column(0.5)));
		assertFalse(decimals.add(column(0.7, 4)));
		assertTrue(decimals.add(column(0.01)));
	}

	/** ImageJ forgets decimals when a number is added. */
	@Test
	void theyHoldForAllColumns() {
		final ResultsTable table = new ResultsTable();
		table.addRow();
		IntStream.range(0, 200).forEach(n -> table.addValue("x" + n, 1.0 / 7));
		Decimals.set(table);
		assertEquals("0.142857", table.getStringValue("x0", 0));
		assertEquals("0.142857", table.getStringValue("x199", 0));
	}
}
