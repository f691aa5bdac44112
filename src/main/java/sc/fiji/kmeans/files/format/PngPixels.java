package sc.fiji.kmeans.files.format;

import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The pixels of a PNG file as ImageJ reads them, or with an alpha, turned upright. */
final class PngPixels {

	private PngPixels() {}

	static ImagePlus of(final Path file) throws IOException {
		final BufferedImage picture = JavaReader.picture(file, "png");
		final Orientation orientation = orientation(file);
		return picture.getColorModel().hasAlpha()
			? RasterPixels.of(picture).turned(orientation).image()
			: orientation.turned(OpenedByImageJ.picture(picture));
	}

	private static Orientation orientation(final Path file) throws IOException {
		try (DataInputStream in = Streams.of(file)) {
			return new PngFile(in).orientation();
		}
	}
}
