package sc.fiji.kmeans.camera;

import ij.process.ImageProcessor;

/**
 * Bytes of pixels, copied as 0xRRGGBB. Each copy tells whether any pixel differs
 * from what was there.
 */
final class PixelBytes {

	private PixelBytes() {}

	/** Whether pixels differ from what a frame held before. */
	static boolean areNew(final int[] pixels, final ImageProcessor[] before) {
		return before.length != 1 || before[0].getPixels() != pixels;
	}

	/** Red first. */
	static boolean copyRgb(final byte[] from, final int[] to) {
		int differences = 0;
		for (int i = 0, j = 0; i < to.length; i++, j += 3) {
			final int rgb = (from[j] & 0xff) << 16 | (from[j + 1] & 0xff) << 8 | from[j + 2] & 0xff;
			differences |= rgb ^ to[i];
			to[i] = rgb;
		}
		return differences != 0;
	}

	/** Blue first. */
	static boolean copyBgr(final byte[] from, final int[] to) {
		int differences = 0;
		for (int i = 0, j = 0; i < to.length; i++, j += 3) {
			final int rgb = from[j] & 0xff | (from[j + 1] & 0xff) << 8 | (from[j + 2] & 0xff) << 16;
			differences |= rgb ^ to[i];
			to[i] = rgb;
		}
		return differences != 0;
	}

	static boolean copyGrey(final byte[] from, final int[] to) {
		int differences = 0;
		for (int i = 0; i < to.length; i++) {
			final int rgb = (from[i] & 0xff) * 0x010101;
			differences |= rgb ^ to[i];
			to[i] = rgb;
		}
		return differences != 0;
	}

	/** The highest byte is left out. */
	static boolean copy(final int[] from, final int[] to) {
		int differences = 0;
		for (int i = 0; i < to.length; i++) {
			final int rgb = from[i] & 0xffffff;
			differences |= rgb ^ to[i];
			to[i] = rgb;
		}
		return differences != 0;
	}
}
