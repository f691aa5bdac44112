package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.measure.ClusterSelections;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/** A colour keeps its number where others are missing. */
class KeptNumbersTest {

	private static final int DARK = 0x101010;
	private static final int RED = 0xd00000;
	private static final int WHITE = 0xf0f0f0;
	private static final int BLUE = 0x0000ff;
	private static final int GREEN = 0x00ff00;
	private static final int[] THREE = { DARK, RED, WHITE };
	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withClusters(3));

	@TempDir
	Path folder;

	/** Six pixels a frame, of the given colours in turn. */
	private static ImagePlus film(final int[]... frames) {
		final ImageStack stack = new ImageStack(6, 1);
		for (final int[] colours : frames)
			stack.addSlice(TestImages.fill(new ColorProcessor(6, 1), i -> colours[i % colours.length]));
		return new ImagePlus("film", stack);
	}

	private static int[] labels(final Segmentation segmentation, final int frame) {
		final ImageProcessor labels = segmentation.labels().getStack().getProcessor(frame);
		return IntStream.range(0, 6).map(labels::get).toArray();
	}

	/** Tables have no row for it. */
	@Test
	void numberOneMayBeMissing() throws Exception {
		final ImageClusters three = Segmentation.of(film(THREE), OPTIONS).clusters();
		final Segmentation matched = Segmentation.of(film(new int[] { RED, WHITE }),
			OPTIONS.withReference(three));
		final ResultsTable table = new Measurements(matched).table();
		assertArrayEquals(new double[] { 2, 3 }, table.getColumn("Cluster"));
		assertArrayEquals(new double[] { 0xd0, 0xf0 }, table.getColumn("Red"));
	}

	@Test
	void ofAFrameWithFewerColours() {
		final Segmentation result = Segmentation
			.of(film(THREE, new int[] { RED, WHITE }, new int[] { WHITE, DARK }, THREE), OPTIONS);
		assertArrayEquals(new int[] { 2, 3, 2, 3, 2, 3 }, labels(result, 2));
		assertArrayEquals(new int[] { 3, 1, 3, 1, 3, 1 }, labels(result, 3));
		assertArrayEquals(new int[] { 1, 2, 3, 1, 2, 3 }, labels(result, 4));
		assertEquals(RED, result.segmented().getStack().getProcessor(2).get(0) & 0xffffff);
		assertEquals(0, result.masked(2).getStack().getProcessor(2).get(0) & 0xffffff);
	}

	/** Red becomes darker where it is seen, and is recognized by what it was last. */
	@Test
	void aFrameWithFewerColoursPassesThemOn() {
		final Segmentation result = Segmentation.of(film(new int[] { DARK, 0xff0000, WHITE },
			new int[] { 0x900000, WHITE }, new int[] { 0x600000, WHITE }), OPTIONS);
		assertArrayEquals(new int[] { 2, 3, 2, 3, 2, 3 }, labels(result, 3));
	}

	@Test
	void tablesHaveNoRowOfAMissingNumberAndNoAreaOverTime() {
		final Segmentation result = Segmentation.of(film(THREE, new int[] { RED, WHITE }), OPTIONS);
		for (final ResultsTable table : Arrays.asList(new Measurements(result).table(),
			ClusterTable.of(result)))
		{
			assertArrayEquals(new double[] { 1, 2, 3, 2, 3 }, table.getColumn("Cluster"));
			assertEquals("3", table.getStringValue("Pixels", 3));
		}
		final ResultsTable overTime = new Measurements(result).overTime();
		assertEquals(0, overTime.getValue("Cluster 1 (pixels)", 1));
		assertEquals(3, overTime.getValue("Cluster 2 (pixels)", 1));
		assertEquals(
			Arrays.asList("film frame 1 cluster 1", "film frame 1 cluster 2", "film frame 1 cluster 3",
				"film frame 2 cluster 2", "film frame 2 cluster 3"),
			Arrays.asList(
				ClusterSelections.of(result, Progress.NONE).stream().map(roi -> roi.getName()).toArray()));
	}

	@Test
	void ofAnImageThatMatchesAnother() {
		final ImageClusters saved = Segmentation.of(film(THREE), OPTIONS).clusters();
		final SegmentationOptions matched = OPTIONS.with(KMeansOptions.defaults().withClusters(2))
			.withReference(saved);
		final Segmentation result = Segmentation.of(film(new int[] { WHITE, RED }),
			matched.withMerge("2+3"));
		assertArrayEquals(new int[] { 2, 2, 2, 2, 2, 2 }, labels(result, 1));
		assertArrayEquals(new int[] { 3, 2, 3, 2, 3, 2 },
			labels(Segmentation.of(film(new int[] { WHITE, RED }), matched), 1));
		assertEquals(3, matched.labels());
	}

	/** The file has the numbers 2 and 3, so that of a new colour is 1. */
	@Test
	void newColoursGetNumbersThatAreFree() {
		final ImageClusters saved = Segmentation.of(film(THREE, new int[] { RED, WHITE }), OPTIONS)
			.clustersOfFrame(2);
		assertArrayEquals(new int[] { 2, 3 }, saved.frame(1).numbers());
		final Segmentation result = Segmentation.of(film(new int[] { 0x0000ff, RED, WHITE }),
			OPTIONS.withReference(saved));
		assertArrayEquals(new int[] { 1, 2, 3, 1, 2, 3 }, labels(result, 1));
	}

	/** Macros find cluster 3 in slice 3. */
	@Test
	void aSliceHasThePlaceOfItsNumber() throws Exception {
		final ImageClusters gap = Segmentation.of(film(new int[] { RED, WHITE }), OPTIONS)
			.clusters()
			.withNumbers(1, 3);
		final Segmentation result = Segmentation.apply(gap, film(THREE));
		final ImagePlus each = result.maskedEach();
		assertEquals(3, each.getStackSize());
		assertArrayEquals(TestImages.values(film(THREE).getProcessor()),
			TestImages.values(each.getStack().getProcessor(2)));
		assertArrayEquals(TestImages.values(result.masked(3).getProcessor()),
			TestImages.values(each.getStack().getProcessor(3)));
	}

	/** What there is of each cluster there is of these two alone. */
	@Test
	void numbersMayBeFarApart() throws Exception {
		final ImageClusters far = Segmentation.of(film(new int[] { RED, WHITE }), OPTIONS)
			.clusters()
			.withNumbers(2, 65535);
		final Segmentation result = Segmentation.apply(far, film(THREE, new int[] { WHITE }));
		assertArrayEquals(new int[] { 2, 65535 }, result.numbers());
		for (final ImagePlus each : Arrays.asList(result.maskedEach(),
			result.keptEach(Background.BLACK)))
			assertArrayEquals(new int[] { 6, 1, 1, 2, 2 }, each.getDimensions());
		assertEquals("without 65535", result.maskedEach().getStack().getSliceLabel(4));
		assertArrayEquals(TestImages.values(result.masked(65535).getStack().getProcessor(1)),
			TestImages.values(result.maskedEach().getStack().getProcessor(2)));
		assertEquals(
			Arrays.asList("Image", "Frame", "Cluster 2 (pixels)", "Cluster 65535 (pixels)",
				"Cluster 2 (%)", "Cluster 65535 (%)"),
			Arrays.asList(new Measurements(result).overTime().getHeadings()));
		assertEquals(3, ClusterSelections.of(result, Progress.NONE).size());
	}

	/** Green is new, though white is missing; blue is not white, though alone. */
	@Test
	void aMissingColourIsNotGivenAway() {
		final Segmentation result = Segmentation.of(film(new int[] { BLUE, WHITE },
			new int[] { BLUE, GREEN }, new int[] { BLUE, WHITE }, new int[] { GREEN }), OPTIONS);
		assertArrayEquals(new int[] { 1, 3, 1, 3, 1, 3 }, labels(result, 2));
		assertArrayEquals(new int[] { 1, 2, 1, 2, 1, 2 }, labels(result, 3));
		assertArrayEquals(new int[] { 3, 3, 3, 3, 3, 3 }, labels(result, 4));
	}

	@Test
	void aFourthColourGetsTheFourthNumber() {
		final Segmentation result = Segmentation.of(
			film(THREE, new int[] { DARK, RED, GREEN }, new int[] { DARK, WHITE, GREEN }),
			OPTIONS.with(KMeansOptions.defaults().withClusters(4)));
		assertArrayEquals(new int[] { 1, 2, 4, 1, 2, 4 }, labels(result, 2));
		assertArrayEquals(new int[] { 1, 3, 4, 1, 3, 4 }, labels(result, 3));
	}

	/** As in a film, so where an image matches another. */
	@Test
	void aReferenceKeepsItsNumbers() {
		final ImageClusters saved = Segmentation.of(film(new int[] { BLUE, WHITE }), OPTIONS)
			.clusters();
		assertArrayEquals(new int[] { 3, 1, 3, 1, 3, 1 },
			labels(Segmentation.of(film(new int[] { GREEN, BLUE }), OPTIONS.withReference(saved)), 1));
	}

	/** All fade, so that in the end each is nearer to what another was. */
	@Test
	void whatBleachesKeepsItsNumber() {
		final int[][] frames = new int[12][];
		Arrays.setAll(frames,
			f -> Arrays.stream(new int[] { 60, 140, 220 })
				.map(v -> 0x010101 * (int) (v * Math.pow(0.88, f)))
				.toArray());
		final Segmentation result = Segmentation.of(film(frames),
			OPTIONS.with(KMeansOptions.defaults().withClusters(5)));
		for (int n = 1; n <= frames.length; n++)
			assertArrayEquals(new int[] { 1, 2, 3, 1, 2, 3 }, labels(result, n));
	}

	@Test
	void savedClustersGiveThemAgain() throws IOException {
		final ImagePlus film = film(THREE, new int[] { RED, WHITE }, new int[] { WHITE });
		final Segmentation result = Segmentation.of(film, OPTIONS.withMerge("1+3"));
		final Path file = folder.resolve("clusters.csv");
		ClusterFile.write(result.clusters(), file);
		final Segmentation again = Segmentation.apply(ClusterFile.read(file), film);
		for (int n = 1; n <= 3; n++)
			assertArrayEquals(labels(result, n), labels(again, n));
		assertArrayEquals(new int[] { 2, 1, 2, 1, 2, 1 }, labels(again, 2));
	}

	@Test
	void aColourIsThatOfItsFrame() {
		final Segmentation result = Segmentation.of(film(new int[] { DARK }, THREE), OPTIONS);
		assertEquals(DARK, result.colourInFrame(1, 1));
		assertEquals(RED, result.colourInFrame(2, 2));
		assertEquals(WHITE, result.colourInFrame(2, 3));
		assertEquals("cluster = 2: frame 1 has [1]",
			assertThrows(IllegalArgumentException.class, () -> result.colourInFrame(1, 2)).getMessage());
	}
}
