package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** The head of a BMP file. */
final class BmpFile implements PictureFile {

	private static final int FILE_HEAD = 14;
	private static final int OLD_HEAD = 12;
	private static final int PLAIN_HEAD = 40;
	private static final int MAX_HEAD = 124;
	private static final int MASKS = 3;
	private static final int COLOUR = 4;
	/** Of runs, but for what they leave out. */
	private static final int PIXELS_PER_BYTE = 256;

	private final DataInputStream in;
	/** Where the pixels begin. */
	private long offset;
	private int size;
	private long width;
	private long height;
	private int bits;
	private int compression;
	private long colours;

	/** @param in at the begin of the file */
	BmpFile(final DataInputStream in) {
		this.in = in;
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, 10);
		offset = Streams.intOf(in) & 0xffffffffL;
		size = Streams.intOf(in);
		if (size == OLD_HEAD) readOld();
		else if (size >= PLAIN_HEAD && size <= MAX_HEAD) readNew();
		else throw Damage.of("its head has " + size + " bytes");
		return new PictureHead(width, Math.abs(height), bits > Byte.SIZE ? Integer.BYTES : 1,
			isForImageJ());
	}

	private void readOld() throws IOException {
		width = Streams.shortOf(in);
		height = Streams.shortOf(in);
		Streams.skip(in, 2);
		bits = Streams.shortOf(in);
	}

	private void readNew() throws IOException {
		width = Streams.intOf(in);
		height = Streams.intOf(in);
		Streams.skip(in, 2);
		bits = Streams.shortOf(in);
		compression = Streams.intOf(in);
		Streams.skip(in, 12);
		colours = Streams.intOf(in) & 0xffffffffL;
	}

	/** ImageJ takes the colours from behind a plain head, and then pixels at last. */
	private boolean isForImageJ() {
		if (compression != 0) return false;
		if (bits != 1 && bits != 4 && bits != 8) return bits == 24 || bits == 32 && colours == 0;
		final long palette = colours == 0 ? 1 << bits : colours;
		return size == PLAIN_HEAD && palette <= 1 << bits
			&& offset >= FILE_HEAD + PLAIN_HEAD + COLOUR * palette;
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (offset < FILE_HEAD + size) throw Damage.of("its pixels begin in its head");
		if (FILE_HEAD + size + COLOUR * colours > length)
			throw Damage.of("it has " + colours + " colours, more than the file holds");
		final long row = (width * bits + 31) / 32 * 4;
		final boolean isPlain = compression == 0 || compression == MASKS;
		if (offset + (isPlain ? (double) row * Math.abs(height) : 0) > length) throw new EOFException();
		if (!isPlain) head.requireAtMost((double) length * PIXELS_PER_BYTE);
	}
}
