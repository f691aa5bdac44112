package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The pixels of a JPEG file as ImageJ reads them, or of four inks, turned upright. */
final class JpegPixels {

	private static final int BLACK = 3;
	private static final int MAX = 255;
	private static final int MIDDLE = 128;

	private JpegPixels() {}

	static ImagePlus of(final Path file, final boolean isForImageJ) throws IOException {
		final JpegNotes notes = notes(file);
		return isForImageJ
			? notes.orientation().turned(OpenedByImageJ.jpeg(file))
			: DecodedPicture.of(CmykPixels.of(inks(file, notes.isYcck()), notes.profileOfInks()))
				.turned(notes.orientation())
				.image();
	}

	private static JpegNotes notes(final Path file) throws IOException {
		try (DataInputStream in = Streams.of(file)) {
			final JpegFile jpeg = new JpegFile(in);
			jpeg.head();
			return jpeg.notes();
		}
	}

	/** As Adobe's programs write them, and all others after them: what the inks leave of white. */
	private static Raster inks(final Path file, final boolean areYcck) throws IOException {
		final WritableRaster stored = JavaReader.use(file, "jpeg",
			reader -> (WritableRaster) reader.readRaster(0, null));
		if (areYcck) separate(stored);
		return stored;
	}

	/** From luminance and two differences of colours, as in usual JPEG files (JFIF). */
	private static void separate(final WritableRaster stored) {
		final int[] pixel = new int[JpegFile.INKS];
		for (int y = 0; y < stored.getHeight(); y++)
			for (int x = 0; x < stored.getWidth(); x++) {
				stored.getPixel(x, y, pixel);
				final int blue = pixel[1] - MIDDLE;
				final int red = pixel[2] - MIDDLE;
				final int[] left = { MAX - level(pixel[0] + 1.402 * red),
					MAX - level(pixel[0] - 0.344136 * blue - 0.714136 * red),
					MAX - level(pixel[0] + 1.772 * blue), pixel[BLACK] };
				stored.setPixel(x, y, left);
			}
	}

	private static int level(final double value) {
		return (int) Math.max(0, Math.min(MAX, Math.round(value)));
	}
}
