package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The boxes of a JPEG 2000 file, and the head of its code stream. */
final class Jpeg2000File implements PictureFile {

	private static final LibraryReader READER = new LibraryReader("jai-imageio-jpeg2000",
		"com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi");

	private static final int STREAM = 0xff4fff51;
	private static final int CODES = 0x6a703263;
	private static final int HEAD = 8;
	/** Bytes of the segment of sizes that are looked at. */
	private static final int SIZE_HEAD = 39;
	/** Of a tile without pixels. */
	private static final int TILE = 14;

	private final DataInputStream in;
	private int components;
	private int bits;
	private double tiles;

	/** @param in at the begin of the file */
	Jpeg2000File(final DataInputStream in) {
		this.in = in;
	}

	/** The image in a file that has been checked. */
	static ImagePlus image(final Path file) throws IOException {
		final BufferedImage picture = READER.picture(new EndingInput(file));
		return RasterPixels.of(picture).image();
	}

	@Override
	public PictureHead head() throws IOException {
		for (int first = in.readInt(); first != STREAM; first = in.readInt()) {
			final int type = in.readInt();
			if (type == CODES) continue;
			Streams.skip(in, boxLength(first));
		}
		return streamHead();
	}

	/** Behind its head. */
	private long boxLength(final int length) throws IOException {
		final long rest = length == 1 ? in.readLong() - 2 * HEAD : (length & 0xffffffffL) - HEAD;
		if (rest < 0) throw Damage.of("its head is broken");
		return rest;
	}

	private PictureHead streamHead() throws IOException {
		final int rest = in.readUnsignedShort() - SIZE_HEAD;
		if (rest < 0) throw Damage.of("its head is broken");
		Streams.skip(in, 2);
		final long right = unsigned();
		final long bottom = unsigned();
		final long left = unsigned();
		final long top = unsigned();
		readTiles(left, top, right, bottom);
		components = in.readUnsignedShort();
		bits = in.readUnsignedByte() + 1;
		Streams.skip(in, rest);
		return new PictureHead(right - left, bottom - top, Integer.BYTES, false);
	}

	/** The first tile has the first pixel, and so there is no end of tiles before it. */
	private void readTiles(final long left, final long top, final long right, final long bottom)
		throws IOException
	{
		final long width = unsigned();
		final long height = unsigned();
		final long tileLeft = unsigned();
		final long tileTop = unsigned();
		if (tileLeft > left || tileLeft + width <= left || tileTop > top || tileTop + height <= top)
			throw Damage.of("its first tile is beside it");
		tiles = Math.ceil((double) (right - tileLeft) / width)
			* Math.ceil((double) (bottom - tileTop) / height);
	}

	private long unsigned() throws IOException {
		return in.readInt() & 0xffffffffL;
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (components < 1 || components > 4 || bits > 16)
			throw new IOException("this kind of image is not read: JPEG 2000 of " + components
				+ " components of " + bits + " bits: save it as TIFF");
		if (tiles * TILE > length) throw Damage.of("its file is too short for its tiles");
		new CodeStream(in).check();
	}
}
