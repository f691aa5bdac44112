package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;

class ImagePixelsTest {

	@Test
	void theHighByteOfAnRgbPixelIsNotLookedAt() {
		final ImageProcessor image = new ColorProcessor(3, 1,
			new int[] { 0x00102030, 0xff102030, 0x7b102030 });
		assertArrayEquals(new int[] { 0x102030, 0x102030, 0x102030 }, row(image, 0));
	}

	@Test
	void anIndexedImageHasTheColoursOfItsPalette() {
		final byte[] level = new byte[256];
		for (int i = 0; i < 256; i++)
			level[i] = (byte) (97 * i);
		final ByteProcessor image = new ByteProcessor(3, 1, new byte[] { 1, (byte) 200, 0 },
			new LUT(level, new byte[256], level));
		assertArrayEquals(new int[] { 0x610061, 0xc800c8, 0 }, row(image, 0));
	}

	@Test
	void greysInDisorderAreAPalette() {
		final byte[] level = new byte[256];
		for (int i = 0; i < 256; i++)
			level[i] = (byte) (97 * i);
		final ByteProcessor image = new ByteProcessor(2, 1, new byte[] { 1, 3 },
			new LUT(level, level, level));
		assertArrayEquals(new int[] { 0x616161, 0x232323 }, row(image, 0));
	}

	/** As quantizers make them: from dark to bright, but with jumps of hue. */
	@Test
	void aSortedPaletteIsAPalette() {
		final byte[] red = new byte[256];
		final byte[] blue = new byte[256];
		for (int i = 0; i < 256; i++) {
			red[i] = (byte) (i % 16 == 0 ? i : i / 2);
			blue[i] = (byte) (i / 3);
		}
		final ByteProcessor image = new ByteProcessor(2, 1, new byte[] { (byte) 160, (byte) 161 },
			new LUT(red, red, blue));
		assertArrayEquals(new int[] { 0xa0a035, 0x505035 }, row(image, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Fire", "Grays", "Ice", "Red", "Spectrum" })
	void aLookUpTableForDisplayDoesNotMakeAGreyImageColoured(final String name) {
		final ByteProcessor image = (ByteProcessor) Kind.GREY8.draw(5, 1, 1);
		final int[] before = row(image, 0);
		image.setColorModel(ij.plugin.LutLoader.getLut(name));
		assertArrayEquals(before, row(image, 0));
		assertEquals(1, new ImagePixels(image, null).format().components());
	}

	@Test
	void formatsFollowTheType() {
		assertSame(PixelFormat.RGB, new ImagePixels(Kind.RGB.draw(2, 2, 1), null).format());
		assertSame(PixelFormat.RGB, new ImagePixels(Kind.INDEXED.draw(2, 2, 1), null).format());
		assertEquals(8, new ImagePixels(Kind.GREY8.draw(2, 2, 1), null).format().bits());
		assertEquals(16, new ImagePixels(Kind.GREY16.draw(2, 2, 1), null).format().bits());
	}

	@Test
	void aFloatImageIsRefusedWithItsTypeAndWhatIsTaken() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new ImagePixels(new FloatProcessor(2, 2), null)).getMessage();
		assertEquals("32-bit image: takes 8-bit, 16-bit, RGB and indexed ones", message);
	}

	static Stream<Roi> selectionsWithoutArea() {
		return Stream.of(new Line(1, 1, 7, 5), new PointRoi(3, 3),
			new PointRoi(new float[] { 1, 2 }, new float[] { 3, 4 }),
			new PolygonRoi(new float[] { 1, 5, 9 }, new float[] { 2, 8, 3 }, Roi.POLYLINE),
			new PolygonRoi(new float[] { 1, 5, 9 }, new float[] { 2, 8, 3 }, Roi.FREELINE));
	}

	@ParameterizedTest
	@MethodSource("selectionsWithoutArea")
	void linesAndPointsSelectTheWholePlane(final Roi roi) {
		final ImageProcessor image = Kind.RGB.draw(11, 10, 3);
		assertEquals(110, PixelHistogram.of(new ImagePixels(image, roi), Progress.NONE).pixels());
	}

	static Stream<Roi> selectionsWithoutPixels() {
		return Stream.of(new Roi(50, 3, 4, 4), new Roi(-4, 3, 4, 4), new OvalRoi(-20, -20, 10, 10),
			new OvalRoi(-9, -9, 10, 10),
			new PolygonRoi(new float[] { 1, 1, 1 }, new float[] { 1, 5, 1 }, Roi.POLYGON));
	}

	@ParameterizedTest
	@MethodSource("selectionsWithoutPixels")
	void aSelectionWithoutPixelsIsRefused(final Roi roi) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new ImagePixels(Kind.RGB.draw(11, 10, 3), roi)).getMessage();
		assertTrue(message.startsWith("The selection has no pixels"), message);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void readingChangesNeitherPixelsNorSelection(final Kind kind) {
		final ImageProcessor image = kind.draw(15, 12, 4);
		final int[] before = TestImages.values(image);
		image.setRoi(1, 2, 3, 4);
		PixelHistogram.of(new ImagePixels(image, TestImages.oval()), Progress.NONE);
		assertArrayEquals(before, TestImages.values(image));
		assertEquals(new java.awt.Rectangle(1, 2, 3, 4), image.getRoi());
	}

	private static int[] row(final ImageProcessor image, final int row) {
		final ImagePixels pixels = new ImagePixels(image, null);
		final int[] values = new int[pixels.blockLength()];
		return Arrays.copyOf(values, pixels.read(row, values));
	}
}
