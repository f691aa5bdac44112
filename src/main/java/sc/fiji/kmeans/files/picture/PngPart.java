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
	/** One pixel in this number is looked at. */
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
	 * @param picture of which the rows from one to before the other are taken, and how opaque it is
	 *          if it has an alpha
	 * @param pixelBytes in the file: of a colour or a grey, with alpha one more or twice as many
	 */
	static PngPart of(final ImageProcessor[] picture, final int from, final int to,
		final int pixelBytes)
	{
		final PngPart part = new PngPart(picture[0].getWidth(), to - from, pixelBytes);
		final Object pixels = picture[0].getPixels();
		part.fill(pixels, from);
		if (picture.length > 1)
			part.fillAlpha((byte[]) picture[1].getPixels(), from, pixels instanceof short[] ? 2 : 1);
		if (!(pixels instanceof byte[]) && part.isPhoto()) part.subtract();
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
			if (pixels instanceof byte[]) fill((byte[]) pixels, from, at + 1);
			else if (pixels instanceof short[]) fill((short[]) pixels, from, at + 1);
			else fill((int[]) pixels, from, at + 1);
	}

	private void fill(final byte[] greys, final int from, final int at) {
		if (pixelBytes == 1) System.arraycopy(greys, from, rows, at, width);
		else for (int x = 0; x < width; x++)
			rows[at + pixelBytes * x] = greys[from + x];
	}

	private void fill(final short[] greys, final int from, final int at) {
		for (int x = 0, to = at; x < width; x++, to += pixelBytes) {
			rows[to] = (byte) (greys[from + x] >> 8);
			rows[to + 1] = (byte) greys[from + x];
		}
	}

	private void fill(final int[] colours, final int from, final int at) {
		for (int x = 0, to = at; x < width; x++, to += pixelBytes) {
			final int colour = colours[from + x];
			rows[to] = (byte) (colour >> 16);
			rows[to + 1] = (byte) (colour >> 8);
			rows[to + 2] = (byte) colour;
		}
	}

	/** @param bytes of an alpha, which are equal: it is spread to as many bits as greys have */
	private void fillAlpha(final byte[] alpha, final int firstRow, final int bytes) {
		for (int at = 0, from = firstRow * width; at < rows.length; at += rowBytes(), from += width)
			for (int x = 0, end = at + 1 + pixelBytes; x < width; x++, end += pixelBytes)
				for (int b = 1; b <= bytes; b++)
					rows[end - b] = alpha[from + x];
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
