package sc.fiji.kmeans.files.tiff;

import java.io.IOException;

/**
 * Decodes LZW data as TIFF files have them: codes of 9 to 12 bits, the highest bit first.
 * <p>
 * T. A. Welch: A technique for high-performance data compression. Computer 17 (1984).
 */
final class Lzw {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int CODES = 1 << 12;

	private final byte[] in;
	private final byte[] out;
	/** Where in the output the text of each code begins. */
	private final int[] starts = new int[CODES + 1];
	private final int[] lengths = new int[CODES + 1];
	private int next = END + 1;
	private int width = 9;
	private int at;
	private long bits;
	private int held;
	private int done;

	private Lzw(final byte[] in, final byte[] out) {
		this.in = in;
		this.out = out;
	}

	/** @return how many bytes were made, no more than there is room for */
	static int decode(final byte[] in, final byte[] out) throws IOException {
		final Lzw lzw = new Lzw(in, out);
		lzw.run();
		return lzw.done;
	}

	private void run() throws IOException {
		int before = -1;
		for (int code = code(); code >= 0 && code != END && done < out.length; code = code()) {
			if (code == CLEAR) {
				next = END + 1;
				width = 9;
				before = -1;
				continue;
			}
			before = write(code, before);
		}
	}

	/**
	 * Writes the text of a code. The new code's text is that of the code before and one byte
	 * more, which is the next byte of the output, wherever it comes from.
	 *
	 * @param before where the text of the code before begins; -1 if there is none
	 * @return where this text begins
	 */
	private int write(final int code, final int before) throws IOException {
		final int start = done;
		if (before >= 0 && next < CODES) {
			starts[next] = before;
			lengths[next++] = start - before + 1;
			width = Math.min(12, Integer.SIZE - Integer.numberOfLeadingZeros(next + 1));
		}
		if (code < CLEAR) out[done++] = (byte) code;
		else if (code < next && code > END) copy(starts[code], lengths[code]);
		else throw new IOException("is no LZW data");
		return start;
	}

	private void copy(final int from, final int length) {
		final int n = Math.min(length, out.length - done);
		for (int i = 0; i < n; i++)
			out[done + i] = out[from + i];
		done += n;
	}

	/** -1 if there are no more. */
	private int code() {
		while (held < width) {
			if (at == in.length) return -1;
			bits = bits << 8 | in[at++] & 0xff;
			held += 8;
		}
		held -= width;
		return (int) (bits >> held) & (1 << width) - 1;
	}
}
