package sc.fiji.kmeans.image;

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

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.TestImages.Kind;

/** The label image is its own legend. */
class LabelImageTest {

	private static final KMeansOptions FIVE = KMeansOptions.defaults().withClusters(
		5);

	@ParameterizedTest
	@EnumSource(Kind.class)
	void labelsLookLikeTheSegmentedImageAndBlackOutsideTheSelection(
		final Kind kind)
	{
		final ImagePlus image = kind.image(15, 12, 6);
		image.setRoi(TestImages.oval());
		assertLegend(Segmentation.of(image, FIVE));
	}

	@Test
	void aLookUpTableForDisplayGivesTheColoursOfTheLegend() {
		final ImagePlus image = Kind.GREY8.image(15, 12, 6);
		image.getProcessor().setColorModel(LutLoader.getLut("Fire"));
		assertLegend(Segmentation.of(image, FIVE));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "GREY8", "GREY16" })
	void theDisplayRangeGivesTheShadesOfTheLegend(final Kind kind) {
		final ImagePlus image = kind.image(15, 12, 6);
		final double max = image.getProcessor().maxValue();
		image.setDisplayRange(Math.floor(max / 5), Math.floor(max / 2));
		assertLegend(Segmentation.of(image, FIVE));
	}

	@Test
	void anInvertingLookUpTableGivesInvertedShades() {
		final ImagePlus image = Kind.GREY8.image(15, 12, 6);
		image.getProcessor().invertLut();
		assertLegend(Segmentation.of(image, FIVE));
	}

	@ParameterizedTest
	@CsvSource({ "1, 8, 255", "254, 8, 255", "255, 16, 255", "300, 16, 300" })
	void labelsHave16BitsFrom255ClustersOn(final int clusters, final int bits,
		final int top)
	{
		final ImagePlus labels = Segmentation.of(ramp16(300), KMeansOptions.defaults()
			.withClusters(clusters).withAttempts(1)).labels();
		assertEquals(bits, labels.getBitDepth());
		assertEquals(0, labels.getDisplayRangeMin());
		assertEquals(top, labels.getDisplayRangeMax());
		assertEquals(clusters, (int) labels.getStatistics().max);
	}

	@Test
	void threeHundredClustersOf256ValuesGive256() {
		final ImagePlus image = new ImagePlus("", TestImages.fill(new ByteProcessor(
			256, 2), i -> i & 0xff));
		final Segmentation result = Segmentation.of(image, KMeansOptions.defaults()
			.withClusters(300));
		final ImagePlus labels = result.labels();
		assertEquals(256, result.clusters(1).size());
		assertEquals(16, labels.getBitDepth());
		for (int i = 0; i < 512; i++)
			assertEquals((i & 0xff) + 1, labels.getProcessor().get(i));
		assertArrayEquals((byte[]) image.getProcessor().getPixels(), (byte[]) result
			.segmented().getProcessor().getPixels());
	}

	@Test
	void threeHundredClustersOfA16BitImageKeepTheirNumbers() {
		final ImageProcessor labels = Segmentation.of(ramp16(300), KMeansOptions
			.defaults().withClusters(300)).labels().getProcessor();
		for (int i = 0; i < 300; i++)
			assertEquals(i + 1, labels.get(i));
	}

	@Test
	void aStackHas16BitLabelsWhereOnePlaneNeedsThem() {
		final ImageStack stack = new ImageStack(300, 1);
		stack.addSlice(TestImages.fill(new ShortProcessor(300, 1), i -> i % 2));
		stack.addSlice(ramp16(300).getProcessor());
		final ImagePlus labels = Segmentation.of(new ImagePlus("", stack),
			KMeansOptions.defaults().withClusters(300)).labels();
		assertEquals(16, labels.getBitDepth());
		assertEquals(2, labels.getStack().getProcessor(1).get(299));
		assertEquals(300, labels.getStack().getProcessor(2).get(299));
	}

	@Test
	void theLegendOfAStackIsThatOfItsFirstPlane() {
		final ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ColorProcessor(2, 1, new int[] { 0x102030, 0xa0b0c0 }));
		stack.addSlice(new ColorProcessor(2, 1, new int[] { 0x400000, 0x00ff00 }));
		final ImagePlus labels = Segmentation.of(new ImagePlus("", stack), FIVE)
			.labels();
		assertEquals(0x102030, shown(labels).get(0) & 0xffffff);
		assertEquals(0xa0b0c0, shown(labels).get(1) & 0xffffff);
	}

	private static void assertLegend(final Segmentation result) {
		final ImagePlus labels = result.labels();
		final ImageProcessor legend = shown(labels);
		final ImageProcessor segmented = shown(result.segmented());
		for (int i = 0; i < legend.getPixelCount(); i++)
			assertEquals(labels.getProcessor().get(i) == 0 ? 0 : segmented.get(i) &
				0xffffff, legend.get(i) & 0xffffff, "pixel " + i);
	}

	private static ImageProcessor shown(final ImagePlus image) {
		return image.getProcessor().convertToRGB();
	}

	private static ImagePlus ramp16(final int values) {
		return new ImagePlus("", TestImages.fill(new ShortProcessor(values, 1),
			i -> 200 * i));
	}
}
