package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The marks of a JPEG 2000 code stream: a head, parts of tiles, the end. The library that
 * decodes it does not find all damage: in some it would go on for ever.
 */
final class CodeStream {

	private static final int PACKED_HEADS = 0xff60;
	private static final int PACKED_HEADS_OF_TILE = 0xff61;
	private static final int PART = 0xff90;
	private static final int DATA = 0xff93;
	private static final int END = 0xffd9;
	/** Of a mark, or of the length behind one. */
	private static final int WORD = 2;
	/** Bytes of the first segment of a part, and its mark. */
	private static final int PART_HEAD = 12;

	private final DataInputStream in;

	/** @param in behind the first segment of the head */
	CodeStream(final DataInputStream in) {
		this.in = in;
	}

	/**
	 * Reads to the end of the stream.
	 *
	 * @throws IOException if it is not as its marks say, or can not be decoded
	 */
	void check() throws IOException {
		int mark = in.readUnsignedShort();
		for (; mark != PART; mark = in.readUnsignedShort())
			skipSegment(mark);
		while (mark == PART)
			mark = skipPart();
		if (mark != END) throw Damage.of("a part of it has a wrong length");
	}

	/** @return bytes of it and its mark */
	private int skipSegment(final int mark) throws IOException {
		if (mark == PACKED_HEADS || mark == PACKED_HEADS_OF_TILE)
			throw new IOException(
				"this kind of image is not read: JPEG 2000 with packed heads: save it as TIFF");
		final int length = in.readUnsignedShort();
		if (mark >> Byte.SIZE != 0xff || length < WORD) throw Damage.of("its head is broken");
		Streams.skip(in, length - WORD);
		return WORD + length;
	}

	/**
	 * Behind its mark.
	 *
	 * @return the mark behind it
	 */
	private int skipPart() throws IOException {
		Streams.skip(in, 2 * WORD);
		final long length = in.readInt() & 0xffffffffL;
		Streams.skip(in, WORD);
		long left = length - PART_HEAD - WORD;
		for (int mark = in.readUnsignedShort(); mark != DATA; mark = in.readUnsignedShort())
			left -= skipSegment(mark);
		if (length == 0) return lastMark();
		if (left < 0) throw Damage.of("a part of it has a wrong length");
		Streams.skip(in, left);
		return in.readUnsignedShort();
	}

	/** A part without a length is the last one. */
	private int lastMark() throws IOException {
		int mark = 0;
		for (int c = in.read(); c >= 0; c = in.read())
			mark = (mark << Byte.SIZE | c) & 0xffff;
		if (mark != END) throw new EOFException();
		return mark;
	}
}
