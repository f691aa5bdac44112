package sc.fiji.kmeans.files.format;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

import sc.fiji.kmeans.image.Alpha;

/**
 * The pixels of a picture that Java has decoded, as its file has them: without a
 * conversion of colours, which Java does of grey values too, and without blending.
 */
final class RasterPixels {

	private final Raster raster;
	private final ColorModel model;
	private final int width;
	private final int height;

	private RasterPixels(final BufferedImage picture) {
		raster = picture.getRaster();
		model = picture.getColorModel();
		width = picture.getWidth();
		height = picture.getHeight();
	}

	/** @param picture of grey values, of red, green and blue, or with a palette */
	static DecodedPicture of(final BufferedImage picture) {
		return new RasterPixels(picture).decoded();
	}

	private DecodedPicture decoded() {
		if (model instanceof IndexColorModel) return ofPalette((IndexColorModel) model);
		final int colours = model.getNumColorComponents();
		final boolean isWide = model.getComponentSize(0) > Byte.SIZE;
		final DecodedPicture pixels = colours < 3
			? DecodedPicture.of(plane(0))
			: isWide ? DecodedPicture.of(plane(0), plane(1), plane(2)) : DecodedPicture.of(colours());
		return model.hasAlpha() ? pixels.withAlpha(alpha(colours)) : pixels;
	}

	private DecodedPicture ofPalette(final IndexColorModel palette) {
		final ColorProcessor colours = new ColorProcessor(width, height);
		final ByteProcessor alpha = new ByteProcessor(width, height);
		for (int i = 0; i < width * height; i++) {
			final int argb = palette.getRGB(sample(i, 0));
			colours.set(i, argb | 0xff000000);
			alpha.set(i, argb >>> 24);
		}
		return palette.hasAlpha()
			? DecodedPicture.of(colours).withAlpha(alpha)
			: DecodedPicture.of(colours);
	}

	private int sample(final int pixel, final int band) {
		return raster.getSample(raster.getMinX() + pixel % width, raster.getMinY() + pixel / width,
			band);
	}

	/** Spread to 0 to 255 if it has fewer bits, or of more. */
	private int sampleOf8Bits(final int pixel, final int band) {
		final int bits = model.getComponentSize(band);
		final int value = sample(pixel, band);
		return bits == Byte.SIZE ? value : Alpha.of8Bits(value, (1 << bits) - 1);
	}

	/** Of 8 or 16 bits; fewer are spread to 8. */
	private ImageProcessor plane(final int band) {
		final int bits = model.getComponentSize(band);
		final ImageProcessor plane = bits > Byte.SIZE
			? new ShortProcessor(width, height)
			: new ByteProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			plane.set(i, bits > Byte.SIZE ? sample(i, band) : sampleOf8Bits(i, band));
		plane.resetMinAndMax();
		return plane;
	}

	private ColorProcessor colours() {
		final ColorProcessor colours = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			colours.set(i,
				0xff000000 | sampleOf8Bits(i, 0) << 16 | sampleOf8Bits(i, 1) << 8 | sampleOf8Bits(i, 2));
		return colours;
	}

	private ByteProcessor alpha(final int band) {
		final ByteProcessor alpha = new ByteProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			alpha.set(i, sampleOf8Bits(i, band));
		return alpha;
	}
}
