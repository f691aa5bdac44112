package sc.fiji.kmeans.cli;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Whether all of a PNG, JPEG, GIF or BMP file is there. */
final class PictureCheck {

	private static final Pattern DAMAGE = Pattern.compile(
		"(?i).*(premature|truncated|corrupt).*");

	private final Path path;

	PictureCheck(final Path path) {
		this.path = path;
	}

	/**
	 * Decodes the images of the file, if ImageIO knows how, and hears warnings.
	 *
	 * @throws IOException if something is missing or broken
	 */
	void run() throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return;
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				decode(reader);
				if (reader.getFormatName().equalsIgnoreCase("gif")) checkGif();
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** @throws IOException if the head of the file tells no size */
	boolean hasHead() throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return false;
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				return reader.getWidth(0) > 0;
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static void decode(final ImageReader reader) throws IOException {
		final List<String> damage = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> {
			if (DAMAGE.matcher(warning).matches()) damage.add(warning);
		});
		final int n = reader.getNumImages(true);
		for (int i = 0; i < n; i++) {
			if (reader.canReadRaster()) reader.readRaster(i, null);
			else reader.read(i);
		}
		if (!damage.isEmpty()) throw new IOException("this image is damaged: " + String
			.join("; ", damage));
	}

	/** ImageIO takes the frames of a GIF until the file ends; its trailer must be there. */
	private void checkGif() throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(path))))
		{
			skip(in, 10);
			skipColours(in);
			skip(in, 2);
			for (int block = 0; block != 0x3b;) {
				block = in.readUnsignedByte();
				if (block == 0x2c) skipImage(in);
				if (block == 0x21) skipExtension(in);
			}
		}
	}

	private static void skipImage(final DataInputStream in) throws IOException {
		skip(in, 8);
		skipColours(in);
		skip(in, 1);
		skipData(in);
	}

	private static void skipExtension(final DataInputStream in)
		throws IOException
	{
		skip(in, 1);
		skipData(in);
	}

	private static void skipColours(final DataInputStream in)
		throws IOException
	{
		final int flags = in.readUnsignedByte();
		if ((flags & 0x80) != 0) skip(in, 3 << 1 + (flags & 7));
	}

	private static void skipData(final DataInputStream in) throws IOException {
		for (int length = 1; length > 0;) {
			length = in.readUnsignedByte();
			skip(in, length);
		}
	}

	private static void skip(final DataInputStream in, final int n)
		throws IOException
	{
		in.readFully(new byte[n]);
	}
}
