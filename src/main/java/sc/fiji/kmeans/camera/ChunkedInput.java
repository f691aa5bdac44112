package sc.fiji.kmeans.camera;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is sent in chunks, each after its length. RFC 7230, 4.1. */
final class ChunkedInput extends FilterInputStream {

	/** Of the chunk. */
	private long rest;
	private boolean begun;

	ChunkedInput(final InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(final byte[] bytes, final int first, final int length) throws IOException {
		if (rest == 0 && !nextChunk()) return -1;
		final int n = in.read(bytes, first, (int) Math.min(length, rest));
		if (n < 0) throw new EOFException();
		rest -= n;
		return n;
	}

	/** @return whether there is one */
	private boolean nextChunk() throws IOException {
		if (begun) HttpAnswer.line(in);
		begun = true;
		try {
			rest = Long.parseLong(HttpAnswer.line(in).split(";", 2)[0].trim(), 16);
		}
		catch (final NumberFormatException e) {
			throw new StreamException("the server sent something else than HTTP");
		}
		return rest > 0;
	}
}
