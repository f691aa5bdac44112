package sc.fiji.kmeans.files.format;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A reader of a library that may be missing, as in an ImageJ without more. */
final class LibraryReader {

	private final String name;
	/** Of the class that makes the reader. */
	private final String maker;

	/** @param name of the library, for people */
	LibraryReader(final String name, final String maker) {
		this.name = name;
		this.maker = maker;
	}

	/**
	 * @param file is closed
	 * @throws IOException with the name of the library if it is missing
	 */
	BufferedImage picture(final ImageInputStream file) throws IOException {
		try {
			final ImageReaderSpi spi = (ImageReaderSpi) Class.forName(maker)
				.getDeclaredConstructor()
				.newInstance();
			return JavaReader.use(file, spi.createReaderInstance(null), reader -> reader.read(0));
		}
		catch (final ReflectiveOperationException | NoClassDefFoundError e) {
			throw new IOException(
				"such files need the library " + name + ", which is not here: save it as PNG or TIFF", e);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
		catch (final VirtualMachineError e) {
			throw e;
		}
		catch (final Error e) { // That of JPEG 2000 throws such for an exception.
			throw new IOException("this image is damaged: it can not be decoded", e);
		}
	}
}
