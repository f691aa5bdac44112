package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** What {@link DataInputStream} lacks. */
final class Streams {

	private Streams() {}

	/** @throws EOFException if there are no such bytes */
	static void skip(final DataInputStream in, final int n) throws IOException {
		for (int i = 0; i < n; i++)
			in.readByte();
	}

	/** The lowest byte comes first. */
	static int shortOf(final DataInputStream in) throws IOException {
		return Short.reverseBytes(in.readShort()) & 0xffff;
	}

	/** The lowest byte comes first. */
	static int intOf(final DataInputStream in) throws IOException {
		return Integer.reverseBytes(in.readInt());
	}
}
