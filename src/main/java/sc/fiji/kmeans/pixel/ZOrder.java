package sc.fiji.kmeans.pixel;

/**
 * Z-order of colours 0xRRGGBB: the key takes one bit of red, green and blue in
 * turn, from the highest to the lowest.
 */
final class ZOrder {

	/** Bit b of the index at bit 3 b. */
	private static final int[] SPREAD = new int[256];
	/** For half a key, 12 bits: half of each component, in the place of its low half. */
	private static final int[] HALF = new int[1 << 12];

	static {
		for (int i = 0; i < 256; i++)
			for (int b = 0; b < 8; b++)
				SPREAD[i] |= (i >> b & 1) << 3 * b;
		for (int i = 0; i < 1 << 12; i++)
			for (int b = 0; b < 12; b++)
				HALF[i] |= (i >> b & 1) << 8 * (b % 3) + b / 3;
	}

	private ZOrder() {}

	static int key(final int rgb) {
		return SPREAD[rgb >> 16 & 0xff] << 2 | SPREAD[rgb >> 8 & 0xff] << 1 |
			SPREAD[rgb & 0xff];
	}

	static int pixelOf(final int key) {
		return HALF[key >> 12] << 4 | HALF[key & 0xfff];
	}
}
