package sc.fiji.kmeans.files.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A TIFF file with 32-bit offsets, as a chain of directories, one for each image. */
final class TiffFile implements Closeable {

	/** ImageJ takes a directory with more entries for the end of the chain. */
	private static final int MAX_ENTRIES = 1000;

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

	/**
	 * The directories of all images.
	 *
	 * @throws IOException if the chain is broken or never ends
	 */
	List<TiffDirectory> directories() throws IOException {
		final List<TiffDirectory> directories = new ArrayList<>();
		final Set<Long> visited = new HashSet<>();
		for (long at = number(4, 4); at != 0;) {
			if (!visited.add(at)) throw damaged("its images form a ring");
			final TiffDirectory directory = directory(at);
			directories.add(directory);
			at = number(directory.end(), 4);
		}
		return directories;
	}

	/** The directory of the first image. */
	TiffDirectory first() throws IOException {
		return directory(number(4, 4));
	}

	private TiffDirectory directory(final long at) throws IOException {
		final long entries = number(at, 2);
		if (entries < 1 || entries > MAX_ENTRIES)
			throw damaged("a directory has " + entries + " entries: takes 1 to " + MAX_ENTRIES);
		return new TiffDirectory(this, at + 2, (int) entries);
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
