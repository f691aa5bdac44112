package sc.fiji.kmeans.files.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that can not be written says why. */
class PictureTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void aFullDiskIsTheReason(final int slices) {
		final Path full = Paths.get("/dev/full");
		assumeTrue(Files.exists(full));
		final Picture picture = new Picture(IJ.createImage("x", "RGB noise", 99, 99, slices));
		final IOException failure = assertThrows(IOException.class, () -> picture.write(full));
		assertEquals("No space left on device", failure.getMessage());
	}

	/** A stack, floats and values of their own are TIFF files. */
	@Test
	void theEndingsOfFiles() {
		assertEquals(".png", new Picture(IJ.createImage("x", "16-bit", 9, 9, 1)).extension());
		assertEquals(".tif", new Picture(IJ.createImage("x", "16-bit", 9, 9, 2)).extension());
		assertEquals(".tif", new Picture(IJ.createImage("x", "32-bit", 9, 9, 1)).extension());
	}
}
