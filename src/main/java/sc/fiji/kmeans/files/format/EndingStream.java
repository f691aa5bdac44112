package sc.fiji.kmeans.files.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Throws at its end, where ImageJ's reader of DICOM files would go on for ever. */
final class EndingStream extends FilterInputStream {

	EndingStream(final InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		return required(super.read());
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) throws IOException {
		return required(super.read(bytes, offset, length));
	}

	/** ImageJ looks for the word in the message. */
	private static int required(final int read) throws IOException {
		if (read < 0) throw new EOFException("EOF");
		return read;
	}
}
