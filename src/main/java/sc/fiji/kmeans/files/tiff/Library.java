package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.file.Path;

/** The library for what Java does not decode itself, which may be missing. */
final class Library {

	/** What comes along with this program. */
	static final Library OWN = new Library((file, page) -> new AlgArtBlocks(file, page));

	private static final String JAR = "algart-tiff-1.4.0.jar";

	private final LibraryBlocks.Opener opener;

	Library(final LibraryBlocks.Opener opener) {
		this.opener = opener;
	}

	static boolean isNeededFor(final Page page) {
		return page.compression != Page.UNCOMPRESSED && !Decoder.knows(page.compression);
	}

	/** @throws IOException if it is missing, with a message for the user */
	LibraryBlocks open(final Path file, final Page page) throws IOException {
		try {
			return opener.open(file, page);
		}
		catch (final UnsupportedClassVersionError e) {
			throw new IOException("this TIFF file needs Java 17 or later, for its compression is "
				+ name(page.compression) + ", and this is Java " + System.getProperty("java.version"), e);
		}
		catch (final LinkageError e) {
			throw new IOException("this TIFF file takes the library " + JAR + ", for its compression is "
				+ name(page.compression) + ": get it with all that it needs from Maven Central", e);
		}
	}

	private static String name(final int compression) {
		switch (compression) {
			case 2 :
			case 3 :
			case 4 :
				return "that of fax";
			case 6 :
			case 7 :
				return "JPEG";
			case 34712 :
			case 33003 :
			case 33005 :
				return "JPEG 2000";
			default :
				return "number " + compression;
		}
	}
}
