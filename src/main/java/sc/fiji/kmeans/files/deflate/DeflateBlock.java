package sc.fiji.kmeans.files.deflate;

import java.util.Arrays;

/**
 * A block of a Deflate stream: tokens in the code that suits them, or bytes as they are.
 * <p>
 * RFC 1951, DEFLATE Compressed Data Format Specification, 1996.
 */
final class DeflateBlock {

	private static final int END = 256;
	private static final int SYMBOLS = 286;
	private static final int MOST_BITS = 15;
	private static final int MOST_STORED = 0xffff;
	private static final int LENGTH_SYMBOLS = 19;
	private static final int MOST_LENGTH_BITS = 7;
	/** In which the lengths of the codes of lengths stand. */
	private static final int[] LENGTH_ORDER = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2,
		14, 1, 15 };
	/** Of each length of a run, its symbol. */
	private static final int[] RUN_SYMBOLS = new int[RunTokens.MOST + 1];
	/** What tells it from others of the symbol. */
	private static final int[] RUN_EXTRA = new int[RunTokens.MOST + 1];
	private static final int[] RUN_EXTRA_BITS = new int[RunTokens.MOST + 1];

	static {
		int length = RunTokens.LEAST;
		for (int symbol = END + 1; symbol < SYMBOLS - 1; symbol++) {
			final int bits = Math.max(0, (symbol - END - 5) / 4);
			for (int extra = 0; extra < 1 << bits && length < RunTokens.MOST; extra++, length++)
				set(length, symbol, extra, bits);
		}
		set(RunTokens.MOST, SYMBOLS - 1, 0, 0);
	}

	private static void set(final int length, final int symbol, final int extra, final int bits) {
		RUN_SYMBOLS[length] = symbol;
		RUN_EXTRA[length] = extra;
		RUN_EXTRA_BITS[length] = bits;
	}

	private final Distance distance;
	private final RunTokens tokens;
	private final int[] counts = new int[SYMBOLS];
	private HuffmanCode code;
	/** How often each token occurs. */
	private final int[] all = new int[RunTokens.RUN + RunTokens.MOST + 1];
	/** Of each token, as {@link BitOutput} takes them. */
	private final long[] words = new long[all.length];

	/** @param tokens of the block */
	DeflateBlock(final int step, final RunTokens tokens) {
		distance = new Distance(step);
		this.tokens = tokens;
		count();
		code = new HuffmanCode(counts, MOST_BITS);
		for (int symbol = 0; symbol < END; symbol++)
			setToken(symbol, code.code(symbol), code.length(symbol));
		for (int n = RunTokens.LEAST; n <= RunTokens.MOST; n++)
			setRun(n);
	}

	private void count() {
		final char[] some = tokens.tokens();
		for (int i = 0; i < tokens.size(); i++)
			all[some[i]]++;
		System.arraycopy(all, 0, counts, 0, END);
		for (int n = RunTokens.LEAST; n <= RunTokens.MOST; n++)
			counts[RUN_SYMBOLS[n]] += all[RunTokens.RUN + n];
		counts[END] = 1;
		// A code takes two symbols at least.
		if (tokens.size() == 0) counts[0] = 1;
	}

	private void setToken(final int token, final long value, final int size) {
		words[token] = value << BitOutput.SIZE | size;
	}

	private void setRun(final int n) {
		final int symbol = RUN_SYMBOLS[n];
		final int length = code.length(symbol);
		final int before = length + RUN_EXTRA_BITS[n];
		setToken(RunTokens.RUN + n,
			code.code(symbol) | (long) RUN_EXTRA[n] << length | (long) distance.extra << before + 1,
			before + 1 + distance.extraBits);
	}

	/** Writes tokens, or bytes where that takes no more. */
	void write(final byte[] in, final int from, final int to, final BitOutput out) {
		final BitOutput head = new BitOutput(1 << 9);
		writeHead(head);
		final long coded = head.size() + codedBits() / Byte.SIZE + 1;
		if (coded >= to - from) store(in, from, to, out);
		else {
			out.reserve((int) coded + Long.BYTES);
			writeHead(out);
			writeTokens(out);
		}
	}

	private long codedBits() {
		long sum = 0;
		for (int token = 0; token < all.length; token++)
			sum += all[token] * (words[token] & (1 << BitOutput.SIZE) - 1);
		return sum;
	}

	static void store(final byte[] in, final int from, final int to, final BitOutput out) {
		int at = from;
		do {
			final int n = Math.min(MOST_STORED, to - at);
			out.reserve(Long.BYTES);
			out.put(0, 3);
			out.align();
			out.put(n | (long) (n ^ MOST_STORED) << 16, Integer.SIZE);
			out.put(in, at, n);
			at += n;
		}
		while (at < to);
	}

	private void writeTokens(final BitOutput out) {
		out.put(tokens.tokens(), tokens.size(), words);
		out.put(code.code(END), code.length(END));
	}

	/** The kind of the block, the lengths of its codes, and before them the codes of these. */
	private void writeHead(final BitOutput out) {
		final int symbols = Math.max(END + 1, code.size());
		final int[] lengths = new int[symbols + distance.code + 1];
		for (int symbol = 0; symbol < symbols; symbol++)
			lengths[symbol] = code.length(symbol);
		lengths[lengths.length - 1] = 1;
		final int[] occur = new int[LENGTH_SYMBOLS];
		Arrays.stream(lengths).forEach(length -> occur[length]++);
		// A code takes two symbols at least.
		occur[0]++;
		occur[1]++;
		final HuffmanCode ofLengths = new HuffmanCode(occur, MOST_LENGTH_BITS);
		out.reserve(2 * lengths.length);
		out.put(2 << 1, 3);
		out.put(symbols - END - 1, 5);
		out.put(distance.code, 5);
		out.put(LENGTH_SYMBOLS - 4, 4);
		for (final int symbol : LENGTH_ORDER)
			out.put(ofLengths.length(symbol), 3);
		for (final int length : lengths)
			out.put(ofLengths.code(length), ofLengths.length(length));
	}

	/** How far back all runs look. */
	private static final class Distance {

		final int code;
		final int extra;
		final int extraBits;

		private Distance(final int step) {
			extraBits = Math.max(0, Integer.SIZE - 2 - Integer.numberOfLeadingZeros(step - 1 | 1));
			final int upper = step - 1 >> extraBits;
			code = 2 * extraBits + upper;
			extra = step - 1 - (upper << extraBits);
		}
	}
}
