package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.MedianCut;
import ij.process.ShortProcessor;

import java.util.Random;

/** Images to segment, and how two of them are compared. */
public final class Pictures {

	private Pictures() {}

	/** Noise of three colours: dark blue, middle green, bright yellow. */
	public static ImagePlus rgb(final int width, final int height) {
		return new ImagePlus("rgb", rgbNoise(width, height, 1));
	}

	private static ImageProcessor rgbNoise(final int width, final int height, final long seed) {
		final int[] colours = { 0x101040, 0x208020, 0xe0d020 };
		final Random random = new Random(seed);
		final ImageProcessor picture = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			picture.set(i, colours[random.nextInt(3)] + random.nextInt(16) * 0x010101);
		return picture;
	}

	/** A stack of RGB frames, each another noise. */
	public static ImagePlus frames(final int width, final int height, final int n) {
		final ImageStack stack = new ImageStack(width, height);
		for (int t = 1; t <= n; t++)
			stack.addSlice("t=" + t, rgbNoise(width, height, t));
		final ImagePlus image = new ImagePlus("frames", stack);
		image.setDimensions(1, 1, n);
		image.setOpenAsHyperStack(true);
		return image;
	}

	public static ImagePlus grey8(final int width, final int height) {
		return new ImagePlus("grey8", noise(new ByteProcessor(width, height), 256));
	}

	public static ImagePlus grey16(final int width, final int height) {
		return new ImagePlus("grey16", noise(new ShortProcessor(width, height), 65536));
	}

	/** 8-bit with a look-up table of colours. */
	public static ImagePlus indexed(final int width, final int height) {
		return new ImagePlus("indexed",
			new MedianCut((ColorProcessor) rgbNoise(width, height, 1)).convertToByte(64));
	}

	private static ImageProcessor noise(final ImageProcessor picture, final int values) {
		final Random random = new Random(1);
		for (int i = 0; i < picture.getPixelCount(); i++)
			picture.set(i, random.nextInt(values));
		return picture;
	}

	/** A one-row RGB image with these colours. */
	public static ImagePlus row(final int... colours) {
		return new ImagePlus("row", new ColorProcessor(colours.length, 1, colours));
	}

	/** Equal size, type, dimensions and pixels of all planes. */
	public static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		assertEquals(expected.getType(), actual.getType());
		for (int n = 1; n <= expected.getStackSize(); n++)
			assertSame(expected.getStack().getProcessor(n), actual.getStack().getProcessor(n));
	}

	private static void assertSame(final ImageProcessor expected, final ImageProcessor actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(value(expected, i), value(actual, i), "pixel " + i);
	}

	/** The high byte of an RGB pixel means nothing. */
	private static int value(final ImageProcessor picture, final int i) {
		return picture.get(i) & 0xffffff;
	}

	/** In how many pixels two planes differ. */
	public static int differences(final ImageProcessor one, final ImageProcessor other) {
		int n = 0;
		for (int i = 0; i < one.getPixelCount(); i++)
			if (((one.get(i) ^ other.get(i)) & 0xffffff) != 0) n++;
		return n;
	}
}
