package sc.fiji.kmeans.plugin.live;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.util.Random;

/**
 * Frames of five flat colours or grey values that move to the right, and become
 * brighter: five clusters give each frame back as it is.
 */
final class Film {

	static final int WIDTH = 60;
	static final int HEIGHT = 40;

	private static final int[] COLOURS = { 0x101020, 0x204090, 0xc03030, 0x30b040, 0xe0e0c0 };
	private static final int[] GREYS = { 3, 50, 100, 150, 220 };
	private static final double FRACTION = 0.25;
	private static final int BRIGHTER = 0x010101;
	private static final int STEPS = 7;

	private Film() {}

	/** Of which the frames are, too. */
	static ImagePlus image(final String title) {
		return new ImagePlus(title, rgb(0));
	}

	/** @param t number of the frame */
	static ImageProcessor rgb(final int t) {
		return rgb(t, WIDTH, HEIGHT);
	}

	static ImageProcessor rgb(final int t, final int width, final int height) {
		final ImageProcessor frame = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			frame.set(i, COLOURS[cluster(t, i % width, width)] + t % STEPS * BRIGHTER);
		return frame;
	}

	/** A frame that takes long. */
	static ImageProcessor noise() {
		final ImageProcessor noise = new ColorProcessor(500, 400);
		final Random random = new Random(1);
		for (int i = 0; i < noise.getPixelCount(); i++)
			noise.set(i, random.nextInt(1 << 24));
		return noise;
	}

	static ImageProcessor grey8(final int t) {
		return grey(new ByteProcessor(WIDTH, HEIGHT), t, 1);
	}

	static ImageProcessor grey16(final int t) {
		return grey(new ShortProcessor(WIDTH, HEIGHT), t, 200);
	}

	static ImageProcessor grey32(final int t) {
		return grey(new FloatProcessor(WIDTH, HEIGHT), t, FRACTION);
	}

	private static ImageProcessor grey(final ImageProcessor frame, final int t, final double factor) {
		for (int i = 0; i < frame.getPixelCount(); i++)
			frame.setf(i, (float) (factor * (GREYS[cluster(t, i % WIDTH, WIDTH)] + t % STEPS)));
		frame.resetMinAndMax();
		return frame;
	}

	/** 0 to 4, the darkest first. */
	private static int cluster(final int t, final int x, final int width) {
		return (x * GREYS.length / width + t) % GREYS.length;
	}

	/** Two channels, red and green; the second one is ahead. */
	static ImagePlus composite(final int t) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(grey8(t));
		stack.addSlice(grey8(t + 1));
		final ImagePlus image = new ImagePlus("composite", stack);
		image.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setLuts(
			new LUT[] { LUT.createLutFromColor(Color.red), LUT.createLutFromColor(Color.green) });
		return composite;
	}
}
