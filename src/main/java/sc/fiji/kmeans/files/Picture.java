package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import sc.fiji.kmeans.files.tiff.Georeference;
import sc.fiji.kmeans.files.tiff.ImageJNotes;
import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.SignedPixels;

/**
 * A picture that is written: PNG if it can be, TIFF for a stack, 32 bits, values that are
 * calibrated, such as signed ones, or a place on earth.
 */
final class Picture {

	private final ImagePlus picture;
	/** Whether colours have an alpha. */
	private final boolean hasAlpha;
	/** How opaque pixels are that stay; null if all are. */
	private final ByteProcessor alpha;
	/** Null for none. */
	private final Georeference place;

	Picture(final ImagePlus picture) {
		this(picture, false, null, null);
	}

	private Picture(final ImagePlus picture, final boolean hasAlpha, final ByteProcessor alpha,
		final Georeference place)
	{
		this.picture = picture;
		this.hasAlpha = hasAlpha;
		this.alpha = alpha;
		this.place = place;
	}

	/** @param where on the earth its pixels are; null for nowhere */
	Picture at(final Georeference where) {
		return new Picture(picture, hasAlpha, alpha, where);
	}

	/**
	 * A picture whose colours, if it is of such, have an alpha, which a PNG file takes.
	 *
	 * @param alpha of pixels that stay; null if all are opaque
	 */
	static Picture withAlpha(final ImagePlus picture, final ByteProcessor alpha) {
		return new Picture(picture, true, alpha, null);
	}

	/** What the names of its file end in. */
	String extension() {
		return isTiff() ? ".tif" : ".png";
	}

	private boolean isTiff() {
		return place != null || picture.getStackSize() > 1 || picture.getBitDepth() == 32
			|| TiffWriter.isCalibrated(picture);
	}

	/** @param file that is there and empty */
	void write(final Path file) throws IOException {
		if (place != null || SignedPixels.are(picture)) writeOwnTiff(file);
		else if (isTiff()) writeTiff(file);
		else writePng(file);
	}

	private BufferedImage image() {
		final ImageProcessor pixels = picture.getProcessor();
		if (pixels instanceof ShortProcessor) return ((ShortProcessor) pixels).get16BitBufferedImage();
		return hasAlpha && pixels instanceof ColorProcessor
			? transparent(pixels)
			: pixels.getBufferedImage();
	}

	private BufferedImage transparent(final ImageProcessor colours) {
		final BufferedImage image = new BufferedImage(colours.getWidth(), colours.getHeight(),
			BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < colours.getHeight(); y++)
			for (int x = 0; x < colours.getWidth(); x++)
				image.setRGB(x, y,
					alpha == null ? colours.get(x, y) : Alpha.seen(colours.get(x, y), alpha.get(x, y)));
		return image;
	}

	private void writePng(final Path file) throws IOException {
		// Not ImageIO's cache, which is a file in another folder.
		try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			ImageIO.write(image(), "png", out);
		}
		catch (final IIOException e) {
			// It says no more than that something went wrong.
			throw e.getCause() instanceof IOException ? (IOException) e.getCause() : e;
		}
	}

	/** As FileSaver does, which tells the user, not the caller, why it can not write. */
	private void writeTiff(final Path file) throws IOException {
		final FileInfo info = ImageJNotes.of(picture);
		if (picture.getStack().isVirtual()) info.virtualStack = (VirtualStack) picture.getStack();
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			new TiffEncoder(info).write(out);
		}
	}

	/** What ImageJ's encoder does not write. */
	private void writeOwnTiff(final Path file) throws IOException {
		final int channels = picture.getNChannels();
		final ImageStack stack = picture.getStack();
		try (TiffWriter out = new TiffWriter(file, picture, picture.getHeight())) {
			if (place != null) out.with(place);
			for (int first = 1; first <= stack.size(); first += channels)
				out.write(IntStream.range(first, first + channels)
					.mapToObj(stack::getProcessor)
					.toArray(ImageProcessor[]::new));
		}
	}
}
