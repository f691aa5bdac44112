package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ij.io.Opener;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;

/** Image files have the pixels that ImageJ shows. */
class ImageFileTest {

	private static final Path SAMPLES = Paths.get("sample-data");

	@Test
	void jpegHasTheColoursThatImageJShows() throws IOException {
		final String file = SAMPLES.resolve("rocket.jpg").toString();
		assertArrayEquals((int[]) new Opener().openImage(file).getProcessor().getPixels(),
			(int[]) new ImageFile(Paths.get(file)).open().getProcessor().getPixels());
	}
}
