package sc.fiji.kmeans.files.deflate;

import java.nio.ByteBuffer;

/**
 * Bytes as tokens: single bytes, and runs of bytes that equal the pixel before. Can
 * be used again and again.
 */
final class RunTokens {

	/** Tokens up to here are bytes; above it, lengths of runs of bytes. */
	static final int RUN = 256;
	static final int LEAST = 3;
	static final int MOST = 258;

	private final int step;
	private final char[] tokens;
	private int size;

	/**
	 * @param step bytes of a pixel
	 * @param most bytes that there are at once
	 */
	RunTokens(final int step, final int most) {
		this.step = step;
		tokens = new char[most];
	}

	/** In their order, up to the size. */
	char[] tokens() {
		return tokens;
	}

	int size() {
		return size;
	}

	/** @param in of which the bytes from one to before the other count; what is before may be used */
	void read(final byte[] in, final int from, final int to) {
		final ByteBuffer eight = ByteBuffer.wrap(in);
		size = 0;
		int at = addSingle(in, from, Math.min(to, Math.max(from, step)));
		while (at + LEAST <= to)
			if (isRun(in, at)) at = addRun(in, eight, at, to);
			else at = addSingle(in, at, Math.min(to, at + step));
		addSingle(in, at, to);
	}

	/** One branch for three bytes, which noise hardly ever takes. */
	private boolean isRun(final byte[] in, final int at) {
		final int before = at - step;
		return (in[at] ^ in[before] | in[at + 1] ^ in[before + 1] | in[at + 2] ^ in[before + 2]) == 0;
	}

	private int addSingle(final byte[] in, final int from, final int to) {
		int n = size;
		for (int at = from; at < to; at++)
			tokens[n++] = (char) (in[at] & 0xff);
		size = n;
		return to;
	}

	private int addRun(final byte[] in, final ByteBuffer eight, final int from, final int to) {
		final int end = Math.min(to, from + MOST);
		int at = from + LEAST;
		while (at + Long.BYTES <= end && eight.getLong(at) == eight.getLong(at - step))
			at += Long.BYTES;
		while (at < end && in[at] == in[at - step])
			at++;
		tokens[size++] = (char) (RUN + at - from);
		return at;
	}
}
