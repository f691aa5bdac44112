package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Formats are spaces too; and how they cut values into bits. */
class PixelFormatSpaceTest extends ValueSpaceContract {

	/** Values of more than 31 bits have no narrow points, but are never located. */
	@Override
	protected ValueSpace space(final Random random) {
		return random.nextBoolean() ? PixelFormat.RGB : PixelFormat.grey(1 + random.nextInt(31));
	}

	@Override
	protected long value(final ValueSpace space, final Random random) {
		return value((PixelFormat) space, random);
	}

	private static long value(final PixelFormat format, final Random random) {
		return random.nextLong() >>> 64 - format.bits();
	}

	private static PixelFormat format(final Random random) {
		return random.nextBoolean() ? PixelFormat.RGB : PixelFormat.grey(1 + random.nextInt(32));
	}

	@Property(tries = 100)
	void whatIsUnpackedIsPackedAgain(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = format(random);
		final double[] x = new double[format.components()];
		for (int i = 0; i < 50; i++) {
			final long value = value(format, random);
			format.unpack(value, x);
			assertEquals(value, format.pixel(x));
			for (final double component : x)
				assertTrue(component >= 0 && component <= format.max());
			assertTrue(format.fits(value));
			assertFalse(format.fits(value | 1L << format.bits()));
			assertFalse(format.fits(-1 - value));
		}
	}

	/** A value is known by its cell and its place there, bit by bit. */
	@Property(tries = 100)
	void cellsAndPlacesInThemShareOutTheBits(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = random.nextBoolean()
			? PixelFormat.RGB
			: PixelFormat.grey(1 + random.nextInt(31));
		final int low = random.nextInt(format.componentBits() + 1);
		final int high = format.componentBits() - low;
		for (int i = 0; i < 50; i++) {
			final long value = value(format, random);
			long joined = 0;
			for (int q = 0; q < format.components(); q++) {
				final int from = format.components() - 1 - q;
				final long upper = format.cell(value, low) >>> from * high & (1L << high) - 1;
				final long lower = format.withinCell(value, low) >>> from * low & (1L << low) - 1;
				joined = joined << format.componentBits() | upper << low | lower;
			}
			assertEquals(value, joined);
		}
	}

	@Property(tries = 200)
	void coloursHaveCellsOfFiveBits(@ForAll @IntRange(max = 0xffffff) final int rgb) {
		assertEquals(PixelFormat.RGB.cell(rgb, 3), PixelFormat.colourCell(rgb));
		assertEquals((rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31,
			PixelFormat.colourCell(rgb));
	}

	@Property(tries = 50)
	void keysOfManyAreTheKeysOfEach(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = random.nextBoolean()
			? PixelFormat.RGB
			: PixelFormat.grey(1 + random.nextInt(24));
		final int[] values = random.ints(20).map(i -> (int) value(format, random)).toArray();
		final int n = random.nextInt(20);
		final int[] keys = values.clone();
		format.toKeys(keys, n);
		for (int i = 0; i < values.length; i++) {
			assertEquals(i < n ? format.key(values[i]) : values[i], keys[i]);
			assertEquals(CountedValues.key(format, values[i]), format.key(values[i]));
			assertEquals(values[i], format.pixelOf(format.key(values[i])));
		}
	}

	@Test
	void centresBeyondTheRangeAreCutOff() {
		assertEquals(0xff0080, PixelFormat.RGB.pixel(new double[] { 300, -7, 127.5 }));
		assertEquals(15, PixelFormat.grey(4).pixel(new double[] { 1e9 }));
		assertEquals(0xffffffffL, PixelFormat.grey(32).pixel(new double[] { 1e300 }));
	}

	/** Two formats are the same where they pack alike. */
	@Test
	void formatsOfTheSameBitsAreEqual() {
		assertEquals(PixelFormat.grey(8), PixelFormat.grey(8));
		assertEquals(PixelFormat.grey(8).hashCode(), PixelFormat.grey(8).hashCode());
		assertNotEquals(PixelFormat.grey(8), PixelFormat.grey(16));
		assertNotEquals(PixelFormat.RGB, PixelFormat.grey(8));
		assertNotEquals(PixelFormat.RGB, PixelFormat.grey(24));
		assertEquals("24-bit pixels of 3 components", PixelFormat.RGB.toString());
		assertEquals("16-bit pixels of 1 component", PixelFormat.grey(16).toString());
	}

	/** By the luminance that IEC 61966-2-1 gives: a table of it for greys, as in every book. */
	@Property(tries = 200)
	void lighterColoursComeLater(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double[] a = random.ints(3, 0, 256).asDoubleStream().toArray();
		final double[] b = random.ints(3, 0, 256).asDoubleStream().toArray();
		final double difference = luminance(a) - luminance(b);
		if (Math.abs(difference) > 1e-9)
			assertEquals(Math.signum(difference), Math.signum(PixelFormat.RGB.order().compare(a, b)));
		// One more of any component is lighter.
		final double[] lighter = a.clone();
		lighter[random.nextInt(3)]++;
		assertTrue(PixelFormat.RGB.order().compare(a, lighter) < 0);
	}

	private static double luminance(final double[] rgb) {
		final double[] linear = Arrays.stream(rgb)
			.map(x -> x / 255)
			.map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
			.toArray();
		return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
	}

	/** This much blue is as light as two of red, to the last bit. */
	@Test
	void coloursThatAreAsLightAreOrderedByRedGreenAndBlue() {
		final double[] red = { 2, 0, 0 };
		final double[] blue = { 0, 0, 5.889196675900277 };
		assertTrue(PixelFormat.RGB.order().compare(blue, red) < 0);
		assertTrue(PixelFormat.RGB.order().compare(red, blue) > 0);
	}
}
