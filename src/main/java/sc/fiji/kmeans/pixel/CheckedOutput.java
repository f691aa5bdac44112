package sc.fiji.kmeans.pixel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes numbers as bytes, small ones as few, in blocks that carry their length and a
 * checksum: what {@link CheckedInput} reads.
 */
public final class CheckedOutput {

	/** The largest number of bytes in a block. */
	static final int BLOCK = 1 << 16;

	private static final int LOW = 0x7f;

	private final OutputStream out;
	private final byte[] block = new byte[BLOCK];
	private int size;
	private int blocks;

	/** @param out gets nothing but whole blocks */
	public CheckedOutput(final OutputStream out) {
		this.out = out;
	}

	/** @param value 0 or more; seven bits a byte, the lowest first */
	public void writeNumber(final long value) throws IOException {
		long rest = value;
		for (; rest > LOW; rest >>>= Byte.SIZE - 1)
			writeByte((int) rest & LOW | LOW + 1);
		writeByte((int) rest);
	}

	private void writeByte(final int value) throws IOException {
		if (size == BLOCK) flush();
		block[size++] = (byte) value;
	}

	public void writeText(final String text) throws IOException {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		writeNumber(bytes.length);
		for (final byte b : bytes)
			writeByte(b);
	}

	/** Writes what is left, and a block of no bytes, which is the end. */
	public void finish() throws IOException {
		if (size > 0) flush();
		flush();
		out.flush();
	}

	private void flush() throws IOException {
		out.write(ByteBuffer.allocate(2 * Integer.BYTES)
			.putInt(size)
			.putInt(checksum(blocks++, block, size))
			.array());
		out.write(block, 0, size);
		size = 0;
	}

	/** Of the first bytes of a block, its length and its number. */
	static int checksum(final int number, final byte[] block, final int size) {
		final CRC32 sum = new CRC32();
		sum.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(number).putInt(size).array(), 0,
			2 * Integer.BYTES);
		sum.update(block, 0, size);
		return (int) sum.getValue();
	}
}
