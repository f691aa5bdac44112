package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.measure.ClusterSelections;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

/** Frames in which no pixel counts. */
class BlankFrameTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();

	/** Three frames; those given are blank. */
	private static ImagePlus film(final int... blank) {
		final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 3, 5);
		for (final int frame : blank) {
			final ImageProcessor pixels = image.getStack().getProcessor(frame);
			for (int i = 0; i < pixels.getPixelCount(); i++)
				pixels.setf(i, Float.NaN);
		}
		return image;
	}

	@ParameterizedTest
	@CsvSource({ "1,2", "2,1", "3,2" })
	void hasLabel0AndTheClustersOfAnother(final int blank, final int other) {
		final Segmentation result = Segmentation.of(film(blank), OPTIONS, Progress.NONE);
		for (int j = 1; j <= 3; j++)
			assertArrayEquals(result.clustersOfFrame(other).found().centre(j),
				result.clustersOfFrame(blank).found().centre(j));
		assertEquals(0, result.clustersOfFrame(blank).found().pixels());
		assertArrayEquals(new byte[RandomImages.WIDTH * RandomImages.HEIGHT],
			(byte[]) result.labels().getStack().getPixels(blank));
		assertEquals(2, result.learnedFrames().length);
		assertTrue(ClusterSelections.of(result, Progress.NONE)
			.stream()
			.anyMatch(roi -> roi.getName().contains(" frame " + other + " ")));
		assertFalse(ClusterSelections.of(result, Progress.NONE)
			.stream()
			.anyMatch(roi -> roi.getName().contains(" frame " + blank + " ")));
	}

	/** The original is black; results are not. */
	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE })
	void theOthersAreSeen(final float none) {
		final ImagePlus image = film(1);
		for (int i = 0; i < 63; i++)
			image.getStack().getProcessor(1).setf(i, none);
		final ImagePlus segmented = Segmentation.of(new ImagePlus("film", image.getStack()), OPTIONS)
			.segmented();
		assertTrue(segmented.getDisplayRangeMin() < segmented.getDisplayRangeMax());
		segmented.setSlice(2);
		assertTrue(segmented.getProcessor().convertToByte(true).getStats().stdDev > 0);
	}

	@Test
	void twoOfThemBeforeTheFirst() {
		final Segmentation result = Segmentation.of(film(1, 2), OPTIONS, Progress.NONE);
		assertArrayEquals(new int[] { 3 }, result.learnedFrames());
		assertEquals(63, result.clustersOfFrame(3).found().pixels());
		assertArrayEquals(result.clustersOfFrame(3).found().centre(3),
			result.clustersOfFrame(1).found().centre(3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void rowsOfTablesTellNothingOfAnother(final int blank) {
		final Segmentation result = Segmentation.of(film(blank), OPTIONS, Progress.NONE);
		final ResultsTable table = new Measurements(result).table();
		final ResultsTable clusters = ClusterTable.of(result);
		for (int row = 3 * blank - 3; row < 3 * blank; row++) {
			assertEquals(blank, table.getValue("Frame", row));
			assertEquals(0, table.getValue("Pixels", row));
			assertEquals(0, table.getValue("Area (mm²)", row));
			for (final String column : new String[] { "Percent", "Value", "RMS to Mean", "Compactness",
				"Agreement" })
				assertEquals(Double.NaN, table.getValue(column, row), column);
			assertEquals("0", clusters.getStringValue("Pixels", row));
			assertEquals("NaN", clusters.getStringValue("Percent", row));
		}
		assertEquals(0,
			DoubleStream.of(1, 2, 3)
				.map(j -> new Measurements(result).overTime()
					.getValue("Cluster " + (int) j + " (mm²)", blank - 1))
				.sum());
	}

	@Test
	void savedClustersApplyAgain() {
		final ImagePlus film = film(1);
		final Segmentation result = Segmentation.of(film, OPTIONS, Progress.NONE);
		final Segmentation again = Segmentation.apply(result.clusters(), film);
		for (int n = 1; n <= 3; n++)
			assertArrayEquals((byte[]) result.labels().getStack().getPixels(n),
				(byte[]) again.labels().getStack().getPixels(n));
	}

	@ParameterizedTest
	@CsvSource({ "each,in any of the 3 frames", "together,in any of the 3 frames",
		"current,in frame 2", "apply,in frame 2" })
	void allOfThem(final String mode, final String where) {
		final ImagePlus image = film(1, 2, 3);
		image.setSlice(2);
		assertEquals("There are no pixels to cluster " + where,
			assertThrows(IllegalArgumentException.class,
				() -> Segmentation.of(image, OPTIONS.with(FrameMode.of(mode)), Progress.NONE))
				.getMessage());
	}
}
