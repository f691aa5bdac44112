package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The chunks of a PNG file. */
final class PngFile implements PictureFile {

	private static final int SIGNATURE = 8;
	private static final int HEAD_LENGTH = 13;
	private static final int HEAD = 0x49484452;
	private static final int PIXELS = 0x49444154;
	private static final int ANIMATION = 0x6163544c;
	private static final int TRANSPARENT = 0x74524e53;
	private static final int EXIF = 0x65584966;
	private static final int END = 0x49454e44;
	/** In the type of a chunk: no program needs it to show the picture. */
	private static final int OPTIONAL = 0x20000000;
	/** Most bytes that deflate makes of one. */
	private static final int DEFLATE = 1032;
	/** By the type of colours. */
	private static final int[] COMPONENTS = { 1, 1, 3, 1, 2, 1, 4, 1 };
	private static final String SUM = "a check sum is wrong";

	private final DataInputStream in;
	private final byte[] part = new byte[1 << 13];
	private boolean isHeadRight;
	/** Of a pixel. */
	private int bits;

	/** @param in at the begin of the file */
	PngFile(final DataInputStream in) {
		this.in = in;
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, SIGNATURE);
		final byte[] head = new byte[HEAD_LENGTH];
		if (in.readInt() != HEAD_LENGTH || in.readInt() != HEAD) throw Damage.of("its head is missing");
		in.readFully(head);
		final CRC32 sum = sum(HEAD);
		sum.update(head, 0, head.length);
		isHeadRight = in.readInt() == (int) sum.getValue();
		final ByteBuffer numbers = ByteBuffer.wrap(head);
		bits = numbers.get(8) * COMPONENTS[numbers.get(9) & 7];
		return new PictureHead(numbers.getInt(), numbers.getInt(), Math.max(1, bits / Byte.SIZE), true);
	}

	/** Compares all chunks with their check sums. */
	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (!isHeadRight) throw Damage.of(SUM);
		double pixels = 0;
		for (int type = 0; type != END;) {
			final long bytes = in.readInt() & 0xffffffffL;
			type = in.readInt();
			checkChunk(type, bytes);
			if (type == ANIMATION && bytes >= Integer.BYTES && ByteBuffer.wrap(part).getInt() > 1)
				throw new IOException(
					"this kind of image is not read: animated PNG: save its frames as PNG or TIFF");
			if (type == PIXELS) pixels += (double) bytes * DEFLATE * Byte.SIZE / bits;
		}
		head.requireAtMost(pixels);
	}

	/** How a whole file's picture is to be turned; to be asked instead of all else. */
	Orientation orientation() throws IOException {
		Streams.skip(in, SIGNATURE);
		for (int type = 0; type != END;) {
			final byte[] data = new byte[in.readInt()];
			type = in.readInt();
			in.readFully(data);
			if (type == EXIF) return Orientation.of(data);
			in.readInt();
		}
		return Orientation.UPRIGHT;
	}

	private void checkChunk(final int type, final long length) throws IOException {
		final CRC32 sum = sum(type);
		for (long left = length; left > 0;) {
			final int n = (int) Math.min(left, part.length);
			in.readFully(part, 0, n);
			sum.update(part, 0, n);
			left -= n;
		}
		final boolean isRight = in.readInt() == (int) sum.getValue();
		if (!isRight && ((type & OPTIONAL) == 0 || type == TRANSPARENT)) throw Damage.of(SUM);
	}

	private static CRC32 sum(final int type) {
		final CRC32 sum = new CRC32();
		for (int shift = 24; shift >= 0; shift -= 8)
			sum.update(type >> shift);
		return sum;
	}
}
