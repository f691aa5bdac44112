package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.SegmentationOptions;

/** Laws of the pixels of labels, segmented and masked images. */
class SegmentationTest {

	private static final int[] REMOVED = { 1, 3 };
	private static final KMeansOptions FOUR = KMeansOptions.defaults().withClusters(4);

	static Stream<Arguments> examples() {
		return Arrays.stream(Kind.values())
			.flatMap(
				kind -> Stream
					.of(null, new Roi(2, 3, 8, 5), new Roi(-4, 6, 9, 40), TestImages.oval(),
						TestImages.freehand(), TestImages.composite())
					.map(roi -> Arguments.of(kind, roi)));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void aLabelIsTheNearestCentreAndOfEquallyNearTheLowest(final Kind kind, final Roi roi) {
		final Example example = new Example(kind, roi);
		final ImageProcessor labels = example.result.labels().getProcessor();
		for (int i = 0; i < labels.getPixelCount(); i++)
			assertEquals(example.naiveLabel(i), labels.get(i), "pixel " + i);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void pixelCountsAddUp(final Kind kind, final Roi roi) {
		final Example example = new Example(kind, roi);
		final Clusters clusters = example.result.clustersOfFrame(1).found();
		final int[] histogram = example.result.labels().getProcessor().getHistogram();
		for (int j = 1; j <= clusters.size(); j++)
			assertEquals(histogram[j], clusters.pixels(j));
		assertEquals(example.selectedPixels().count(), clusters.pixels());
		assertEquals(example.selectedPixels().map(i -> example.values[i]).distinct().count(),
			example.result.figures(1).distinct());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void segmentedPixelsHaveTheRoundedCentre(final Kind kind, final Roi roi) {
		final Example example = new Example(kind, roi);
		final int[] expected = example.values.clone();
		example.selectedPixels()
			.forEach(i -> expected[i] = rounded(
				example.result.clustersOfFrame(1).found().centre(example.naiveLabel(i))));
		assertArrayEquals(expected, TestImages.values(example.result.segmented().getProcessor()));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void maskedPixelsAreBlackWhereTheLabelIsRemovedAndElseAsTheyWere(final Kind kind, final Roi roi) {
		final Example example = new Example(kind, roi);
		final int[] expected = IntStream.range(0, example.values.length)
			.map(i -> Arrays.stream(REMOVED).anyMatch(j -> j == example.naiveLabel(i))
				? 0
				: example.values[i])
			.toArray();
		assertArrayEquals(expected, TestImages.values(example.result.masked(REMOVED).getProcessor()));
	}

	@Test
	void maskingKeepsTheHighByteOfRgbPixels() {
		final ImagePlus image = Kind.RGB.image(9, 9, 2);
		final Segmentation result = Segmentation.of(image, FOUR);
		assertArrayEquals((int[]) image.getProcessor().getPixels(),
			(int[]) result.masked().getProcessor().getPixels());
	}

	@Test
	void centresAreRoundedNotTruncated() {
		final ImagePlus image = grey(10, 11, 11, 200, 201);
		final ImageProcessor segmented = Segmentation
			.of(image, KMeansOptions.defaults().withClusters(2))
			.segmented()
			.getProcessor();
		assertArrayEquals(new int[] { 11, 11, 11, 201, 201 }, TestImages.values(segmented));
	}

	@Test
	void twoColoursWithFourClustersGiveTwo() {
		final ImagePlus image = grey(7, 7, 90, 7);
		final Segmentation result = Segmentation.of(image, FOUR);
		assertEquals(2, result.clustersOfFrame(1).found().size());
		assertEquals(0, result.clustersOfFrame(1).found().compactness());
		assertArrayEquals(new byte[] { 1, 1, 2, 1 },
			(byte[]) result.labels().getProcessor().getPixels());
		assertArrayEquals(new int[] { 7, 7, 90, 7 },
			TestImages.values(result.segmented().getProcessor()));
		assertEquals(2, result.maskedEach().getStackSize());
	}

	@Test
	void oneColourGivesOneCluster() {
		final Segmentation result = Segmentation.of(grey(200, 200, 200), FOUR);
		assertEquals(1, result.clustersOfFrame(1).found().size());
		assertEquals(1, result.figures(1).distinct());
		assertArrayEquals(new int[] { 200, 200, 200 },
			TestImages.values(result.segmented().getProcessor()));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 2, 7 })
	void aFrameThatIsNotThereIsRefusedWithItsNumber(final int frame) {
		final Segmentation one = Segmentation.of(TestImages.stack(Kind.GREY8, 1), FOUR);
		for (final Executable asked : Arrays.<Executable>asList(
			() -> one.clustersOfFrame(frame).found(), () -> one.numbersOfFrame(frame),
			() -> one.figures(frame).distinct(), () -> one.figures(frame).epsilon(),
			() -> one.figures(frame).warning(), () -> one.figures(frame).hint(),
			() -> one.clustersOfFrame(frame), () -> one.colourInFrame(frame, 1)))
			assertEquals("frame = " + frame + ": takes 1 to 1",
				assertThrows(IllegalArgumentException.class, asked).getMessage());
	}

	@Test
	void whatIsNullIsNamed() {
		final ImagePlus image = TestImages.stack(Kind.GREY8, 1);
		final Segmentation one = Segmentation.of(image, FOUR);
		assertNamed("background", () -> one.masked((Background) null, 1));
		assertNamed("background", () -> one.maskedEach(null));
		assertNamed("background", () -> one.kept(null, 1));
		assertNamed("background", () -> one.keptEach(null));
		assertNamed("image", () -> Segmentation.of(null, FOUR));
		assertNamed("options", () -> Segmentation.of(image, (KMeansOptions) null));
		assertNamed("options", () -> Segmentation.of(image, (SegmentationOptions) null));
		assertNamed("progress", () -> Segmentation.of(image, SegmentationOptions.defaults(), null));
		assertNamed("clusters", () -> Segmentation.apply(null, image));
		assertNamed("image", () -> Segmentation.apply(one.clusters(), null));
		assertNamed("progress", () -> one.reportingTo(null));
	}

	private static void assertNamed(final String name, final Executable use) {
		assertEquals(name, assertThrows(NullPointerException.class, use).getMessage());
	}

	@Test
	void anInvertedImageLooksBlackWhereItIsMasked() {
		final ImagePlus image = grey(0, 0, 250, 255);
		image.getProcessor().invertLut();
		final ImagePlus masked = Segmentation.of(image, FOUR.withClusters(2)).masked(1);
		assertArrayEquals(new int[] { 255, 255, 250, 255 }, TestImages.values(masked.getProcessor()));
		assertEquals(0xff000000, masked.getProcessor().getBufferedImage().getRGB(0, 0));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "GREY8", "GREY16", "INDEXED" })
	void thresholdAndDisplayRangeChangeNothing(final Kind kind) {
		final ImagePlus image = kind.image(15, 12, 5);
		final Segmentation expected = Segmentation.of(image, FOUR);
		image.setDisplayRange(20, 200);
		image.getProcessor().setThreshold(30, 90);
		final Segmentation result = Segmentation.of(image, FOUR);
		assertSame(expected.labels(), result.labels(), 1);
		assertSame(expected.segmented(), result.segmented(), 1);
		assertSame(expected.masked(REMOVED), result.masked(REMOVED), 1);
	}

	@Test
	void selectionAndTitleAreThoseOfTheStart() {
		final ImagePlus stack = TestImages.stack(Kind.GREY8, 2);
		stack.setRoi(1, 2, 3, 4);
		final Segmentation result = Segmentation.of(stack, SegmentationOptions.defaults().with(FOUR),
			(fraction, word) -> {
				stack.getRoi().setLocation(0, 0);
				stack.setRoi(5, 5, 9, 1);
				stack.setTitle("changed");
			});
		assertEquals(12, result.clustersOfFrame(1).found().pixels());
		assertEquals(12, result.clustersOfFrame(2).found().pixels());
		assertTrue(result.labels().getStack().getProcessor(2).get(1, 2) > 0);
		assertEquals("GREY8 stack-labels", result.labels().getTitle());
	}

	@Test
	void aPlaneIsSegmentedAsIfItWereAlone() {
		final ImagePlus stack = TestImages.stack(Kind.INDEXED, 3);
		final Segmentation all = Segmentation.of(stack, FOUR);
		for (int n = 1; n <= 3; n++) {
			final Segmentation one = Segmentation.of(new ImagePlus("", stack.getStack().getProcessor(n)),
				FOUR);
			assertEquals(one.clustersOfFrame(1).found().compactness(),
				all.clustersOfFrame(n).found().compactness());
			assertSame(one.labels(), all.labels(), n);
			assertSame(one.segmented(), all.segmented(), n);
			assertSame(one.masked(REMOVED), all.masked(REMOVED), n);
		}
	}

	private static void assertSame(final ImagePlus plane, final ImagePlus stack, final int n) {
		assertEquals(plane.getBitDepth(), stack.getBitDepth());
		final ImageProcessor expected = plane.getProcessor();
		final ImageProcessor actual = stack.getStack().getProcessor(n);
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(expected.get(i), actual.get(i), "pixel " + i);
	}

	private static ImagePlus grey(final int... values) {
		return new ImagePlus("", TestImages.fill(new ByteProcessor(values.length, 1), i -> values[i]));
	}

	/** Packs a centre, each component rounded, halves up. */
	private static int rounded(final double[] centre) {
		int packed = 0;
		for (final double component : centre)
			packed = packed << 8 | (int) Math.floor(component + 0.5);
		return packed;
	}

	/** A segmented random image with the naive answers. */
	private static final class Example {

		private final int[] values;
		private final boolean[] selected;
		private final boolean coloured;
		private final Segmentation result;

		Example(final Kind kind, final Roi roi) {
			final ImagePlus image = kind.image(15, 12, 5);
			values = TestImages.values(image.getProcessor());
			selected = TestImages.selected(roi, 15, 12);
			coloured = kind == Kind.RGB || kind == Kind.INDEXED;
			image.setRoi(roi);
			result = Segmentation.of(image, FOUR);
		}

		IntStream selectedPixels() {
			return IntStream.range(0, values.length).filter(i -> selected[i]);
		}

		int naiveLabel(final int pixel) {
			if (!selected[pixel]) return 0;
			int best = 1;
			for (int j = 2; j <= result.clustersOfFrame(1).found().size(); j++)
				if (distance(pixel, j) < distance(pixel, best)) best = j;
			return best;
		}

		private double distance(final int pixel, final int cluster) {
			final double[] centre = result.clustersOfFrame(1).found().centre(cluster);
			double sum = 0;
			for (int q = 0; q < centre.length; q++)
				sum += Math.pow(component(pixel, q) - centre[q], 2);
			return sum;
		}

		private int component(final int pixel, final int q) {
			return coloured ? values[pixel] >> 16 - 8 * q & 0xff : values[pixel];
		}
	}
}
