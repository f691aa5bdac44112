package sc.fiji.kmeans.files.format;

import java.io.IOException;

/**
 * The codes of LZW data as TIFF and GIF files have them, followed without the bytes
 * that they stand for.
 */
final class LzwCodes {

	private static final int MAX_WIDTH = 12;
	private static final int MAX_CODES = 1 << MAX_WIDTH;

	private final byte[] data;
	private final boolean isGif;
	/** The code that empties the table; the next one ends the data. */
	private final int clear;
	/** How many bytes each code of the table stands for. */
	private final int[] lengths = new int[MAX_CODES];
	/** The first code that is not in the table. */
	private int next;
	/** The code before; -1 if the table is empty. */
	private int before = -1;
	private boolean isOverfull;
	/** Number of bits that were read. */
	private long position;

	private LzwCodes(final byte[] data, final int bits, final boolean isGif) {
		this.data = data;
		this.isGif = isGif;
		clear = 1 << bits;
		next = clear + 2;
		for (int code = 0; code < clear; code++)
			lengths[code] = 1;
	}

	static LzwCodes ofTiff(final byte[] strip) {
		return new LzwCodes(strip, 8, false);
	}

	/** @param bits of a pixel, 1 to 8 */
	static LzwCodes ofGif(final byte[] data, final int bits) {
		return new LzwCodes(data, bits, true);
	}

	/**
	 * How many bytes all codes stand for.
	 *
	 * @param limit more need not be counted
	 * @throws IOException if there is a code that stands for nothing
	 */
	long length(final long limit) throws IOException {
		long length = 0;
		int code = code();
		// ImageJ takes codes before the first empty table for zeros.
		if (!isGif && code != clear) throw new IOException("is no LZW data");
		for (; code >= 0 && code != clear + 1 && length < limit; code = code()) {
			if (code == clear) empty();
			else length += length(code);
		}
		return length;
	}

	/** Whether codes came after the table was full and before it was emptied. */
	boolean isOverfull() {
		return isOverfull;
	}

	private void empty() {
		next = clear + 2;
		before = -1;
	}

	private int length(final int code) throws IOException {
		if (before < 0 ? code > clear : code > next) throw new IOException("is no LZW data");
		if (before >= 0 && next == MAX_CODES) isOverfull = true;
		else if (before >= 0) lengths[next++] = lengths[before] + 1;
		before = code;
		return lengths[code];
	}

	/** -1 if there are no more. */
	private int code() {
		final int width = Math.min(MAX_WIDTH,
			Integer.SIZE - Integer.numberOfLeadingZeros(isGif ? next : next + 1));
		if (position + width > 8L * data.length) return -1;
		int code = 0;
		for (int i = 0; i < width; i++, position++)
			code |= bit() << (isGif ? i : width - 1 - i);
		return code;
	}

	private int bit() {
		final int shift = (int) (position & 7);
		return data[(int) (position >> 3)] >> (isGif ? shift : 7 - shift) & 1;
	}
}
