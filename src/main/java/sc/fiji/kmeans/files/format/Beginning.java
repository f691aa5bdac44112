package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a file, which tell formats apart; immutable. */
final class Beginning {

	/** As far as the longest way to a mark goes. */
	private static final int LENGTH = 352;

	/** A character for a byte. */
	private final String bytes;

	private Beginning(final String bytes) {
		this.bytes = bytes;
	}

	static Beginning of(final Path file) throws IOException {
		final byte[] bytes = new byte[LENGTH];
		int n = 0;
		try (InputStream in = Files.newInputStream(file)) {
			for (int read = 0; n < LENGTH && read >= 0; n += Math.max(0, read))
				read = in.read(bytes, n, LENGTH - n);
		}
		return new Beginning(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
	}

	/**
	 * Whether a mark is there.
	 *
	 * @param mark a character for a byte; behind {@code 128:} it does not begin at the
	 *          first byte, but at that one, counted from 0
	 */
	boolean has(final String mark) {
		final int colon = mark.matches("(?s)\\d+:.*") ? mark.indexOf(':') : -1;
		final int at = colon < 0 ? 0 : Integer.parseInt(mark.substring(0, colon));
		return bytes.startsWith(mark.substring(colon + 1), at);
	}
}
