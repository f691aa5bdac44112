package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IntervalPixels;
import sc.fiji.kmeans.image.TestImages.Kind;

/** The same pixels give the same through ImgLib2 as through ImageJ. */
class IntervalSegmentationTest {

	private static final KMeansOptions FIVE = KMeansOptions.defaults().withClusters(5);
	private static final int WIDTH = 31;
	private static final int HEIGHT = 23;

	/** An ImageJ image, and an interval with its pixels. */
	private static final class Pair {

		private final String name;
		private final ImageProcessor image;
		private final IntervalPixels<?> pixels;
		private final Interval interval;

		Pair(final String name, final ImageProcessor image, final IntervalPixels<?> pixels,
			final Interval interval)
		{
			this.name = name;
			this.image = image;
			this.pixels = pixels;
			this.interval = interval;
		}

		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Pair> pairs() {
		final ImageProcessor rgb = Kind.RGB.draw(WIDTH, HEIGHT, 3);
		final ImageProcessor bytes = Kind.GREY8.draw(WIDTH, HEIGHT, 3);
		final ImageProcessor shorts = Kind.GREY16.draw(WIDTH, HEIGHT, 3);
		final RandomAccessibleInterval<ARGBType> colours = ArrayImgs.argbs((int[]) rgb.getPixels(),
			WIDTH, HEIGHT);
		return Stream.of(colours("RGB", rgb, colours),
			colours("translated", rgb, Views.translate(colours, -4, 9)),
			colours("cells", rgb, cells(colours)),
			values("8 bits", bytes, ArrayImgs.unsignedBytes((byte[]) bytes.getPixels(), WIDTH, HEIGHT)),
			values("16 bits", shorts,
				ArrayImgs.unsignedShorts((short[]) shorts.getPixels(), WIDTH, HEIGHT)));
	}

	private static Pair colours(final String name, final ImageProcessor image,
		final RandomAccessibleInterval<ARGBType> interval)
	{
		return new Pair(name, image, IntervalPixels.ofColours(interval), interval);
	}

	private static <T extends IntegerType<T>> Pair values(final String name,
		final ImageProcessor image, final RandomAccessibleInterval<T> interval)
	{
		return new Pair(name, image, IntervalPixels.ofValues(interval), interval);
	}

	private static RandomAccessibleInterval<ARGBType> cells(
		final RandomAccessibleInterval<ARGBType> source)
	{
		final RandomAccessibleInterval<ARGBType> cells = new CellImgFactory<>(new ARGBType(), 7, 5)
			.create(source);
		ImgUtil.copy(source, cells);
		return cells;
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void clustersAreTheSameToTheLastBit(final Pair pair) {
		final Clusters expected = Segmentation.of(new ImagePlus("", pair.image), FIVE)
			.clustersOfFrame(1)
			.found();
		assertSame(expected, pair.pixels.cluster(FIVE, Progress.NONE));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void picturesAreTheSamePixelByPixel(final Pair pair) {
		final Segmentation expected = Segmentation.of(new ImagePlus("", pair.image), FIVE);
		final Clusters clusters = pair.pixels.cluster(FIVE, Progress.NONE);
		assertSame(expected.labels(), pair.pixels.labels(clusters), pair.interval);
		assertSame(expected.segmented(), pair.pixels.segmented(clusters), pair.interval);
		assertSame(expected.masked(2, 4), pair.pixels.masked(clusters, 2, 4), pair.interval);
	}

	@Test
	void aPermutedVolumeHasTheSameClusters() {
		final RandomAccessibleInterval<ARGBType> volume = ArrayImgs
			.argbs((int[]) Kind.RGB.draw(60, 8, 5).getPixels(), 10, 6, 8);
		final Clusters expected = IntervalPixels.ofColours(volume).cluster(FIVE, Progress.NONE);
		assertSame(expected,
			IntervalPixels.ofColours(Views.permute(volume, 0, 2)).cluster(FIVE, Progress.NONE));
	}

	@Test
	void aRectangleIsASubInterval() {
		final ImageProcessor rgb = Kind.RGB.draw(WIDTH, HEIGHT, 3);
		final ImagePlus image = new ImagePlus("", rgb);
		image.setRoi(3, 4, 20, 11);
		final RandomAccessibleInterval<ARGBType> part = Views.interval(
			ArrayImgs.argbs((int[]) rgb.getPixels(), WIDTH, HEIGHT),
			Intervals.createMinSize(3, 4, 20, 11));
		assertSame(Segmentation.of(image, FIVE).clustersOfFrame(1).found(),
			IntervalPixels.ofColours(part).cluster(FIVE, Progress.NONE));
	}

	private static void assertSame(final Clusters expected, final Clusters actual) {
		assertEquals(expected.compactness(), actual.compactness());
		assertEquals(expected.size(), actual.size());
		for (int j = 1; j <= expected.size(); j++) {
			assertArrayEquals(expected.centre(j), actual.centre(j));
			assertEquals(expected.pixels(j), actual.pixels(j));
		}
	}

	private static void assertSame(final ImagePlus expected, final RandomAccessibleInterval<?> actual,
		final Interval interval)
	{
		assertArrayEquals(interval.minAsLongArray(), actual.minAsLongArray());
		assertArrayEquals(interval.dimensionsAsLongArray(), actual.dimensionsAsLongArray());
		final int[] values = new int[WIDTH * HEIGHT];
		Arrays.setAll(values,
			i -> value(actual.getAt(actual.min(0) + i % WIDTH, actual.min(1) + i / WIDTH)));
		assertArrayEquals(IntStream.range(0, values.length)
			.map(i -> expected.getProcessor().get(i) & 0xffffff)
			.toArray(), values);
	}

	private static int value(final Object pixel) {
		return pixel instanceof ARGBType
			? ((ARGBType) pixel).get() & 0xffffff
			: ((IntegerType<?>) pixel).getInteger();
	}
}
