package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

/** What pictures of hyperstacks and of virtual stacks look like. */
class HyperstackTest {

	private static final KMeansOptions OPTIONS = KMeansOptions.defaults()
		.withClusters(4)
		.withAttempts(2);

	private static Map<String, ImagePlus> pictures(final Segmentation result) {
		final Map<String, ImagePlus> pictures = new LinkedHashMap<>();
		pictures.put("segmented", result.segmented());
		pictures.put("masked", result.masked(2));
		pictures.put("kept", result.kept(Background.WHITE, 1, 3));
		pictures.put("masked each", result.maskedEach());
		pictures.put("labels", result.labels());
		return pictures;
	}

	@ParameterizedTest
	@CsvSource({ "8,1,2,3", "16,1,3,1", "24,1,1,3", "32,1,2,2", "8,2,1,1", "16,3,2,3", "32,2,3,1",
		"8,8,1,2", "16,12,1,1", "8,31,2,2" })
	void theShapeIsKept(final int bits, final int channels, final int slices, final int frames) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, slices, frames, 1);
		final Map<String, ImagePlus> pictures = pictures(Segmentation.of(image, OPTIONS));
		pictures.forEach((kind, picture) -> {
			assertTrue(image.getCalibration().equals(picture.getCalibration()), kind);
			if (kind.equals("masked each")) return;
			assertArrayEquals(new int[] { RandomImages.WIDTH, RandomImages.HEIGHT,
				kind.equals("labels") ? 1 : channels, slices, frames }, picture.getDimensions(), kind);
			assertEquals(kind.equals("labels") ? 8 : bits, picture.getBitDepth(), kind);
			assertEquals(image.isHyperStack() && picture.getNDimensions() > 3, picture.isHyperStack(),
				kind);
		});
		assertArrayEquals(
			new int[] { RandomImages.WIDTH, RandomImages.HEIGHT, channels, 4, slices * frames },
			pictures.get("masked each").getDimensions());
	}

	@ParameterizedTest
	@CsvSource({ "8,1,2,3", "16,3,2,3", "32,2,1,1", "16,12,1,2" })
	void sliceLabelsAreThoseOfTheSameChannel(final int bits, final int channels, final int slices,
		final int frames)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, slices, frames, 1);
		final Segmentation result = Segmentation.of(image, OPTIONS);
		for (final ImagePlus picture : Arrays.asList(result.segmented(), result.masked(1),
			result.kept(Background.BLACK, 1)))
			assertArrayEquals(labels(image), labels(picture));
		final String[] labels = labels(result.labels());
		for (int n = 0; n < labels.length; n++)
			assertEquals(channels == 1 ? "plane " + (n + 1) : null, labels[n]);
		assertEquals("plane " + channels + " without 2",
			result.maskedEach().getStack().getSliceLabel(2 * channels));
	}

	private static String[] labels(final ImagePlus picture) {
		final ImageStack stack = picture.getStack();
		final String[] labels = new String[stack.size()];
		Arrays.setAll(labels, i -> stack.getSliceLabel(i + 1));
		return labels;
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void lookUpTablesDisplayRangesAndModeOfChannelsAreKept(final int bits) {
		final ImagePlus image = RandomImages.hyperstack(bits, 3, 1, 2, 1);
		final Map<String, ImagePlus> pictures = pictures(Segmentation.of(image, OPTIONS));
		pictures.remove("labels");
		pictures.forEach((kind, picture) -> {
			assertEquals(CompositeImage.COMPOSITE, ((CompositeImage) picture).getMode(), kind);
			final LUT[] luts = picture.getLuts();
			for (int c = 0; c < 3; c++) {
				assertArrayEquals(image.getLuts()[c].getBytes(), luts[c].getBytes(), kind);
				assertEquals(3 + c, luts[c].min, kind);
				assertEquals(150 + c, luts[c].max, kind);
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "8,1,false", "8,3,false", "8,3,true", "16,1,false", "16,3,false", "16,3,true",
		"32,1,false", "32,3,false", "32,3,true" })
	void theDisplayRangeOfOneChannelIsKept(final int bits, final int slices,
		final boolean isVirtual)
	{
		final ImagePlus memory = RandomImages.hyperstack(bits, 1, slices, 1, 1);
		final ImagePlus image = isVirtual ? RandomImages.virtual(memory) : memory;
		image.setDisplayRange(20, 90);
		final Map<String, ImagePlus> pictures = pictures(Segmentation.of(image, OPTIONS));
		pictures.remove("labels");
		pictures.forEach((kind, picture) -> {
			assertEquals(20, picture.getDisplayRangeMin(), kind);
			assertEquals(90, picture.getDisplayRangeMax(), kind);
			picture.setSlice(picture.getStackSize());
			assertEquals(20, picture.getDisplayRangeMin(), kind);
			assertEquals(90, picture.getDisplayRangeMax(), kind);
		});
	}

	@ParameterizedTest
	@CsvSource({ "8,1,3,false", "8,1,3,true", "24,1,1,false", "24,1,3,true" })
	void coloursOf8BitsAreThoseOfTheSegmentedPicture(final int bits, final int channels,
		final int slices, final boolean isVirtual)
	{
		final ImagePlus memory = RandomImages.hyperstack(bits, channels, slices, 1, 1);
		final ImagePlus image = isVirtual ? RandomImages.virtual(memory) : memory;
		final Segmentation result = Segmentation.of(image, OPTIONS);
		final ImagePlus segmented = result.segmented();
		segmented.setSlice(1);
		if (bits != 24) segmented.setDisplayRange(0, 255);
		final ImageProcessor shown = segmented.flatten().getProcessor();
		final ImageProcessor labels = result.labels().getStack().getProcessor(1);
		for (int i = 0; i < labels.getPixelCount(); i++)
			assertEquals(hex(result.colourInFrame(1, labels.get(i))), hex(shown.get(i)));
	}

	/** So a dark image whose display range is wide has colours that one sees. */
	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "32,1", "8,3", "16,2", "32,5", "8,12", "16,31" })
	void coloursDoNotDependOnTheDisplayRange(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 1, 1);
		final Segmentation before = Segmentation.of(image, OPTIONS);
		for (int c = 1; c <= channels; c++) {
			image.setC(c);
			image.setDisplayRange(0, 1e6);
		}
		final Segmentation after = Segmentation.of(image, OPTIONS);
		for (int j = 1; j <= 4; j++)
			assertEquals(before.colourInFrame(1, j), after.colourInFrame(1, j));
		if (bits > 8 && channels == 1) assertEquals("#000000", hex(after.colourInFrame(1, 1)));
		assertTrue(
			IntStream.rangeClosed(1, 4).map(j -> after.colourInFrame(1, j)).distinct().count() > 2);
	}

	private static String hex(final int rgb) {
		return String.format("#%06x", rgb & 0xffffff);
	}

	@ParameterizedTest
	@CsvSource({ "8,1,EACH", "16,1,TOGETHER", "24,1,APPLY", "32,1,EACH", "32,1,TOGETHER", "8,3,EACH",
		"16,2,TOGETHER", "32,2,APPLY", "16,2,CURRENT" })
	void virtualStacksGiveTheSamePixelsVirtually(final int bits, final int channels,
		final FrameMode mode)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 3, 5);
		final ImagePlus virtual = RandomImages.virtual(image);
		final SegmentationOptions options = SegmentationOptions.defaults().with(OPTIONS).with(mode);
		final Map<String, ImagePlus> expected = pictures(
			Segmentation.of(image, options, Progress.NONE));
		final Map<String, ImagePlus> pictures = pictures(
			Segmentation.of(virtual, options, Progress.NONE));
		pictures.forEach((kind, picture) -> {
			assertTrue(picture.getStackSize() == 1 || picture.getStack().isVirtual(), kind);
			assertSamePixels(expected.get(kind), picture);
		});
		assertFalse(expected.get("segmented").getStack().isVirtual());
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		for (int n = expected.getStackSize(); n >= 1; n--) {
			final ImageProcessor a = expected.getStack().getProcessor(n);
			final ImageProcessor b = actual.getStack().getProcessor(n);
			for (int i = 0; i < a.getPixelCount(); i++)
				assertEquals(a.getf(i), b.getf(i), "slice " + n);
		}
	}

	@ParameterizedTest
	@CsvSource({ "8,1,EACH", "8,1,TOGETHER", "32,1,TOGETHER", "16,2,EACH", "32,2,APPLY" })
	void fewPlanesOfAVirtualStackAreHeld(final int bits, final int channels, final FrameMode mode) {
		final ImagePlus image = RandomImages.virtual(RandomImages.hyperstack(bits, channels, 1, 40, 5));
		final RandomImages.Disk disk = (RandomImages.Disk) image.getStack();
		final int before = disk.reads();
		final Segmentation result = Segmentation.of(image,
			SegmentationOptions.defaults().with(OPTIONS).with(mode), Progress.NONE);
		final int learned = mode == FrameMode.APPLY ? 1 : 40;
		assertTrue(disk.reads() - before <= (learned + 2) * channels);
		assertTrue(disk.held() <= 4 * channels);
		final ImageStack segmented = result.segmented().getStack();
		for (int n = 1; n <= segmented.size(); n++)
			segmented.getProcessor(n);
		assertTrue(disk.held() <= 4 * channels);
		assertTrue(disk.reads() - before <= (learned + 45) * channels);
	}
}
