package sc.fiji.kmeans.files.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The numbers of a TIFF file with 32-bit offsets; its images are told by {@link TiffDirectory}. */
final class TiffFile implements Closeable {

	private final RandomAccessFile file;
	private final ByteOrder order;

	/** @throws IOException if the file does not begin as such */
	TiffFile(final Path path) throws IOException {
		file = new RandomAccessFile(path.toFile(), "r");
		try {
			order = file.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			if (number(2, 2) != 42) throw new IOException("this is no TIFF file");
		}
		catch (final IOException e) {
			file.close();
			throw e;
		}
	}

	/** Number of bytes. */
	long length() throws IOException {
		return file.length();
	}

	/** Where the directory of the first image begins. */
	long first() throws IOException {
		return number(4, 4);
	}

	/** The exception that says what is wrong with the file. */
	static IOException damaged(final String what) {
		return new IOException("this TIFF file is damaged: " + what);
	}

	/**
	 * An unsigned number of 2 or 4 bytes.
	 *
	 * @throws EOFException if the file has no such bytes
	 */
	long number(final long position, final int bytes) throws IOException {
		final ByteBuffer buffer = bytes(position, bytes);
		return bytes == 2 ? buffer.getShort() & 0xffff : buffer.getInt() & 0xffffffffL;
	}

	/**
	 * A part of the file, in its byte order.
	 *
	 * @throws EOFException if the file has no such bytes
	 */
	ByteBuffer bytes(final long position, final int length) throws IOException {
		if (position + length > file.length()) throw new EOFException();
		final byte[] bytes = new byte[length];
		file.seek(position);
		file.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
