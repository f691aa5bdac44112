package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.awt.image.IndexColorModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/**
 * Writes a PNG file some rows at a time, which ImageIO does not: colours, greys of 8 or 16 bits,
 * or 8 bits with a palette. Compressed at its fastest: labels and pictures of few colours get
 * small in any case.
 * <p>
 * ISO/IEC 15948:2004, Portable Network Graphics.
 */
final class PngRows implements PictureRows {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	private static final int HEAD = 13;
	private static final int PALETTE = 3;
	private static final int COLOURS = 2;
	private static final int TRANSPARENT_COLOURS = 6;

	private final DataOutputStream out;
	private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
	private final byte[] part = new byte[1 << 16];
	/** A row behind the number of its filter, which is none. */
	private final byte[] row;
	private final int width;
	private final boolean hasAlpha;

	/**
	 * @param file that is there and empty
	 * @param like a picture of the same width, type and look-up table
	 * @param isTransparent whether colours have an alpha
	 */
	PngRows(final Path file, final ImagePlus like, final int height, final boolean isTransparent)
		throws IOException
	{
		width = like.getWidth();
		final int bits = like.getBitDepth();
		hasAlpha = isTransparent && bits == 24;
		row = new byte[1 + width * (hasAlpha ? 4 : bits / Byte.SIZE)];
		out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
		out.write(SIGNATURE);
		final boolean hasPalette = bits == 8 && !like.getProcessor().isDefaultLut();
		writeHead(height, bits == 16 ? 16 : 8,
			hasPalette ? PALETTE : hasAlpha ? TRANSPARENT_COLOURS : bits == 24 ? COLOURS : 0);
		if (hasPalette) writeChunk("PLTE", palette(like.getProcessor()), 3 * 256);
	}

	private void writeHead(final int height, final int bits, final int type) throws IOException {
		final ByteBuffer head = ByteBuffer.allocate(HEAD);
		head.putInt(width).putInt(height).put((byte) bits).put((byte) type);
		writeChunk("IHDR", head.array(), HEAD);
	}

	private static byte[] palette(final ImageProcessor pixels) {
		final IndexColorModel model = (IndexColorModel) pixels.getCurrentColorModel();
		final byte[] palette = new byte[3 * 256];
		for (int i = 0; i < 256; i++) {
			palette[3 * i] = (byte) model.getRed(i);
			palette[3 * i + 1] = (byte) model.getGreen(i);
			palette[3 * i + 2] = (byte) model.getBlue(i);
		}
		return palette;
	}

	private void writeChunk(final String type, final byte[] content, final int length)
		throws IOException
	{
		PngChunk.write(out, type, content, length);
	}

	@Override
	public void write(final ImageProcessor... channels) throws IOException {
		final Object pixels = channels[0].getPixels();
		for (int y = 0; y < channels[0].getHeight(); y++) {
			fill(pixels, y * width);
			deflater.setInput(row);
			while (!deflater.needsInput())
				deflate();
		}
	}

	private void fill(final Object pixels, final int from) {
		if (pixels instanceof byte[]) System.arraycopy(pixels, from, row, 1, width);
		else if (pixels instanceof short[]) for (int x = 0, to = 1; x < width; x++) {
			final int value = ((short[]) pixels)[from + x];
			row[to++] = (byte) (value >> 8);
			row[to++] = (byte) value;
		}
		else for (int x = 0, to = 1; x < width; x++) {
			final int colour = ((int[]) pixels)[from + x];
			row[to++] = (byte) (colour >> 16);
			row[to++] = (byte) (colour >> 8);
			row[to++] = (byte) colour;
			if (hasAlpha) row[to++] = (byte) (colour >>> 24);
		}
	}

	private void deflate() throws IOException {
		final int n = deflater.deflate(part);
		if (n > 0) writeChunk("IDAT", part, n);
	}

	@Override
	public void close() throws IOException {
		try {
			deflater.finish();
			while (!deflater.finished())
				deflate();
			writeChunk("IEND", new byte[0], 0);
		}
		finally {
			deflater.end();
			out.close();
		}
	}
}
