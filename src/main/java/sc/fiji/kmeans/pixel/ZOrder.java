package sc.fiji.kmeans.pixel;

/**
 * Z-order of colours 0xRRGGBB: the key takes one bit of red, green and blue in
 * turn, from the highest to the lowest. (Morton: A computer oriented geodetic
 * data base, IBM 1966.)
 * <p>
 * A half, 12 bits, is the upper or the lower four bits of each component side by
 * side: {@code 0xRGB}. The keys of the two halves of a colour, side by side, are
 * the key of the colour.
 */
final class ZOrder {

	private static final int HALF_BITS = 12;
	private static final int[] KEY_OF_HALF = new int[1 << HALF_BITS];
	private static final int[] HALF_OF_KEY = new int[1 << HALF_BITS];

	static {
		for (int half = 0; half < 1 << HALF_BITS; half++) {
			int key = 0;
			for (int b = 0; b < HALF_BITS; b++)
				key |= (half >> b & 1) << 3 * (b % 4) + b / 4;
			KEY_OF_HALF[half] = key;
			HALF_OF_KEY[key] = half;
		}
	}

	private ZOrder() {}

	static int key(final int rgb) {
		return keyOfHalf(upper(rgb)) << HALF_BITS | keyOfHalf(lower(rgb));
	}

	static int pixelOf(final int key) {
		final int upper = halfOfKey(key >>> HALF_BITS);
		final int lower = halfOfKey(key & (1 << HALF_BITS) - 1);
		return apart(upper) << 4 | apart(lower);
	}

	static int upper(final int rgb) {
		return rgb >> 12 & 0xf00 | rgb >> 8 & 0xf0 | rgb >> 4 & 0xf;
	}

	static int lower(final int rgb) {
		return rgb >> 8 & 0xf00 | rgb >> 4 & 0xf0 | rgb & 0xf;
	}

	static int keyOfHalf(final int half) {
		return KEY_OF_HALF[half];
	}

	static int halfOfKey(final int key) {
		return HALF_OF_KEY[key];
	}

	/** From 0xRGB to 0x0R0G0B. */
	private static int apart(final int half) {
		return (half & 0xf00) << 8 | (half & 0xf0) << 4 | half & 0xf;
	}
}
