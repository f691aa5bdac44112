package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.image.PageMeaning;

/**
 * Files that other programs wrote, of 120 x 80 pixels: three regions from left to right, of 24, 36
 * and 60 columns.
 */
class RealTiffTest {

	private static final int[] COLUMNS = { 0, 24, 60, 120 };

	private static ImagePlus open(final String name) throws IOException {
		final Path file = Paths.get("src/test/resources/tiff", name + ".tif");
		try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
			return image.whole();
		}
	}

	/** The mean of a region; of a colour its green. */
	private static double mean(final ImageProcessor plane, final int region) {
		double sum = 0;
		int n = 0;
		for (int x = COLUMNS[region]; x < COLUMNS[region + 1]; x++)
			for (int y = 20; y < 80; y++, n++)
				sum += plane instanceof ColorProcessor ? plane.get(x, y) >> 8 & 0xff : plane.getf(x, y);
		return sum / n;
	}

	@ParameterizedTest
	@CsvSource({ "tif_1bit_group4,0,255,255,1", "tif_bigtiff,30,60,200,1",
		"tif_tiled_zip,30,60,200,1", "tif_jpeg,30,60,200,3", "tif_grey_jpeg,33,123,223,2",
		"tif_rgba,30,60,200,1", "i8,28,128,228,0.1", "f16,0.0757,0.3,0.889,0.01",
		"f64,0.0757,0.3,0.889,0.01", "u32,310000,1227000,3636000,40000" })
	void regionsHaveTheirMeans(final String name, final double left, final double middle,
		final double right, final double tolerance) throws IOException
	{
		final ImageProcessor plane = open(name).getProcessor();
		assertEquals(left, mean(plane, 0), tolerance);
		assertEquals(middle, mean(plane, 1), tolerance);
		assertEquals(right, mean(plane, 2), tolerance);
	}

	@Test
	void signedBytesHaveTheirValues() throws IOException {
		final ImagePlus image = open("i8");
		final Calibration calibration = image.getCalibration();
		assertEquals(-100, calibration.getCValue(image.getProcessor().get(5, 50)));
		assertEquals(100, calibration.getCValue(image.getProcessor().get(100, 50)));
	}

	@Test
	void allPlanesAreChannels() throws IOException {
		final ImagePlus image = open("hyper_7ch_planar");
		assertEquals(7, image.getNChannels());
		assertEquals(1, image.getNSlices());
		assertEquals(3321, image.getStack().getProcessor(7).get(4, 50));
	}

	@Test
	void pagesOfAnOmeTiffAreWhatItTells() throws IOException {
		final ImagePlus image = open("hyper_3ch_ome.ome");
		assertEquals(3, image.getNChannels());
		assertEquals(1, image.getNSlices());
	}

	@Test
	void whatCanNotBeSeenIsNotSelected() throws IOException {
		assertEquals(new Rectangle(0, 20, 120, 60), open("tif_rgba").getRoi().getBounds());
		assertNull(open("tif_tiled_zip").getRoi());
	}

	@Test
	void pagesOfTwoSizesAreNamed() {
		assertEquals("this TIFF file has pages of several sizes: 120 x 80 and 60 x 40",
			assertThrows(IOException.class, () -> open("pages_of_two_sizes")).getMessage());
	}

	/** Its rows are no whole bytes. */
	@ParameterizedTest
	@ValueSource(strings = { "fax_61", "fax_61_g3" })
	void faxHasThePixelsOfItsUncompressedTwin(final String name) throws IOException {
		assertArrayEquals((byte[]) open(name + "_raw").getProcessor().getPixels(),
			(byte[]) open(name).getProcessor().getPixels());
	}
}
