package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import sc.fiji.kmeans.files.format.ImageKind;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.PageMeaning;

/**
 * An image that is segmented in bands, for it would take too much memory. Whether it is one
 * depends on the image alone, so that results are the same on all machines.
 */
final class LargeImage {

	/** Pixels of a frame. */
	private static final long MOST_PIXELS = 1 << 24;
	/** Of all frames, in memory. */
	private static final long MOST_BYTES = 1 << 27;

	private LargeImage() {}

	/** Nothing if the image is not large, or no TIFF file that is read in bands. */
	static Optional<TiffImage> of(final Path file, final PageMeaning pages) {
		try {
			if (!Files.isRegularFile(file)) return Optional.empty();
			if (!ImageKind.of(file).filter(kind -> kind == ImageKind.TIFF).isPresent())
				return Optional.empty();
			final TiffImage image = new TiffImage(file, pages);
			if (isLarge(image)) return Optional.of(image);
			image.close();
		}
		catch (final IOException | RuntimeException e) {
			// What is wrong is told where the image is read as a whole.
		}
		return Optional.empty();
	}

	private static boolean isLarge(final TiffImage image) throws IOException {
		final long pixels = (long) image.width() * image.height();
		final long bytes = pixels * image.pixelBytes() * image.frames();
		return image.isInBands() && !image.hasSelection()
			&& (pixels > MOST_PIXELS || bytes > MOST_BYTES);
	}
}
