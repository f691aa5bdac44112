package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Rectangle;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.pixel.PixelFormat;

/** Background and no data, pixel by pixel. */
class IgnoredPixelsTest {

	private static final PixelFormat GREY8 = PixelFormat.grey(8);
	private static final PixelFormat GREY16 = PixelFormat.grey(16);

	private static IgnoredPixels background(final String text) {
		return new IgnoredPixels(IgnoredValues.of(text), OptionalDouble.empty(), new Calibration());
	}

	private static IgnoredPixels noData(final double value) {
		return noData(value, new Calibration());
	}

	private static IgnoredPixels noData(final double value, final Calibration calibration) {
		return new IgnoredPixels(IgnoredValues.NONE, OptionalDouble.of(value), calibration);
	}

	private static ImageProcessor[] frame(final int channels, final ImageProcessor plane) {
		final ImageProcessor[] frame = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++)
			frame[c] = plane.createProcessor(2, 2);
		return frame;
	}

	@Property(tries = 100)
	void aColourIsNearIfEachComponentIs(@ForAll @IntRange(max = 0xffffff) final int middle,
		@ForAll @IntRange(max = 255) final int tolerance, @ForAll final long seed)
	{
		final IntPredicate ignored = background(String.format("#%06x+%d", middle, tolerance))
			.of(PixelFormat.RGB);
		final Random random = new Random(seed);
		for (int i = 0; i < 50; i++) {
			int rgb = 0;
			boolean expected = true;
			for (int shift = 0; shift < 24; shift += 8) {
				final int own = middle >> shift & 0xff;
				final int by = random.nextInt(2 * tolerance + 3) - tolerance - 1;
				final int component = Math.max(0, Math.min(255, own + by));
				rgb |= component << shift;
				expected &= Math.abs(component - own) <= tolerance;
			}
			assertEquals(expected, ignored.test(rgb));
		}
	}

	@Property(tries = 10)
	void aGreyStandsForTheSameShareOfTheLargest(@ForAll @IntRange(max = 255) final int grey,
		@ForAll @IntRange(max = 99) final int tolerance)
	{
		final IgnoredPixels ignored = background(String.format("#%06x+%d", 0x10101 * grey, tolerance));
		final IntPredicate bytes = ignored.of(GREY8);
		for (int i = 0; i < 256; i++)
			assertEquals(Math.abs(i - grey) <= tolerance, bytes.test(i));
		final IntPredicate shorts = ignored.of(GREY16);
		for (int i = 0; i < 65536; i++)
			assertEquals(Math.abs(i - 257 * grey) <= tolerance, shorts.test(i));
	}

	/** 2 x - 10: the value 5 is between the pixels 7 and 8, 6 is the pixel 8. */
	@Example
	void aValueIsCalibrated() {
		final Calibration calibration = new Calibration();
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -10, 2 }, "m");
		final String[] texts = { "5", "5+1", "6", "-10", "400" };
		final String[] expected = { "", "7 8 ", "8 ", "0 ", "205 " };
		for (int t = 0; t < texts.length; t++) {
			final IntPredicate ignored = new IgnoredPixels(IgnoredValues.of(texts[t]),
				OptionalDouble.empty(), calibration).of(GREY8);
			final StringBuilder pixels = new StringBuilder();
			for (int i = 0; i < 256; i++)
				if (ignored.test(i)) pixels.append(i).append(' ');
			assertEquals(expected[t], pixels.toString());
		}
	}

	/** Of several channels all must be background, but one is enough for no data. */
	@Property(tries = 12)
	void ofChannelsAllOrOne(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int channels)
	{
		final Random random = new Random(seed);
		final ImageProcessor[] frame = frame(channels, new ShortProcessor(1, 1));
		final Predicate<float[]> both = new IgnoredPixels(IgnoredValues.of("2"), OptionalDouble.of(3),
			new Calibration()).of(frame).get();
		for (int i = 0; i < 20; i++) {
			final float[] pixel = new float[channels];
			int twos = 0;
			int threes = 0;
			for (int c = 0; c < channels; c++) {
				pixel[c] = 1 + random.nextInt(3);
				if (pixel[c] == 2) twos++;
				if (pixel[c] == 3) threes++;
			}
			assertEquals(twos == channels || threes > 0, both.test(pixel));
		}
	}

	/** 0.3f - 0.1f is not 0.2f, but as near as floats are. */
	@Example
	void boundsAreRoundedAsPixelsAre() {
		final Predicate<float[]> ignored = background("0.3+0.1").of(frame(1, new FloatProcessor(1, 1)))
			.get();
		for (final float in : new float[] { 0.2f, 0.3f, 0.4f })
			assertTrue(ignored.test(new float[] { in }));
		for (final float out : new float[] { Math.nextDown(0.2f), Math.nextUp(0.4f) })
			assertFalse(ignored.test(new float[] { out }));
		assertTrue(
			background("1+0.1").of(frame(1, new FloatProcessor(1, 1))).get().test(new float[] { 0.9f }));
	}

	@Example
	void blackIsZeroAndWhiteTheLargest() {
		final Predicate<float[]> white = background("white+1").of(frame(2, new ByteProcessor(1, 1)))
			.get();
		assertTrue(white.test(new float[] { 255, 254 }));
		assertFalse(white.test(new float[] { 255, 253 }));
		final Predicate<float[]> black = background("black").of(frame(2, new FloatProcessor(1, 1)))
			.get();
		assertTrue(black.test(new float[] { 0, -0f }));
		assertFalse(black.test(new float[] { 0, Float.MIN_VALUE }));
	}

	@Example
	void nothingIsLeftOutOfNone() {
		final IgnoredPixels none = background("none");
		assertTrue(none.areNone());
		assertFalse(none.haveNoData());
		assertFalse(none.of(frame(3, new ByteProcessor(1, 1))).isPresent());
		assertNull(none.withoutNoData(new ByteProcessor(3, 2), new Rectangle(3, 2), null));
	}

	@Property(tries = 60)
	void aMaskLosesWhatIsNoData(@ForAll final long seed, @ForAll final boolean isMasked,
		@ForAll final boolean isColoured)
	{
		final Random random = new Random(seed);
		final ImageProcessor plane = isColoured ? new ColorProcessor(9, 7) : new ByteProcessor(9, 7);
		for (int i = 0; i < 63; i++)
			plane.set(i,
				isColoured
					? random.nextInt(3) << 16 | random.nextInt(3) << 8 | random.nextInt(3)
					: random.nextInt(3));
		final Rectangle bounds = new Rectangle(2, 1, 5, 4);
		final byte[] mask = isMasked ? new byte[20] : null;
		for (int i = 0; isMasked && i < 20; i++)
			mask[i] = (byte) (random.nextBoolean() ? 255 : 0);
		final byte[] before = isMasked ? mask.clone() : null;
		final byte[] data = noData(2).withoutNoData(plane, bounds, mask);
		for (int y = 0; y < 4; y++)
			for (int x = 0; x < 5; x++) {
				final int pixel = plane.get(2 + x, 1 + y);
				final boolean isMissing = (pixel & 0xff) == 2
					|| isColoured && (pixel >> 8 == 2 || (pixel >> 8 & 0xff) == 2 || pixel >> 16 == 2);
				final boolean wasIn = !isMasked || before[5 * y + x] != 0;
				assertEquals(wasIn && !isMissing, data[5 * y + x] != 0);
			}
		assertArrayEquals(before, mask);
	}

	@Example
	void onlyTheBackgroundStays() {
		final IgnoredPixels both = new IgnoredPixels(IgnoredValues.of("black"), OptionalDouble.of(7),
			new Calibration());
		final byte[] mask = new byte[1];
		final IgnoredPixels background = both.onlyBackground();
		assertTrue(both.haveNoData());
		assertFalse(background.haveNoData());
		assertSame(mask, background.withoutNoData(new ByteProcessor(1, 1), new Rectangle(1, 1), mask));
		assertTrue(background.of(GREY8).test(0));
	}

	/** As in the file: signed pixels of 16 bits are stored with 32768 added. */
	@Example
	void theTextIsThatOfTheFile() {
		assertEquals("7", noData(7).noDataText());
		assertEquals("-0.5", noData(-0.5).noDataText());
		assertEquals("0.1", noData(0.1f).noDataText());
		final Calibration signed = new Calibration(new ImagePlus("", new ShortProcessor(1, 1)));
		signed.setSigned16BitCalibration();
		assertEquals("-9999", noData(22769, signed).noDataText());
	}

	@Example
	void whatHasNoMeaningIsRefused() {
		assertRefused("12.5", () -> background("12.5").of(PixelFormat.RGB));
		assertRefused("#ff0000", () -> background("#ff0000").of(GREY8));
		assertRefused("white", () -> background("white").of(frame(1, new FloatProcessor(1, 1))));
		assertRefused("#808080", () -> background("#808080").of(frame(2, new ByteProcessor(1, 1))));
	}

	private static void assertRefused(final String text, final Runnable action) {
		final String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
		assertTrue(message.startsWith("ignore = " + text + ": takes none, "), message);
	}
}
