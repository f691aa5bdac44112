package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

/** Epsilon of 32-bit images and scaled channels counts in 255ths of their range. */
class EpsilonTest {

	private static final int[] EXPONENTS = { 10, -8, -60, 40 };

	private static ImagePlus image(final float... pixels) {
		return new ImagePlus("floats", new FloatProcessor(pixels.length, 1, pixels));
	}

	private static double epsilon(final ImagePlus image) {
		return Segmentation.of(image, KMeansOptions.defaults().withEpsilon(1)).figures(1).epsilon();
	}

	@Property(tries = 50)
	void theSameNumbersInAnotherUnitHaveTheSameLabels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 16) final int k, @ForAll final Initialization initialization,
		@ForAll final boolean isScaled)
	{
		final ImagePlus image = RandomImages.hyperstack(32, channels, 1, 1, seed);
		if (seed % 3 == 0) image.getStack().getProcessor(1).setf(3, 1e20f);
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(k).withInitialization(initialization))
			.withScaled(isScaled);
		final Segmentation expected = Segmentation.of(image, options);
		for (final int exponent : EXPONENTS)
			assertSame(expected, Segmentation.of(times(image, exponent), options), exponent,
				isScaled ? 0 : exponent);
	}

	private static ImagePlus times(final ImagePlus image, final int exponent) {
		final ImagePlus copy = image.duplicate();
		for (int n = 1; n <= copy.getStackSize(); n++) {
			final ImageProcessor plane = copy.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i, Math.scalb(plane.getf(i), exponent));
		}
		return copy;
	}

	/** @param ofPoints the exponent of their factor */
	private static void assertSame(final Segmentation expected, final Segmentation actual,
		final int exponent, final int ofPoints)
	{
		final Clusters one = expected.clustersOfFrame(1).found();
		final Clusters other = actual.clustersOfFrame(1).found();
		assertArrayEquals((byte[]) expected.labels().getStack().getPixels(1),
			(byte[]) actual.labels().getStack().getPixels(1));
		assertEquals(one.agreeing(), other.agreeing());
		assertEquals(one.iterations(), other.iterations());
		assertEquals(Math.scalb(one.compactness(), 2 * ofPoints), other.compactness());
		assertEquals(Math.scalb(expected.figures(1).epsilon(), ofPoints), actual.figures(1).epsilon());
		assertEquals(expected.figures(1).warning().isPresent(),
			actual.figures(1).warning().isPresent());
	}

	/** Of 1000 pixels 10 are left out on each side; each half has 500. */
	@Example
	void theSpreadIsThatOfTheMiddleOfThePixels() {
		final float[] pixels = new float[1000];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i < 9 ? -1e6f : i > 990 ? 1e9f : i;
		assertEquals(2 * (499 - 9) / 255.0, epsilon(image(pixels)));
	}

	/** Three of ten pixels have a value that stands for none. */
	@Property(tries = 20)
	void manyPixelsWithoutDataDoNotCount(@ForAll final boolean isBelow) {
		final float[] pixels = new float[1000];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 10 < 3 ? isBelow ? -9999 : 1e20f : i / 1000f;
		assertEquals(1.4, 255 * epsilon(image(pixels)), 0.1);
	}

	@Example
	void whereTheMiddleIsOneNumberTheRangeIsThatOfAll() {
		final float[] pixels = new float[1000];
		pixels[3] = -51;
		pixels[500] = 204;
		assertEquals(1, epsilon(image(pixels)));
	}

	/** The least number with a share of the pixels no larger, and likewise above. */
	@Property(tries = 50)
	void theSpreadIsThatOfSortedPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3000) final int n)
	{
		final Random random = new Random(seed);
		final float[] pixels = new float[n];
		for (int i = 0; i < n; i++)
			pixels[i] = random.nextInt(4) == 0
				? random.nextInt(5) - 2
				: (float) Math.scalb(random.nextGaussian(), random.nextInt(20));
		final float[] sorted = pixels.clone();
		Arrays.sort(sorted);
		final int tail = (n + 99) / 100;
		final int quarter = (n + 3) / 4;
		final double low = sorted[tail - 1];
		final double high = sorted[n - tail];
		final double median = sorted[(n + 1) / 2 - 1];
		double spread = (double) sorted[n - 1] - sorted[0];
		for (final double one : new double[] { high - low, 2 * (median - low), 2 * (high - median),
			2 * ((double) sorted[n - quarter] - sorted[quarter - 1]) })
			if (one > 0) spread = Math.min(spread, one);
		final double expected = spread / 255;
		assertEquals(expected, epsilon(image(pixels)));
	}

	@Property(tries = 30)
	void theOrderOfPixelsDoesNotMatter(@ForAll final long seed, @ForAll final boolean isScaled) {
		final ImagePlus image = RandomImages.hyperstack(32, 3, 1, 1, seed);
		final SegmentationOptions options = SegmentationOptions.defaults().withScaled(isScaled);
		final Segmentation expected = Segmentation.of(image, options);
		final Segmentation actual = Segmentation.of(shuffled(image, new Random(seed)), options);
		assertEquals(expected.figures(1).epsilon(), actual.figures(1).epsilon());
		assertEquals(expected.clustersOfFrame(1).found().compactness(),
			actual.clustersOfFrame(1).found().compactness());
		assertArrayEquals(expected.clusters().frame(1).mapping().scales(),
			actual.clusters().frame(1).mapping().scales());
	}

	private static ImagePlus shuffled(final ImagePlus image, final Random random) {
		final List<Integer> order = IntStream.range(0, image.getWidth() * image.getHeight())
			.boxed()
			.collect(Collectors.toList());
		Collections.shuffle(order, random);
		final ImagePlus copy = image.duplicate();
		for (int n = 1; n <= copy.getStackSize(); n++)
			for (int i = 0; i < order.size(); i++)
				copy.getStack()
					.getProcessor(n)
					.setf(i, image.getStack().getProcessor(n).getf(order.get(i)));
		return copy;
	}

	@Example
	void wholeNumbersKeepTheirUnit() {
		for (final int bits : new int[] { 8, 16, 24 })
			assertEquals(1, epsilon(RandomImages.hyperstack(bits, 1, 1, 1, 1)));
		assertEquals(1, epsilon(RandomImages.hyperstack(16, 3, 1, 1, 1)));
	}

	/** In standard deviations, of the channel where it is widest. */
	@Example
	void scaledChannelsCountInTheirRange() {
		final ImagePlus image = RandomImages.hyperstack(8, 2, 1, 1, 1);
		for (int i = 0; i < 63; i++) {
			image.getStack().getProcessor(1).set(i, i % 2);
			image.getStack().getProcessor(2).set(i, i == 9 ? 63 : 0);
		}
		final Segmentation found = Segmentation.of(image,
			SegmentationOptions.defaults()
				.with(KMeansOptions.defaults().withEpsilon(255))
				.withScaled(true));
		assertEquals(Math.sqrt(63 * 63 / 62.0), found.figures(1).epsilon(), 1e-9);
	}

	/** The values of both are counted. */
	@Example
	void framesTogetherHaveOneSpread() {
		final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 2, 1);
		final int pixels = image.getWidth() * image.getHeight();
		for (int i = 0; i < pixels; i++) {
			image.getStack().getProcessor(1).setf(i, i);
			image.getStack().getProcessor(2).setf(i, 2 * i);
		}
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withEpsilon(1));
		final Segmentation together = Segmentation.of(image, options.with(FrameMode.TOGETHER));
		assertEquals(together.figures(1).epsilon(), together.figures(2).epsilon());
		final Segmentation each = Segmentation.of(image, options);
		assertEquals(2 * each.figures(1).epsilon(), each.figures(2).epsilon());
		assertTrue(each.figures(1).epsilon() < together.figures(1).epsilon());
	}

	@Property(tries = 15)
	void liveFramesInAnotherUnitHaveTheSameClusters(@ForAll final long seed) {
		final FrameSegmenter one = new FrameSegmenter(SegmentationOptions.defaults(), Progress.NONE,
			Planes.NEW);
		final FrameSegmenter other = new FrameSegmenter(SegmentationOptions.defaults(), Progress.NONE,
			Planes.NEW);
		for (int frame = 0; frame < 3; frame++) {
			final ImagePlus image = RandomImages.hyperstack(32, 2, 1, 1, seed + frame / 2);
			final Clusters expected = one.segment(planes(image), null).clusters().found();
			final Clusters actual = other.segment(planes(times(image, -8)), null).clusters().found();
			assertEquals(expected.iterations(), actual.iterations());
			assertEquals(Math.scalb(expected.compactness(), -16), actual.compactness());
		}
	}

	private static ImageProcessor[] planes(final ImagePlus image) {
		return new ImageProcessor[] { image.getStack().getProcessor(1),
			image.getStack().getProcessor(2) };
	}

	@Example
	void clustersThatAreAppliedHaveNone() {
		final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 1, 1);
		assertTrue(Double
			.isNaN(Segmentation.apply(Segmentation.of(image, KMeansOptions.defaults()).clusters(), image)
				.figures(1)
				.epsilon()));
	}
}
