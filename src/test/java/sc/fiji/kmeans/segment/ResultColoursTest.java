package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.Titles;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;

/** Colours, masks and names of images that are out of the ordinary. */
class ResultColoursTest {

	private static final KMeansOptions TWO = KMeansOptions.defaults().withClusters(2);

	/** A table that jumps makes colours of a single channel alone. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void channelsWithTablesThatJumpAreValues(final int channels) {
		final CompositeImage image = (CompositeImage) RandomImages.hyperstack(8, channels, 1, 1, 3);
		final byte[] jumps = new byte[256];
		for (int i = 0; i < 256; i++)
			jumps[i] = (byte) (i % 2 * 255);
		for (int c = 1; c <= channels; c++) {
			image.setC(c);
			image.setChannelColorModel(
				new java.awt.image.IndexColorModel(8, 256, jumps, jumps, new byte[256]));
		}
		final Segmentation result = Segmentation.of(image, TWO);
		assertEquals(channels, result.clustersOfFrame(1).found().centre(1).length);
		assertEquals(channels, result.segmented().getNChannels());
		assertEquals(8, result.maskedEach().getBitDepth());
	}

	/** Black and all the same before: the display range of the first frame is no range. */
	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY })
	void aFirstFrameWithoutNumbersTakesNoColourAway(final float none) {
		final ImageStack stack = new ImageStack(4, 1);
		stack.addSlice(new FloatProcessor(4, 1, new float[] { none, none, none, none }));
		stack.addSlice(new FloatProcessor(4, 1, new float[] { 1, 2, 8, 9 }));
		final Segmentation result = Segmentation.of(new ImagePlus("", stack), TWO);
		assertEquals(0x000000, result.colourInFrame(2, 1));
		assertEquals(0xffffff, result.colourInFrame(2, 2));
		assertArrayEquals(new float[] { 1.5f, 1.5f, 8.5f, 8.5f },
			(float[]) result.segmented().getStack().getPixels(2));
	}

	@Test
	void infinityInAChannelTakesNoColourAway() {
		final ImagePlus image = RandomImages.hyperstack(32, 2, 1, 1, 3);
		image.getStack().getProcessor(1).setf(0, Float.POSITIVE_INFINITY);
		image.resetDisplayRange();
		final Segmentation result = Segmentation.of(image, TWO);
		assertTrue(result.colourInFrame(1, 1) != result.colourInFrame(1, 2));
		assertTrue(Float.isFinite(result.segmented().getStack().getProcessor(1).getf(1)));
	}

	/** ImageJ would make a mask of 400 million bytes, or list as many points. */
	@Test
	void selectionsThatReachFarOutCostNothing() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, 3);
		for (final Roi far : new Roi[] { new Roi(-10_000, -10_000, 20_000, 20_000),
			new OvalRoi(-10_000, -10_000, 20_000, 20_000) })
		{
			image.setRoi(far, false);
			final Segmentation result = Segmentation.of(image, SegmentationOptions.defaults().with(TWO));
			assertArrayEquals(new int[] { 1, 2 }, result.numbersUnderSelection("masked"));
		}
	}

	@Test
	void channelsAreCalledAfterTheirLabels() {
		final ImagePlus image = RandomImages.hyperstack(16, 2, 1, 1, 3);
		image.getStack().setSliceLabel(" DAPI \nmore", 1);
		image.getStack().setSliceLabel("FITC", 2);
		assertEquals("[DAPI, FITC]", Segmentation.of(image, TWO).valueNames().toString());
		assertEquals("[DAPI, FITC]", Segmentation.of(image, TWO).clusters().names().toString());
		for (final String taken : new String[] { "DAPI", "", null, "Pixels" }) {
			image.getStack().setSliceLabel(taken, 2);
			assertEquals("[Channel 1, Channel 2]", Segmentation.of(image, TWO).valueNames().toString());
		}
	}

	@Test
	void aLabelImageTellsTheNamesOfItsClusters() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, 3);
		final SegmentationOptions options = SegmentationOptions.defaults();
		final ImagePlus labels = Segmentation.of(image, options.withNames("glass,,\"cells, brown\""))
			.labels();
		assertEquals("glass", labels.getProp("Cluster 1"));
		assertNull(labels.getProp("Cluster 2"));
		assertEquals("cells, brown", labels.getProp("Cluster 3"));
		assertEquals("a + b",
			Segmentation.of(image, options.withMerge("1+2").withNames("a + b,c"))
				.labels()
				.getProp("Cluster 1"));
		assertNull(Segmentation.of(image, options).labels().getProp("Cluster 1"));
	}

	/** Their colour is the mean of all their pixels, as it was when they were learned. */
	@Test
	void mergedClustersAreWeightedWhenTheyAreApplied(@TempDir final Path folder) throws IOException {
		final ImageProcessor pixels = new ColorProcessor(10, 1);
		for (int i = 0; i < 10; i++)
			pixels.set(i, i < 6 ? 0x000000 : i < 9 ? 0x505050 : 0xffffff);
		final ImagePlus image = new ImagePlus("", pixels);
		final Segmentation learned = Segmentation.of(image,
			SegmentationOptions.defaults().with(ColorSpace.LAB).withMerge("1+2"));
		final Path file = folder.resolve("a.csv");
		ClusterFile.write(learned.clusters(), file);
		final Segmentation applied = Segmentation.apply(ClusterFile.read(file), image);
		for (int j = 1; j <= 2; j++) {
			assertEquals(learned.colourInFrame(1, j), applied.colourInFrame(1, j));
			assertArrayEquals(learned.clustersOfFrame(1).centre(j), applied.clustersOfFrame(1).centre(j));
		}
		assertEquals(0x1b, new Color(applied.colourInFrame(1, 1)).getRed());
	}

	@Test
	void titlesLoseTheEndingOfAFile() {
		final String[] titles = { "ihc.png", "a.b.tif", "v1.25", "no ending", ".tif", "film.ome.tif",
			"stack-0.5um" };
		assertArrayEquals(
			new String[] { "ihc", "a.b", "v1.25", "no ending", ".tif", "film.ome", "stack-0.5um" },
			IntStream.range(0, titles.length).mapToObj(i -> Titles.withoutEnding(titles[i])).toArray());
	}

	@Test
	void allThatAUserGetsTellsWhatItIs() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 2, 3);
		final Segmentation result = Segmentation.of(image, TWO);
		assertEquals("random.tif: 2 frames, 2 clusters", result.toString());
		assertTrue(result.clustersOfFrame(1).found().toString().startsWith("2 clusters of 63 pixels"));
		assertEquals("2 clusters of 2 frames, RGB [Red, Green, Blue]", result.clusters().toString());
		assertTrue(TWO.toString().startsWith("clusters=2 epsilon=0.2 "));
		assertTrue(result.options().toString().startsWith("clusters=2 epsilon=0.2 "));
	}
}
