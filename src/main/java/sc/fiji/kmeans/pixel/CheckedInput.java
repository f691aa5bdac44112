package sc.fiji.kmeans.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link CheckedOutput} wrote, and not a byte more. Numbers come out of blocks
 * whose checksum is right, so that bytes that were changed or lost are never taken for others.
 */
public final class CheckedInput {

	private static final int LOW = 0x7f;
	private static final int MOST_SHIFT = 56;

	private final InputStream in;
	private final byte[] block = new byte[CheckedOutput.BLOCK];
	private int size;
	private int place;
	private int blocks;

	public CheckedInput(final InputStream in) {
		this.in = in;
	}

	/**
	 * @param what it is, for the message
	 * @param least number that there may be
	 * @param most number that there may be
	 * @throws IOException if it is another one, or bytes are damaged
	 */
	public long readNumber(final String what, final long least, final long most) throws IOException {
		final long value = readNumber();
		if (value < least || value > most)
			throw damaged(what + " = " + value + ": takes " + least + " to " + most);
		return value;
	}

	/** Reads a number, 0 or more. */
	public long readNumber() throws IOException {
		int next = readByte();
		if (next <= LOW) return next;
		long value = next & LOW;
		int shift = Byte.SIZE - 1;
		do {
			if (shift > MOST_SHIFT) throw damaged("a number of more than 63 bits");
			next = readByte();
			value |= (long) (next & LOW) << shift;
			shift += Byte.SIZE - 1;
		}
		while (next > LOW);
		return value;
	}

	private int readByte() throws IOException {
		if (place == size) readBlock();
		return block[place++] & 0xff;
	}

	/** @param most bytes that there may be */
	public String readText(final String what, final int most) throws IOException {
		final byte[] bytes = new byte[(int) readNumber("length of " + what, 0, most)];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) readByte();
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** @throws IOException if there is more */
	public void finish() throws IOException {
		if (place < size) throw damaged((size - place) + " bytes too many");
		nextBlock();
		if (size > 0) throw damaged(size + " bytes too many");
	}

	private void readBlock() throws IOException {
		nextBlock();
		if (size == 0) throw damaged("they end too early");
	}

	private void nextBlock() throws IOException {
		final ByteBuffer head = ByteBuffer.wrap(new byte[2 * Integer.BYTES]);
		fill(head.array(), head.capacity());
		size = head.getInt();
		place = 0;
		if (size < 0 || size > block.length)
			throw damaged("a block of " + size + ": takes 0 to " + block.length);
		fill(block, size);
		if (head.getInt() != CheckedOutput.checksum(blocks++, block, size))
			throw damaged("the checksum of block " + blocks + " is wrong");
	}

	private void fill(final byte[] bytes, final int n) throws IOException {
		for (int from = 0; from < n;) {
			final int read = in.read(bytes, from, n - from);
			if (read < 0) throw damaged("they end too early");
			from += read;
		}
	}

	/** To be thrown, with the reason. */
	public static IOException damaged(final String reason) {
		return new IOException("damaged bytes: " + reason);
	}
}
