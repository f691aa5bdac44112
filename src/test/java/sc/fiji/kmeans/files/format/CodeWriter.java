package sc.fiji.kmeans.files.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Compresses by LZW as the textbook has it, with a table of strings: the code of the
 * longest string that is known, then the table learns this string and the next letter.
 */
final class CodeWriter {

	private static final int MAX_CODES = 4096;

	private final boolean isGif;
	private final int bits;
	private final int clear;
	private final StringBuilder out = new StringBuilder();
	private final Map<String, Integer> table = new HashMap<>();
	/** Number of codes since the table was emptied. */
	private int written;

	private CodeWriter(final int bits, final boolean isGif) {
		this.isGif = isGif;
		this.bits = bits;
		clear = 1 << bits;
		empty();
	}

	/** Codes of TIFF files, the highest bit first. */
	static CodeWriter tiff() {
		return new CodeWriter(8, false);
	}

	/** Codes of GIF files, the lowest bit first. */
	static CodeWriter gif(final int bits) {
		return new CodeWriter(bits, true);
	}

	private void empty() {
		written = 0;
		table.clear();
		for (int letter = 0; letter < clear; letter++)
			table.put(String.valueOf((char) letter), letter);
	}

	/** Writes the code that empties the table. */
	CodeWriter clear() {
		code(clear);
		empty();
		return this;
	}

	/** Writes the code that ends the data. */
	CodeWriter end() {
		return code(clear + 1);
	}

	/** Whoever reads knows a code less, and in TIFF files codes grow one code earlier. */
	CodeWriter code(final int code) {
		final int known = clear + 2 + Math.max(0, written - 1);
		final int width = Math.min(12, Integer.toBinaryString(isGif ? known : known + 1).length());
		final String text = Integer.toBinaryString(1 << width | code).substring(1);
		out.append(isGif ? new StringBuilder(text).reverse() : text);
		written++;
		return this;
	}

	/**
	 * Writes letters.
	 *
	 * @param most the table has no more codes, then it is emptied; or is left full if it
	 *          can not have as many
	 */
	CodeWriter data(final byte[] letters, final int most) {
		String known = "";
		for (final byte letter : letters) {
			final String longer = known + (char) (letter & 0xff);
			if (table.containsKey(longer)) {
				known = longer;
				continue;
			}
			code(table.get(known));
			learn(longer, most);
			known = longer.substring(longer.length() - 1);
		}
		return known.isEmpty() ? this : code(table.get(known));
	}

	private void learn(final String longer, final int most) {
		final int next = table.size() + 2;
		if (next >= most) clear();
		else if (next < MAX_CODES) table.put(longer, next);
	}

	/** What was written; the last byte is filled up with zeros. */
	byte[] bytes() {
		final StringBuilder all = new StringBuilder(out);
		while (all.length() % 8 > 0)
			all.append('0');
		final byte[] bytes = new byte[all.length() / 8];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) Integer.parseInt(ordered(all.substring(8 * i, 8 * i + 8)), 2);
		return bytes;
	}

	private String ordered(final String eight) {
		return isGif ? new StringBuilder(eight).reverse().toString() : eight;
	}

	/** The data of a picture: an empty table, the letters, the end. */
	byte[] whole(final byte[] letters, final int most) {
		return clear().data(letters, most).end().bytes();
	}

	@Override
	public String toString() {
		return bits + " bits: " + Arrays.toString(bytes());
	}
}
