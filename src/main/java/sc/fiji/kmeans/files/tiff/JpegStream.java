package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import sc.fiji.kmeans.files.format.TiffFile;

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
	/** Of a frame: its mark, length, bits, height and width. */
	private static final int FRAME_HEAD = 9;
	/** Some writers fill blocks up to whole units of the code. */
	private static final int BORDER = 31;
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

	/**
	 * Sees to it that it can be read, before anybody makes room for its pixels.
	 *
	 * @param width of the block that it is of, in pixels
	 * @param height of the block
	 * @throws IOException if samples have other than 8 bits, or there are more pixels
	 */
	void requireFrame(final long width, final long height) throws IOException {
		for (int at = 2; at + FRAME_HEAD < bytes.length && bytes[at] == -1; at += length(at)) {
			final int mark = bytes[at + 1] & 0xff;
			if (mark == SCAN) return;
			if (!isFrame(mark)) continue;
			if (bytes[at + 4] != Byte.SIZE)
				throw new IOException("this TIFF file is compressed as JPEG of " + bytes[at + 4]
					+ " bits, which is not read: save it with another compression, such as Deflate");
			if (number(at + 5) > height + BORDER || number(at + 7) > width + BORDER)
				throw TiffFile.damaged("its JPEG data have " + number(at + 7) + " x " + number(at + 5)
					+ " pixels, and their block " + width + " x " + height);
		}
	}

	private int number(final int at) {
		return ByteBuffer.wrap(bytes).getShort(at) & 0xffff;
	}

	/** Of a segment with its mark. */
	private int length(final int at) {
		final boolean isAlone = bytes[at + 1] == (byte) START || bytes[at + 1] == -1;
		return isAlone ? bytes[at + 1] == -1 ? 1 : 2 : 2 + number(at + 2);
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
