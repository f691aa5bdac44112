package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.image.TestImages;

/** The label image has a colour for each number. */
class LabelImageTest {

	private static final KMeansOptions FIVE = KMeansOptions.defaults().withClusters(5);

	@ParameterizedTest
	@EnumSource(Kind.class)
	void eachNumberHasItsColourAndBlackIsOutsideTheSelection(final Kind kind) {
		final ImagePlus image = kind.image(15, 12, 6);
		image.setRoi(TestImages.oval());
		assertPalette(Segmentation.of(image, FIVE).labels());
	}

	@Test
	void coloursDependOnNothingElse() {
		final ImagePlus image = Kind.GREY16.image(15, 12, 6);
		image.setDisplayRange(0, 65535);
		image.getProcessor().setColorModel(LutLoader.getLut("Fire"));
		assertPalette(Segmentation.of(image, FIVE).labels());
	}

	@ParameterizedTest
	@ValueSource(ints = { 254, 300 })
	void wideLabelsHaveTheSameColours(final int clusters) {
		assertPalette(
			Segmentation.of(ramp16(300), KMeansOptions.defaults().withClusters(clusters).withAttempts(1))
				.labels());
	}

	@ParameterizedTest
	@CsvSource({ "1, 8", "254, 8", "255, 16", "300, 16" })
	void labelsHave16BitsFrom255ClustersOn(final int clusters, final int bits) {
		final ImagePlus labels = Segmentation
			.of(ramp16(300), KMeansOptions.defaults().withClusters(clusters).withAttempts(1))
			.labels();
		assertEquals(bits, labels.getBitDepth());
		assertEquals(0, labels.getDisplayRangeMin());
		assertEquals(255, labels.getDisplayRangeMax());
		assertEquals(clusters, (int) labels.getStatistics().max);
	}

	@Test
	void threeHundredClustersOf256ValuesGive256() {
		final ImagePlus image = new ImagePlus("",
			TestImages.fill(new ByteProcessor(256, 2), i -> i & 0xff));
		final Segmentation result = Segmentation.of(image, KMeansOptions.defaults().withClusters(300));
		final ImagePlus labels = result.labels();
		assertEquals(256, result.clustersOfFrame(1).found().size());
		assertEquals(16, labels.getBitDepth());
		for (int i = 0; i < 512; i++)
			assertEquals((i & 0xff) + 1, labels.getProcessor().get(i));
		assertArrayEquals((byte[]) image.getProcessor().getPixels(),
			(byte[]) result.segmented().getProcessor().getPixels());
	}

	@Test
	void threeHundredClustersOfA16BitImageKeepTheirNumbers() {
		final ImageProcessor labels = Segmentation
			.of(ramp16(300), KMeansOptions.defaults().withClusters(300))
			.labels()
			.getProcessor();
		for (int i = 0; i < 300; i++)
			assertEquals(i + 1, labels.get(i));
	}

	@Test
	void aStackHas16BitLabelsWhereOnePlaneNeedsThem() {
		final ImageStack stack = new ImageStack(300, 1);
		stack.addSlice(TestImages.fill(new ShortProcessor(300, 1), i -> i % 2));
		stack.addSlice(ramp16(300).getProcessor());
		final ImagePlus labels = Segmentation
			.of(new ImagePlus("", stack), KMeansOptions.defaults().withClusters(300))
			.labels();
		assertEquals(16, labels.getBitDepth());
		assertEquals(2, labels.getStack().getProcessor(1).get(299));
		assertEquals(300, labels.getStack().getProcessor(2).get(299));
	}

	@Test
	void allFramesHaveTheSameColours() {
		final ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ColorProcessor(2, 1, new int[] { 0x102030, 0xa0b0c0 }));
		stack.addSlice(new ColorProcessor(2, 1, new int[] { 0x400000, 0x00ff00 }));
		final ImagePlus labels = Segmentation.of(new ImagePlus("", stack), FIVE).labels();
		for (int n = 1; n <= 2; n++) {
			labels.setSlice(n);
			assertPalette(labels);
		}
	}

	private static void assertPalette(final ImagePlus labels) {
		final ImageProcessor shown = shown(labels);
		for (int i = 0; i < shown.getPixelCount(); i++)
			assertEquals(Palette.colour(labels.getProcessor().get(i)), shown.get(i) & 0xffffff,
				"pixel " + i);
	}

	private static ImageProcessor shown(final ImagePlus image) {
		return image.getProcessor().convertToRGB();
	}

	private static ImagePlus ramp16(final int values) {
		return new ImagePlus("", TestImages.fill(new ShortProcessor(values, 1), i -> 200 * i));
	}
}
