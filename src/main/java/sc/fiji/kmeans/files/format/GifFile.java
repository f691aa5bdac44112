package sc.fiji.kmeans.files.format;

import ij.ImagePlus;
import ij.io.Opener;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The blocks of a GIF file. */
final class GifFile implements PictureFile {

	private static final int EXTENSION = 0x21;
	private static final int FRAME = 0x2c;
	private static final int END = 0x3b;

	private final DataInputStream in;
	private int frames;
	/** Whether ImageJ's reader of animations ends before the pixels do. */
	private boolean isOverfull;

	/** @param in at the begin of the file */
	GifFile(final DataInputStream in) {
		this.in = in;
	}

	/**
	 * The image in a file that has been checked, as ImageJ reads it; but of a single
	 * picture transparent pixels do not count.
	 */
	static ImagePlus image(final Path file) throws IOException {
		final ImagePlus image = OpenedByImageJ.file(file, Opener.GIF);
		if (image == null || image.getStackSize() > 1) return image;
		final BufferedImage picture = JavaReader.picture(file, "gif");
		final boolean isWhole = picture.getWidth() == image.getWidth()
			&& picture.getHeight() == image.getHeight();
		return isWhole && picture.getColorModel().hasAlpha() ? RasterPixels.of(picture).image() : image;
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, 6);
		return new PictureHead(Streams.shortOf(in), Streams.shortOf(in), Integer.BYTES, true);
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		skipColours();
		Streams.skip(in, 2);
		for (int block = 0; block != END;) {
			block = in.readUnsignedByte();
			if (block == FRAME) checkFrame();
			else if (block == EXTENSION) skipExtension();
			else if (block != END) throw Damage.of("block " + block + " is unknown");
		}
		if (frames == 0) throw Damage.of("it has no frame");
		if (frames > 1 && isOverfull)
			throw new IOException(
				"ImageJ can not read this animated GIF file: it goes on with a full table");
		head.requireMemory(frames);
	}

	@Override
	public int frames() {
		return frames;
	}

	private void checkFrame() throws IOException {
		frames++;
		Streams.skip(in, 4);
		final long pixels = (long) Streams.shortOf(in) * Streams.shortOf(in);
		skipColours();
		final int bits = in.readUnsignedByte();
		if (bits < 1 || bits > Byte.SIZE) throw Damage.of("pixels of " + bits + " bits: takes 1 to 8");
		final LzwCodes codes = LzwCodes.ofGif(data(), bits);
		final long length = length(codes, pixels);
		if (length < pixels)
			throw Damage.of("frame " + frames + " has " + length + " of its " + pixels + " pixels");
		isOverfull |= codes.isOverfull();
	}

	private long length(final LzwCodes codes, final long pixels) throws IOException {
		try {
			return codes.length(pixels);
		}
		catch (final IOException e) {
			throw Damage.of("frame " + frames + " " + e.getMessage());
		}
	}

	private void skipExtension() throws IOException {
		Streams.skip(in, 1);
		data();
	}

	private void skipColours() throws IOException {
		final int flags = in.readUnsignedByte();
		if ((flags & 0x80) != 0) Streams.skip(in, 3 << 1 + (flags & 7));
	}

	private byte[] data() throws IOException {
		final ByteArrayOutputStream data = new ByteArrayOutputStream();
		for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
			final byte[] part = new byte[length];
			in.readFully(part);
			data.write(part, 0, length);
		}
		return data.toByteArray();
	}
}
