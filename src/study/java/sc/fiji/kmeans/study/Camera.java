package sc.fiji.kmeans.study;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import java.util.function.DoubleUnaryOperator;

/** Counts photons, with their noise and its own, and makes an image of them. */
final class Camera {

	private static final int SIZE = Scene.SIZE;
	private static final double EIGHT_BITS = 255;

	private final Chance chance;
	/** That one unit of light is. */
	private final double photons;
	/** Deviation, in photons. */
	private final double readNoise;

	Camera(final Chance chance, final double photons, final double readNoise) {
		this.chance = chance;
		this.photons = photons;
		this.readNoise = readNoise;
	}

	private double counted(final double light) {
		return chance.photons(light * photons) + chance.gaussian(readNoise);
	}

	private static int rounded(final double value, final double most) {
		return (int) Math.rint(Math.max(0, Math.min(most, value)));
	}

	/** 8 bits each of red, green and blue; values are proportional to light. */
	ImagePlus colours(final String title, final Light light) {
		return colours(title, light, x -> x);
	}

	/** The same as cameras save photos (IEC 61966-2-1). */
	ImagePlus photo(final String title, final Light light) {
		return colours(title, light, Camera::encoded);
	}

	private ImagePlus colours(final String title, final Light light,
		final DoubleUnaryOperator curve)
	{
		final ColorProcessor image = new ColorProcessor(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++) {
			int rgb = 0;
			for (final double[] plane : light.planes())
				rgb = rgb << 8
					| rounded(EIGHT_BITS * curve.applyAsDouble(counted(plane[i]) / photons), EIGHT_BITS);
			image.set(i, rgb);
		}
		return new ImagePlus(title, image);
	}

	static double encoded(final double linear) {
		return linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
	}

	/** Light of a component of a colour of photos, 0 to 255. */
	static double linear(final double component) {
		final double x = component / EIGHT_BITS;
		return x <= 0.04045 ? x / 12.92 : StrictMath.pow((x + 0.055) / 1.055, 2.4);
	}

	/** 8 bits of the first plane. */
	ImagePlus grey(final String title, final Light light) {
		final ByteProcessor image = new ByteProcessor(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++)
			image.set(i, rounded(EIGHT_BITS * counted(light.planes()[0][i]) / photons, EIGHT_BITS));
		return new ImagePlus(title, image);
	}

	/** 16 bits for each plane. */
	ImagePlus counts(final String title, final Light light, final double gain, final double offset) {
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		for (final double[] plane : light.planes()) {
			final ShortProcessor image = new ShortProcessor(SIZE, SIZE);
			for (int i = 0; i < SIZE * SIZE; i++)
				image.set(i, rounded(offset + gain * counted(plane[i]), 65535));
			stack.addSlice(image);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(stack.size(), 1, 1);
		return image;
	}
}
