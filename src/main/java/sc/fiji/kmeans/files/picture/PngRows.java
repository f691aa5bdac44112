package sc.fiji.kmeans.files.picture;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.awt.image.IndexColorModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import sc.fiji.kmeans.files.deflate.JoinedSum;
import sc.fiji.kmeans.files.deflate.PixelDeflate;
import sc.fiji.kmeans.files.format.PngChunk;

/**
 * Writes a PNG file some rows at a time, which ImageIO does not: colours, greys of 8 or 16 bits,
 * both with an alpha or without, or 8 bits with a palette. Several threads compress rows; how many
 * there are changes no byte.
 * <p>
 * ISO/IEC 15948:2004, Portable Network Graphics.
 */
final class PngRows implements PictureRows {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	private static final int HEAD = 13;
	private static final int PALETTE = 3;
	private static final int COLOURS = 2;
	/** Of colours or greys. */
	private static final int ALPHA = 4;
	/** Bytes of rows that are compressed together, more or less. */
	private static final int PART = 1 << 19;

	private final DataOutputStream out;
	private final JoinedSum sum = new JoinedSum();
	private final int width;
	private final boolean isGrey;
	private final boolean hasAlpha;
	private final int pixelBytes;
	/** Whether neither begin nor end of the file are written. */
	private final boolean isPart;
	/** Bytes of rows so far, before they are compressed. */
	private long length;

	/**
	 * @param file that is there and empty
	 * @param like a picture of the same width, type and look-up table
	 * @param hasAlpha whether rows come with how opaque they are
	 */
	PngRows(final Path file, final ImagePlus like, final int height, final boolean hasAlpha)
		throws IOException
	{
		this(file, like, hasAlpha, false);
		out.write(SIGNATURE);
		final boolean hasPalette = like.getBitDepth() == 8 && !isGrey && !hasAlpha;
		writeHead(height, like.getBitDepth() == 16 ? 16 : 8,
			hasPalette ? PALETTE : (isGrey ? 0 : COLOURS) + (hasAlpha ? ALPHA : 0));
		if (hasPalette) writeChunk("PLTE", palette(like.getProcessor()), 3 * 256);
		writeChunk("IDAT", PixelDeflate.HEAD, PixelDeflate.HEAD.length);
	}

	private PngRows(final Path file, final ImagePlus like, final boolean hasAlpha,
		final boolean isPart) throws IOException
	{
		this.isPart = isPart;
		this.hasAlpha = hasAlpha;
		width = like.getWidth();
		isGrey = Picture.isGrey(like.getProcessor());
		final int bytes = like.getBitDepth() / Byte.SIZE;
		pixelBytes = !hasAlpha ? bytes : isGrey ? 2 * bytes : 4;
		out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
	}

	/** Only the chunks of some rows. */
	static PngRows ofPart(final Path file, final ImagePlus like, final boolean hasAlpha)
		throws IOException
	{
		return new PngRows(file, like, hasAlpha, true);
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
		final ImageProcessor[] picture = channels.clone();
		if (hasAlpha && !isGrey) picture[0] = channels[0].convertToRGB();
		final int height = channels[0].getHeight();
		final int step = 1 + PART / (width * pixelBytes);
		final PngPart[] parts = IntStream.rangeClosed(0, (height - 1) / step)
			.parallel()
			.mapToObj(n -> PngPart.of(picture, n * step, Math.min(height, (n + 1) * step), pixelBytes))
			.toArray(PngPart[]::new);
		for (final PngPart part : parts) {
			add(part.checksum(), part.length());
			writeChunk("IDAT", part.packed(), part.packed().length);
		}
	}

	private void add(final long checksum, final long bytes) {
		sum.add(checksum, bytes);
		length += bytes;
	}

	@Override
	public void write(final StoredRows part) throws IOException {
		Files.copy(part.file(), out);
		add(part.figures()[0][0], part.figures()[0][1]);
	}

	@Override
	public long[][] figures() {
		return new long[][] { { sum.value(), length } };
	}

	@Override
	public void close() throws IOException {
		try {
			if (!isPart) writeEnd();
		}
		finally {
			out.close();
		}
	}

	private void writeEnd() throws IOException {
		final byte[] last = PixelDeflate.last();
		writeChunk("IDAT",
			ByteBuffer.allocate(last.length + Integer.BYTES).put(last).putInt((int) sum.value()).array(),
			last.length + Integer.BYTES);
		writeChunk("IEND", new byte[0], 0);
	}
}
