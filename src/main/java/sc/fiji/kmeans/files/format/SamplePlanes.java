package sc.fiji.kmeans.files.format;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;

import sc.fiji.kmeans.image.Alpha;

/** Values of pixels as a file gives them one by one, and the picture that they make. */
final class SamplePlanes {

	private static final int MAX = 255;
	private static final int COLOURS = 3;

	private final int width;
	private final int maxValue;
	private final ImageProcessor[] planes;

	/**
	 * @param values of a pixel: grey, grey and alpha, red, green and blue, or these and
	 *          alpha
	 * @param maxValue of each, at most 65535
	 */
	SamplePlanes(final int width, final int height, final int values, final int maxValue) {
		this.width = width;
		this.maxValue = maxValue;
		planes = new ImageProcessor[values];
		Arrays.setAll(planes,
			value -> maxValue > MAX
				? new ShortProcessor(width, height)
				: new ByteProcessor(width, height));
	}

	/** @param value the index of the value in its pixel */
	void set(final int x, final int y, final int value, final int is) {
		planes[value].set(y * width + x, is);
	}

	DecodedPicture picture() {
		final boolean hasAlpha = planes.length % 2 == 0;
		final DecodedPicture picture = planes.length < COLOURS
			? DecodedPicture.of(maxValue == 1 ? Alpha.of8Bits(planes[0], maxValue) : planes[0])
			: maxValue > MAX
				? DecodedPicture.of(Arrays.copyOf(planes, COLOURS))
				: DecodedPicture.of(colours());
		return hasAlpha
			? picture.withAlpha(Alpha.of8Bits(planes[planes.length - 1], maxValue))
			: picture;
	}

	private int to8Bits(final int value) {
		return Alpha.of8Bits(value, maxValue);
	}

	private ColorProcessor colours() {
		final ColorProcessor colours = new ColorProcessor(width, planes[0].getHeight());
		for (int i = 0; i < colours.getPixelCount(); i++)
			colours.set(i, 0xff000000 | to8Bits(planes[0].get(i)) << 16 | to8Bits(planes[1].get(i)) << 8
				| to8Bits(planes[2].get(i)));
		return colours;
	}
}
