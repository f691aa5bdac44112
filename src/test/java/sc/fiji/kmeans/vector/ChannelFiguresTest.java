package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** The figures of a channel are those of all its pixels, one by one. */
class ChannelFiguresTest {

	private static final MathContext DIGITS = new MathContext(100);

	private static ChannelFigures figures(final float... numbers) {
		return CountedVectors.ofNumbers(numbers).figures()[0];
	}

	@Property(tries = 8)
	void theRangeIsThatOfAllPixels(@ForAll final long seed) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 2, 40);
		for (int c = 0; c < 2; c++) {
			final float[] sorted = counted.channel(c);
			Arrays.sort(sorted);
			final double low = sorted[0];
			final double high = sorted[sorted.length - 1];
			final ChannelFigures figures = counted.figures()[c];
			assertEquals(high - low, figures.wholeRange());
			assertEquals(Math.max(-low, high), figures.reach());
			assertEquals(figures.reach(), Math.abs(figures.extreme()));
			assertTrue(figures.extreme() == low || figures.extreme() == high);
		}
	}

	@Property(tries = 8)
	void massIsNoLessThanTheSum(@ForAll final long seed) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 1, 40);
		final ChannelFigures figures = counted.figures()[0];
		final double sum = sum(counted.channel(0)).doubleValue();
		assertTrue(figures.mass() >= sum);
		assertEquals(sum, figures.mass(), 0x1p-50 * sum);
	}

	private static BigDecimal sum(final float[] numbers) {
		return IntStream.range(0, numbers.length)
			.mapToObj(i -> new BigDecimal(Math.abs(numbers[i])))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Property(tries = 12)
	void theDeviationIsThatOfAllPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 80) final int magnitudes)
	{
		final CountedVectors counted = CountedVectors.random(new Random(seed), 1, magnitudes);
		final ChannelFigures figures = counted.figures()[0];
		final double expected = deviation(counted.channel(0));
		assertEquals(expected, figures.deviation(), 1e-14 * expected);
	}

	private static double deviation(final float[] numbers) {
		final BigDecimal n = new BigDecimal(numbers.length);
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal squares = BigDecimal.ZERO;
		for (final float number : numbers) {
			sum = sum.add(new BigDecimal(number));
			squares = squares.add(new BigDecimal(number).pow(2));
		}
		final BigDecimal mean = sum.divide(n, DIGITS);
		return Math
			.sqrt(squares.divide(n, DIGITS).subtract(mean.pow(2)).max(BigDecimal.ZERO).doubleValue());
	}

	/** Of 0, 0, 4, 4 the mean is 2, and each is 2 from it. */
	@Example
	void aDeviationByHand() {
		assertEquals(2, figures(0, 0, 4, 4).deviation());
		assertEquals(2, figures(-2, -2, 2, 2).deviation());
		assertEquals(0, figures(7, 7, 7).deviation());
		assertEquals(Math.sqrt(2) / 3 * Float.MIN_VALUE, figures(0, 0, Float.MIN_VALUE).deviation(),
			1e-60);
	}

	@Property(tries = 8)
	void theSpreadIsThatOfSortedPixels(@ForAll final long seed) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 1, 20);
		final float[] sorted = counted.channel(0);
		Arrays.sort(sorted);
		assertEquals(spread(sorted), counted.figures()[0].spread());
	}

	/** From both ends, the first pixel with 1 %, 25 % and 50 % of all up to it. */
	private static double spread(final float[] sorted) {
		final int n = sorted.length;
		final double low = at(sorted, 0.01);
		final double high = -at(negative(sorted), 0.01);
		final double median = at(sorted, 0.5);
		final double middle = -at(negative(sorted), 0.25) - at(sorted, 0.25);
		assertTrue(n > 0);
		return IntStream.range(0, 4)
			.mapToDouble(
				i -> new double[] { high - low, 2 * (median - low), 2 * (high - median), 2 * middle }[i])
			.filter(x -> x > 0)
			.min()
			.orElse(0);
	}

	private static double at(final float[] sorted, final double share) {
		int i = 0;
		while ((i + 1) * 100L < Math.round(100 * share) * sorted.length)
			i++;
		return sorted[i];
	}

	private static float[] negative(final float[] sorted) {
		final float[] negative = new float[sorted.length];
		for (int i = 0; i < sorted.length; i++)
			negative[i] = -sorted[sorted.length - 1 - i];
		return negative;
	}

	/**
	 * Of 0 to 9, each 10 times: the middle 98 % span 9, twice the lower half 8, the upper
	 * half 10, and the middle half, from 2 to 7, 10.
	 */
	@Example
	void aSpreadByHand() {
		final float[] numbers = new float[100];
		for (int i = 0; i < 100; i++)
			numbers[i] = i % 10;
		assertEquals(8, figures(numbers).spread());
		assertEquals(0, figures(3, 3, 3, 3).spread());
	}

	@Property(tries = 5)
	void theOrderOfPixelsDoesNotMatter(@ForAll final long seed) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 1, 90);
		final List<float[]> pixels = Arrays.asList(counted.pixels.clone());
		Collections.shuffle(pixels, new Random(seed + 1));
		final ChannelFigures expected = counted.figures()[0];
		final ChannelFigures actual = CountedVectors.of(pixels.toArray(new float[0][])).figures()[0];
		assertEquals(expected.mass(), actual.mass());
		assertEquals(expected.deviation(), actual.deviation());
		assertEquals(expected.spread(), actual.spread());
		assertEquals(expected.lastBit(), actual.lastBit());
		assertEquals(isExact(expected), isExact(actual));
	}

	@Property(tries = 100)
	void theLastBitIsThatOfTheFinestUnit(@ForAll final float number) {
		if (!(Math.abs(number) < Float.MAX_VALUE)) return;
		int unit = Integer.MAX_VALUE;
		if (number != 0) for (unit = 127; !isWhole(Math.scalb((double) number, -unit));)
			unit--;
		assertEquals(unit, figures(number).lastBit());
	}

	private static boolean isWhole(final double number) {
		return number == Math.rint(number);
	}

	@Example
	void lastBitsByHand() {
		assertEquals(0, figures(5).lastBit());
		assertEquals(3, figures(-24).lastBit());
		assertEquals(-2, figures(0.75f).lastBit());
		assertEquals(-149, figures(Float.MIN_VALUE).lastBit());
		assertEquals(-126, figures(Float.MIN_NORMAL).lastBit());
		assertEquals(127, figures(0x1p127f).lastBit());
		assertEquals(Integer.MAX_VALUE, figures(-0f).lastBit());
		assertEquals(-2, figures(8, 0, 0.25f, 4).lastBit());
	}

	/** In units of the lowest bit of any number. */
	private static boolean isExact(final ChannelFigures figures) {
		return figures.reach() == 0 || figures.isExact(-figures.lastBit());
	}

	/** 2^62 units at most: what is exact fits, also each sum of some of them. */
	@Property(tries = 8)
	void whatIsExactFits(@ForAll final long seed,
		@ForAll @IntRange(min = 20, max = 60) final int magnitudes)
	{
		final CountedVectors counted = CountedVectors.random(new Random(seed), 1, magnitudes);
		final ChannelFigures figures = counted.figures()[0];
		if (figures.reach() == 0) return;
		final double units = Math.scalb(sum(counted.channel(0)).doubleValue(), -figures.lastBit());
		if (isExact(figures)) assertTrue(units <= 0x1p62);
		else assertTrue(units > 0x1p61);
	}

	@Example
	void exactByHand() {
		assertTrue(isExact(figures(0, 0)));
		assertTrue(isExact(figures(0x1p60f, 1)));
		assertFalse(isExact(figures(0x1p62f, 1)));
		assertTrue(isExact(figures(0x1p62f, 8)));
		assertFalse(figures(0x1p62f, 8).isExact(0));
	}

	/** Half of the 62 bits is for rounding. */
	@Property(tries = 50)
	void sumsOfSoManyDigitsTake61Bits(@ForAll final long seed) {
		final double mass = Math.scalb(1 + new Random(seed).nextDouble(),
			new Random(seed).nextInt(400) - 200);
		final double sum = Math.scalb(mass, ChannelFigures.fractionBits(mass));
		assertTrue(sum >= 0x1p60 && sum < 0x1p61, "" + sum);
	}

	@Example
	void aCancelledSearchEnds() {
		final CountedVectors counted = CountedVectors.ofNumbers(1, 2, 3);
		assertThrows(CancellationException.class, () -> ChannelFigures
			.of(ChannelNumbers.of(counted.vectors, Progress.NONE), true, (done, word) -> {
				if (done > 0.2) throw new CancellationException();
			}));
	}
}
