package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.stream.FileImageInputStream;

/**
 * A code stream of JPEG 2000. Its heads of packets are read byte by byte, and the reader
 * would go on for ever at the end of the file, and at bytes that can not be among them. What
 * is thrown is unchecked, for the reader prints the others.
 */
final class EndingInput extends FileImageInputStream {

	/** The largest byte behind one of 255 that is no mark. */
	private static final int LARGEST = 0x8f;

	private long place;
	private int before;

	EndingInput(final Path file) throws IOException {
		super(file.toFile());
	}

	@Override
	public int read() throws IOException {
		final int read = required(super.read());
		if (before == 0xff && read > LARGEST && place == streamPos - 1)
			throw damaged("a head of a packet is broken");
		place = streamPos;
		before = read;
		return read;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) throws IOException {
		return required(super.read(bytes, offset, length));
	}

	private static int required(final int read) {
		if (read < 0) throw damaged("it ends too early");
		return read;
	}

	private static UncheckedIOException damaged(final String how) {
		return new UncheckedIOException(Damage.of(how));
	}
}
