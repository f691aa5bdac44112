package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** What clusters are called stands where they are told, and only if one has a name. */
class NamedResultsTest {

	private static final ImagePlus IMAGE = new ImagePlus("a.tif",
		TestImages.fill(new ByteProcessor(6, 2), i -> 90 * (i % 3)));

	private static Segmentation named(final String names) {
		return Segmentation.of(IMAGE, SegmentationOptions.defaults().withNames(names));
	}

	@Test
	void tablesHaveAColumnOfNames() {
		final Segmentation segmentation = named("007,NaN");
		for (final ResultsTable table : new ResultsTable[] { ClusterTable.of(segmentation),
			new Measurements(segmentation).table() })
		{
			final int column = Arrays.asList(table.getHeadings()).indexOf("Name");
			assertEquals("Cluster", table.getHeadings()[column - 1]);
			assertEquals("007", table.getStringValue("Name", 0));
			assertEquals("NaN", table.getStringValue("Name", 1));
			assertEquals("", table.getStringValue("Name", 2));
		}
	}

	@Test
	void withoutNamesTheyAreAsBefore() {
		for (final String none : new String[] { "", " , " }) {
			assertFalse(ClusterTable.of(named(none)).columnExists("Name"));
			assertFalse(new Measurements(named(none)).table().columnExists("Name"));
		}
	}

	@Test
	void selectionsAreCalledSoAndFoundAgain() {
		final String[] selections = ClusterSelections.of(named("x,\"y, z: 1\""), Progress.NONE)
			.stream()
			.map(Roi::getName)
			.toArray(String[]::new);
		assertArrayEquals(
			new String[] { "a.tif cluster 1: x", "a.tif cluster 2: y, z: 1", "a.tif cluster 3" },
			selections);
		for (final String name : selections)
			assertTrue(ClusterSelections.names("a.tif").matcher(name).matches(), name);
		assertFalse(ClusterSelections.names("a.tif").matcher("a.tif cluster 1 mine").matches());
	}
}
