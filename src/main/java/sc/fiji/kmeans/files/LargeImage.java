package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import sc.fiji.kmeans.files.format.ImageKind;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.ImageSize;
import sc.fiji.kmeans.image.PageMeaning;

/**
 * An image that is segmented in bands, for it would take too much memory. Whether it is one
 * depends on the image alone, so that results are the same on all machines.
 */
final class LargeImage {

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
		return image.isInBands() && ImageSize.isLarge((long) image.width() * image.height(),
			(long) image.pixelBytes() * image.frames());
	}
}
