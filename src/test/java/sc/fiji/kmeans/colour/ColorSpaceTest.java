package sc.fiji.kmeans.colour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorSpaceConverter;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.pixel.PixelFormat;

/** Colours have the points that textbooks give them, and points their colours. */
class ColorSpaceTest {

	private static final int BLACK = 0;
	private static final int WHITE = 0xffffff;

	private static double[] point(final ColorSpace space, final int rgb) {
		final double[] x = new double[space.space().dimensions()];
		space.space().locate(rgb, x);
		return x;
	}

	private static double[] components(final int rgb) {
		return new double[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
	}

	private static void assertPoint(final ColorSpace space, final int rgb, final double tolerance,
		final double... expected)
	{
		assertArrayEquals(expected, point(space, rgb), tolerance);
	}

	@Property(tries = 300)
	void aPointHasItsColour(@ForAll @IntRange(max = WHITE) final int rgb) {
		assertArrayEquals(components(rgb), ColorSpace.RGB.colour(point(ColorSpace.RGB, rgb)));
		assertArrayEquals(components(rgb), ColorSpace.LAB.colour(point(ColorSpace.LAB, rgb)), 1);
		assertArrayEquals(components(rgb), ColorSpace.HSB.colour(point(ColorSpace.HSB, rgb)), 1);
	}

	/** All greys, which lie near the middle between two multiples most, and other colours. */
	@Property(tries = 20)
	void quickPointsAreThoseOfTheLibrary(@ForAll final long seed) {
		for (int grey = 0; grey < 256; grey++)
			assertLikeLibrary(0x10101 * grey);
		final Random random = new Random(seed);
		for (int i = 0; i < 2000; i++)
			assertLikeLibrary(random.nextInt(1 << 24) & (random.nextBoolean() ? WHITE : 0x0f0f0f));
	}

	private static void assertLikeLibrary(final int rgb) {
		final int[] components = { rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff };
		final double[] lab = new ColorSpaceConverter().RGBtoLAB(components);
		final double[] hsb = new ColorSpaceConverter().RGBtoHSB(components);
		final double radius = 255 * hsb[1] * hsb[2];
		assertRounded(ColorSpace.LAB, rgb, lab);
		assertRounded(ColorSpace.AB, rgb, lab[1], lab[2]);
		assertRounded(ColorSpace.HSB, rgb, radius * StrictMath.cos(2 * Math.PI * hsb[0]),
			radius * StrictMath.sin(2 * Math.PI * hsb[0]), 255 * hsb[2]);
	}

	private static void assertRounded(final ColorSpace space, final int rgb, final double... exact) {
		for (int q = 0; q < exact.length; q++)
			exact[q] = Math.rint(exact[q] * (1 << 16)) / (1 << 16);
		assertPoint(space, rgb, 0, exact);
	}

	/** As the contract of maps says: 2^-36. */
	@Property(tries = 1000)
	void quickMapsAreNearlyExact(@ForAll @IntRange(max = WHITE) final int rgb) {
		for (final ColourMap map : new ColourMap[] { new LabColours(),
			new LabColours().withoutLightness(), new ConeColours() })
		{
			final double[] near = new double[3];
			final double[] exact = new double[3];
			map.locate(rgb, near);
			map.locateExactly(rgb, exact);
			assertArrayEquals(exact, near, 0x1p-36);
		}
	}

	@Property(tries = 300)
	void everyPointHasAColour(@ForAll final ColorSpace space,
		@ForAll @IntRange(max = WHITE) final int some, @ForAll @IntRange(max = WHITE) final int other)
	{
		final double[] a = point(space, some);
		final double[] b = point(space, other);
		for (int q = 0; q < a.length; q++)
			a[q] = (a[q] + b[q]) / 2;
		for (final double component : space.colour(a))
			assertTrue(component >= 0 && component <= 255, "" + component);
	}

	/** Of Lab where sRGB has no such colour, and of a cone outside of the cone. */
	@Property(tries = 100)
	void alsoPointsThatNoColourHasAreNearOne(@ForAll final ColorSpace space,
		@ForAll final long seed)
	{
		if (space == ColorSpace.RGB) return;
		final double[] x = new Random(seed).doubles(space.names().size(), -128, 256).toArray();
		for (final double component : space.colour(x))
			assertTrue(component >= 0 && component <= 255, "" + component);
	}

	@Property(tries = 100)
	void withoutLightnessTheOthersStay(@ForAll @IntRange(max = WHITE) final int rgb) {
		final double[] lab = point(ColorSpace.LAB, rgb);
		assertPoint(ColorSpace.AB, rgb, 0, lab[1], lab[2]);
	}

	/** Where red, green and blue are the same, a*, b* and the hue are 0. */
	@Property(tries = 50)
	void greysLieOnAnAxis(@ForAll @IntRange(max = 255) final int grey) {
		final int rgb = 0x10101 * grey;
		assertPoint(ColorSpace.HSB, rgb, 1e-4, 0, 0, grey);
		assertPoint(ColorSpace.AB, rgb, 0.05, 0, 0);
		final double[] colour = ColorSpace.AB.colour(new double[] { 0, 0 });
		assertEquals(colour[0], colour[1], 1);
		assertEquals(colour[1], colour[2], 1);
	}

	@Property(tries = 100)
	void lighterGreysComeLater(@ForAll @IntRange(max = 254) final int grey) {
		for (final ColorSpace space : new ColorSpace[] { ColorSpace.RGB, ColorSpace.LAB,
			ColorSpace.HSB })
			assertTrue(space.space()
				.order()
				.compare(point(space, 0x10101 * grey), point(space, 0x10101 * (grey + 1))) < 0);
	}

	/** The definition of the cone: the distance from the axis is largest less least. */
	@Property(tries = 100)
	void theConeIsThatOfLargestAndLeast(@ForAll @IntRange(max = WHITE) final int rgb) {
		final double[] c = components(rgb);
		final double largest = Math.max(c[0], Math.max(c[1], c[2]));
		final double least = Math.min(c[0], Math.min(c[1], c[2]));
		final double[] x = point(ColorSpace.HSB, rgb);
		assertEquals(largest, x[2], 1e-3);
		assertEquals(largest - least, Math.hypot(x[0], x[1]), 1e-3);
	}

	/** A sixth of the circle each: red is at 0 degrees, yellow at 60, green at 120. */
	@Example
	void huesGoRound() {
		final int[] colours = { 0xff0000, 0xffff00, 0x00ff00, 0x00ffff, 0x0000ff, 0xff00ff };
		for (int i = 0; i < 6; i++) {
			final double angle = Math.toRadians(60 * i);
			assertPoint(ColorSpace.HSB, colours[i], 1e-3, 255 * Math.cos(angle), 255 * Math.sin(angle),
				255);
		}
	}

	/** The colours of the cube of sRGB, as tables of CIE L*a*b* for D65 have them. */
	@Example
	void labByTheTable() {
		assertPoint(ColorSpace.LAB, BLACK, 0.01, 0, 0, 0);
		assertPoint(ColorSpace.LAB, WHITE, 0.05, 100, 0, 0);
		assertPoint(ColorSpace.LAB, 0xff0000, 0.1, 53.24, 80.09, 67.20);
		assertPoint(ColorSpace.LAB, 0x00ff00, 0.1, 87.73, -86.18, 83.18);
		assertPoint(ColorSpace.LAB, 0x0000ff, 0.1, 32.30, 79.19, -107.86);
	}

	/** And then coordinate by coordinate. */
	@Example
	void theOrderOfTheConeIsByBrightness() {
		assertTrue(ColorSpace.HSB.space()
			.order()
			.compare(new double[] { 9, 9, 1 }, new double[] { 0, 0, 2 }) < 0);
		assertTrue(ColorSpace.HSB.space()
			.order()
			.compare(new double[] { 9, 0, 2 }, new double[] { 0, 9, 2 }) > 0);
		assertTrue(ColorSpace.LAB.space()
			.order()
			.compare(new double[] { 1, 9, 9 }, new double[] { 2, 0, 0 }) < 0);
		assertTrue(
			ColorSpace.AB.space().order().compare(new double[] { 1, 8 }, new double[] { 1, 9 }) < 0);
	}

	@Example
	void coloursAreThePointsOfRgb() {
		assertSame(PixelFormat.RGB, ColorSpace.RGB.space());
		final double[] x = { 1, 2, 3 };
		ColorSpace.RGB.colour(x)[0] = 9;
		assertEquals(1, x[0]);
	}

	@Property(tries = 10)
	void eachCoordinateHasAName(@ForAll final ColorSpace space) {
		assertEquals(space.space().dimensions(), space.names().size());
		assertThrows(UnsupportedOperationException.class, () -> space.names().set(0, "x"));
	}

	@Property(tries = 10)
	void aSpaceIsFoundByItsName(@ForAll final ColorSpace space) {
		assertSame(space, ColorSpace.of(space.toString()));
	}

	@Example
	void anotherNameIsRefused() {
		assertEquals("color_space = lab: takes RGB, Lab, a*b*, HSB",
			assertThrows(IllegalArgumentException.class, () -> ColorSpace.of("lab")).getMessage());
	}
}
