package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.BandsOfImage;
import sc.fiji.kmeans.image.Frames;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.LearningFigures;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.SmallSample;
import sc.fiji.kmeans.vector.Transform;

/** An image in bands gives what the whole gives. */
class BandSegmentationTest {

	private static final int[] BITS = { 8, 16, 24, 32 };

	private ImagePlus image;
	private BandsOfImage bands;
	private Segmentation whole;
	private BandSegmentation banded;

	/** A random image with random options, segmented as a whole and in bands. */
	private void segment(final Random random) {
		final int bits = BITS[random.nextInt(BITS.length)];
		image = RandomImages.hyperstack(bits, bits == 24 ? 1 : 1 + random.nextInt(4),
			1 + random.nextInt(2), 1 + random.nextInt(2), random.nextLong());
		if (random.nextInt(3) == 0)
			image.setRoi(new OvalRoi(random.nextInt(3), random.nextInt(3), 4, 4));
		bands = new BandsOfImage(image, 1 + random.nextInt(8));
		final SegmentationOptions options = options(random, bits);
		whole = Segmentation.of(image, options);
		banded = BandSegmentation.of(bands, options, Progress.NONE);
	}

	private SegmentationOptions options(final Random random, final int bits) {
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(1 + random.nextInt(5)).withAttempts(1))
			.with(FrameMode.values()[random.nextInt(FrameMode.values().length)])
			.withMinSize(random.nextInt(3) > 0 ? 0 : random.nextInt(12))
			.withAppliedToAll(random.nextInt(4) == 0)
			.withNoData(random.nextInt(4) == 0 ? OptionalDouble.of(0) : OptionalDouble.empty());
		if (bits == 24)
			return options
				.with(random.nextInt(3) > 0 ? ColorSpace.RGB : ColorSpace.values()[random.nextInt(4)]);
		final boolean areAll = random.nextInt(3) > 0;
		return options.with(Transform.values()[random.nextInt(Transform.values().length)])
			.withScaled((areAll && image.getNChannels() > 1 || bits == 32) && random.nextBoolean())
			.withChannels(areAll ? "all" : "1");
	}

	@Property(tries = 60)
	void allPicturesAreThoseOfTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		segment(random);
		final Background background = Background.values()[random.nextInt(3)];
		final int number = 1 + random.nextInt(whole.largestCluster());
		try (LabelledBands labelled = banded.labelled(Paths.get("target"), Progress.NONE)) {
			assertSame(whole.labels(), labelled, LabelledBand::labels);
			assertSame(whole.segmented(), labelled, LabelledBand::segmented);
			assertSame(whole.masked(background, number), labelled,
				band -> band.masked(background, number));
			assertSame(whole.kept(background, number), labelled, band -> band.kept(background, number));
		}
	}

	/** The rows of all planes, their tables, and all that a picture has besides. */
	private static void assertSame(final ImagePlus picture, final LabelledBands labelled,
		final Function<LabelledBand, ImageProcessor[]> draw)
	{
		final int[] count = new int[1];
		labelled.each(band -> {
			final ImageProcessor[] drawn = draw.apply(band);
			for (int c = 0; c < drawn.length; c++)
				assertRows(picture.getStack().getProcessor((band.frame() - 1) * drawn.length + c + 1),
					band.first(), drawn[c]);
			count[0] += drawn.length * drawn[0].getPixelCount();
		}, Progress.NONE);
		assertEquals(picture.getStackSize() * picture.getWidth() * picture.getHeight(), count[0]);
	}

	private static void assertRows(final ImageProcessor expected, final int first,
		final ImageProcessor rows)
	{
		expected.setRoi(0, first, rows.getWidth(), rows.getHeight());
		final Object pixels = expected.crop().getPixels();
		assertArrayEquals(new Object[] { pixels }, new Object[] { rows.getPixels() });
	}

	@Property(tries = 40)
	void clustersAreThoseOfTheWhole(@ForAll final long seed) {
		segment(new Random(seed));
		assertEquals(texts(whole), texts(banded.head()));
	}

	@Property(tries = 30)
	void countsAreThoseOfTheWhole(@ForAll final long seed) throws IOException {
		segment(new Random(seed));
		final SegmentationOptions options = whole.options();
		assertArrayEquals(bytes(CountedPixels.of(image, options, Progress.NONE)),
			bytes(CountedPixels.of(bands, options, Progress.NONE)));
	}

	private static byte[] bytes(final CountedPixels counted) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		counted.write(bytes);
		return bytes.toByteArray();
	}

	/** All that tables tell of clusters. */
	private static String texts(final Segmentation segmentation) {
		final StringBuilder texts = new StringBuilder();
		for (int n = 1; n <= segmentation.frames(); n++) {
			final ImageClusters clusters = segmentation.clustersOfFrame(n);
			texts.append(Arrays.deepToString(clusters.centres()))
				.append(Arrays.toString(clusters.pixels()))
				.append(Arrays.toString(clusters.found().attempts() == 0 ? null : clusters.numbers()))
				.append(clusters.found().compactness())
				.append(segmentation.figures(n).agreement())
				.append(segmentation.figures(n).distinct());
			for (final int label : segmentation.numbersOfFrame(n))
				texts.append(segmentation.colourInFrame(n, label));
		}
		return texts.append(segmentation.valueNames()).append(segmentation).toString();
	}

	@Test
	void noPixelsAreRefusedAsInTheWhole() {
		image = RandomImages.hyperstack(8, 1, 1, 1, 1);
		image.getProcessor().set(7);
		bands = new BandsOfImage(image, 2);
		final SegmentationOptions options = SegmentationOptions.defaults()
			.withNoData(OptionalDouble.of(7));
		assertEquals("There are no pixels to cluster: all have the no-data value 7",
			assertThrows(IllegalArgumentException.class,
				() -> BandSegmentation.of(bands, options, Progress.NONE)).getMessage());
	}

	/** Different pixels of which clusters are learned, in tests of samples. */
	private static final int FEW = 3000;

	private static SegmentationOptions two() {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(2).withAttempts(1));
	}

	/** Half of the numbers below 1, half from 10 to 20. */
	private static FloatProcessor twoRanges(final Random random) {
		final FloatProcessor pixels = new FloatProcessor(100, 100);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.setf(i, random.nextBoolean() ? random.nextFloat() : 10 + 10 * random.nextFloat());
		return pixels;
	}

	/**
	 * More numbers than fit into memory: a sample tells the clusters, and all pixels are labelled.
	 */
	@Test
	void manyNumbersAreLearnedOfASample() throws IOException {
		final FloatProcessor pixels = twoRanges(new Random(1));
		final BandSegmentation sampled = BandSegmentation.of(
			SourceImage.of(new BandsOfImage(new ImagePlus("", pixels), 30)).with(SmallSample.of(FEW)),
			two(), Progress.NONE);
		final LearningFigures figures = sampled.head().figures(1);
		assertEquals("clusters of 1 in 4 pixels, for too many differ to be counted in memory;"
			+ " all pixels are labelled", figures.sample().get());
		assertEquals("optimum of a sample", figures.agreement());
		final double[][] centres = sampled.head().clusters().allValues().toArray(double[][]::new);
		assertEquals(0.5, centres[0][0], 0.05);
		assertEquals(15, centres[1][0], 0.5);
		try (LabelledBands labelled = sampled.labelled(Paths.get("target"), Progress.NONE)) {
			labelled.each(band -> {
				final ImageProcessor labels = band.labels()[0];
				for (int i = 0; i < labels.getPixelCount(); i++)
					if (labels.get(i) != (pixels.getf(band.first() * 100 + i) < 5 ? 1 : 2))
						throw new AssertionError("pixel " + i);
			}, Progress.NONE);
		}
	}

	/** Of 32 bits, or of three channels of 16, some of several frames, some with a selection. */
	private static ImagePlus manyNumbers(final Random random) {
		final int bits = random.nextBoolean() ? 32 : 16;
		final int channels = bits == 32 ? 1 : 3;
		final int frames = 1 + random.nextInt(2);
		final ImageStack stack = new ImageStack(100, 100);
		for (int n = 0; n < channels * frames; n++) {
			final FloatProcessor pixels = twoRanges(random);
			pixels.multiply(3000);
			stack.addSlice(bits == 32 ? pixels : pixels.convertToShort(false));
		}
		final ImagePlus many = new ImagePlus("", stack);
		many.setDimensions(channels, frames, 1);
		if (random.nextBoolean()) many.setRoi(new OvalRoi(7, 9, 90, 80));
		return many;
	}

	/** One rule for all: the same pixels are drawn, whoever reads them. */
	@Property(tries = 12)
	void aSampleOfBandsIsThatOfTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		image = manyNumbers(random);
		final FrameMode mode = FrameMode.values()[random.nextInt(FrameMode.values().length)];
		final PixelSample sample = SmallSample.of(FEW);
		whole = Segmentation.of(SourceImage.of(image).with(sample), two().with(mode), Progress.NONE);
		banded = BandSegmentation.of(
			SourceImage.of(new BandsOfImage(image, 1 + random.nextInt(60))).with(sample),
			two().with(mode), Progress.NONE);
		assertTrue(whole.figures(1).sample().isPresent());
		assertEquals(whole.figures(1).sample(), banded.head().figures(1).sample());
		assertEquals(texts(whole), texts(banded.head()));
		try (LabelledBands labelled = banded.labelled(Paths.get("target"), Progress.NONE)) {
			assertSame(whole.labels(), labelled, LabelledBand::labels);
		}
	}

	/** A preview shows what a segmentation makes. */
	@Test
	void aSampleOfAFrameIsThatOfTheImage() {
		image = manyNumbers(new Random(2));
		image.setSlice(image.getStackSize());
		final PixelSample sample = SmallSample.of(FEW);
		final SegmentationOptions current = two().with(FrameMode.CURRENT);
		whole = Segmentation.of(SourceImage.of(image).with(sample), current, Progress.NONE);
		final Frames frames = Frames.of(image);
		final CountedFrame frame = new CountedFrame(frames.frame(frames.current()), image.getRoi(),
			image, frames.current()).of(sample);
		assertEquals(Arrays.deepToString(whole.clusters().centres()),
			Arrays.deepToString(frame.learned(current, Progress.NONE).centres()));
	}

	@Test
	void smallImagesAreLearnedOfAllPixels() {
		image = manyNumbers(new Random(3));
		assertFalse(Segmentation.of(image, two()).figures(1).sample().isPresent());
	}
}
