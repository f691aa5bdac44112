package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageReader;

/** Whether all of a file with pictures is there. */
final class PictureCheck implements FileCheck {

	private final Path path;
	private final PictureFile.Maker maker;
	private final String format;
	private int frames;

	/** @param format of a reader of Java; null where another one decodes, who misses nothing */
	PictureCheck(final Path path, final PictureFile.Maker maker, final String format) {
		this.path = path;
		this.format = format;
		this.maker = maker;
	}

	@Override
	public boolean hasHead() {
		try (DataInputStream in = Streams.of(path)) {
			return maker.of(in).head().hasPixels();
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** Decodes the images of the file, too. */
	@Override
	public boolean run() throws IOException {
		final PictureHead head;
		try (DataInputStream in = Streams.of(path)) {
			final PictureFile file = maker.of(in);
			head = file.head();
			file.check(head, Files.size(path));
			frames = file.frames();
		}
		head.requireMemory(1);
		if (format != null) JavaReader.use(path, format, PictureCheck::decode);
		return head.isForImageJ();
	}

	@Override
	public int frames() {
		return frames;
	}

	private static Void decode(final ImageReader reader) throws IOException {
		final int n = reader.getNumImages(true);
		for (int i = 0; i < n; i++) {
			if (reader.canReadRaster()) reader.readRaster(i, null);
			else reader.read(i);
		}
		return null;
	}
}
