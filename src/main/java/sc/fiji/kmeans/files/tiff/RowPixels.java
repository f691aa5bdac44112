package sc.fiji.kmeans.files.tiff;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.io.IOException;

import sc.fiji.kmeans.image.TracedRegion;

/** Makes pixels of ImageJ of the samples of some rows of a page. */
final class RowPixels {

	private final Page page;
	/** Null for the usual greys. */
	private final LUT lut;

	RowPixels(final Page page) throws IOException {
		this.page = page;
		lut = page.photometric == Page.PALETTE && page.bits <= 8
			? palette(page)
			: page.photometric == Page.WHITE_IS_ZERO ? inverted() : null;
	}

	private static LUT palette(final Page page) throws IOException {
		final long[] map = page.palette();
		final int n = map.length / 3;
		final byte[][] colours = new byte[3][256];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < Math.min(n, 256); i++)
				colours[c][i] = (byte) (map[c * n + i] >> 8);
		return new LUT(colours[0], colours[1], colours[2]);
	}

	private static LUT inverted() {
		final byte[] greys = new byte[256];
		for (int i = 0; i < greys.length; i++)
			greys[i] = (byte) (255 - i);
		return new LUT(greys, greys, greys);
	}

	/** Number of planes of the image that the page gives. */
	int channels() {
		return isColour() ? 1 : page.channels();
	}

	boolean isColour() {
		return page.isColour() || page.isPrint();
	}

	/** Of each channel, or of the colours. */
	ImageProcessor[] processors(final Object[] samples, final int rows) {
		if (isColour())
			return new ImageProcessor[] { new ColorProcessor(page.width, rows,
				page.isPrint() ? ofPrint(samples) : colours(samples)) };
		final ImageProcessor[] processors = new ImageProcessor[page.channels()];
		for (int s = 0, c = 0; s < samples.length; s++)
			if (s != page.alpha()) processors[c++] = processor(samples[s], rows);
		if (page.isAssociated()) for (final ImageProcessor channel : processors)
			divide(channel, processor(samples[page.alpha()], rows));
		return processors;
	}

	/** @param alpha by which values were multiplied */
	private static void divide(final ImageProcessor values, final ImageProcessor alpha) {
		final boolean isReal = values instanceof FloatProcessor;
		final long max = isReal ? 1 : (1 << values.getBitDepth()) - 1;
		for (int i = 0; i < values.getPixelCount(); i++) {
			if (alpha.getf(i) == 0) continue;
			if (isReal) values.setf(i, values.getf(i) / alpha.getf(i));
			else
				values.set(i, (int) Math.min(max, (values.get(i) * max + alpha.get(i) / 2) / alpha.get(i)));
		}
	}

	private ImageProcessor processor(final Object pixels, final int rows) {
		final ImageProcessor processor = pixels instanceof byte[]
			? new ByteProcessor(page.width, rows, (byte[]) pixels)
			: pixels instanceof short[]
				? new ShortProcessor(page.width, rows, (short[]) pixels, null)
				: new FloatProcessor(page.width, rows, (float[]) pixels);
		if (lut != null) processor.setColorModel(lut);
		return processor;
	}

	private int[] colours(final Object[] samples) {
		final byte[] red = (byte[]) samples[0];
		final byte[] green = (byte[]) samples[1];
		final byte[] blue = (byte[]) samples[2];
		final int[] colours = new int[red.length];
		for (int i = 0; i < colours.length; i++)
			colours[i] = 0xff000000 | (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | blue[i] & 0xff;
		if (page.isAssociated()) divide(colours, (byte[]) samples[page.alpha()]);
		return colours;
	}

	private static void divide(final int[] colours, final byte[] alpha) {
		for (int i = 0; i < colours.length; i++) {
			final int a = alpha[i] & 0xff;
			if (a == 0 || a == 255) continue;
			int colour = 0xff;
			for (int shift = 16; shift >= 0; shift -= 8)
				colour = colour << 8 | Math.min(255, ((colours[i] >> shift & 0xff) * 255 + a / 2) / a);
			colours[i] = colour;
		}
	}

	/** As ImageJ does: the ink, and then the black. */
	private static int[] ofPrint(final Object[] samples) {
		final byte[] black = (byte[]) samples[3];
		final int[] colours = new int[black.length];
		for (int i = 0; i < colours.length; i++) {
			int colour = 0xff;
			for (int c = 0; c < 3; c++)
				colour = colour << 8
					| (255 - (((byte[]) samples[c])[i] & 0xff)) * (255 - (black[i] & 0xff)) / 255;
			colours[i] = colour;
		}
		return colours;
	}

	/** How opaque pixels are, as the file has it; null if it does not tell. */
	ImageProcessor alpha(final Object[] samples, final int rows) {
		return page.alpha() < 0 ? null : processor(samples[page.alpha()], rows);
	}

	/** The pixels whose alpha is not 0: null for all, an empty selection for none. */
	static Roi opaque(final ImageProcessor alpha) {
		final ByteProcessor opaque = new ByteProcessor(alpha.getWidth(), alpha.getHeight());
		int n = 0;
		for (int i = 0; i < alpha.getPixelCount(); i++)
			if (alpha.getf(i) != 0) {
				opaque.set(i, 1);
				n++;
			}
		if (n == 0) return new Roi(0, 0, 0, 0);
		return n == alpha.getPixelCount() ? null : TracedRegion.of(opaque, 1);
	}
}
