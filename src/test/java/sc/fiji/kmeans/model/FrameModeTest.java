package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.segment.Segmentation;

/** Which frames share their clusters, and which pixels they are learned from. */
class FrameModeTest {

	private static final KMeansOptions FOUR = KMeansOptions.defaults()
		.withClusters(4)
		.withAttempts(3);

	private static Segmentation segment(final ImagePlus image, final FrameMode mode) {
		return Segmentation.of(image, options(mode), Progress.NONE);
	}

	private static SegmentationOptions options(final FrameMode mode) {
		return SegmentationOptions.defaults().with(FOUR).with(mode);
	}

	private static void assertSame(final Clusters expected, final Clusters actual) {
		assertEquals(expected.size(), actual.size());
		assertEquals(expected.compactness(), actual.compactness(), 0);
		for (int j = 1; j <= expected.size(); j++) {
			assertArrayEquals(expected.centre(j), actual.centre(j), 0);
			assertEquals(expected.pixels(j), actual.pixels(j));
		}
	}

	/** The frames of an image below each other, channel by channel. */
	private static ImagePlus tall(final ImagePlus image) {
		final int channels = image.getNChannels();
		final int frames = image.getStackSize() / channels;
		final ImageStack stack = new ImageStack(RandomImages.WIDTH, RandomImages.HEIGHT * frames);
		for (int c = 1; c <= channels; c++) {
			final ImageProcessor plane = image.getProcessor()
				.createProcessor(stack.getWidth(), stack.getHeight());
			for (int n = 0; n < frames; n++)
				plane.insert(image.getStack().getProcessor(n * channels + c), 0, RandomImages.HEIGHT * n);
			stack.addSlice(plane);
		}
		final ImagePlus tall = new ImagePlus("tall", stack);
		tall.setDimensions(channels, 1, 1);
		return tall;
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "24,1", "32,1", "8,2", "8,3", "8,4", "16,3", "16,12", "32,2",
		"32,31" })
	void togetherIsThePictureOfAllFrames(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 3, 3);
		final Segmentation result = segment(image, FrameMode.TOGETHER);
		final Segmentation expected = segment(tall(image), FrameMode.EACH);
		final ImagePlus labels = result.labels();
		final byte[] all = (byte[]) expected.labels().getProcessor().getPixels();
		final int size = RandomImages.WIDTH * RandomImages.HEIGHT;
		for (int n = 1; n <= 6; n++) {
			assertSame(expected.clustersOfFrame(1).found(), result.clustersOfFrame(n).found());
			assertArrayEquals(Arrays.copyOfRange(all, (n - 1) * size, n * size),
				(byte[]) labels.getStack().getPixels(n));
		}
		assertEquals(expected.figures(1).distinct(), result.figures(1).distinct());
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "24,1", "32,1", "8,2", "32,3" })
	void currentIsTheFrameThatIsShown(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 3, 3);
		image.setSlice(4 * channels);
		final Segmentation expected = segment(image, FrameMode.EACH);
		final Segmentation result = segment(image, FrameMode.CURRENT);
		assertEquals(1, result.frames());
		assertArrayEquals(sizes(expected.clustersOfFrame(4).found()),
			sizes(result.clustersOfFrame(1).found()));
		assertArrayEquals(new int[] { RandomImages.WIDTH, RandomImages.HEIGHT, channels, 1, 1 },
			result.segmented().getDimensions());
		final Segmentation applied = segment(image, FrameMode.APPLY);
		assertEquals(6, applied.frames());
		assertSame(result.clustersOfFrame(1).found(), applied.clustersOfFrame(6).found());
		assertArrayEquals((byte[]) result.labels().getProcessor().getPixels(),
			(byte[]) applied.labels().getStack().getPixels(4));
		assertArrayEquals(nearest(applied, image, 6),
			(byte[]) applied.labels().getStack().getPixels(6));
	}

	/** Whatever is shown. */
	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "24,1", "8,2", "32,3" })
	void aFrameThatIsGivenIsTheOneThatWasShown(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 3, 3);
		for (final FrameMode mode : new FrameMode[] { FrameMode.CURRENT, FrameMode.APPLY }) {
			image.setSlice(4 * channels);
			final ImagePlus expected = segment(image, mode).labels();
			image.setSlice(1);
			final ImagePlus labels = Segmentation
				.of(image, options(mode).withFrame(OptionalInt.of(4)), Progress.NONE)
				.labels();
			for (int n = 1; n <= expected.getStackSize(); n++)
				assertArrayEquals((byte[]) expected.getStack().getPixels(n),
					(byte[]) labels.getStack().getPixels(n));
		}
	}

	/** Also where it does not matter. */
	@ParameterizedTest
	@EnumSource(FrameMode.class)
	void aFrameThatIsNotThereIsRefused(final FrameMode mode) {
		final ImagePlus image = RandomImages.hyperstack(8, 2, 2, 3, 3);
		assertEquals("frame = 7: takes shown, or 1 to 6, the frames of this image",
			assertThrows(IllegalArgumentException.class,
				() -> Segmentation.of(image, options(mode).withFrame(OptionalInt.of(7)), Progress.NONE))
				.getMessage());
		assertEquals("frame = 0: takes shown, or a number from 1 on",
			assertThrows(IllegalArgumentException.class,
				() -> options(FrameMode.APPLY).withFrame(OptionalInt.of(0))).getMessage());
	}

	/** In any order, for the numbers may be others. */
	private static long[] sizes(final Clusters clusters) {
		final long[] sizes = new long[clusters.size()];
		Arrays.setAll(sizes, j -> clusters.pixels(j + 1));
		Arrays.sort(sizes);
		return sizes;
	}

	private static byte[] nearest(final Segmentation result, final ImagePlus image, final int frame) {
		final byte[] labels = new byte[RandomImages.WIDTH * RandomImages.HEIGHT];
		for (int i = 0; i < labels.length; i++) {
			final int channels = image.getNChannels();
			double[] x = new double[channels];
			for (int c = 1; c <= channels; c++)
				x[c - 1] = image.getStack().getProcessor((frame - 1) * channels + c).getf(i);
			final int rgb = image.getStack().getProcessor(frame).get(i);
			if (image.getBitDepth() == 24)
				x = new double[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
			labels[i] = (byte) result.clustersOfFrame(1).found().nearest(x);
		}
		return labels;
	}

	/** Of three objects the red one becomes brighter and the blue one darker. */
	@Test
	void anObjectKeepsItsNumberWhenItBecomesBrighterThanAnother() {
		final ImageStack stack = new ImageStack(30, 10);
		for (int t = 0; t < 10; t++) {
			final Random random = new Random(t);
			final int red = 100 + 15 * t;
			final int[] objects = { 0x101010, red << 16, 255 - 20 * t << 8 | 0xf0 };
			stack.addSlice(
				TestImages.fill(new ColorProcessor(30, 10), i -> objects[i % 30 / 10] + random.nextInt(3)));
		}
		final ImagePlus image = new ImagePlus("moving", stack);
		final ImageStack labels = Segmentation.of(image, FOUR.withClusters(3)).labels().getStack();
		for (int t = 1; t <= 10; t++)
			for (int i = 0; i < 300; i++)
				assertEquals(1 + i % 30 / 10, labels.getProcessor(t).get(i), "frame " + t);
		image.setSlice(10);
		assertEquals(3,
			Segmentation
				.of(image,
					SegmentationOptions.defaults().with(FOUR.withClusters(3)).with(FrameMode.CURRENT),
					Progress.NONE)
				.labels()
				.getProcessor()
				.get(15));
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "24,1", "32,1", "8,2", "32,3" })
	void clustersOfTheSelectionForTheWholeImage(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 2, 3);
		image.setRoi(new Roi(2, 1, 5, 4));
		final SegmentationOptions options = SegmentationOptions.defaults().with(FOUR);
		final Segmentation inside = Segmentation.of(image, options, Progress.NONE);
		final Segmentation whole = Segmentation.of(image, options.withAppliedToAll(true),
			Progress.NONE);
		for (int n = 1; n <= 2; n++) {
			assertSame(inside.clustersOfFrame(n).found(), whole.clustersOfFrame(n).found());
			assertEquals(20, whole.clustersOfFrame(n).found().pixels());
			final ImageProcessor a = inside.labels().getStack().getProcessor(n);
			final ImageProcessor b = whole.labels().getStack().getProcessor(n);
			for (int i = 0; i < a.getPixelCount(); i++) {
				final boolean selected = image.getRoi()
					.contains(i % RandomImages.WIDTH, i / RandomImages.WIDTH);
				assertEquals(selected ? b.get(i) : 0, a.get(i));
				assertTrue(b.get(i) > 0);
			}
		}
		assertArrayEquals(nearest(whole, image, 1), (byte[]) whole.labels().getStack().getPixels(1));
	}

	@ParameterizedTest
	@EnumSource(TestImages.Kind.class)
	void scalingIsRefusedWhereThereIsOneScale(final TestImages.Kind kind) {
		assertEquals("scale: takes a multi-channel or 32-bit image, for others have one scale",
			assertThrows(IllegalArgumentException.class,
				() -> Segmentation.of(kind.image(9, 7, 1), SegmentationOptions.defaults().withScaled(true)))
				.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "32,1", "8,2", "32,3" })
	void aColorSpaceIsRefusedWherePixelsAreNoColours(final int bits, final int channels) {
		assertEquals("color_space = Lab: takes RGB for grey and multi-channel images",
			assertThrows(IllegalArgumentException.class,
				() -> Segmentation.of(RandomImages.hyperstack(bits, channels, 1, 1, 1),
					SegmentationOptions.defaults().with(ColorSpace.LAB), Progress.NONE))
				.getMessage());
	}

}
