package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.samples.TiffBytes;

/** Bands of an image that is mirrored or upside down are those of the whole. */
class TurnedBandsTest {

	private static final int WIDTH = 6;
	private static final int HEIGHT = 9;

	@TempDir
	private Path folder;

	/** Grey and alpha, of which some is 0. */
	private Path file(final int orientation) throws IOException {
		final byte[] pixels = new byte[2 * WIDTH * HEIGHT];
		new Random(orientation).nextBytes(pixels);
		for (int i = 1; i < pixels.length; i += 4)
			pixels[i] = 0;
		return Files.write(folder.resolve("a.tif"),
			TiffBytes.grey(WIDTH, HEIGHT, 8, pixels)
				.with(258, TiffBytes.SHORT, 8, 8)
				.with(274, TiffBytes.SHORT, orientation)
				.with(277, TiffBytes.SHORT, 2)
				.with(338, TiffBytes.SHORT, 2)
				.bytes());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void rowsAreThoseOfTheWhole(final int orientation) throws IOException {
		try (TiffImage image = new TiffImage(file(orientation), PageMeaning.FRAMES)) {
			assertTrue(image.isInBands());
			final ImagePlus whole = image.whole();
			for (int first = 0; first < HEIGHT; first++)
				for (int rows = 1; first + rows <= HEIGHT; rows += 2)
					assertRows(whole, first, image.band(1, first, rows));
		}
	}

	private static void assertRows(final ImagePlus whole, final int first, final ImagePlus band) {
		final ImageProcessor pixels = band.getProcessor();
		for (int y = 0; y < pixels.getHeight(); y++)
			for (int x = 0; x < WIDTH; x++) {
				assertEquals(whole.getProcessor().get(x, first + y), pixels.get(x, y));
				assertEquals(whole.getRoi().contains(x, first + y),
					band.getRoi() == null || band.getRoi().contains(x, y));
			}
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 6, 7, 8 })
	void columnsAreNoRows(final int orientation) throws IOException {
		try (TiffImage image = new TiffImage(file(orientation), PageMeaning.FRAMES)) {
			assertFalse(image.isInBands());
		}
	}
}
