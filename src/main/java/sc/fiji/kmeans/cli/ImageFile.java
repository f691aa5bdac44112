package sc.fiji.kmeans.cli;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image in a file that ImageJ or ImageIO reads. ImageJ opens it, so that the
 * pixels are those that its users see. But ImageJ shows what there is of a
 * truncated file and fills up the rest, so the file is checked before.
 */
final class ImageFile {

	private static final Set<Integer> TYPES_OF_IMAGEJ = new HashSet<>(Arrays
		.asList(Opener.TIFF, Opener.JPEG, Opener.GIF, Opener.PNG, Opener.BMP,
			Opener.PGM, Opener.DICOM, Opener.FITS));
	private static final Pattern DAMAGE = Pattern.compile(
		"(?i).*(premature|truncated|corrupt).*");

	private final Path path;

	ImageFile(final Path path) {
		this.path = path;
	}

	/** @throws IOException with the reason why the file can not be opened */
	ImagePlus open() throws IOException {
		if (!Files.exists(path)) throw new IOException("there is no such file");
		if (!Files.isRegularFile(path)) throw new IOException("this is no file");
		if (!Files.isReadable(path)) throw new IOException("no permission to read");
		final int type = new Opener().getFileType(path.toString());
		if (type == Opener.TIFF) checkTiff();
		else checkDecodable();
		final ImagePlus image = TYPES_OF_IMAGEJ.contains(type) ? new Opener()
			.openImage(path.toAbsolutePath().toString()) : Opener.openUsingImageIO(path
				.toString());
		if (image == null) throw new IOException("this is no image that can be read");
		image.setTitle(path.getFileName().toString());
		return image;
	}

	/** Every strip of every image must end within the file. */
	private void checkTiff() throws IOException {
		final FileInfo[] infos = Opener.getTiffFileInfo(path.toAbsolutePath()
			.toString());
		if (infos == null) throw new IOException("this TIFF file can not be read");
		for (final FileInfo info : infos)
			if (end(info) > Files.size(path)) throw new IOException(
				"this TIFF file is truncated");
	}

	private static long end(final FileInfo info) {
		if (info.stripOffsets == null || info.stripLengths == null) return info
			.getOffset() + (long) info.nImages * info.width * info.height * info
				.getBytesPerPixel();
		long end = 0;
		for (int i = 0; i < info.stripOffsets.length; i++)
			end = Math.max(end, (info.stripOffsets[i] & 0xffffffffL) +
				info.stripLengths[i]);
		return end;
	}

	/** Decodes the images of the file, if ImageIO knows how, and hears warnings. */
	private void checkDecodable() throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return;
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				decode(reader);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final RuntimeException damage) {
			throw new IOException("this image is damaged: " + damage, damage);
		}
	}

	private static void decode(final ImageReader reader) throws IOException {
		final StringBuilder damage = new StringBuilder();
		reader.addIIOReadWarningListener((source, warning) -> {
			if (DAMAGE.matcher(warning).matches()) damage.append(warning);
		});
		final int n = reader.getNumImages(true);
		for (int i = 0; i < n; i++) {
			if (reader.canReadRaster()) reader.readRaster(i, null);
			else reader.read(i);
		}
		if (damage.length() > 0) throw new IOException("this image is damaged: " +
			damage);
	}
}
