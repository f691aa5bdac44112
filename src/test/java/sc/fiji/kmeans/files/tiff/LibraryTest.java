package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.image.PageMeaning;

/** The library is asked for what it alone decodes, and may be missing. */
class LibraryTest {

	private static void open(final String name, final LinkageError error) throws IOException {
		final Library library = new Library((file, page) -> {
			throw error;
		});
		new TiffImage(Paths.get("src/test/resources/tiff", name + ".tif"), PageMeaning.FRAMES, library)
			.close();
	}

	private static String refusal(final String name, final LinkageError error) {
		return assertThrows(IOException.class, () -> open(name, error)).getMessage();
	}

	@Test
	void withoutItOtherFilesAreRead() throws IOException {
		for (final String name : new String[] { "tif_bigtiff", "tif_tiled_zip", "f16",
			"hyper_7ch_planar" })
			open(name, new NoClassDefFoundError("net/algart"));
	}

	@Test
	void javaThatIsTooOldIsTold() {
		assertEquals(
			"this TIFF file needs Java 17 or later, for its compression is JPEG, and this is Java "
				+ System.getProperty("java.version"),
			refusal("tif_jpeg", new UnsupportedClassVersionError()));
	}

	@Test
	void aMissingLibraryIsNamed() {
		assertEquals(
			"this TIFF file takes the library algart-tiff-1.4.0.jar, for its compression is that of fax:"
				+ " get it with all that it needs from Maven Central",
			refusal("tif_1bit_group4", new NoClassDefFoundError("net/algart")));
	}
}
