package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.IOException;

/** The head of a JPEG file. */
final class JpegFile implements PictureFile {

	private static final int CMYK = 4;
	/** A block of pixels takes a bit at least, in the component that has most of them. */
	private static final int PIXELS_PER_BIT = 64;

	private final DataInputStream in;

	/** @param in at the begin of the file */
	JpegFile(final DataInputStream in) {
		this.in = in;
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, 2);
		int marker = marker();
		for (; !isFrame(marker); marker = marker())
			if (hasLength(marker)) Streams.skip(in, length());
		Streams.skip(in, 3);
		final int height = in.readUnsignedShort();
		final int width = in.readUnsignedShort();
		return new PictureHead(width, height, Integer.BYTES, in.readUnsignedByte() < CMYK);
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		head.requireAtMost((double) length * Byte.SIZE * PIXELS_PER_BIT);
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
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	private static boolean hasLength(final int marker) {
		return marker != 0x01 && (marker < 0xd0 || marker > 0xd8);
	}

	private int length() throws IOException {
		return Math.max(0, in.readUnsignedShort() - 2);
	}
}
