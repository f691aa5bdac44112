package sc.fiji.kmeans.files.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The numbers of a TIFF file, whose offsets have 32 bits, or of a BigTIFF file, with 64;
 * its images are told by {@link TiffDirectory}. Threads may share one.
 */
public final class TiffFile implements Closeable {

	private static final int PLAIN = 42;
	private static final int BIG = 43;

	private final RandomAccessFile file;
	private final ByteOrder order;
	private final boolean isBig;

	/** @throws IOException if the file does not begin as such */
	public TiffFile(final Path path) throws IOException {
		file = new RandomAccessFile(path.toFile(), "r");
		try {
			order = file.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final long version = number(2, 2);
			isBig = version == BIG;
			if (version != PLAIN && !(isBig && number(4, 2) == Long.BYTES))
				throw new IOException("this is no TIFF file");
		}
		catch (final IOException e) {
			file.close();
			throw e;
		}
	}

	/** Whether offsets have 64 bits. */
	public boolean isBig() {
		return isBig;
	}

	/** Number of bytes of an offset. */
	int offsetBytes() {
		return isBig ? Long.BYTES : Integer.BYTES;
	}

	/** Of all numbers. */
	public ByteOrder order() {
		return order;
	}

	/** Number of bytes. */
	public long length() throws IOException {
		return file.length();
	}

	/** Where the directory of the first image begins. */
	long first() throws IOException {
		return isBig ? number(8, 8) : number(4, 4);
	}

	/** The exception that says what is wrong with the file. */
	public static IOException damaged(final String what) {
		return new IOException("this TIFF file is damaged: " + what);
	}

	/**
	 * A number of 2, 4 or 8 bytes, unsigned but for 8.
	 *
	 * @throws EOFException if the file has no such bytes
	 */
	long number(final long position, final int bytes) throws IOException {
		final ByteBuffer buffer = bytes(position, bytes);
		return bytes == 2
			? buffer.getShort() & 0xffff
			: bytes == 4 ? buffer.getInt() & 0xffffffffL : buffer.getLong();
	}

	/**
	 * A part of the file, in its byte order.
	 *
	 * @throws EOFException if the file has no such bytes
	 */
	public ByteBuffer bytes(final long position, final int length) throws IOException {
		if (position < 0 || length < 0 || position > file.length() - length) throw new EOFException();
		final byte[] bytes = new byte[length];
		synchronized (file) {
			file.seek(position);
			file.readFully(bytes);
		}
		return ByteBuffer.wrap(bytes).order(order);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
