package sc.fiji.kmeans.files.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@link DataInputStream} lacks. */
final class Streams {

	private Streams() {}

	/** @return from the begin of a file */
	static DataInputStream of(final Path file) throws IOException {
		return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
	}

	/** @throws EOFException if there are no such bytes */
	static void skip(final DataInputStream in, final long n) throws IOException {
		for (long i = 0; i < n; i++)
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
