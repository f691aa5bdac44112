package sc.fiji.kmeans.segment;

import java.io.IOException;
import java.io.InputStream;

/** With what the bytes of counted pixels begin: what they are, and their version. */
final class CountedBytes {

	static final byte VERSION = 2;
	static final byte[] BEGINNING = { 'K', 'M', 'C', VERSION };

	private CountedBytes() {}

	/** @throws IOException if bytes begin with something else */
	static void requireBeginning(final InputStream in) throws IOException {
		for (int i = 0; i < BEGINNING.length; i++) {
			final int next = in.read();
			if (i == BEGINNING.length - 1 && next > 0 && next != VERSION)
				throw new IOException("counted pixels of version " + next + ": takes " + VERSION);
			if (next != BEGINNING[i]) throw new IOException("these bytes are no counted pixels");
		}
	}
}
