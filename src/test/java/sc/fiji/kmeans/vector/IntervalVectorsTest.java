package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IntervalPixels;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** Intervals of real numbers, channels and colours give what ImageJ images give. */
class IntervalVectorsTest {

	private static final int WIDTH = RandomImages.WIDTH;
	private static final int HEIGHT = RandomImages.HEIGHT;

	private static KMeansOptions options(final int k) {
		return KMeansOptions.defaults().withClusters(k).withAttempts(2);
	}

	@Property(tries = 40)
	void realNumbers(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 9) final int k) {
		final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 1, seed);
		final float[] pixels = (float[]) image.getProcessor().getPixels();
		pixels[3] = Float.NaN;
		pixels[5] = Float.MAX_VALUE;
		final IntervalVectors<FloatType> vectors = IntervalVectors
			.of(ArrayImgs.floats(pixels, WIDTH, HEIGHT), Progress.NONE);
		assertSame(Segmentation.of(image, options(k)), vectors, options(k));
	}

	@Property(tries = 40)
	void channels(@ForAll final long seed, @ForAll final boolean areReal,
		@ForAll @IntRange(min = 2, max = 31) final int n,
		@ForAll @IntRange(min = 0, max = 2) final int dimension)
	{
		final ImagePlus image = RandomImages.hyperstack(areReal ? 32 : 16, n, 1, 1, seed);
		final Segmentation expected = Segmentation.of(image, options(4));
		if (areReal) {
			final RandomAccessibleInterval<FloatType> reals = ArrayImgs.floats(WIDTH, HEIGHT, n);
			fill(reals, image);
			assertSame(expected,
				IntervalVectors.of(Views.moveAxis(reals, 2, dimension), dimension, Progress.NONE),
				options(4));
		}
		else {
			final RandomAccessibleInterval<UnsignedShortType> whole = ArrayImgs.unsignedShorts(WIDTH,
				HEIGHT, n);
			fill(whole, image);
			assertSame(expected,
				IntervalVectors.of(Views.moveAxis(whole, 2, dimension), dimension, Progress.NONE),
				options(4));
		}
	}

	private static <T extends RealType<T>> void fill(final RandomAccessibleInterval<T> interval,
		final ImagePlus image)
	{
		for (int c = 0; c < image.getNChannels(); c++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				interval.getAt(i % WIDTH, i / WIDTH, c)
					.setReal(image.getStack().getProcessor(c + 1).getf(i));
	}

	private static <T extends RealType<T>> void assertSame(final Segmentation expected,
		final IntervalVectors<T> vectors, final KMeansOptions options)
	{
		final Clusters clusters = vectors.cluster(options, Progress.NONE);
		assertEquals(expected.clustersOfFrame(1).found().compactness(), clusters.compactness());
		assertEquals(expected.clustersOfFrame(1).found().size(), clusters.size());
		for (int j = 1; j <= clusters.size(); j++)
			assertArrayEquals(expected.clustersOfFrame(1).found().centre(j), clusters.centre(j));
		assertLabels(expected, vectors.labels(clusters));
	}

	private static void assertLabels(final Segmentation expected,
		final RandomAccessibleInterval<UnsignedShortType> labels)
	{
		final ImageProcessor picture = expected.labels().getStack().getProcessor(1);
		assertArrayEquals(IntStream.range(0, WIDTH * HEIGHT).map(picture::get).toArray(),
			IntStream.range(0, WIDTH * HEIGHT)
				.map(i -> labels.getAt(i % WIDTH, i / WIDTH).getInteger())
				.toArray());
	}

	@Property(tries = 20)
	void coloursInEverySpace(@ForAll final long seed, @ForAll final ColorSpace space) {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, seed);
		final Segmentation expected = Segmentation.of(image,
			SegmentationOptions.defaults().with(options(4)).with(space));
		final IntervalPixels<ARGBType> pixels = IntervalPixels
			.ofColours(ArrayImgs.argbs((int[]) image.getProcessor().getPixels(), WIDTH, HEIGHT), space);
		final Clusters clusters = pixels.cluster(options(4), Progress.NONE);
		assertEquals(expected.clustersOfFrame(1).found().compactness(), clusters.compactness());
		assertLabels(expected, pixels.labels(clusters));
		final ImageProcessor segmented = expected.segmented().getProcessor();
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			assertEquals(segmented.get(i) & 0xffffff,
				pixels.segmented(clusters).getAt(i % WIDTH, i / WIDTH).get() & 0xffffff);
	}

	@Example
	void anIntervalWithoutNumbersIsRefused() {
		assertThrows(IllegalArgumentException.class,
			() -> IntervalVectors.of(ArrayImgs.floats(new float[] { Float.NaN }, 1, 1), Progress.NONE));
	}
}
