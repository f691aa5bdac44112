package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.IOException;

/** The head of a JPEG file. */
final class JpegFile implements PictureFile {

	/** Components of a picture for print. */
	static final int INKS = 4;

	/** A block of pixels takes a bit at least, in the component that has most of them. */
	private static final int PIXELS_PER_BIT = 64;
	/** Of kinds of frames. */
	private static final int LOSSLESS = 0xc3;
	private static final int OF_STEPS = 0xc5;
	private static final int ARITHMETIC = 0xc9;
	private static final int LS = 0xf7;

	private final DataInputStream in;
	private final JpegNotes notes = new JpegNotes();
	private int kind;
	private int bits;
	private int components;

	/** @param in at the begin of the file */
	JpegFile(final DataInputStream in) {
		this.in = in;
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, 2);
		for (kind = marker(); !isFrame(kind); kind = marker())
			if (hasLength(kind)) notes.read(in, kind, length());
		Streams.skip(in, 2);
		bits = in.readUnsignedByte();
		final int height = in.readUnsignedShort();
		final int width = in.readUnsignedShort();
		components = in.readUnsignedByte();
		return new PictureHead(width, height, Integer.BYTES, components < INKS);
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (kind == LS) throw unknown("JPEG-LS");
		if (bits != Byte.SIZE) throw unknown("JPEG of " + bits + " bits");
		if (kind >= ARITHMETIC) throw unknown("JPEG with arithmetic coding");
		if (kind == LOSSLESS) throw unknown("lossless JPEG");
		if (kind >= OF_STEPS) throw unknown("hierarchical JPEG");
		if (components != 1 && components != 3 && components != INKS)
			throw unknown("JPEG of " + components + " components");
		head.requireAtMost((double) length * Byte.SIZE * PIXELS_PER_BIT);
	}

	private static IOException unknown(final String kind) {
		return new IOException(
			"this kind of image is not read: " + kind + ": save it as a usual JPEG, PNG or TIFF file");
	}

	/** What stands before the pixels; to be asked after the head. */
	JpegNotes notes() {
		return notes;
	}

	/** Any number of 255s come before it. */
	private int marker() throws IOException {
		if (in.readUnsignedByte() != 0xff) throw Damage.of("its head is broken");
		int marker = 0xff;
		while (marker == 0xff)
			marker = in.readUnsignedByte();
		return marker;
	}

	private static boolean isFrame(final int marker) {
		return marker == LS
			|| marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	private static boolean hasLength(final int marker) {
		return marker != 0x01 && (marker < 0xd0 || marker > 0xd8);
	}

	private int length() throws IOException {
		return Math.max(0, in.readUnsignedShort() - 2);
	}
}
