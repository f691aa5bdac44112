package sc.fiji.kmeans.files.format;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.file.Path;

/** Images as ImageJ opens them, whatever libraries have been added to Java's readers. */
final class OpenedByImageJ {

	private OpenedByImageJ() {}

	/**
	 * @param type that ImageJ has to take the file for
	 * @return null if it takes it for another, or opens none
	 */
	static ImagePlus file(final Path file, final int type) {
		final String path = file.toAbsolutePath().toString();
		return new Opener().getFileType(path) == type ? new Opener().openImage(path) : null;
	}

	/** As its Opener does, but upright or not as the pixels stand in the file. */
	static ImagePlus jpeg(final Path file) {
		final ImagePlus image = new ImagePlus("",
			Toolkit.getDefaultToolkit().createImage(file.toAbsolutePath().toString()));
		if (image.getType() == ImagePlus.COLOR_RGB) Opener.convertGrayJpegTo8Bits(image);
		return image;
	}

	/** As its Opener does with what Java has read. */
	static ImagePlus picture(final BufferedImage picture) {
		final boolean isOfBytes = picture.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE;
		final boolean isBlended = picture.getColorModel().hasAlpha()
			|| picture.getType() == BufferedImage.TYPE_CUSTOM && isOfBytes;
		final ImagePlus image = new ImagePlus("", isBlended ? onWhite(picture) : picture);
		return image.getBitDepth() == 16 && image.getStackSize() > 1
			? new CompositeImage(image, IJ.COMPOSITE)
			: image;
	}

	private static BufferedImage onWhite(final BufferedImage picture) {
		final BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(),
			BufferedImage.TYPE_INT_ARGB);
		final Graphics graphics = white.getGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, white.getWidth(), white.getHeight());
		graphics.drawImage(picture, 0, 0, null);
		return white;
	}
}
