package sc.fiji.kmeans.cli;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageConverter;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import sc.fiji.kmeans.image.OpaquePixels;

/**
 * An image in a file that ImageJ or ImageIO reads. ImageJ opens it, so that the
 * pixels are those that its users see. But ImageJ shows what there is of a
 * truncated file and fills up the rest, so the file is checked before.
 */
final class ImageFile {

	/** Not those of ImageJ's types whose damage nobody would notice. */
	private static final Set<Integer> TYPES_OF_IMAGEJ = new HashSet<>(Arrays
		.asList(Opener.TIFF, Opener.JPEG, Opener.GIF, Opener.PNG, Opener.BMP));

	private final Path path;

	ImageFile(final Path path) {
		this.path = path;
	}

	/** @throws IOException with the reason why the file can not be opened */
	ImagePlus open() throws IOException {
		requireFile();
		final int type = new Opener().getFileType(path.toString());
		final ImagePlus image = open(type);
		if (type == Opener.PNG) OpaquePixels.of(ImageIO.read(path.toFile())).ifPresent(
			image::setRoi);
		return image;
	}

	private ImagePlus open(final int type) throws IOException {
		try {
			if (type == Opener.TIFF) new TiffCheck(path).run();
			else new PictureCheck(path).run();
			final ImagePlus image = read(type);
			if (type == Opener.GIF || type == Opener.PNG || type == Opener.BMP)
				showColours(image);
			image.setTitle(path.getFileName().toString());
			return image;
		}
		catch (final EOFException e) {
			throw new IOException("this image is truncated", e);
		}
		catch (final RuntimeException e) {
			throw new IOException("this image is damaged: " + e, e);
		}
	}

	/** Whether there is a head of an image, whatever comes behind it. */
	boolean beginsLikeAnImage() {
		if (!Files.isRegularFile(path) || !Files.isReadable(path)) return false;
		if (new Opener().getFileType(path.toString()) == Opener.TIFF) return true;
		try {
			return new PictureCheck(path).hasHead();
		}
		catch (final IOException | RuntimeException e) {
			return false;
		}
	}

	/** The tables of these files are palettes, whatever their colours. */
	private static void showColours(final ImagePlus image) {
		if (image.getBitDepth() == 8 && !image.getProcessor().isDefaultLut())
			new ImageConverter(image).convertToRGB();
	}

	private void requireFile() throws IOException {
		if (!Files.exists(path)) throw new IOException("there is no such file");
		if (Files.isDirectory(path)) throw new IOException(Files.isReadable(path)
			? "there is no image in this folder" : "no permission to read");
		if (!Files.isRegularFile(path)) throw new IOException("this is no file");
		if (!Files.isReadable(path)) throw new IOException("no permission to read");
		if (Files.size(path) == 0) throw new IOException("this file is empty");
	}

	/** ImageIO knows kinds of BMP and GIF that ImageJ does not. */
	private ImagePlus read(final int type) throws IOException {
		final ByteArrayOutputStream told = new ByteArrayOutputStream();
		ImagePlus image = null;
		if (TYPES_OF_IMAGEJ.contains(type)) image = readQuietly(told, true);
		if (image == null && type != Opener.TIFF) image = readQuietly(told, false);
		if (image != null) return image;
		final String reason = told.toString().trim().split("\\R")[0];
		throw new IOException("this is no image that can be read" + (reason.isEmpty()
			? "" : ": " + reason));
	}

	/**
	 * Where it has no window, ImageJ prints its messages, and that is all that it
	 * does about many an error. So whoever prints fails.
	 *
	 * @param told takes what is printed
	 * @return null if there was an error
	 */
	private ImagePlus readQuietly(final ByteArrayOutputStream told,
		final boolean byImageJ)
	{
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final PrintStream listener = new PrintStream(told, true);
		final int before = told.size();
		System.setOut(listener);
		System.setErr(listener);
		try {
			final ImagePlus image = byImageJ ? new Opener().openImage(path
				.toAbsolutePath().toString()) : Opener.openUsingImageIO(path.toString());
			return told.size() == before ? image : null;
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}
}
