package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The library for what Java does not decode itself, which may be missing. */
final class Library {

	/** What comes along with this program. */
	static final Library OWN = new Library((file, page) -> new AlgArtBlocks(file, page));

	/** What it decodes: fax, JPEG, JPEG 2000. */
	private static final List<Integer> KNOWN = Arrays.asList(2, 3, 4, 6, 7, 33003, 33004, 33005,
		34712);
	private static final String JAR = "algart-tiff-1.4.0.jar";

	private final LibraryBlocks.BlocksOpener opener;

	Library(final LibraryBlocks.BlocksOpener opener) {
		this.opener = opener;
	}

	static boolean isNeededFor(final Page page) {
		return page.compression != Page.UNCOMPRESSED && !Decoder.knows(page.compression);
	}

	/** @throws IOException if it is missing, with a message for the user */
	LibraryBlocks open(final Path file, final Page page) throws IOException {
		requireKnown(page.compression);
		if (JpegBlocks.areIn(page)) return new JpegBlocks(page);
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

	private static void requireKnown(final int compression) throws IOException {
		if (KNOWN.contains(compression)) return;
		throw new IOException("this TIFF file is compressed as " + name(compression)
			+ ", which is not read: save it with another compression, such as Deflate");
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
			case 33004 :
			case 33005 :
				return "JPEG 2000";
			case 32809 :
				return "ThunderScan";
			case 34676 :
			case 34677 :
				return "SGI Log";
			case 34887 :
				return "LERC";
			case 34892 :
				return "lossy JPEG of DNG";
			case 34925 :
				return "LZMA";
			case 34926 :
			case 50000 :
				return "Zstandard";
			case 34927 :
			case 50001 :
				return "WebP";
			case 34933 :
				return "PNG";
			case 22610 :
			case 34934 :
				return "JPEG XR";
			case 50002 :
			case 52546 :
				return "JPEG XL";
			default :
				return "number " + compression;
		}
	}
}
