package sc.fiji.kmeans.files.deflate;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * Compresses the bytes of pixels with the least time: runs of equal pixels, of which pictures
 * of few colours consist, and all else in a code of its bytes. What gets no smaller is stored.
 * Java's own looks for all that occurs again, which takes four times as long. Immutable.
 */
public final class PixelDeflate {

	/** The first bytes of a stream, RFC 1950: Deflate with a window of 32,768 bytes, fast. */
	public static final byte[] HEAD = { 0x78, 0x01 };
	/** Each in a code of its own. */
	private static final int BLOCK = 1 << 17;
	private static final int MOST_STEP = 1 << 15;
	/** An empty block that is the last, in a fixed code. */
	private static final int LAST = 3;
	private static final int LAST_BITS = 10;

	private final int step;

	/** @param step bytes from a pixel to the next */
	public PixelDeflate(final int step) {
		this.step = step > MOST_STEP ? 1 : step;
	}

	/**
	 * A part of a stream without its head and end, which any other may follow; depends on nothing
	 * else.
	 *
	 * @param in of which the first bytes count
	 */
	public byte[] part(final byte[] in, final int length) {
		return written(in, length, false).toBytes();
	}

	/** A whole stream, with its checksum. */
	public byte[] stream(final byte[] in) {
		final byte[] part = written(in, in.length, true).toBytes();
		final Adler32 sum = new Adler32();
		sum.update(in, 0, in.length);
		return ByteBuffer.allocate(HEAD.length + part.length + Integer.BYTES)
			.put(HEAD)
			.put(part)
			.putInt((int) sum.getValue())
			.array();
	}

	/** What ends a stream, before its checksum. */
	public static byte[] last() {
		final BitOutput out = new BitOutput(Integer.BYTES);
		out.put(LAST, LAST_BITS);
		return out.toBytes();
	}

	private BitOutput written(final byte[] in, final int length, final boolean isLast) {
		final BitOutput out = new BitOutput(length / 8 + Long.BYTES);
		final RunTokens tokens = new RunTokens(step, Math.min(length, BLOCK));
		for (int from = 0; from < length; from += BLOCK) {
			final int to = Math.min(length, from + BLOCK);
			tokens.read(in, from, to);
			new DeflateBlock(step, tokens).write(in, from, to, out);
		}
		out.reserve(Long.BYTES);
		if (isLast) out.put(LAST, LAST_BITS);
		// An empty one: the next begins with a byte.
		else DeflateBlock.store(in, 0, 0, out);
		return out;
	}
}
