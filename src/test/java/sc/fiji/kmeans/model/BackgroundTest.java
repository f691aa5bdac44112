package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.segment.Segmentation;

/** Pixels that are left out, and what removed pixels become. */
class BackgroundTest {

	private static final KMeansOptions THREE = KMeansOptions.defaults()
		.withClusters(3)
		.withAttempts(2);

	@Test
	void removedColoursAreTransparentAndAllOthersOpaque() {
		for (final Kind kind : new Kind[] { Kind.RGB, Kind.INDEXED }) {
			final ImagePlus image = kind.image(9, 7, 3);
			image.setRoi(TestImages.oval());
			final Segmentation result = Segmentation.of(image, THREE);
			final ImageProcessor labels = result.labels().getProcessor();
			final int[] values = TestImages.values(image.getProcessor());
			assertPixels(labels, values, j -> j == 2, result.masked(Background.TRANSPARENT, 2));
			assertPixels(labels, values, j -> j == 2 || j == 3, result.kept(Background.TRANSPARENT, 1));
			final ImagePlus each = result.maskedEach(Background.TRANSPARENT);
			each.setSlice(3);
			assertPixels(labels, values, j -> j == 3, each);
		}
	}

	private static void assertPixels(final ImageProcessor labels, final int[] values,
		final IntPredicate removed, final ImagePlus picture)
	{
		for (int i = 0; i < values.length; i++)
			assertEquals(removed.test(labels.get(i)) ? 0 : 0xff000000 | values[i],
				picture.getProcessor().get(i));
	}

	@ParameterizedTest
	@EnumSource(Background.class)
	void removedNumbersAreWhatTheBackgroundSays(final Background background) {
		for (final int bits : new int[] { 8, 16, 32 })
			for (final int channels : new int[] { 1, 3 }) {
				final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 1, 1);
				final Segmentation result = Segmentation.of(image, THREE);
				final ImageProcessor labels = result.labels().getProcessor();
				final ImagePlus masked = result.masked(background, 2);
				for (int c = 1; c <= channels; c++) {
					final ImageProcessor plane = image.getStack().getProcessor(c);
					for (int i = 0; i < labels.getPixelCount(); i++)
						assertEquals(labels.get(i) == 2 ? expected(background, plane) : plane.getf(i),
							masked.getStack().getProcessor(c).getf(i));
				}
			}
	}

	private static float expected(final Background background, final ImageProcessor plane) {
		if (background == Background.BLACK) return 0;
		if (background == Background.TRANSPARENT) return plane.getBitDepth() == 32 ? Float.NaN : 0;
		return plane.getBitDepth() == 32
			? max((float[]) plane.getPixels())
			: (1 << plane.getBitDepth()) - 1;
	}

	private static float max(final float[] pixels) {
		float max = pixels[0];
		for (final float pixel : pixels)
			max = Math.max(max, pixel);
		return max;
	}

	@ParameterizedTest
	@CsvSource({ "black,0,0", "black+3,0,3", "white,65535,0", "white+2,65535,2", "#808080,32896,0",
		"#000000+9,0,9", "#ffffff,65535,0" })
	void greyValuesThatAreIgnored(final String ignored, final int grey, final int tolerance) {
		for (final int bits : new int[] { 8, 16 }) {
			final ImagePlus image = RandomImages.hyperstack(bits, 1, 1, 1, 7);
			final ImageProcessor plane = image.getProcessor();
			final int middle = bits == 8 ? grey / 257 : grey;
			for (int i = 0; i < 40; i++)
				plane.set(i, Math.max(0, Math.min((1 << bits) - 1, middle - 10 + i / 2)));
			assertLeftOut(image, ignored, value -> Math.abs(value - middle) <= tolerance);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "black", "black+40", "white+60", "#4080c0+70", "#4080C0" })
	void coloursThatAreIgnored(final String ignored) {
		final String[] parts = ignored.replace("black", "#000000")
			.replace("white", "#ffffff")
			.substring(1)
			.split("\\+");
		final int colour = Integer.parseInt(parts[0], 16);
		final int tolerance = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
		final IntPredicate isLeftOut = rgb -> near(rgb >> 16, colour >> 16, tolerance)
			&& near(rgb >> 8, colour >> 8, tolerance) && near(rgb, colour, tolerance);
		for (final Kind kind : new Kind[] { Kind.RGB, Kind.INDEXED }) {
			final ImagePlus image = kind.image(31, 23, 3);
			image.getProcessor().set(5, kind == Kind.RGB ? colour : 5);
			image.getProcessor().set(7, kind == Kind.RGB ? colour | 0x12000000 : 5);
			assertLeftOut(image, ignored, isLeftOut);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.3+0.1,0.2|0.3|0.4,0.19999|0.40001", "black+0.1,0.1|-0.1|0,0.10001",
		"-5+0.7,-5.7|-4.3,-5.70001|-4.29999", "0.1,0.1,0.10000001|0.09999999" })
	void decimalNumbersAreThoseOfTheirPixels(final String ignored, final String out,
		final String in)
	{
		for (final boolean isOut : new boolean[] { true, false }) {
			final String[] values = (isOut ? out : in).split("\\|");
			final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 1, 1);
			for (int i = 0; i < values.length; i++)
				image.getProcessor().setf(i, Float.parseFloat(values[i]));
			final ImageProcessor labels = Segmentation
				.of(image, SegmentationOptions.defaults().with(IgnoredValues.of(ignored)))
				.labels()
				.getProcessor();
			for (int i = 0; i < values.length; i++)
				assertEquals(isOut, labels.get(i) == 0, values[i]);
		}
	}

	/** All channels must be the value; of a calibrated image the calibrated one. */
	@ParameterizedTest
	@CsvSource({ "8,3,black,0,0", "16,2,white+9,65535,9", "16,2,-3+2.5,-3,2.5", "16,1,-3.5+1,-3.5,1",
		"32,1,0,0,0", "32,3,black+1.5,0,1.5", "32,2,1e2+.5,100,.5", "32,1,0.1,0.1,0" })
	void valuesThatAreIgnored(final int bits, final int channels, final String ignored,
		final double value, final double tolerance)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 1, 1);
		final boolean calibrated = bits == 16 && value < 0;
		if (calibrated)
			image.getCalibration()
				.setFunction(Calibration.STRAIGHT_LINE, new double[] { -10, 0.5 }, "height");
		final Random random = new Random(1);
		for (int i = 0; i < 40; i++)
			for (int c = 1; c <= channels; c++)
				image.getStack()
					.getProcessor(c)
					.setf(i,
						(float) (calibrated
							? random.nextInt(30)
							: Math.max(0, Math.min(value == 65535 ? value : 1000,
								value + (random.nextInt(3) - 1) * tolerance * random.nextInt(2) * 1.5))));
		final ImageProcessor labels = Segmentation
			.of(image, SegmentationOptions.defaults().with(THREE).with(IgnoredValues.of(ignored)))
			.labels()
			.getProcessor();
		int left = 0;
		for (int i = 0; i < labels.getPixelCount(); i++) {
			boolean isLeftOut = true;
			for (int c = 1; c <= channels; c++) {
				final float raw = image.getStack().getProcessor(c).getf(i);
				isLeftOut &= Math.abs((calibrated ? raw / 2 - 10 : raw) - (float) value) <= tolerance;
			}
			assertEquals(isLeftOut, labels.get(i) == 0, "pixel " + i);
			left += isLeftOut ? 1 : 0;
		}
		assertTrue(left > 0);
	}

	/** However large: it does not make the numbers of the others coarse. */
	@Test
	void whatIsIgnoredDoesNotCount() {
		final ImagePlus image = new ImagePlus("",
			new FloatProcessor(5, 1, new float[] { 1e30f, 0.001f, 0.002f, 0.001f, 1e30f }));
		final Segmentation result = Segmentation.of(image,
			SegmentationOptions.defaults().with(THREE).with(IgnoredValues.of("1e30")));
		assertArrayEquals(new byte[] { 0, 1, 2, 1, 0 },
			(byte[]) result.labels().getProcessor().getPixels());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"24|1|5|none, black, white or a colour such as #f0f0f0 for an image of colours",
		"8|1|#ff0000|none, black, white, a grey such as #f0f0f0 or a value such as 12.5 for a grey image",
		"16|1|#808081+9|none, black, white, a grey such as #f0f0f0 or a value such as 12.5 for a grey image",
		"32|1|white|none, black (that is 0) or a value such as 12.5 for a 32-bit image",
		"32|2|#102030|none, black (that is 0) or a value such as 12.5 for a 32-bit image",
		"8|2|#102030|none, black, white or a value such as 12.5 for a multi-channel image" })
	void whatHasNoMeaningIsRefused(final int bits, final int channels, final String ignored,
		final String takes)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 1, 1);
		assertEquals("ignore = " + ignored + ": takes " + takes, assertThrows(
			IllegalArgumentException.class,
			() -> Segmentation.of(image, SegmentationOptions.defaults().with(IgnoredValues.of(ignored))))
			.getMessage());
	}

	private static boolean near(final int a, final int b, final int tolerance) {
		return Math.abs((a & 0xff) - (b & 0xff)) <= tolerance;
	}

	private static void assertLeftOut(final ImagePlus image, final String ignored,
		final IntPredicate isLeftOut)
	{
		final Segmentation result = Segmentation.of(image,
			SegmentationOptions.defaults().with(THREE).with(IgnoredValues.of(ignored)), Progress.NONE);
		final int[] values = TestImages.values(image.getProcessor());
		final ImageProcessor labels = result.labels().getProcessor();
		for (int i = 0; i < values.length; i++)
			assertEquals(isLeftOut.test(values[i]), labels.get(i) == 0, "pixel " + i);
		assertEquals(Arrays.stream(values).filter(isLeftOut.negate()).count(),
			result.clustersOfFrame(1).found().pixels());
		final int[] segmented = TestImages.values(result.segmented().getProcessor());
		final int[] kept = TestImages.values(result.kept(Background.BLACK).getProcessor());
		for (int i = 0; i < values.length; i++) {
			if (isLeftOut.test(values[i])) assertEquals(values[i], segmented[i]);
			assertEquals(0, kept[i]);
		}
	}

	/** Black is left out; of what is selected nothing but cluster 1 is kept. */
	@ParameterizedTest
	@EnumSource(Background.class)
	void keptHasNothingElseInTheSelection(final Background background) {
		final int[] colours = { 0, 0x101010, 0xf0f0f0, 0x101010, 0 };
		final ImagePlus image = new ImagePlus("five",
			TestImages.fill(new ColorProcessor(5, 1), i -> colours[i]));
		image.setRoi(0, 0, 3, 1);
		final int[] kept = (int[]) Segmentation
			.of(image, SegmentationOptions.defaults().with(IgnoredValues.of("black")))
			.kept(background, 1)
			.getProcessor()
			.getPixels();
		final int removed = background == Background.WHITE ? 0xffffff : 0;
		final int mask = background == Background.TRANSPARENT ? -1 : 0xffffff;
		assertArrayEquals(
			new int[] { removed, 0xff101010 & mask, removed, 0xff101010 & mask, 0xff000000 & mask },
			Arrays.stream(kept).map(v -> v & mask).toArray());
	}

	/** ImageJ paints them on white, and keeps no transparency. */
	@Test
	void transparentPixelsOfAFileAreLeftOutAsWhite(@TempDir final Path folder) throws IOException {
		final BufferedImage drawn = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
		drawn.setRGB(0, 0, 4, 1, new int[] { 0xff102030, 0x00102030, 0xfff0a010, 0xff102030 }, 0, 4);
		final File file = folder.resolve("transparent.png").toFile();
		ImageIO.write(drawn, "png", file);
		final ImagePlus image = new Opener().openImage(file.getPath());
		assertArrayEquals(new int[] { 0xff102030, 0xffffffff, 0xfff0a010, 0xff102030 },
			(int[]) image.getProcessor().getPixels());
		final Segmentation result = Segmentation.of(image,
			SegmentationOptions.defaults().with(THREE).with(IgnoredValues.of("white")), Progress.NONE);
		assertArrayEquals(new byte[] { 1, 0, 2, 1 },
			(byte[]) result.labels().getProcessor().getPixels());
	}

	@Test
	void invertedTablesTurnBlackAndWhiteRound() {
		final ImageProcessor plane = new ByteProcessor(2, 1, new byte[] { 9, 90 });
		plane.invertLut();
		assertEquals(255, Background.BLACK.value(plane));
		assertEquals(0, Background.WHITE.value(plane));
		assertEquals(255, Background.TRANSPARENT.value(plane));
		assertEquals(0xffffff, (int) Background.WHITE.value(new ColorProcessor(1, 1)));
	}
}
