package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ColorSpaceConverter;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.NaiveKMeans;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * The clusters of every type of image are a fixed point of the naive judge on the
 * points of its pixels, which are found here anew, to the last bit.
 */
class ImageTypesLawsTest {

	static final Comparator<double[]> AS_THEY_COME = (a, b) -> 0;

	private static final Comparator<double[]> BY_COORDINATES = (a, b) -> {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	};
	static final Comparator<double[]> BY_SUM = Comparator
		.<double[]>comparingDouble(x -> Arrays.stream(x).sum())
		.thenComparing(BY_COORDINATES);
	private static final int COLOUR_BITS = 16;

	static SegmentationOptions options(final int k) {
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

	/** @param points of the pixels, in units of 2^-bits; null for one left out */
	static void assertFixedPoint(final double[][] points, final int bits,
		final Comparator<double[]> order, final Segmentation result)
	{
		final Clusters clusters = result.clustersOfFrame(1).found();
		assertFalse(clusters.limitReached());
		final long[][] counted = Arrays.stream(points)
			.filter(p -> p != null)
			.map(p -> Arrays.stream(p).mapToLong(Math::round).toArray())
			.toArray(long[][]::new);
		final double[][] start = new double[clusters.size()][];
		Arrays.setAll(start,
			j -> Arrays.stream(clusters.centre(j + 1)).map(x -> Math.scalb(x, bits)).toArray());
		final NaiveKMeans judge = new NaiveKMeans(counted, order).run(start, 0, 5);
		assertEquals(start.length, judge.centres.length);
		for (int j = 0; j < start.length; j++) {
			assertArrayEquals(judge.centres[j], start[j], 0);
			assertEquals(judge.count(j), clusters.pixels(j + 1));
		}
		assertEquals(judge.compactness(), Math.scalb(clusters.compactness(), 2 * bits), 0);
		assertLabels(judge.labels, points, result);
	}

	private static void assertLabels(final int[] expected, final double[][] points,
		final Segmentation result)
	{
		final ImageProcessor labels = result.labels().getStack().getProcessor(1);
		for (int i = 0, n = 0; i < points.length; i++)
			assertEquals(points[i] == null ? 0 : expected[n++] + 1, labels.get(i), "pixel " + i);
	}

	@Property(tries = 60)
	void coloursInEverySpace(@ForAll final long seed, @ForAll final boolean indexed,
		@ForAll final ColorSpace space, @ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ImagePlus image = (indexed ? Kind.INDEXED : Kind.RGB).image(9, 7, seed);
		final int bits = space == ColorSpace.RGB ? 0 : COLOUR_BITS;
		final double[][] points = Arrays.stream(TestImages.values(image.getProcessor()))
			.mapToObj(
				rgb -> Arrays.stream(point(space, rgb)).map(x -> Math.rint(Math.scalb(x, bits))).toArray())
			.toArray(double[][]::new);
		assertFixedPoint(points, bits, order(space), segment(image, options(k).with(space)));
	}

	private static double[] point(final ColorSpace space, final int rgb) {
		final int[] components = { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
		final double[] lab = new ColorSpaceConverter().RGBtoLAB(components);
		switch (space) {
			case RGB :
				return Arrays.stream(components).asDoubleStream().toArray();
			case LAB :
				return lab;
			case AB :
				return new double[] { lab[1], lab[2] };
			default :
				return cone(components);
		}
	}

	private static double[] cone(final int[] rgb) {
		final double[] hsb = new ColorSpaceConverter().RGBtoHSB(rgb);
		final double radius = 255 * hsb[1] * hsb[2];
		return new double[] { radius * StrictMath.cos(2 * Math.PI * hsb[0]),
			radius * StrictMath.sin(2 * Math.PI * hsb[0]), 255 * hsb[2] };
	}

	/** In other spaces the means of the pixels are in order, not the centres. */
	private static Comparator<double[]> order(final ColorSpace space) {
		if (space == ColorSpace.RGB) return PixelFormat.RGB.order();
		return AS_THEY_COME;
	}

	@Property(tries = 20)
	void greyWholeNumbers(@ForAll final long seed, @ForAll final boolean wide,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ImagePlus image = (wide ? Kind.GREY16 : Kind.GREY8).image(9, 7, seed);
		final double[][] points = Arrays.stream(TestImages.values(image.getProcessor()))
			.mapToObj(v -> new double[] { v })
			.toArray(double[][]::new);
		assertFixedPoint(points, 0, BY_COORDINATES, segment(image, options(k)));
	}

	@Property(tries = 60)
	void channelsOfWholeNumbersAsTheyAre(@ForAll final long seed, @ForAll final boolean wide,
		@ForAll @IntRange(min = 2, max = 12) final int c,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ImagePlus image = RandomImages.hyperstack(wide ? 16 : 8, c, 1, 1, seed);
		assertFixedPoint(vectors(image), 0, BY_SUM, segment(image, options(k)));
	}

	/** Of the first frame; null where a channel is no number. */
	static double[][] vectors(final ImagePlus image) {
		return IntStream.range(0, image.getWidth() * image.getHeight())
			.mapToObj(i -> IntStream.rangeClosed(1, image.getNChannels())
				.mapToDouble(c -> image.getStack().getProcessor(c).getf(i))
				.toArray())
			.map(x -> Arrays.stream(x).allMatch(v -> Math.abs(v) < Float.MAX_VALUE) ? x : null)
			.toArray(double[][]::new);
	}

	@Property(tries = 100)
	void numbersWithAFraction(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int c,
		@ForAll @IntRange(min = -120, max = 115) final int exponent,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ImagePlus image = RandomImages.hyperstack(32, c, 1, 1, seed);
		spoil(image, exponent, new Random(seed));
		final double[][] vectors = vectors(image);
		final int bits = bits(vectors);
		assertFixedPoint(rounded(vectors, bits), bits, BY_SUM, segment(image, options(k)));
	}

	/** Other magnitudes, and some pixels that are no numbers. */
	static void spoil(final ImagePlus image, final int exponent, final Random random) {
		final float[] odd = { Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 0f, -0f };
		for (int c = 1; c <= image.getStackSize(); c++) {
			final ImageProcessor plane = image.getStack().getProcessor(c);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i,
					random.nextInt(20) == 0 ? odd[random.nextInt(5)] : Math.scalb(plane.getf(i), exponent));
		}
	}

	/** As few as make all numbers whole. */
	static int bits(final double[][] vectors) {
		int bits = -200;
		while (!areWhole(vectors, bits))
			bits++;
		return bits;
	}

	private static boolean areWhole(final double[][] vectors, final int bits) {
		return Arrays.stream(vectors)
			.filter(x -> x != null)
			.flatMapToDouble(Arrays::stream)
			.map(x -> Math.scalb(x, bits))
			.allMatch(x -> x == Math.rint(x));
	}

	static double[][] rounded(final double[][] vectors, final int bits) {
		return Arrays.stream(vectors)
			.map(x -> x == null
				? null
				: Arrays.stream(x).map(v -> Math.rint(Math.scalb(v, bits)) + 0.0).toArray())
			.toArray(double[][]::new);
	}

	@Property(tries = 60)
	void channelsOfUnitVariance(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int c,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ImagePlus image = RandomImages.hyperstack(c == 1 ? 32 : 8 << type, c, 1, 1, seed);
		final Segmentation result = segment(image, options(k).withScaled(true));
		final double[][] vectors = vectors(image);
		final double[] scales = result.clustersOfFrame(1).frame(1).scales();
		for (int q = 0; q < c; q++) {
			final int channel = q;
			assertEquals(deviation(Arrays.stream(vectors).mapToDouble(x -> x[channel]).toArray()),
				scales[q], 1e-6 * scales[q]);
			for (final double[] x : vectors)
				x[q] /= scales[q];
		}
		final int bits = result.clustersOfFrame(1).frame(1).fractionBits();
		final double sum = IntStream.range(0, c)
			.mapToDouble(q -> Arrays.stream(vectors).mapToDouble(x -> Math.abs(x[q])).sum())
			.max()
			.getAsDouble();
		assertEquals(60, Math.getExponent(Math.scalb(sum, bits)), 1);
		assertFixedPoint(rounded(vectors, bits), bits, BY_SUM, result);
	}

	static double deviation(final double[] values) {
		final double mean = Arrays.stream(values).average().getAsDouble();
		return Math
			.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().getAsDouble());
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
