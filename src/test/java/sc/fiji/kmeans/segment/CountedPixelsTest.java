package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.LearningFigures;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.vector.Transform;

/** Pixels counted in parts give what the whole gives, to the last bit. */
class CountedPixelsTest {

	private static final SegmentationOptions PLAIN = SegmentationOptions.defaults();
	private static final int FRAMES = 4;

	@TempDir
	Path folder;

	/** Frame by frame. */
	private static List<ImagePlus> frames(final ImagePlus image) {
		final int channels = image.getNChannels();
		final List<ImagePlus> frames = new ArrayList<>();
		for (int n = 0; n < image.getStackSize() / channels; n++) {
			final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
			for (int c = 1; c <= channels; c++)
				stack.addSlice(image.getStack().getSliceLabel(n * channels + c),
					image.getStack().getProcessor(n * channels + c));
			final ImagePlus frame = new ImagePlus("frame", stack);
			frame.setDimensions(channels, 1, 1);
			frame.setRoi(image.getRoi());
			frame.setCalibration(image.getCalibration());
			frames.add(frame);
		}
		return frames;
	}

	private static CountedPixels counted(final ImagePlus image, final SegmentationOptions options) {
		return CountedPixels.of(image, options, Progress.NONE);
	}

	private static byte[] bytes(final CountedPixels counted) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			counted.write(bytes);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
		return bytes.toByteArray();
	}

	private static CountedPixels read(final byte[] bytes) throws IOException {
		return CountedPixels.read(new ByteArrayInputStream(bytes));
	}

	/** In any order, as any tree, some of them written and read on the way. */
	private static CountedPixels merged(final List<CountedPixels> parts, final Random random)
		throws IOException
	{
		final List<CountedPixels> left = new ArrayList<>(parts);
		while (left.size() > 1) {
			Collections.shuffle(left, random);
			final CountedPixels both = left.remove(0).plus(left.remove(0));
			left.add(random.nextBoolean() ? both : read(bytes(both)));
		}
		return left.get(0);
	}

	private void assertSame(final ImagePlus image, final SegmentationOptions options)
		throws IOException
	{
		final Random random = new Random(3);
		final List<CountedPixels> parts = frames(image).stream()
			.map(frame -> counted(frame, options))
			.collect(Collectors.toList());
		final CountedPixels merged = merged(parts, random);
		assertArrayEquals(bytes(counted(image, options)), bytes(merged));
		final CountedPixels.Sum sum = new CountedPixels.Sum(options);
		for (final CountedPixels part : parts)
			sum.add(part, Progress.NONE);
		assertArrayEquals(bytes(merged), bytes(sum.counted(Progress.NONE)));
		assertEquals(told(Segmentation.of(image, options.with(FrameMode.TOGETHER)).clusters()),
			told(merged.learned(options, Progress.NONE)));
	}

	/** All that clusters tell. */
	private String told(final ImageClusters clusters) throws IOException {
		final Path file = folder.resolve("clusters.csv");
		ClusterFile.write(clusters, file);
		final Clusters found = clusters.found();
		final LearningFigures figures = clusters.figures();
		return new String(Files.readAllBytes(file)) + Arrays.deepToString(clusters.centres())
			+ found.compactness() + " " + found.iterations() + " " + found.agreement() + " "
			+ Arrays.toString(clusters.pixels()) + figures.distinct() + " " + figures.epsilon()
			+ figures.agreement() + figures.warning() + figures.hint() + clusters.foundBy()
			+ IntStream.of(clusters.labels().all())
				.mapToObj(j -> Arrays.toString(clusters.value(j)) + clusters.caption(j))
				.collect(Collectors.joining());
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 3", "8, 4", "16, 2", "32, 4", "24, 1" })
	void partsAddUpToTheWhole(final int bits, final int channels) throws IOException {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, FRAMES, bits + channels);
		assertSame(image, PLAIN.withNames("a,b,c").with(IgnoredValues.of("black+60")));
		assertSame(image,
			PLAIN.withClusters(5)
				.withMerge("1+3")
				.withReference(Segmentation.of(frames(image).get(2), PLAIN.withClusters(4)).clusters()));
		assertSame(image, PLAIN.withSuggestedClusters());
		image.setRoi(1, 2, 6, 4);
		if (bits == 24) assertSame(image, PLAIN.with(ColorSpace.LAB));
		else assertSame(image, PLAIN.with(Transform.LOG).withScaled(channels > 1));
		if (channels > 1) assertSame(image, PLAIN.withChannels("2").withNoData(OptionalDouble.of(7)));
	}

	@Test
	void aPaletteImageAndAColourImageAreOfTheSameKind() {
		final CountedPixels indexed = counted(TestImages.Kind.INDEXED.image(9, 8, 1), PLAIN);
		final CountedPixels colours = counted(TestImages.Kind.RGB.image(5, 4, 2), PLAIN);
		assertEquals(9 * 8 + 5 * 4, indexed.plus(colours).pixels());
		assertArrayEquals(bytes(colours.plus(indexed)), bytes(indexed.plus(colours)));
	}

	@Test
	void picturesOfDifferentKindsAreRefused() {
		final CountedPixels rgb = counted(RandomImages.hyperstack(24, 1, 1, 1, 1), PLAIN);
		final CountedPixels grey = counted(RandomImages.hyperstack(16, 1, 1, 1, 1), PLAIN);
		final CountedPixels three = counted(RandomImages.hyperstack(8, 3, 1, 1, 1), PLAIN);
		final CountedPixels four = counted(RandomImages.hyperstack(8, 4, 1, 1, 1), PLAIN);
		assertRefused("pixels = 16-bit values: takes colours", () -> rgb.plus(grey));
		assertRefused("pixels = 4 channels of 8 bits: takes 3 channels of 8 bits",
			() -> three.plus(four));
		assertRefused("scale: takes a multi-channel",
			() -> grey.learned(PLAIN.withScaled(true), Progress.NONE));
		final CountedPixels.Sum sum = new CountedPixels.Sum(PLAIN);
		sum.add(four, Progress.NONE);
		assertRefused("pixels = colours: takes 4 channels of 8 bits",
			() -> sum.add(RandomImages.hyperstack(24, 1, 1, 1, 1), Progress.NONE));
		assertEquals(four.pixels(), sum.counted(Progress.NONE).pixels());
	}

	/** A number of the one is another value of the other; written and read, too. */
	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "8, 3", "16, 2" })
	void picturesOfDifferentCalibrationsAreRefused(final int bits, final int channels)
		throws IOException
	{
		final CountedPixels plain = counted(calibrated(bits, channels, 0, 1), PLAIN);
		final CountedPixels signed = counted(calibrated(bits, channels, -(1 << bits - 1), 1), PLAIN);
		final CountedPixels steep = counted(calibrated(bits, channels, 0, 0.5), PLAIN);
		for (final CountedPixels other : new CountedPixels[] { signed, steep, read(bytes(signed)) }) {
			assertRefused("pixels = ", () -> plain.plus(other));
			assertRefused("pixels = ", () -> other.plus(plain));
		}
		assertRefused("pixels = ", () -> signed.plus(steep));
		assertEquals(2 * signed.pixels(), signed.plus(read(bytes(signed))).pixels());
		final CountedPixels none = counted(RandomImages.hyperstack(bits, channels, 1, 1, 1), PLAIN);
		assertArrayEquals(bytes(none.plus(plain)), bytes(plain.plus(none)));
	}

	private static ImagePlus calibrated(final int bits, final int channels, final double... line) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 1, 1);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, line, "Gray Value");
		return image;
	}

	private static void assertRefused(final String beginning, final Executable use) {
		final String message = assertThrows(IllegalArgumentException.class, use).getMessage();
		assertTrue(message.startsWith(beginning), message);
	}

	@Test
	void whereNoPixelCountsThereIsNothingToCluster() throws IOException {
		final SegmentationOptions options = PLAIN.with(IgnoredValues.of("black+255"));
		final CountedPixels none = counted(RandomImages.hyperstack(8, 1, 1, 1, 1), options);
		assertTrue(none.isEmpty());
		assertEquals(0, read(bytes(none)).pixels());
		assertRefused("There are no pixels", () -> none.learned(options, Progress.NONE));
	}

	/** A byte that is missing, and a bit that is another one, wherever it is. */
	@ParameterizedTest
	@CsvSource({ "24, 1", "8, 1", "16, 3", "32, 2" })
	void damagedBytesAreRefusedWithWords(final int bits, final int channels) {
		final byte[] bytes = bytes(counted(RandomImages.hyperstack(bits, channels, 1, 1, 4), PLAIN));
		for (int n = 0; n < bytes.length; n++)
			assertDamaged(Arrays.copyOf(bytes, n));
		for (int bit = 0; bit < Byte.SIZE * bytes.length; bit++) {
			final byte[] flipped = bytes.clone();
			flipped[bit / Byte.SIZE] ^= 1 << bit % Byte.SIZE;
			assertDamaged(flipped);
		}
	}

	private static void assertDamaged(final byte[] bytes) {
		final String message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
		assertTrue(message.contains("bytes") || message.contains("version"), message);
	}

	/** So that several can stand in one file, one after the other. */
	@Test
	void noByteTooManyIsRead() throws IOException {
		final byte[] bytes = bytes(counted(RandomImages.hyperstack(16, 3, 1, 1, 4), PLAIN));
		final ByteArrayInputStream in = new ByteArrayInputStream(
			Arrays.copyOf(bytes, bytes.length + 5));
		CountedPixels.read(in);
		assertEquals(5, in.available());
	}
}
