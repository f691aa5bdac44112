package sc.fiji.kmeans.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.Transform;

class FluorescentCellsTest {

	private static final String FILE = "sample-data/fluorescence/fluorescent-cells.tif";
	private static final int PARTS = 4;

	@Test
	void theFileIsWhatIsDrawn() {
		final ImagePlus file = IJ.openImage(FILE);
		final ImagePlus drawn = FluorescentCells.draw();
		assertArrayEquals(drawn.getDimensions(), file.getDimensions());
		assertTrue(file.getCalibration().equals(drawn.getCalibration()));
		final LUT[] luts = drawn.getLuts();
		for (int c = 1; c <= drawn.getNChannels(); c++) {
			assertEquals(drawn.getStack().getSliceLabel(c), file.getStack().getSliceLabel(c));
			assertArrayEquals((short[]) drawn.getStack().getPixels(c),
				(short[]) file.getStack().getPixels(c));
			assertArrayEquals(luts[c - 1].getBytes(), file.getLuts()[c - 1].getBytes());
			assertEquals(luts[c - 1].max, file.getLuts()[c - 1].max);
		}
	}

	/** By true part and label. */
	private static long[][] found(final SegmentationOptions options) {
		final ImageProcessor labels = Segmentation.of(IJ.openImage(FILE), options)
			.labels()
			.getProcessor();
		final ByteProcessor truth = FluorescentCells.truth();
		final long[][] found = new long[PARTS][PARTS + 1];
		for (int i = 0; i < labels.getPixelCount(); i++)
			found[truth.get(i)][labels.get(i)]++;
		return found;
	}

	/** The line of the guide. */
	@Test
	void scaleAndRootFindAllParts() {
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		final long[][] found = found(
			defaults.with(defaults.kMeans().withClusters(PARTS)).withScaled(true).with(Transform.SQRT));
		final int[] labels = { 1, 2, 4, 3 };
		for (int part = 0; part < PARTS; part++)
			assertTrue(found[part][labels[part]] > 0.97
				* (found[part][1] + found[part][2] + found[part][3] + found[part][4]), "part " + part);
	}

	@Test
	void withoutThemGranulesAreLost() {
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		final long[][] found = found(defaults.with(defaults.kMeans().withClusters(PARTS)));
		assertEquals(0, found[3][1] + found[3][3] + found[3][4]);
		assertTrue(found[1][2] > 0.97 * (found[1][1] + found[1][2] + found[1][3] + found[1][4]));
	}
}
