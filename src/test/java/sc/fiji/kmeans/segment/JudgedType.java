package sc.fiji.kmeans.segment;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.TestImages.Kind;

/** The types of images that are judged, and random ones of each. */
enum JudgedType {

	RGB(24, 1, 1, ColorSpace.RGB), LAB(24, 1, 1, ColorSpace.LAB), AB(24, 1, 1, ColorSpace.AB), HSB(24,
		1, 1, ColorSpace.HSB), INDEXED(0, 1, 1, ColorSpace.RGB), INDEXED_LAB(0, 1, 1,
			ColorSpace.LAB), GREY8(8, 1, 1, null), GREY16(16, 1, 1, null), GREY32(32, 1, 1, null), PACKED(
				8, 2, 3, null), CHANNELS8(8, 4, 31, null), CHANNELS16(16, 2, 31, null), CHANNELS32(32, 2,
					31, null), SCALED8(8, 2, 31, null), SCALED16(16, 2, 9, null), SCALED32(32, 1, 9, null);

	private static final float[] ODD = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
		-Float.MAX_VALUE, Float.MIN_VALUE, -0f };

	/** Of a channel; 24 for colours, 0 for indices of colours. */
	private final int bits;
	private final int leastChannels;
	private final int mostChannels;
	/** Null where pixels are no colours. */
	final ColorSpace space;

	JudgedType(final int bits, final int least, final int most, final ColorSpace space) {
		this.bits = bits;
		leastChannels = least;
		mostChannels = most;
		this.space = space;
	}

	boolean isScaled() {
		return name().startsWith("SCALED");
	}

	/** Noise, a few levels, a gradient, or nearly all black. */
	ImagePlus image(final int width, final int height, final Random random) {
		if (bits == 0) return Kind.INDEXED.image(width, height, random.nextLong());
		final ImageStack stack = new ImageStack(width, height);
		final IntToDoubleFunction numbers = numbers(width * height, random);
		final int channels = leastChannels + random.nextInt(mostChannels - leastChannels + 1);
		// Exponents near each other, so that most images are not rounded.
		final int exponent = random.nextInt(200) - 110;
		final boolean isSpoiled = random.nextInt(3) == 0;
		for (int c = 0; c < channels; c++) {
			final ImageProcessor plane = plane(width, height);
			for (int i = 0; i < width * height; i++)
				if (bits == 24) plane.set(i, colour(i, numbers, random));
				else if (bits < 32) plane.set(i, (int) Math.scalb(numbers.applyAsDouble(i), bits));
				else
					plane.setf(i,
						isSpoiled && random.nextInt(60) == 0
							? ODD[random.nextInt(ODD.length)]
							: (float) Math.scalb(numbers.applyAsDouble(i) - 0.25, exponent + random.nextInt(3)));
			stack.addSlice(plane);
		}
		if (bits == 32 && random.nextInt(4) == 0) stack.getProcessor(1).setf(0, 1e30f);
		return shaped(stack, channels);
	}

	private ImageProcessor plane(final int width, final int height) {
		switch (bits) {
			case 8 :
				return new ByteProcessor(width, height);
			case 16 :
				return new ShortProcessor(width, height);
			case 24 :
				return new ColorProcessor(width, height);
			default :
				return new FloatProcessor(width, height);
		}
	}

	/** From 0 to below 1, by pixel. */
	private static IntToDoubleFunction numbers(final int n, final Random random) {
		final int levels = 1 + random.nextInt(4);
		switch (random.nextInt(4)) {
			case 0 :
				return i -> random.nextDouble();
			case 1 :
				return i -> random.nextInt(levels) / (double) levels;
			case 2 :
				return i -> 0.9 * i / n + 0.1 * random.nextDouble();
			default :
				return i -> random.nextInt(9) == 0 ? random.nextDouble() : 0;
		}
	}

	/** With any high byte. */
	private static int colour(final int i, final IntToDoubleFunction numbers, final Random random) {
		int rgb = random.nextInt(256);
		for (int q = 0; q < 3; q++)
			rgb = rgb << 8 | (int) (256 * numbers.applyAsDouble(i));
		return rgb;
	}

	private static ImagePlus shaped(final ImageStack stack, final int channels) {
		final ImagePlus image = new ImagePlus("judged", stack);
		if (channels == 1) return image;
		image.setDimensions(channels, 1, 1);
		return new CompositeImage(image, CompositeImage.GRAYSCALE);
	}
}
