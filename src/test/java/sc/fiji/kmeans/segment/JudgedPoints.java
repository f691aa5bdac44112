package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.NaiveKMeans;
import sc.fiji.kmeans.model.SegmentationOptions;

/** Points of pixels that the naive judge compares with the clusters of their image. */
public final class JudgedPoints {

	public static final Comparator<double[]> AS_THEY_COME = (a, b) -> 0;

	private static final Comparator<double[]> BY_COORDINATES = (a, b) -> {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	};
	public static final Comparator<double[]> BY_SUM = Comparator
		.<double[]>comparingDouble(x -> Arrays.stream(x).reduce(0, Double::sum))
		.thenComparing(BY_COORDINATES);

	private JudgedPoints() {}

	public static SegmentationOptions options(final int k) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults()
				.withClusters(k)
				.withEpsilon(0)
				.withIterations(10000)
				.withAttempts(2));
	}

	/** @param points of the pixels, in units of 2^-bits; null for one left out */
	public static void assertFixedPoint(final double[][] points, final int bits,
		final Comparator<double[]> order, final Segmentation result)
	{
		assertFixedPoint(points, bits, result,
			(counted, centres) -> new NaiveKMeans(counted, order).run(centres, 0, 5));
	}

	/** @param judging gives the judge of the points that count, which begins at some centres */
	public static void assertFixedPoint(final double[][] points, final int bits,
		final Segmentation result, final BiFunction<long[][], double[][], NaiveKMeans> judging)
	{
		final Clusters clusters = result.clustersOfFrame(1).found();
		assertFalse(clusters.limitReached());
		final long[][] counted = Arrays.stream(points)
			.filter(p -> p != null)
			.map(p -> Arrays.stream(p).mapToLong(v -> (long) v).toArray())
			.toArray(long[][]::new);
		final double[][] centres = new double[clusters.size()][];
		Arrays.setAll(centres,
			j -> Arrays.stream(clusters.centre(j + 1)).map(x -> Math.scalb(x, bits)).toArray());
		final NaiveKMeans judge = judging.apply(counted, centres);
		assertEquals(centres.length, judge.centres.length);
		for (int j = 0; j < centres.length; j++) {
			assertArrayEquals(judge.centres[j], centres[j], 0);
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

	/** Of the first frame; null where a channel is no number. */
	public static double[][] vectors(final ImagePlus image) {
		return IntStream.range(0, image.getWidth() * image.getHeight())
			.mapToObj(i -> IntStream.rangeClosed(1, image.getNChannels())
				.mapToDouble(c -> image.getStack().getProcessor(c).getf(i))
				.toArray())
			.map(x -> Arrays.stream(x).allMatch(v -> Math.abs(v) < Float.MAX_VALUE) ? x : null)
			.toArray(double[][]::new);
	}

	/** Other magnitudes, and some pixels that are no numbers. */
	public static void spoil(final ImagePlus image, final int exponent, final Random random) {
		final float[] odd = { Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 0f, -0f };
		for (int c = 1; c <= image.getStackSize(); c++) {
			final ImageProcessor plane = image.getStack().getProcessor(c);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i,
					random.nextInt(20) == 0 ? odd[random.nextInt(5)] : Math.scalb(plane.getf(i), exponent));
		}
	}

	/** As few as make all numbers whole. */
	public static int bits(final double[][] vectors) {
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

	public static double[][] rounded(final double[][] vectors, final int bits) {
		return Arrays.stream(vectors)
			.map(x -> x == null
				? null
				: Arrays.stream(x).map(v -> Math.rint(Math.scalb(v, bits)) + 0.0).toArray())
			.toArray(double[][]::new);
	}

	public static double deviation(final double[] values) {
		final double mean = Arrays.stream(values).average().getAsDouble();
		return Math
			.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().getAsDouble());
	}
}
