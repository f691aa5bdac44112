package sc.fiji.kmeans.camera;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the JPEG pictures in a stream by their own markers (ITU-T T.81, B.1).
 * What is between them is left out: the boundaries and lengths that servers put
 * there are often wrong or missing, the markers are not.
 */
final class JpegCutter {

	private static final int FIRST_FRAME = 0xc0;
	private static final int FIRST_RESTART = 0xd0;
	private static final int LAST_RESTART = 0xd7;
	private static final int START = 0xd8;
	private static final int END = 0xd9;
	private static final int SCAN = 0xda;
	/** No marker. */
	private static final int RUBBISH = 0;

	private final InputStream in;
	/** More bytes than these for one picture are rubbish. */
	private final int limit;
	private final byte[] buffer = new byte[1 << 16];
	private int position;
	private int end;
	/** Since the last picture. */
	private int read;

	JpegCutter(final InputStream in, final int limit) {
		this.in = in;
		this.limit = limit;
	}

	/**
	 * Reads the next picture of which the beginning and the end are there. One that
	 * was cut is left out, if another begins after it.
	 *
	 * @param picture takes it
	 * @throws IOException if the stream ends, or there is none in it
	 */
	void next(final Bytes picture) throws IOException {
		read = 0;
		findStart(picture);
		for (int marker = marker(picture); marker != END;)
			marker = afterMarker(marker, picture);
	}

	/** @return the marker that follows */
	private int afterMarker(final int marker, final Bytes picture) throws IOException {
		if (marker == START) begin(picture);
		else if (marker < FIRST_FRAME) findStart(picture);
		else if (!isRestart(marker)) copySegment(picture);
		return marker == SCAN ? copyScan(picture) : marker(picture);
	}

	private static boolean isRestart(final int marker) {
		return marker >= FIRST_RESTART && marker <= LAST_RESTART;
	}

	private void findStart(final Bytes picture) throws IOException {
		int before = 0;
		for (int now = next(); before != 0xff || now != START; now = next())
			before = now;
		begin(picture);
	}

	private static void begin(final Bytes picture) {
		picture.clear();
		picture.add(0xff);
		picture.add(START);
	}

	private int marker(final Bytes picture) throws IOException {
		return copy(picture) == 0xff ? code(picture) : RUBBISH;
	}

	/** Of the marker; any number of 0xff may stand before it. */
	private int code(final Bytes picture) throws IOException {
		int code = copy(picture);
		while (code == 0xff)
			code = copy(picture);
		return code;
	}

	private void copySegment(final Bytes picture) throws IOException {
		int rest = (copy(picture) << 8 | copy(picture)) - 2;
		while (rest > 0) {
			if (position == end) fill();
			final int n = Math.min(rest, end - position);
			copy(n, picture);
			rest -= n;
		}
	}

	/** Pixels: in them, 0xff is followed by 0 or is a restart. */
	private int copyScan(final Bytes picture) throws IOException {
		int code;
		do {
			copyTo0xff(picture);
			code = code(picture);
		}
		while (code == 0 || isRestart(code));
		return code;
	}

	private void copyTo0xff(final Bytes picture) throws IOException {
		for (;;) {
			if (position == end) fill();
			int next = position;
			while (next < end && buffer[next] != -1)
				next++;
			final boolean found = next < end;
			copy(next - position + (found ? 1 : 0), picture);
			if (found) return;
		}
	}

	private void copy(final int n, final Bytes picture) {
		picture.add(buffer, position, n);
		position += n;
	}

	private int copy(final Bytes picture) throws IOException {
		final int next = next();
		picture.add(next);
		return next;
	}

	private int next() throws IOException {
		if (position == end) fill();
		return buffer[position++] & 0xff;
	}

	private void fill() throws IOException {
		if (read > limit)
			throw new StreamException("the server sent something else than JPEG pictures");
		position = 0;
		end = 0;
		final int n = in.read(buffer);
		if (n < 0) throw new EOFException();
		end = n;
		read += n;
	}
}
