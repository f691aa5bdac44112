package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

class ClusterTableTest {

	private static final KMeansOptions TWO = KMeansOptions.defaults().withClusters(2);

	/** Dark: 0x100000 and twice 0x110000, so red 16 + 2/3. Bright: 0xf0f1f2. */
	@Test
	void aRowTellsNumberPixelsPercentAndCentreInFullPrecision() {
		final ResultsTable table = ClusterTable.of(Segmentation.of(new ImagePlus("",
			new ColorProcessor(4, 1, new int[] { 0xf0f1f2, 0x100000, 0x110000, 0x110000 })), TWO));
		assertArrayEquals(
			new String[] { "Cluster", "Pixels", "Percent", "Red", "Green", "Blue", "Hex" },
			table.getHeadings());
		assertRow(table, 0, "1", "3", "75.0", "16.666666666666668", "0.0", "0.0", "#110000");
		assertRow(table, 1, "2", "1", "25.0", "240.0", "241.0", "242.0", "#f0f1f2");
		assertEquals(2, table.size());
	}

	@Test
	void theCentreOfAGreyImageIsItsCalibratedValueAndHexItsShade() {
		final ImagePlus image = new ImagePlus("",
			TestImages.fill(new ShortProcessor(2, 1), i -> 1000 + 1000 * i));
		image.setDisplayRange(1000, 2000);
		image.getCalibration()
			.setFunction(Calibration.STRAIGHT_LINE, new double[] { -20, 0.01 }, "degrees");
		final ResultsTable table = ClusterTable.of(Segmentation.of(image, TWO));
		assertArrayEquals(new String[] { "Cluster", "Pixels", "Percent", "Value", "Hex" },
			table.getHeadings());
		assertRow(table, 0, "1", "1", "50.0", "-10.0", "#000000");
		assertRow(table, 1, "2", "1", "50.0", "0.0", "#ffffff");
	}

	@Test
	void centresOfChannelsHaveAColumnEach() {
		final Segmentation segmentation = Segmentation.of(RandomImages.hyperstack(32, 2, 1, 1, 1),
			SegmentationOptions.defaults().with(TWO).withScaled(true));
		final ResultsTable table = ClusterTable.of(segmentation);
		assertArrayEquals(new String[] { "Cluster", "Pixels", "Percent", "plane 1", "plane 2", "Hex" },
			table.getHeadings());
		assertEquals(Double.toString(segmentation.clustersOfFrame(1).value(2)[1]),
			table.getStringValue("plane 2", 1));
	}

	@Test
	void rowsOfAStackTellTheirFrame() {
		final ResultsTable table = ClusterTable.of(Segmentation.of(TestImages.stack(Kind.RGB, 3), TWO));
		assertEquals(6, table.size());
		assertEquals("Frame", table.getHeadings()[0]);
		for (int row = 0; row < 6; row++) {
			assertEquals(row / 2 + 1, table.getValue("Frame", row));
			assertEquals(row % 2 + 1, table.getValue("Cluster", row));
		}
	}

	private static void assertRow(final ResultsTable table, final int row, final String... cells) {
		for (int column = 0; column < cells.length; column++)
			assertEquals(cells[column], table.getStringValue(table.getHeadings()[column], row));
	}
}
