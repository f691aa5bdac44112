package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * The clusters of every type of image are a fixed point of the naive judge on the
 * points of its pixels, which are found here anew, to the last bit.
 */
class ImageTypesLawsTest {

	private static final int CASES = 1000;
	private static final int SIDE = 200;

	private static void judge(final JudgedType type, final long seed) {
		final Random random = new Random(seed);
		final JudgedImage image = new JudgedImage(type, 1 + random.nextInt(12), 1 + random.nextInt(9),
			random);
		if (image.isEmpty())
			assertEquals("There are no pixels to cluster",
				assertThrows(IllegalArgumentException.class, image::segmented).getMessage()
					.substring(0, 30));
		else
			image.assertFixedPoint(image.segmented());
	}

	@Property(tries = CASES)
	void colours(@ForAll final long seed) {
		judge(JudgedType.RGB, seed);
	}

	@Property(tries = CASES)
	void coloursInLab(@ForAll final long seed) {
		judge(JudgedType.LAB, seed);
	}

	@Property(tries = CASES)
	void coloursWithoutLightness(@ForAll final long seed) {
		judge(JudgedType.AB, seed);
	}

	@Property(tries = CASES)
	void coloursInACone(@ForAll final long seed) {
		judge(JudgedType.HSB, seed);
	}

	@Property(tries = CASES)
	void indexedColours(@ForAll final long seed) {
		judge(JudgedType.INDEXED, seed);
	}

	@Property(tries = CASES)
	void indexedColoursInLab(@ForAll final long seed) {
		judge(JudgedType.INDEXED_LAB, seed);
	}

	@Property(tries = CASES)
	void greysOf8Bits(@ForAll final long seed) {
		judge(JudgedType.GREY8, seed);
	}

	@Property(tries = CASES)
	void greysOf16Bits(@ForAll final long seed) {
		judge(JudgedType.GREY16, seed);
	}

	@Property(tries = CASES)
	void numbersWithAFraction(@ForAll final long seed) {
		judge(JudgedType.GREY32, seed);
	}

	@Property(tries = CASES)
	void fewChannelsOf8Bits(@ForAll final long seed) {
		judge(JudgedType.PACKED, seed);
	}

	@Property(tries = CASES)
	void manyChannelsOf8Bits(@ForAll final long seed) {
		judge(JudgedType.CHANNELS8, seed);
	}

	@Property(tries = CASES)
	void channelsOf16Bits(@ForAll final long seed) {
		judge(JudgedType.CHANNELS16, seed);
	}

	@Property(tries = CASES)
	void channelsWithAFraction(@ForAll final long seed) {
		judge(JudgedType.CHANNELS32, seed);
	}

	@Property(tries = CASES)
	void channelsOf8BitsOfUnitVariance(@ForAll final long seed) {
		judge(JudgedType.SCALED8, seed);
	}

	@Property(tries = CASES)
	void channelsOf16BitsOfUnitVariance(@ForAll final long seed) {
		judge(JudgedType.SCALED16, seed);
	}

	@Property(tries = CASES)
	void channelsWithAFractionOfUnitVariance(@ForAll final long seed) {
		judge(JudgedType.SCALED32, seed);
	}

	/**
	 * So large that threads share the work and cells of the sort are divided again: any
	 * number of threads finds the same.
	 */
	@Property(tries = 3)
	void largeImagesByAnyNumberOfThreads(@ForAll final JudgedType type, @ForAll final long seed) {
		final JudgedImage image = new JudgedImage(type, SIDE, SIDE, new Random(seed));
		if (image.isEmpty()) return;
		final Segmentation one = byThreads(1, image);
		image.assertFixedPoint(one);
		for (final int threads : new int[] { 2, 7 })
			assertSame(one, byThreads(threads, image));
	}

	private static Segmentation byThreads(final int threads, final JudgedImage image) {
		final ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			return pool.submit(image::segmented).join();
		}
		finally {
			pool.shutdown();
		}
	}

	private static void assertSame(final Segmentation expected, final Segmentation actual) {
		final Clusters a = expected.clustersOfFrame(1).found();
		final Clusters b = actual.clustersOfFrame(1).found();
		assertEquals(a.size(), b.size());
		assertEquals(a.compactness(), b.compactness(), 0);
		for (int j = 1; j <= a.size(); j++) {
			assertArrayEquals(a.centre(j), b.centre(j), 0);
			assertEquals(a.pixels(j), b.pixels(j));
		}
		assertEquals(expected.figures(1).distinct(), actual.figures(1).distinct());
		assertEquals(expected.figures(1).warning(), actual.figures(1).warning());
		assertArrayEquals((byte[]) expected.labels().getProcessor().getPixels(),
			(byte[]) actual.labels().getProcessor().getPixels());
	}

	private static SegmentationOptions options(final int k) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults()
				.withClusters(k)
				.withEpsilon(0)
				.withIterations(10000)
				.withAttempts(2));
	}

	private static Segmentation segment(final ImagePlus image, final SegmentationOptions options) {
		return Segmentation.of(image, options, Progress.NONE);
	}

	/** However small its numbers are beside those of another channel. */
	@Example
	void scalingMakesChannelsOfAnyMagnitudeCount() {
		final ImagePlus image = RandomImages.hyperstack(32, 2, 1, 1, 1);
		for (int i = 0; i < 63; i++) {
			image.getStack().getProcessor(1).setf(i, 1e20f);
			image.getStack().getProcessor(2).setf(i, i < 20 ? 1e-20f : 3e-20f);
		}
		final Segmentation result = segment(image, options(2).withScaled(true));
		assertEquals(2, result.clustersOfFrame(1).found().size());
		assertEquals(20, result.clustersOfFrame(1).found().pixels(1));
	}

	@Example
	void anImageWithoutNumbersIsRefused() {
		final ImagePlus image = image(Float.NaN, Float.POSITIVE_INFINITY, Float.NaN);
		assertEquals("There are no pixels to cluster",
			assertThrows(IllegalArgumentException.class, () -> segment(image, options(3))).getMessage());
		assertThrows(IllegalArgumentException.class, () -> segment(image, options(3).withScaled(true)));
	}

	@Property(tries = 30)
	void oneNumberGivesOneCluster(@ForAll final float number, @ForAll final boolean scaled) {
		Assume.that(Math.abs(number) < Float.MAX_VALUE);
		final Segmentation result = segment(image(number, number, number),
			options(3).withScaled(scaled));
		assertEquals(1, result.clustersOfFrame(1).found().size());
		assertEquals(0, result.clustersOfFrame(1).found().compactness());
		assertEquals(number, result.segmented().getProcessor().getf(2), Math.abs(number) * 1e-6);
	}

	@Example
	void minusZeroIsZero() {
		final Segmentation result = segment(image(0f, -0f, 7f), options(3));
		assertEquals(2, result.figures(1).distinct());
		assertArrayEquals(new byte[] { 1, 1, 2 }, (byte[]) result.labels().getProcessor().getPixels());
	}

	@Example
	void pixelsThatAreNoNumbersStayAsTheyAre() {
		final ImageProcessor segmented = segment(
			image(1f, Float.NaN, 3f, Float.NEGATIVE_INFINITY, Float.MAX_VALUE), options(1)).segmented()
			.getProcessor();
		assertArrayEquals(new float[] { 2, Float.NaN, 2, Float.NEGATIVE_INFINITY, Float.MAX_VALUE },
			(float[]) segmented.getPixels());
	}

	private static ImagePlus image(final float... pixels) {
		return new ImagePlus("floats", new FloatProcessor(pixels.length, 1, pixels));
	}
}
