package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of a JPEG stream, which may lack the tables that it shares with others of a TIFF file.
 * <p>
 * ITU-T Recommendation T.81 (1992).
 */
final class JpegStream {

	private static final int FRAME = 0xc0;
	private static final int LAST_FRAME = 0xcf;
	/** Tables and extensions among the marks of frames. */
	private static final int HUFFMAN = 0xc4;
	private static final int RESERVED = 0xc8;
	private static final int ARITHMETIC = 0xcc;
	private static final int START = 0xd8;
	private static final int END = 0xd9;
	private static final int SCAN = 0xda;
	/** Some bytes may follow the end. */
	private static final int BEHIND = 16;

	private final byte[] bytes;

	JpegStream(final byte[] bytes) {
		this.bytes = bytes;
	}

	/** Readers fill up what is missing. */
	boolean isWhole() {
		for (int i = bytes.length - 2; i >= Math.max(0, bytes.length - BEHIND); i--)
			if (bytes[i] == -1 && (bytes[i + 1] & 0xff) == END) return true;
		return false;
	}

	/** @throws IOException if samples have other than 8 bits */
	void requireBytes() throws IOException {
		for (int at = 2; at + 4 < bytes.length && bytes[at] == -1; at += length(at)) {
			final int mark = bytes[at + 1] & 0xff;
			if (mark == SCAN) return;
			if (isFrame(mark) && bytes[at + 4] != Byte.SIZE)
				throw new IOException("this TIFF file is compressed as JPEG of " + bytes[at + 4]
					+ " bits, which is not read: save it with another compression, such as Deflate");
		}
	}

	/** Of a segment with its mark. */
	private int length(final int at) {
		final boolean isAlone = bytes[at + 1] == (byte) START || bytes[at + 1] == -1;
		return isAlone
			? bytes[at + 1] == -1 ? 1 : 2
			: 2 + (ByteBuffer.wrap(bytes).getShort(at + 2) & 0xffff);
	}

	private static boolean isFrame(final int mark) {
		return mark >= FRAME && mark <= LAST_FRAME && mark != HUFFMAN && mark != RESERVED
			&& mark != ARITHMETIC;
	}

	/** @param tables a stream of tables alone; may be empty */
	byte[] with(final byte[] tables) {
		if (tables.length < 4) return bytes;
		final byte[] all = Arrays.copyOf(tables, tables.length - 2 + bytes.length - 2);
		System.arraycopy(bytes, 2, all, tables.length - 2, bytes.length - 2);
		return all;
	}
}
