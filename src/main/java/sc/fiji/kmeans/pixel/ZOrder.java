package sc.fiji.kmeans.pixel;

/**
 * Z-order of colours 0xRRGGBB: the key takes one bit of red, green and blue in
 * turn, from the highest to the lowest. (Morton: A computer oriented geodetic
 * data base, IBM 1966.)
 */
final class ZOrder {

	private static final int HALF_BITS = 12;
	/** The colours, all below 0x101010, whose keys take half of the bits. */
	private static final int[] COLOURS = new int[1 << HALF_BITS];

	static {
		for (int r = 0; r < 16; r++)
			for (int g = 0; g < 16; g++)
				for (int b = 0; b < 16; b++)
					COLOURS[key(r << 16 | g << 8 | b)] = r << 16 | g << 8 | b;
	}

	private ZOrder() {}

	static int key(final int rgb) {
		return spread(rgb >> 16 & 0xff) << 2 | spread(rgb >> 8 & 0xff) << 1 | spread(rgb & 0xff);
	}

	/** The inverse of key: each half of it gives half of the bits of a component. */
	static int pixelOf(final int key) {
		return COLOURS[key >>> HALF_BITS] << 4 | COLOURS[key & (1 << HALF_BITS) - 1];
	}

	/** Moves bit i of 8 to place 3 i. */
	private static int spread(final int component) {
		final int nibbles = (component | component << 8) & 0xf00f;
		final int pairs = (nibbles | nibbles << 4) & 0xc30c3;
		return (pairs | pairs << 2) & 0x249249;
	}
}
