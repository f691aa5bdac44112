package sc.fiji.kmeans.files.tiff;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Encodes as Welch describes it, with texts as they are: codes of growing width, the highest bit
 * first.
 */
final class LzwEncoder {

	private static final int CLEAR = 256;
	private static final int END = 257;
	/** A full table is begun afresh before a code would have 13 bits. */
	private static final int MOST = 4094;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final Map<String, Integer> codes = new HashMap<>();
	private int held;
	private int bits;

	byte[] encode(final byte[] bytes, final boolean ends) {
		clear();
		String text = "";
		for (final byte one : bytes) {
			final String longer = text + (char) (one & 0xff);
			if (codes.containsKey(longer)) {
				text = longer;
				continue;
			}
			put(codes.get(text));
			codes.put(longer, codes.size() + 2);
			if (codes.size() + 2 == MOST) clear();
			text = String.valueOf((char) (one & 0xff));
		}
		if (!text.isEmpty()) put(codes.get(text));
		// The reader adds a text for the last code, too.
		if (!text.isEmpty() && ends) codes.put("end" + codes.size(), codes.size() + 2);
		if (ends) put(END);
		if (bits > 0) out.write(held << 8 - bits);
		return out.toByteArray();
	}

	private void clear() {
		if (!codes.isEmpty()) put(CLEAR);
		codes.clear();
		for (int i = 0; i < CLEAR; i++)
			codes.put(String.valueOf((char) i), i);
		if (out.size() == 0 && bits == 0) put(CLEAR);
	}

	/** As wide as the next code needs it, one earlier than in GIF files. */
	private void put(final int code) {
		final int next = codes.size() + 2;
		final int width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9;
		for (int b = width - 1; b >= 0; b--) {
			held = held << 1 | code >> b & 1;
			if (++bits == 8) {
				out.write(held);
				held = 0;
				bits = 0;
			}
		}
	}
}
