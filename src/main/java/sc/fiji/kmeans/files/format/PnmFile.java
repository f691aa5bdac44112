package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * PBM, PGM, PPM and PAM files. Grey values stay as in the file, in 8 or 16 bits, as
 * ImageJ reads them; black and white are 0 and 255; colours of up to 8 bits are spread
 * to 0 to 255.
 */
final class PnmFile implements PictureFile {

	private static final int PAM = 7;
	private static final int BITMAP = 4;
	private static final int FIRST_BINARY = 4;
	private static final int MAX_VALUE = 0xffff;

	private final DataInputStream in;
	private int type;
	private long width;
	private long height;
	private int maxValue = 1;
	/** In a pixel. */
	private int values = 1;

	/** @param in at the begin of the file */
	PnmFile(final DataInputStream in) {
		this.in = in;
	}

	/** The image in a file that has been checked. */
	static ImagePlus image(final Path file) throws IOException {
		try (DataInputStream in = Streams.of(file)) {
			final PnmFile pnm = new PnmFile(in);
			pnm.head();
			final SamplePlanes planes = new SamplePlanes((int) pnm.width, (int) pnm.height, pnm.values,
				pnm.maxValue);
			pnm.read(planes);
			pnm.requireNoOther();
			return planes.picture().image();
		}
	}

	@Override
	public PictureHead head() throws IOException {
		if (in.readUnsignedByte() != 'P') throw Damage.of("its head is missing");
		type = in.readUnsignedByte() - '0';
		if (type == PAM) readPam();
		else readOld();
		if (maxValue < 1 || maxValue > MAX_VALUE)
			throw Damage.of("its largest value is " + maxValue + ": takes 1 to " + MAX_VALUE);
		return new PictureHead(width, height, values < 3 ? bytes() : 4 * bytes(), false);
	}

	/** Of a value. */
	private int bytes() {
		return maxValue > 255 ? 2 : 1;
	}

	private boolean isBitmap() {
		return type == 1 || type == BITMAP;
	}

	private void readOld() throws IOException {
		values = type == 3 || type == 6 ? 3 : 1;
		width = size();
		height = size();
		if (!isBitmap()) maxValue = number();
	}

	private void readPam() throws IOException {
		for (String word = word(); !word.equals("ENDHDR"); word = word())
			if (word.equals("WIDTH")) width = size();
			else if (word.equals("HEIGHT")) height = size();
			else if (word.equals("DEPTH")) values = number();
			else if (word.equals("MAXVAL")) maxValue = number();
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		if (values < 1 || values > 4)
			throw new IOException(
				"this kind of image is not read: PAM of " + values + " values a pixel: save it as TIFF");
		final double row = type == BITMAP ? (width + 7) / 8 : (double) width * values * bytes();
		final boolean isBinary = type >= FIRST_BINARY;
		if ((isBinary ? row * height : (double) width * height * values) > length)
			throw new EOFException();
	}

	private void read(final SamplePlanes planes) throws IOException {
		for (int y = 0; y < height; y++)
			if (type == BITMAP) readBits(planes, y);
			else for (int x = 0; x < width; x++)
				for (int value = 0; value < values; value++)
					planes.set(x, y, value, value());
	}

	/** Files of this format may have one image after the other. */
	private void requireNoOther() throws IOException {
		int c = in.read();
		while (c >= 0 && c <= ' ')
			c = in.read();
		final int next = in.read();
		if (c == 'P' && next >= '1' && next <= '0' + PAM)
			throw new IOException(
				"this kind of image is not read: several images in one file: save each as a file of its own");
	}

	/** 1 is black. */
	private void readBits(final SamplePlanes planes, final int y) throws IOException {
		int bits = 0;
		for (int x = 0; x < width; x++) {
			if (x % 8 == 0) bits = in.readUnsignedByte();
			planes.set(x, y, 0, 1 - (bits >> 7 - x % 8 & 1));
		}
	}

	private int value() throws IOException {
		final int value = type == 1
			? 1 - bit()
			: type < FIRST_BINARY
				? number()
				: bytes() == 1 ? in.readUnsignedByte() : in.readUnsignedShort();
		if (value < 0 || value > maxValue)
			throw Damage.of("a value is " + value + ", and the largest should be " + maxValue);
		return value;
	}

	/** Digits of a text bitmap may stand side by side. */
	private int bit() throws IOException {
		return visible() - '0';
	}

	private int number() throws IOException {
		final long number = size();
		if (number != (int) number) throw Damage.of("a number is " + number + ", which is too large");
		return (int) number;
	}

	/** Of the image, perhaps beyond what is read. */
	private long size() throws IOException {
		final String word = word();
		try {
			return Long.parseLong(word);
		}
		catch (final NumberFormatException e) {
			throw Damage.of("it has no number where one is due");
		}
	}

	/** Up to a blank, which is taken, too. */
	private String word() throws IOException {
		final StringBuilder word = new StringBuilder();
		for (int c = visible(); c > ' '; c = in.read()) {
			if (word.length() > 20) throw Damage.of("its head is broken");
			word.append((char) c);
		}
		return word.toString();
	}

	/** The next character that is no blank and in no comment. */
	private int visible() throws IOException {
		int c = in.readUnsignedByte();
		boolean isComment = c == '#';
		while (c <= ' ' || isComment) {
			c = in.readUnsignedByte();
			isComment = isComment ? c != '\n' && c != '\r' : c == '#';
		}
		return c;
	}
}
