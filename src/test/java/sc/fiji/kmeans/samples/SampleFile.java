package sc.fiji.kmeans.samples;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of a small picture in many formats. */
public enum SampleFile {
	PNG("png", () -> imageIO("png", rgb(0))), //
	PALETTE_PNG("png", () -> imageIO("png", indexed(0))), //
	PNG_16("png", () -> imageIO("png", shorts().get16BitBufferedImage())), //
	JPEG("jpg", () -> jpeg(rgb(0), false)), //
	GREY_JPEG("jpg", () -> jpeg(grey(), false)), //
	PROGRESSIVE_JPEG("jpg", () -> jpeg(rgb(0), true)), //
	GIF("gif", () -> imageIO("gif", indexed(0))), //
	ANIMATED_GIF("gif", SampleFile::animation), //
	BMP("bmp", () -> imageIO("bmp", rgb(0))), //
	PALETTE_BMP("bmp", () -> imageIO("bmp", indexed(0))), //
	TIFF("tif", () -> imageJ(new ColorProcessor(rgb(0)))), //
	TIFF_8("tif", () -> imageJ(new ByteProcessor(grey()))), //
	TIFF_16("tif", () -> imageJ(shorts())), //
	TIFF_STACK("tif", SampleFile::stack), //
	TIFF_STRIPS("tif", () -> tiff(null)), //
	TIFF_LZW("tif", () -> tiff("LZW")), //
	TIFF_DEFLATE("tif", () -> tiff("Deflate")), //
	TIFF_PACKBITS("tif", () -> tiff("PackBits"));

	public static final int WIDTH = 24;
	public static final int HEIGHT = 16;
	private static final int FRAMES = 3;

	private final String extension;
	private final Contents contents;

	SampleFile(final String extension, final Contents contents) {
		this.extension = extension;
		this.contents = contents;
	}

	public boolean isStack() {
		return this == TIFF_STACK || this == ANIMATED_GIF;
	}

	public byte[] bytes() {
		try {
			return contents.get();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes the file, name and all, into a folder. */
	public Path write(final Path folder) throws IOException {
		return write(folder, name().toLowerCase());
	}

	public Path write(final Path folder, final String name) throws IOException {
		return Files.write(folder.resolve(name + "." + extension), bytes());
	}

	/** Writes the first bytes of the file. */
	public Path writePart(final Path folder, final int length) throws IOException {
		return Files.write(folder.resolve(name().toLowerCase() + "-" + length + "." + extension),
			java.util.Arrays.copyOf(bytes(), length));
	}

	/** A disc on a gradient. */
	public static BufferedImage rgb(final int frame) {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				image.setRGB(x, y,
					Math.hypot(x - 8 - 3 * frame, y - 8) < 5 ? 0xc03020 + x : 0x204060 + 0x010200 * y);
		return image;
	}

	private static BufferedImage indexed(final int frame) {
		final ImageProcessor reduced = new ij.process.MedianCut(
			(int[]) new ColorProcessor(rgb(frame)).getPixels(), WIDTH, HEIGHT).convertToByte(7);
		return reduced.getBufferedImage();
	}

	private static BufferedImage grey() {
		return new ColorProcessor(rgb(0)).convertToByteProcessor().getBufferedImage();
	}

	private static ShortProcessor shorts() {
		final ShortProcessor shorts = new ShortProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			shorts.set(i, 100 * (i % 7) + 5000 * (i % 3) + i);
		return shorts;
	}

	/** By the writer of Java, for libraries have others. */
	private static byte[] imageIO(final String format, final BufferedImage image) throws IOException {
		final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
		ImageWriter writer = writers.next();
		while (!writer.getClass().getName().startsWith("com.sun."))
			writer = writers.next();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(image);
		}
		return bytes.toByteArray();
	}

	private static byte[] jpeg(final BufferedImage image, final boolean progressive)
		throws IOException
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		return encode(writer, param, image);
	}

	private static byte[] tiff(final String compression) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		if (compression != null) {
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
		}
		final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
		picture.getGraphics().drawImage(rgb(0), 0, 0, null);
		return encode(writer, param, picture);
	}

	private static byte[] encode(final ImageWriter writer, final ImageWriteParam param,
		final BufferedImage image) throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		return bytes.toByteArray();
	}

	private static byte[] animation() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int frame = 0; frame < FRAMES; frame++)
				writer.writeToSequence(new IIOImage(indexed(frame), null, null), null);
			writer.endWriteSequence();
		}
		return bytes.toByteArray();
	}

	private static byte[] imageJ(final ImageProcessor image) {
		return new FileSaver(new ImagePlus("", image)).serialize();
	}

	private static byte[] stack() throws IOException {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int frame = 0; frame < FRAMES; frame++)
			stack.addSlice(new ColorProcessor(rgb(frame)));
		final Path file = Files.createTempFile("stack", ".tif");
		new FileSaver(new ImagePlus("", stack)).saveAsTiffStack(file.toString());
		final byte[] bytes = Files.readAllBytes(file);
		Files.delete(file);
		return bytes;
	}

	/** What a file consists of. */
	private interface Contents {

		byte[] get() throws IOException;
	}
}
