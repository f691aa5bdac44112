package sc.fiji.kmeans.files.deflate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are written bit by bit, the lowest first. */
final class BitOutput {

	/** That one call takes. */
	static final int MOST_BITS = Long.SIZE - Byte.SIZE;
	/** Bits that tell the size of a word. */
	static final int SIZE = 6;

	private ByteBuffer bytes;
	private int size;
	private long rest;
	/** Bits of the rest, fewer than 8. */
	private int bits;

	/** @param length of the bytes that are expected */
	BitOutput(final int length) {
		bytes = buffer(new byte[length + Long.BYTES]);
	}

	private static ByteBuffer buffer(final byte[] array) {
		return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Makes room for more bytes. */
	void reserve(final int more) {
		final int needed = size + more + Long.BYTES;
		if (bytes.capacity() < needed)
			bytes = buffer(Arrays.copyOf(bytes.array(), Math.max(needed, 2 * bytes.capacity())));
	}

	/**
	 * @param value whose higher bits are 0
	 * @param n at most MOST_BITS; there is room for them
	 */
	void put(final long value, final int n) {
		rest |= value << bits;
		bits += n;
		// Always all eight: a branch could not be predicted.
		bytes.putLong(size, rest);
		size += bits >>> 3;
		rest >>>= bits & ~7;
		bits &= 7;
	}

	/**
	 * Writes the word of each token: what the method above does, in a loop whose numbers stay
	 * where they are fast.
	 *
	 * @param words of each token its bits above the {@link #SIZE} lowest, which tell how many; three
	 *          of tokens below 256 have at most MOST_BITS together
	 */
	void put(final char[] tokens, final int n, final long[] words) {
		final ByteBuffer out = bytes;
		long open = rest;
		int used = bits;
		int to = size;
		for (int i = 0; i < n;) {
			int end = i + 1;
			if (i + 2 < n && (tokens[i] | tokens[i + 1] | tokens[i + 2]) < 256) end = i + 3;
			for (; i < end; i++) {
				final long word = words[tokens[i]];
				open |= word >>> SIZE << used;
				used += (int) word & (1 << SIZE) - 1;
			}
			out.putLong(to, open);
			to += used >>> 3;
			open >>>= used & ~7;
			used &= 7;
		}
		rest = open;
		bits = used;
		size = to;
	}

	/** Fills the byte that was begun up with 0. */
	void align() {
		if (bits > 0) put(0, Byte.SIZE - bits);
	}

	/** Whole bytes, where no byte was begun. */
	void put(final byte[] some, final int from, final int n) {
		reserve(n);
		System.arraycopy(some, from, bytes.array(), size, n);
		size += n;
	}

	/** So far, with the one that was begun. */
	int size() {
		return size + (bits > 0 ? 1 : 0);
	}

	byte[] toBytes() {
		return Arrays.copyOf(bytes.array(), size());
	}
}
