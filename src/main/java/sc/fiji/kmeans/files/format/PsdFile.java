package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The joint picture of all layers in a PSD or PSB file of Photoshop. */
final class PsdFile implements PictureFile {

	private static final int GREY = 1;
	private static final int RGB = 3;
	private static final int LARGE = 2;
	private static final int RUNS = 1;

	private final DataInputStream in;
	/** Bytes of lengths and offsets: 8 in a large file. */
	private int version;
	private int channels;
	private int height;
	private int width;
	private int bits;
	private int mode;
	/** Whether the channel behind the colours is that of transparency. */
	private boolean hasAlpha;

	/** @param in at the begin of the file */
	PsdFile(final DataInputStream in) {
		this.in = in;
	}

	/** The image in a file that has been checked. */
	static ImagePlus image(final Path file) throws IOException {
		try (DataInputStream in = Streams.of(file)) {
			final PsdFile psd = new PsdFile(in);
			psd.head();
			return psd.picture().image();
		}
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, 4);
		version = in.readUnsignedShort();
		Streams.skip(in, 6);
		channels = in.readUnsignedShort();
		height = in.readInt();
		width = in.readInt();
		bits = in.readUnsignedShort();
		mode = in.readUnsignedShort();
		return new PictureHead(width, height, Integer.BYTES, false);
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (version < 1 || version > LARGE) throw Damage.of("its version is " + version);
		if (mode != GREY && mode != RGB || bits != 8 && bits != 16 || channels < colours())
			throw new IOException(
				"this kind of image is not read: PSD that is not grey or RGB of 8 or 16 bits: save it as TIFF");
		head.requireAtMost((double) length * 64);
	}

	private int colours() {
		return mode == GREY ? 1 : 3;
	}

	private DecodedPicture picture() throws IOException {
		Streams.skip(in, in.readInt() & 0xffffffffL);
		Streams.skip(in, in.readInt() & 0xffffffffL);
		skipLayers();
		final int runs = in.readUnsignedShort();
		if (runs > RUNS) throw Damage.of("its compression is " + runs);
		final int values = colours() + (hasAlpha && channels > colours() ? 1 : 0);
		final SamplePlanes planes = new SamplePlanes(width, height, values, (1 << bits) - 1);
		if (runs == RUNS) Streams.skip(in, (long) channels * height * 2 * version);
		for (int value = 0; value < values; value++)
			for (int y = 0; y < height; y++)
				readRow(planes, value, y, runs == RUNS);
		return planes.picture();
	}

	private void skipLayers() throws IOException {
		final long length = length();
		if (length < 0) throw Damage.of("its layers are broken");
		if (length < 2 + 4 * version) {
			Streams.skip(in, length);
			return;
		}
		length();
		hasAlpha = in.readShort() < 0;
		Streams.skip(in, length - 4 * version - 2);
	}

	private long length() throws IOException {
		return version == LARGE ? in.readLong() : in.readInt() & 0xffffffffL;
	}

	private void readRow(final SamplePlanes planes, final int value, final int y,
		final boolean areRuns) throws IOException
	{
		final byte[] row = new byte[width * bits / 8];
		if (areRuns) unpack(row);
		else in.readFully(row);
		for (int x = 0; x < width; x++)
			planes.set(x, y, value,
				bits == 8 ? row[x] & 0xff : (row[2 * x] & 0xff) << 8 | row[2 * x + 1] & 0xff);
	}

	/** PackBits. */
	private void unpack(final byte[] row) throws IOException {
		for (int at = 0; at < row.length;) {
			final int code = in.readByte();
			if (code == -128) continue;
			final int n = code < 0 ? 1 - code : code + 1;
			if (n > row.length - at) throw Damage.of("a row is longer than it should be");
			if (code < 0) Arrays.fill(row, at, at + n, in.readByte());
			else in.readFully(row, at, n);
			at += n;
		}
	}
}
