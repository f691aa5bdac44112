package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes the directories of a TIFF file, each behind the pixels of its page. */
final class WrittenDirectory {

	private static final long MOST_IN_PLAIN = 0xffffffffL;

	private final RandomAccessFile file;
	private final boolean isBig;

	/** @param file at its end */
	WrittenDirectory(final RandomAccessFile file, final boolean isBig) {
		this.file = file;
		this.isBig = isBig;
	}

	private int offsetBytes() {
		return isBig ? Long.BYTES : Integer.BYTES;
	}

	/**
	 * Writes a directory at the end of the file.
	 *
	 * @param entries in the order of their tags
	 * @param link where its place has to be written
	 * @return where the place of the next one has to be written
	 */
	long write(final List<TiffEntry> entries, final long link) throws IOException {
		final int n = entries.size();
		final ByteBuffer table = ByteBuffer
			.allocate((isBig ? 8 : 2) + n * (4 + 2 * offsetBytes()) + offsetBytes())
			.order(ByteOrder.LITTLE_ENDIAN);
		if (isBig) table.putLong(n);
		else table.putShort((short) n);
		for (final TiffEntry entry : entries)
			put(entry, table);
		table.position(table.capacity() - offsetBytes());
		final long at = even();
		file.write(table.array());
		final long end = file.getFilePointer();
		if (!isBig && end > MOST_IN_PLAIN) throw new IOException("more than 4 GB in a plain TIFF file");
		file.seek(link);
		file.write(offset(at));
		file.seek(end);
		return end - offsetBytes();
	}

	private void put(final TiffEntry entry, final ByteBuffer table) throws IOException {
		table.putShort((short) entry.tag).putShort((short) entry.type);
		putOffset(table, entry.count());
		final byte[] values = entry.values();
		if (values.length <= offsetBytes()) {
			table.put(values).position(table.position() + offsetBytes() - values.length);
			return;
		}
		putOffset(table, even());
		file.write(values);
	}

	/** The end of the file, at an even place, as TIFF wants it. */
	private long even() throws IOException {
		if (file.getFilePointer() % 2 != 0) file.write(0);
		return file.getFilePointer();
	}

	private void putOffset(final ByteBuffer out, final long offset) {
		if (isBig) out.putLong(offset);
		else out.putInt((int) offset);
	}

	private byte[] offset(final long at) {
		final ByteBuffer out = ByteBuffer.allocate(offsetBytes()).order(ByteOrder.LITTLE_ENDIAN);
		putOffset(out, at);
		return out.array();
	}
}
