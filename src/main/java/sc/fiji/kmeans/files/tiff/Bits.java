package sc.fiji.kmeans.files.tiff;

import java.nio.ByteOrder;

/** Samples that are no whole bytes, spread to such. */
final class Bits {

	private final Page page;
	private final ByteOrder order;
	/** Of a row. */
	private final int samples;

	Bits(final Page page, final ByteOrder order, final int samples) {
		this.page = page;
		this.order = order;
		this.samples = samples;
	}

	/** The highest bit comes first, and each row begins with a byte. */
	byte[] spread(final byte[] packed, final int rows) {
		final int bytes = page.bits < 8 ? 1 : 2;
		final byte[] out = new byte[rows * samples * bytes];
		final int rowBytes = (int) (((long) samples * page.bits + 7) / 8);
		for (int row = 0, to = 0; row < rows; row++) {
			long bit = 8L * row * rowBytes;
			for (int i = 0; i < samples; i++, bit += page.bits, to += bytes)
				put(out, to, value(packed, bit));
		}
		return out;
	}

	private int value(final byte[] packed, final long bit) {
		int value = 0;
		for (int b = 0; b < page.bits; b++)
			value = value << 1 | packed[(int) (bit + b >> 3)] >> 7 - (bit + b & 7) & 1;
		return value;
	}

	/** Grey values of a few bits reach from black to white, as in other formats. */
	private void put(final byte[] out, final int at, final int value) {
		final int most = (1 << page.bits) - 1;
		if (page.bits < 8)
			out[at] = (byte) (page.photometric == Page.PALETTE ? value : value * 255 / most);
		else {
			final boolean isBig = order == ByteOrder.BIG_ENDIAN;
			out[at] = (byte) (isBig ? value >> 8 : value);
			out[at + 1] = (byte) (isBig ? value : value >> 8);
		}
	}
}
