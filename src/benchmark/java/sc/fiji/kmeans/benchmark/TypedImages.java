package sc.fiji.kmeans.benchmark;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;

/**
 * A photo in other types. Where a type has more values than a photo, noise of a fixed seed
 * fills the lower digits, so that nearly all pixels are distinct.
 */
final class TypedImages {

	private static final int STEPS = 256;

	/** Red, green and blue of the photo, which is RGB. */
	private final int[] photo;
	private final int width;
	private final int height;

	TypedImages(final ImageProcessor rgb) {
		photo = (int[]) rgb.getPixels();
		width = rgb.getWidth();
		height = rgb.getHeight();
	}

	ImagePlus rgb() {
		return new ImagePlus("rgb", new ij.process.ColorProcessor(width, height, photo));
	}

	/** @param bits 8, 16 or 32 of a channel */
	ImagePlus channels(final int n, final int bits) {
		final ImageStack stack = new ImageStack(width, height);
		for (int c = 0; c < n; c++)
			stack.addSlice(plane(c, n, bits));
		final ImagePlus image = new ImagePlus(n + "x" + bits, stack);
		if (n == 1) return image;
		image.setDimensions(n, 1, 1);
		return n <= CompositeImage.MAX_CHANNELS ? new CompositeImage(image) : image;
	}

	private ImageProcessor plane(final int channel, final int channels, final int bits) {
		final ImageProcessor plane = bits == 8
			? new ByteProcessor(width, height)
			: bits == 16 ? new ShortProcessor(width, height) : new FloatProcessor(width, height);
		final Random noise = new Random(channel);
		for (int i = 0; i < photo.length; i++) {
			final double value = mixed(photo[i], channel, channels);
			if (bits == 8) plane.set(i, (int) value);
			else if (bits == 16) plane.set(i, (int) value * STEPS + noise.nextInt(STEPS));
			else plane.setf(i, (float) value + noise.nextFloat());
		}
		return plane;
	}

	/** The luminance, a component, or a mixture of neighbouring components. */
	private static double mixed(final int rgb, final int channel, final int channels) {
		final int r = rgb >> 16 & 0xff;
		final int g = rgb >> 8 & 0xff;
		final int b = rgb & 0xff;
		if (channels == 1) return 0.299 * r + 0.587 * g + 0.114 * b;
		final double place = 2.0 * channel / (channels - 1);
		return place <= 1 ? r + place * (g - r) : g + (place - 1) * (b - g);
	}
}
