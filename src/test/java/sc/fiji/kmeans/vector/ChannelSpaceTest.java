package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Vectors become points whose sums are exact, as fine as that allows. */
class ChannelSpaceTest {

	private static ChannelSpace space(final CountedVectors counted) {
		return ChannelSpace.of(counted.figures());
	}

	private static ChannelSpace space(final CountedVectors counted, final double... scales) {
		return ChannelSpace.of(counted.figures(), scales);
	}

	private static ChannelSpace random(final CountedVectors counted, final Random random) {
		if (random.nextBoolean()) return space(counted);
		final double[] scales = new double[counted.vectors.channels()];
		Arrays.setAll(scales, c -> Math.scalb(1 + random.nextDouble(), random.nextInt(40) - 20));
		return space(counted, scales);
	}

	@Property(tries = 20)
	void coordinatesAreWholeAndTheirSumsAreExact(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 90) final int magnitudes)
	{
		final Random random = new Random(seed);
		final CountedVectors counted = CountedVectors.random(random, channels, magnitudes);
		final ChannelSpace space = random(counted, random);
		final BigDecimal[] sums = new BigDecimal[space.dimensions()];
		Arrays.fill(sums, BigDecimal.ZERO);
		for (final float[] pixel : counted.pixels) {
			final double[] x = space.located(pixel);
			for (int c = 0; c < x.length; c++) {
				final double units = Math.scalb(x[c], space.fractionBits());
				assertEquals(Math.rint(units), units);
				assertEquals((long) units, space.whole(pixel[c], c));
				assertTrue(space.isWide() || Math.abs(units) < 0x1p31);
				sums[c] = sums[c].add(new BigDecimal(Math.abs(units)));
			}
		}
		for (final BigDecimal sum : sums)
			assertTrue(sum.compareTo(new BigDecimal(0x1p62)) <= 0, sum.toString());
	}

	/** The divided number and its point are half a unit apart at most. */
	@Property(tries = 15)
	void aPointIsTheNearestThatThereIs(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 90) final int magnitudes)
	{
		final Random random = new Random(seed);
		final CountedVectors counted = CountedVectors.random(random, 2, magnitudes);
		final ChannelSpace space = random(counted, random);
		final double unit = Math.scalb(1.0, -space.fractionBits());
		for (final float[] pixel : counted.pixels) {
			final double[] x = space.located(pixel);
			for (int c = 0; c < x.length; c++) {
				final double exact = pixel[c] / space.scales()[c];
				assertEquals(exact, x[c], space.isExact() ? 0 : unit / 2 + 1e-15 * Math.abs(exact));
			}
		}
	}

	@Property(tries = 6)
	void vectorsOfARowLieWhereEachDoes(@ForAll final long seed) {
		final Random random = new Random(seed);
		final CountedVectors counted = CountedVectors.random(random, 3, 50);
		final ChannelSpace space = random(counted, random);
		final int n = counted.pixels.length;
		final double[] x = new double[3 * n];
		space.locate(new float[][] { counted.channel(0), counted.channel(1), counted.channel(2) }, n,
			x);
		for (int i = 0; i < n; i++)
			assertArrayEquals(space.located(counted.pixels[i]),
				new double[] { x[i], x[n + i], x[2 * n + i] });
	}

	/** Clusters that are read from a file see pixels as they did when they were found. */
	@Property(tries = 10)
	void aSpaceThatWasSavedIsTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 90) final int magnitudes)
	{
		final Random random = new Random(seed);
		final CountedVectors counted = CountedVectors.random(random, 2, magnitudes);
		final ChannelSpace space = random(counted, random);
		final ChannelSpace saved = ChannelSpace.of(space.scales(), space.savedBits());
		assertEquals(space.isExact(), saved.isExact());
		assertEquals(space.savedBits(), saved.savedBits());
		for (final float[] pixel : counted.pixels)
			assertArrayEquals(space.located(pixel), saved.located(pixel));
	}

	@Property(tries = 6)
	void unscaledIsTheInverse(@ForAll final long seed) {
		final Random random = new Random(seed);
		final CountedVectors counted = CountedVectors.random(random, 2, 1);
		final ChannelSpace space = space(counted, 3, 0.2);
		for (final float[] pixel : counted.pixels) {
			final double[] values = ChannelSpace.unscaled(space.located(pixel), space.scales());
			for (int c = 0; c < 2; c++)
				assertEquals(pixel[c], values[c],
					1e-15 * Math.abs(pixel[c]) + Math.scalb(3.0, -space.fractionBits()));
		}
	}

	@Example
	void withoutScalesValuesStay() {
		final double[] x = { 1.5, -2 };
		final double[] values = ChannelSpace.unscaled(x, new double[0]);
		assertArrayEquals(new double[] { 1.5, -2 }, values);
		values[0] = 7;
		assertEquals(1.5, x[0]);
	}

	/** The finest number is 1/4, so points count in quarters. */
	@Example
	void numbersThatFitStayAsTheyAre() {
		final ChannelSpace space = space(
			CountedVectors.of(new float[] { 3, 0.25f }, new float[] { -8, 100 }));
		assertTrue(space.isExact());
		assertFalse(space.isWide());
		assertEquals(2, space.fractionBits());
		assertEquals(0, space.savedBits());
		assertArrayEquals(new double[] { 1, 1 }, space.scales());
		assertArrayEquals(new double[] { 0.1f, 3 }, space.located(new float[] { 0.1f, 3 }));
	}

	/** Units of 16 are the coarsest that hold 32 and 48; zeros have units of 1. */
	@Example
	void unitsMayBeMoreThanOne() {
		assertEquals(-4, space(CountedVectors.ofNumbers(32, 48, 0)).fractionBits());
		assertEquals(0, space(CountedVectors.ofNumbers(0)).fractionBits());
	}

	/** 2^31 units do not fit into 31 bits, one less does. */
	@Example
	void wideFrom31BitsOn() {
		assertFalse(space(CountedVectors.ofNumbers(1, 0x1p30f)).isWide());
		assertTrue(space(CountedVectors.ofNumbers(1, 0x1p31f)).isWide());
		assertTrue(space(CountedVectors.ofNumbers(1, -0x1p31f)).isWide());
	}

	/** 2^60 and something fits 60 bits and no fraction; 0 would be saved as exact. */
	@Example
	void roundedPointsAreNeverSavedAsExact() {
		final ChannelSpace space = space(CountedVectors.ofNumbers(0x1p60f, 0x1p-60f));
		assertFalse(space.isExact());
		assertEquals(-1, space.fractionBits());
		assertEquals(-1, space.savedBits());
		assertArrayEquals(new double[] { 4 }, space.located(new float[] { 3.5f }));
		assertArrayEquals(new double[] { 0 }, space.located(new float[] { 0x1p-60f }));
	}

	/** The fraction has more digits than any double. */
	@Example
	void veryManyDigits() {
		final ChannelSpace space = ChannelSpace.of(new double[] { 1 }, 1000);
		assertArrayEquals(new double[] { 0.1f }, space.located(new float[] { 0.1f }));
		assertArrayEquals(new double[] { Float.MIN_VALUE },
			space.located(new float[] { Float.MIN_VALUE }));
		final ChannelSpace coarse = ChannelSpace.of(new double[] { 1 }, -1000);
		assertArrayEquals(new double[] { 0 }, coarse.located(new float[] { 3e38f }));
	}

	/** The largest factor counts: 2^-30 of one channel is as 1 of the other. */
	@Example
	void scaledChannelsHaveOneUnit() {
		final CountedVectors counted = CountedVectors.of(new float[] { 1, 0x1p-30f },
			new float[] { 0, 0 });
		final ChannelSpace space = space(counted, 1, 0x1p-30);
		assertFalse(space.isExact());
		assertTrue(space.isWide());
		assertArrayEquals(new double[] { 1, 1 }, space.located(new float[] { 1, 0x1p-30f }));
		assertEquals(60, space.fractionBits(), 1);
	}

	@Example
	void scalesAreNotThoseOfTheCaller() {
		final ChannelSpace space = ChannelSpace.of(new double[] { 2 }, 3);
		space.scales()[0] = 9;
		assertArrayEquals(new double[] { 2 }, space.scales());
	}

	/** By the mean, then by the first channel that differs. */
	@Example
	void dimBeforeBright() {
		final Comparator<double[]> order = ChannelSpace.of(new double[] { 1, 1 }, 0).order();
		assertTrue(order.compare(new double[] { 9, 0 }, new double[] { 0, 10 }) < 0);
		assertTrue(order.compare(new double[] { 9, 1 }, new double[] { 0, 10 }) > 0);
		assertTrue(order.compare(new double[] { 3, 2 }, new double[] { 2, 3 }) > 0);
		assertEquals(0, order.compare(new double[] { 3, 2 }, new double[] { 3, 2 }));
	}
}
