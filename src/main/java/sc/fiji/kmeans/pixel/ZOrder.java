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

	/** The key of two components of 8 bits. */
	static int keyOfPair(final int pixel) {
		return spreadByTwo(pixel >> 8 & 0xff) << 1 | spreadByTwo(pixel & 0xff);
	}

	/** The inverse of the key of a pair. */
	static int pairOf(final int key) {
		return gathered(key >> 1) << 8 | gathered(key);
	}

	/** Moves bit i of 8 to place 2 i. */
	private static int spreadByTwo(final int component) {
		final int nibbles = (component | component << 4) & 0xf0f;
		final int pairs = (nibbles | nibbles << 2) & 0x3333;
		return (pairs | pairs << 1) & 0x5555;
	}

	/** The inverse of that, of every other bit. */
	private static int gathered(final int key) {
		final int single = key & 0x5555;
		final int pairs = (single | single >> 1) & 0x3333;
		final int nibbles = (pairs | pairs >> 2) & 0xf0f;
		return (nibbles | nibbles >> 4) & 0xff;
	}

	/** Moves bit i of 8 to place 3 i. */
	private static int spread(final int component) {
		final int nibbles = (component | component << 8) & 0xf00f;
		final int pairs = (nibbles | nibbles << 4) & 0xc30c3;
		return (pairs | pairs << 2) & 0x249249;
	}
}
