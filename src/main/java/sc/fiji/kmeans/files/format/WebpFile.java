package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

/** The chunks of a WebP file. */
final class WebpFile implements PictureFile {

	private static final LibraryReader READER = new LibraryReader("TwelveMonkeys imageio-webp",
		"com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi");

	private static final int RIFF = 0x52494646;
	private static final int EXIF = 0x45584946;
	private static final int LOSSY = 0x56503820;
	private static final int LOSSLESS = 0x5650384c;
	private static final int EXTENDED = 0x56503858;
	/** The head of a chunk. */
	private static final int HEAD = 8;
	private static final int ANIMATED = 2;
	/** Of a side of a picture. */
	private static final int MASK = (1 << 14) - 1;

	/** Most pixels of a copy, which takes a bit at least. */
	private static final int PIXELS_PER_BIT = 4096;

	private final DataInputStream in;
	private long size;
	private int width;
	private int height;
	private boolean isExtended;
	/** Of the first chunk: what is left of it. */
	private long left;
	private boolean isAnimated;

	/** @param in at the begin of the file */
	WebpFile(final DataInputStream in) {
		this.in = in;
	}

	/** The image in a file that has been checked. */
	static ImagePlus image(final Path file) throws IOException {
		final DecodedPicture picture = RasterPixels
			.of(READER.picture(ImageIO.createImageInputStream(file.toFile())));
		try (DataInputStream in = Streams.of(file)) {
			return picture.turned(new WebpFile(in).orientation()).image();
		}
	}

	@Override
	public PictureHead head() throws IOException {
		if (in.readInt() != RIFF) throw Damage.of("its head is missing");
		size = Streams.intOf(in) & 0xffffffffL;
		Streams.skip(in, Integer.BYTES);
		final int type = in.readInt();
		left = even(Streams.intOf(in));
		if (type == EXTENDED) readCanvas();
		else readSize(type);
		return new PictureHead(width, height, Integer.BYTES, false);
	}

	private static long even(final int length) {
		return (length & 0xffffffffL) + (length & 1);
	}

	private void readCanvas() throws IOException {
		isExtended = true;
		isAnimated = (in.readUnsignedByte() & ANIMATED) != 0;
		Streams.skip(in, 3);
		width = Streams.shortOf(in) + (in.readUnsignedByte() << 16) + 1;
		height = Streams.shortOf(in) + (in.readUnsignedByte() << 16) + 1;
		left -= 10;
	}

	/** That of a picture. */
	private void readSize(final int type) throws IOException {
		if (type != LOSSY && type != LOSSLESS) throw Damage.of("its head is broken");
		Streams.skip(in, type == LOSSY ? 6 : 1);
		final int sides = Streams.intOf(in);
		width = type == LOSSY ? sides & MASK : (sides & MASK) + 1;
		height = type == LOSSY ? sides >>> 16 & MASK : (sides >>> 14 & MASK) + 1;
		left -= type == LOSSY ? 10 : 5;
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (size + HEAD > length) throw new EOFException();
		if (isAnimated)
			throw new IOException(
				"this kind of image is not read: animated WebP: save its frames as PNG or TIFF");
		if (left < 0) throw Damage.of("its head is broken");
		if (isExtended) requirePictureOfTheCanvas();
		head.requireAtMost((double) length * Byte.SIZE * PIXELS_PER_BIT);
	}

	private void requirePictureOfTheCanvas() throws IOException {
		final int canvasWidth = width;
		final int canvasHeight = height;
		int type;
		do {
			Streams.skip(in, left);
			type = in.readInt();
			left = even(Streams.intOf(in));
		}
		while (type != LOSSY && type != LOSSLESS);
		readSize(type);
		if (width != canvasWidth || height != canvasHeight)
			throw Damage.of("its picture has another size than it says");
	}

	/** To be asked instead of all else. */
	private Orientation orientation() throws IOException {
		Streams.skip(in, 12);
		try {
			for (int type = in.readInt();; type = in.readInt()) {
				final long length = even(Streams.intOf(in));
				if (type == EXIF) return Orientation.of(exif((int) Math.min(1 << 16, length)));
				Streams.skip(in, length);
			}
		}
		catch (final EOFException noMore) {
			return Orientation.UPRIGHT;
		}
	}

	/** Some programs put the mark of JPEG files before it. */
	private byte[] exif(final int length) throws IOException {
		final byte[] data = new byte[length];
		in.readFully(data);
		return length > 6 && data[0] == 'E' ? Arrays.copyOfRange(data, 6, length) : data;
	}
}
