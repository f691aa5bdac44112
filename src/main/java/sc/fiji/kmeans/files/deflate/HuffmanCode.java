package sc.fiji.kmeans.files.deflate;

import java.util.Arrays;

/**
 * The code of symbols that makes them short by how often they occur; immutable. The lengths
 * tell it all.
 * <p>
 * D. A. Huffman, A method for the construction of minimum-redundancy codes, 1952; numbered as
 * in RFC 1951, 3.2.2.
 */
final class HuffmanCode {

	private final int[] lengths;
	/** Of each symbol, its first bit lowest. */
	private final int[] codes;

	/**
	 * @param counts how often each symbol occurs; two symbols at least
	 * @param most bits of a code
	 */
	HuffmanCode(final int[] counts, final int most) {
		lengths = lengths(counts, most);
		codes = codes(lengths, most);
	}

	int length(final int symbol) {
		return lengths[symbol];
	}

	int code(final int symbol) {
		return codes[symbol];
	}

	/** The number of symbols up to the last that occurs. */
	int size() {
		int size = lengths.length;
		while (lengths[size - 1] == 0)
			size--;
		return size;
	}

	/** Codes that get too long become shorter when counts differ less. */
	private static int[] lengths(final int[] counts, final int most) {
		int[] some = counts.clone();
		for (;;) {
			final int[] found = new Tree(some).lengths();
			if (Arrays.stream(found).max().getAsInt() <= most) return found;
			some = Arrays.stream(some).map(n -> (n + 1) / 2).toArray();
		}
	}

	private static int[] codes(final int[] lengths, final int most) {
		final int[] next = new int[most + 2];
		for (final int length : lengths)
			if (length > 0) next[length + 1]++;
		for (int length = 1; length <= most; length++)
			next[length + 1] += next[length];
		// Codes of a length follow those that are shorter, with as many bits.
		int first = 0;
		final int[] begin = new int[most + 1];
		for (int length = 1; length <= most; length++) {
			first = first + next[length] - next[length - 1] << 1;
			begin[length] = first;
		}
		return Arrays.stream(lengths)
			.map(length -> length == 0 ? 0 : Integer.reverse(begin[length]++) >>> Integer.SIZE - length)
			.toArray();
	}

	/** Joins the two rarest, again and again. */
	private static final class Tree {

		private final int symbols;
		/** Of symbols, then of what was joined, ascending. */
		private final long[] counts;
		private final int[] parents;
		/** Symbols that occur, the rarest first. */
		private final int[] order;

		private Tree(final int[] ofSymbols) {
			symbols = ofSymbols.length;
			counts = new long[2 * symbols];
			parents = new int[2 * symbols];
			for (int i = 0; i < symbols; i++)
				counts[i] = ofSymbols[i];
			order = Arrays.stream(sorted(ofSymbols)).mapToInt(key -> (int) (key & 0xffff)).toArray();
		}

		/** Equal ones by their numbers. */
		private static long[] sorted(final int[] counts) {
			final long[] keys = new long[counts.length];
			int n = 0;
			for (int i = 0; i < counts.length; i++)
				if (counts[i] > 0) keys[n++] = (long) counts[i] << 16 | i;
			Arrays.sort(keys, 0, n);
			return Arrays.copyOf(keys, n);
		}

		private int[] lengths() {
			int leaf = 0;
			int node = symbols;
			int end = symbols;
			for (int joins = order.length - 1; joins > 0; joins--, end++)
				for (int twice = 0; twice < 2; twice++) {
					final boolean isLeaf = leaf < order.length
						&& (node == end || counts[order[leaf]] <= counts[node]);
					final int rarest = isLeaf ? order[leaf++] : node++;
					counts[end] += counts[rarest];
					parents[rarest] = end;
				}
			return depths(end - 1);
		}

		private int[] depths(final int root) {
			final int[] depths = new int[root + 1];
			for (int node = root - 1; node >= symbols; node--)
				depths[node] = depths[parents[node]] + 1;
			for (final int symbol : order)
				depths[symbol] = depths[parents[symbol]] + 1;
			return Arrays.copyOf(depths, symbols);
		}
	}
}
