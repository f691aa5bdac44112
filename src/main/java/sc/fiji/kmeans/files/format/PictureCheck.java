package sc.fiji.kmeans.files.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import sc.fiji.kmeans.image.Reason;

/** Whether all of a PNG, JPEG, GIF or BMP file is there. */
final class PictureCheck implements FileCheck {

	private static final Pattern DAMAGE = Pattern.compile("(?i).*(premature|truncated|corrupt).*");
	private static final Pattern UNKNOWN = Pattern
		.compile("(?i).*(unsupported|not supported|unimplemented|not implemented).*");

	private final Path path;
	private final PictureFile.Maker maker;
	private int frames;

	PictureCheck(final Path path, final PictureFile.Maker maker) {
		this.path = path;
		this.maker = maker;
	}

	@Override
	public boolean hasHead() {
		try (DataInputStream in = open()) {
			return maker.of(in).head().hasPixels();
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** Decodes the images of the file, too, and hears warnings. */
	@Override
	public boolean run() throws IOException {
		final PictureHead head;
		try (DataInputStream in = open()) {
			final PictureFile file = maker.of(in);
			head = file.head();
			file.check(head, Files.size(path));
			frames = file.frames();
		}
		head.requireMemory(1);
		decode();
		return head.isForImageJ();
	}

	@Override
	public int frames() {
		return frames;
	}

	private DataInputStream open() throws IOException {
		return new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
	}

	private void decode() throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException("this is no image that can be read");
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, false, true);
				decode(reader);
			}
			catch (final IIOException e) {
				throw refused(e);
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** What readers say, behind what it means. */
	private static IOException refused(final IIOException e) {
		final String said = Reason.of(e, "it can not be decoded");
		return new IOException((UNKNOWN.matcher(said).matches()
			? "this kind of image can not be read: "
			: "this image is damaged: ") + said, e);
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
		if (!damage.isEmpty()) throw Damage.of(String.join("; ", damage));
	}
}
