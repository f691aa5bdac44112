package sc.fiji.kmeans.files.picture;

import ij.process.ImageProcessor;

import java.util.zip.Adler32;

import sc.fiji.kmeans.files.deflate.PixelDeflate;

/**
 * Some rows of a PNG file, compressed for themselves, so that threads compress several. Pixels
 * of a photo become their differences to the one before, which are small numbers; where most
 * are as the one before, they stay as they are.
 */
final class PngPart {

	/** What the rows begin with: pixels as they are, or differences. */
	private static final byte SUB = 1;
	/** Every so many pixels are looked at. */
	private static final int SAMPLE = 7;

	private final int width;
	private final int pixelBytes;
	/** Rows behind the numbers of their filters. */
	private final byte[] rows;
	private final Adler32 sum = new Adler32();
	private byte[] packed;

	private PngPart(final int width, final int height, final int pixelBytes) {
		this.width = width;
		this.pixelBytes = pixelBytes;
		rows = new byte[height * (1 + width * pixelBytes)];
	}

	/**
	 * @param picture of which the rows from one to before the other are taken
	 * @param pixelBytes in the file: 1, 2, 3 or, with alpha, 4
	 */
	static PngPart of(final ImageProcessor picture, final int from, final int to,
		final int pixelBytes)
	{
		final PngPart part = new PngPart(picture.getWidth(), to - from, pixelBytes);
		part.fill(picture.getPixels(), from);
		if (!(picture.getPixels() instanceof byte[]) && part.isPhoto()) part.subtract();
		part.sum.update(part.rows, 0, part.rows.length);
		part.packed = new PixelDeflate(pixelBytes).part(part.rows, part.rows.length);
		return part;
	}

	/** A piece of a stream of Deflate, of whole bytes. */
	byte[] packed() {
		return packed;
	}

	/** Before it was compressed. */
	int length() {
		return rows.length;
	}

	/** Of the bytes before they were compressed. */
	long checksum() {
		return sum.getValue();
	}

	private int rowBytes() {
		return 1 + width * pixelBytes;
	}

	private void fill(final Object pixels, final int firstRow) {
		for (int at = 0, from = firstRow * width; at < rows.length; at += rowBytes(), from += width)
			if (pixels instanceof byte[]) System.arraycopy(pixels, from, rows, at + 1, width);
			else if (pixels instanceof short[]) fill((short[]) pixels, from, at + 1);
			else fill((int[]) pixels, from, at + 1);
	}

	private void fill(final short[] pixels, final int from, final int at) {
		for (int x = 0; x < width; x++) {
			rows[at + 2 * x] = (byte) (pixels[from + x] >> 8);
			rows[at + 2 * x + 1] = (byte) pixels[from + x];
		}
	}

	private void fill(final int[] colours, final int from, final int at) {
		for (int x = 0, to = at; x < width; x++, to += pixelBytes) {
			final int colour = colours[from + x];
			rows[to] = (byte) (colour >> 16);
			rows[to + 1] = (byte) (colour >> 8);
			rows[to + 2] = (byte) colour;
			if (pixelBytes > 3) rows[to + 3] = (byte) (colour >>> 24);
		}
	}

	/** Whether fewer than half of the pixels are as the one before. */
	private boolean isPhoto() {
		int looked = 0;
		int same = 0;
		for (int at = 1 + pixelBytes; at + pixelBytes <= rows.length; at += SAMPLE * pixelBytes) {
			looked++;
			if (rows[at] == rows[at - pixelBytes] && rows[at + 1] == rows[at + 1 - pixelBytes]) same++;
		}
		return 2 * same < looked;
	}

	private void subtract() {
		for (int at = 0; at < rows.length; at += rowBytes()) {
			rows[at] = SUB;
			// From the last on, for each needs the one before as it was.
			for (int i = at + rowBytes() - 1; i > at + pixelBytes; i--)
				rows[i] -= rows[i - pixelBytes];
		}
	}
}
