package sc.fiji.kmeans.files.format;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import sc.fiji.kmeans.base.Reason;

/** Java's own readers of pictures, whatever libraries have registered others. */
public final class JavaReader {

	private static final Pattern DAMAGE = Pattern.compile("(?i).*(premature|truncated|corrupt).*");
	private static final Pattern UNKNOWN = Pattern
		.compile("(?i).*(unsupported|not supported|unimplemented|not implemented).*");

	private JavaReader() {}

	/** What is done with a reader that has its file. */
	interface ReaderUse<T> {

		T of(ImageReader reader) throws IOException;
	}

	/** @param format as Java calls it */
	static BufferedImage picture(final Path file, final String format) throws IOException {
		return use(file, format, reader -> reader.read(0));
	}

	/** The samples of a JPEG stream as they stand there, whatever colours they make. */
	public static Raster jpegSamples(final byte[] stream) throws IOException {
		return use(ImageIO.createImageInputStream(new ByteArrayInputStream(stream)), of("jpeg"),
			reader -> reader.readRaster(0, null));
	}

	static <T> T use(final Path file, final String format, final ReaderUse<T> use)
		throws IOException
	{
		return use(ImageIO.createImageInputStream(file.toFile()), of(format), use);
	}

	/**
	 * Hears what the reader warns of, too, for it then makes up what is missing.
	 *
	 * @param from is closed
	 */
	static <T> T use(final ImageInputStream from, final ImageReader reader, final ReaderUse<T> use)
		throws IOException
	{
		final List<String> damage = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> {
			if (DAMAGE.matcher(warning).matches()) damage.add(warning);
		});
		try (ImageInputStream in = from) {
			reader.setInput(in, false, true);
			final T result = use.of(reader);
			if (!damage.isEmpty()) throw Damage.of(String.join("; ", damage));
			return result;
		}
		catch (final IIOException e) {
			throw refused(e);
		}
		finally {
			reader.dispose();
		}
	}

	/** What readers say, behind what it means. */
	private static IOException refused(final IIOException e) {
		final String said = Reason.of(e, "it can not be decoded");
		return new IOException((UNKNOWN.matcher(said).matches()
			? "this kind of image can not be read: "
			: "this image is damaged: ") + said, e);
	}

	private static ImageReader of(final String format) throws IOException {
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
		while (readers.hasNext()) {
			final ImageReader reader = readers.next();
			if (reader.getClass().getName().startsWith("com.sun.imageio.")) return reader;
		}
		throw new IOException("this Java does not read " + format + " files");
	}
}
