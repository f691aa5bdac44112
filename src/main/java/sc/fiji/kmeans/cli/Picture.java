package sc.fiji.kmeans.cli;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** A picture that is written: PNG if it can be, TIFF for a stack or 32 bits. */
final class Picture {

	private final ImagePlus picture;
	/** Whether colours have an alpha. */
	private final boolean hasAlpha;
	/** 0 for pixels that can not be seen; null if all can. */
	private final ImageProcessor visible;

	Picture(final ImagePlus picture) {
		this(picture, false, null);
	}

	private Picture(final ImagePlus picture, final boolean hasAlpha,
		final ImageProcessor visible)
	{
		this.picture = picture;
		this.hasAlpha = hasAlpha;
		this.visible = visible;
	}

	/**
	 * A picture whose colours, if it is of such, have an alpha, which a PNG file takes.
	 *
	 * @param visible 0 for pixels that are transparent in any case; null for none
	 */
	static Picture withAlpha(final ImagePlus picture, final ImageProcessor visible) {
		return new Picture(picture, true, visible);
	}

	/** @param base the name of the file without its extension */
	void write(final Path folder, final String base) throws IOException {
		if (picture.getStackSize() > 1 || picture.getBitDepth() == 32) writeTiff(folder
			.resolve(base + ".tif"));
		else writePng(image(), folder.resolve(base + ".png"));
	}

	private BufferedImage image() {
		final ImageProcessor pixels = picture.getProcessor();
		if (pixels instanceof ShortProcessor) return ((ShortProcessor) pixels)
			.get16BitBufferedImage();
		return hasAlpha && pixels instanceof ColorProcessor ? transparent(pixels)
			: pixels.getBufferedImage();
	}

	private BufferedImage transparent(final ImageProcessor colours) {
		final BufferedImage image = new BufferedImage(colours.getWidth(), colours
			.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < colours.getHeight(); y++)
			for (int x = 0; x < colours.getWidth(); x++)
				image.setRGB(x, y, visible == null || visible.get(x, y) > 0 ? colours.get(
					x, y) : 0);
		return image;
	}

	private static void writePng(final BufferedImage image, final Path file)
		throws IOException
	{
		try (OutputStream stream = Files.newOutputStream(file)) {
			ImageIO.write(image, "png", stream);
		}
	}

	private void writeTiff(final Path file) throws IOException {
		// ImageJ tells the user, not the caller, why it can not write.
		Files.newOutputStream(file).close();
		final FileSaver saver = new FileSaver(picture);
		if (!(picture.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString())
			: saver.saveAsTiff(file.toString()))) throw new IOException(
				"can not write " + file);
	}
}
