package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.image.PageMeaning;

/** The selection that ImageJ stores with an image selects the same pixels of its bands. */
class SelectedBandsTest {

	private static final int WIDTH = 31;
	private static final int HEIGHT = 40;

	@TempDir
	private Path folder;

	private static List<Roi> areas() {
		return Arrays.asList(new Roi(3, 5, 20, 11), new OvalRoi(2, 4, 40, 30),
			new PolygonRoi(new int[] { 2, 30, 17, -4 }, new int[] { -3, 12, 44, 20 }, 4, Roi.POLYGON),
			new PolygonRoi(new float[] { 2.5f, 28.2f, 9.1f }, new float[] { 1.3f, 7.7f, 33.4f }, 3,
				Roi.FREEROI),
			new ShapeRoi(new OvalRoi(1, 1, 12, 12)).or(new ShapeRoi(new Roi(20, 25, 9, 9))));
	}

	@Test
	void bandsAreSelectedAsTheWhole() throws IOException {
		final Path file = folder.resolve("a.tif");
		for (final Roi area : areas()) {
			final ImagePlus image = new ImagePlus("", new ByteProcessor(WIDTH, HEIGHT));
			image.setRoi(area);
			IJ.saveAsTiff(image, file.toString());
			final ImagePlus expected = IJ.openImage(file.toString());
			try (TiffImage read = new TiffImage(file, PageMeaning.FRAMES)) {
				assertTrue(read.isInBands());
				assertArrayEquals(selected(expected), selected(read.whole()));
				final byte[] all = new byte[WIDTH * HEIGHT];
				for (int first = 0; first < HEIGHT; first += 7)
					System.arraycopy(selected(read.band(1, first, Math.min(7, HEIGHT - first))), 0, all,
						first * WIDTH, Math.min(7, HEIGHT - first) * WIDTH);
				assertArrayEquals(selected(expected), all, area.toString());
			}
		}
	}

	private static byte[] selected(final ImagePlus image) {
		final ImageProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
		mask.setColor(1);
		mask.fill(image.getRoi());
		return (byte[]) mask.getPixels();
	}

	@Test
	void whatIsNoAreaSelectsNothing() throws IOException {
		final Path file = folder.resolve("a.tif");
		final ImagePlus image = new ImagePlus("", new ByteProcessor(WIDTH, HEIGHT));
		image.setRoi(new ij.gui.Line(1, 2, 20, 30));
		IJ.saveAsTiff(image, file.toString());
		try (TiffImage read = new TiffImage(file, PageMeaning.FRAMES)) {
			assertEquals(null, read.band(1, 0, 9).getRoi());
		}
	}
}
