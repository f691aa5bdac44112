package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ColorSpaceConverter;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.NaiveKMeans;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.PixelFormat;

/** A random image of a type, whose points are found here anew, for the naive judge. */
final class JudgedImage {

	private static final int COLOUR_BITS = 16;

	private final JudgedType type;
	private final ImagePlus image;
	/** Its channels; the stack makes them anew, with their tables, each time it is asked. */
	private final ImageProcessor[] planes;
	private final SegmentationOptions options;
	/** The values of each pixel; null where it does not count. */
	private final double[][] values;

	/** Perhaps with a selection, a background and a value of no data. */
	JudgedImage(final JudgedType type, final int width, final int height, final Random random) {
		this.type = type;
		image = type.image(width, height, random);
		planes = IntStream.rangeClosed(1, image.getStackSize())
			.mapToObj(image.getStack()::getProcessor)
			.toArray(ImageProcessor[]::new);
		final Roi[] selections = { TestImages.oval(), TestImages.freehand(), TestImages.composite() };
		// Smaller images may have no pixel of them.
		if (width >= 9 && height >= 7 && random.nextInt(4) == 0)
			image.setRoi(selections[random.nextInt(3)]);
		final boolean isBlackIgnored = random.nextInt(4) == 0;
		final double noData = random.nextInt(5) == 0 ? raw(0)[0] : Double.NaN;
		final boolean hasNoData = Math.abs(noData) < Float.MAX_VALUE;
		options = options(1 + random.nextInt(9))
			.with(isBlackIgnored ? IgnoredValues.of("black") : IgnoredValues.NONE)
			.withNoData(hasNoData ? OptionalDouble.of(noData) : OptionalDouble.empty());
		final boolean[] selected = TestImages.selected(image.getRoi(), width, height);
		values = IntStream.range(0, width * height)
			.mapToObj(i -> selected[i] && areNumbers(raw(i)) && !(isBlackIgnored && isBlack(values(i)))
				&& Arrays.stream(raw(i)).noneMatch(x -> x == noData) ? values(i) : null)
			.toArray(double[][]::new);
	}

	private SegmentationOptions options(final int k) {
		final SegmentationOptions some = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults()
				.withClusters(k)
				.withEpsilon(0)
				.withIterations(10000)
				.withAttempts(1 + k % 2))
			.withScaled(type.isScaled());
		return type.space == null ? some : some.with(type.space);
	}

	private static boolean areNumbers(final double[] x) {
		return Arrays.stream(x).allMatch(v -> Math.abs(v) < Float.MAX_VALUE);
	}

	private static boolean isBlack(final double[] x) {
		return Arrays.stream(x).allMatch(v -> v == 0);
	}

	/** What the image has at a pixel, by channel or component. */
	private double[] raw(final int i) {
		return Arrays.stream(planes)
			.flatMapToDouble(plane -> plane instanceof ColorProcessor
				? Arrays.stream(components(plane.get(i)))
				: DoubleStream.of(plane.getf(i)))
			.toArray();
	}

	private static double[] components(final int rgb) {
		return new double[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
	}

	/** The same, or the components of the colour that an index stands for. */
	private double[] values(final int i) {
		return type.space == null ? raw(i) : components(TestImages.value(planes[0], i));
	}

	/** Whether no pixel counts. */
	boolean isEmpty() {
		return Arrays.stream(values).allMatch(x -> x == null);
	}

	Segmentation segmented() {
		return Segmentation.of(image, options, Progress.NONE);
	}

	/** A result is a fixed point of the naive judge, to the last bit. */
	void assertFixedPoint(final Segmentation result) {
		final ImageClusters found = result.clustersOfFrame(1).frame(1);
		if (type.isScaled()) assertScales(found.mapping().scales());
		final double[][] exact = points(found.mapping().scales());
		final int bits = bits(exact, found);
		final boolean isExact = found.found().compactness() == 0;
		JudgedPoints.assertFixedPoint(JudgedPoints.rounded(exact, bits), bits, result,
			(counted, centres) -> judge(counted, centres, isExact));
	}

	private double[][] points(final double[] scales) {
		return Arrays.stream(values)
			.map(x -> x == null ? null : type.space != null ? point(type.space, x) : divided(x, scales))
			.toArray(double[][]::new);
	}

	private static double[] divided(final double[] x, final double[] scales) {
		final double[] divided = x.clone();
		for (int q = 0; q < scales.length; q++)
			divided[q] /= scales[q];
		return divided;
	}

	private static double[] point(final ColorSpace space, final double[] x) {
		final int[] rgb = Arrays.stream(x).mapToInt(v -> (int) v).toArray();
		if (space == ColorSpace.RGB) return x;
		if (space == ColorSpace.HSB) return cone(rgb);
		final double[] lab = new ColorSpaceConverter().RGBtoLAB(rgb);
		return space == ColorSpace.LAB ? lab : new double[] { lab[1], lab[2] };
	}

	private static double[] cone(final int[] rgb) {
		final double[] hsb = new ColorSpaceConverter().RGBtoHSB(rgb);
		final double radius = 255 * hsb[1] * hsb[2];
		return new double[] { radius * StrictMath.cos(2 * Math.PI * hsb[0]),
			radius * StrictMath.sin(2 * Math.PI * hsb[0]), 255 * hsb[2] };
	}

	/** As few as make all numbers whole, or what they were rounded to. */
	private int bits(final double[][] points, final ImageClusters found) {
		if (type.space != null) return type.space == ColorSpace.RGB ? 0 : COLOUR_BITS;
		if (found.mapping().fractionBits() != 0) {
			assertFinest(points, found.mapping().fractionBits());
			return found.mapping().fractionBits();
		}
		return JudgedPoints.bits(points);
	}

	/** So that sums take 61 bits. */
	private static void assertFinest(final double[][] points, final int bits) {
		final double most = IntStream.range(0, dimensions(points))
			.mapToDouble(
				q -> Arrays.stream(points).filter(x -> x != null).mapToDouble(x -> Math.abs(x[q])).sum())
			.max()
			.getAsDouble();
		if (most > 0) assertEquals(60, Math.getExponent(Math.scalb(most, bits)), 1);
	}

	private static int dimensions(final double[][] points) {
		return Arrays.stream(points).filter(x -> x != null).findFirst().get().length;
	}

	private void assertScales(final double[] scales) {
		for (int c = 0; c < scales.length; c++) {
			final int channel = c;
			final double[] numbers = Arrays.stream(values)
				.filter(x -> x != null)
				.mapToDouble(x -> x[channel])
				.toArray();
			final double mean = Arrays.stream(numbers).average().getAsDouble();
			if (Arrays.stream(numbers).allMatch(x -> x == numbers[0]))
				assertEquals(numbers[0] == 0 ? 0 : Math.getExponent(numbers[0]),
					Math.getExponent(scales[c]));
			else
				assertEquals(
					Math
						.sqrt(Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).average().getAsDouble()),
					scales[c], 1e-6 * scales[c]);
		}
	}

	/** A point is its own mean, also where a sum of more than 53 bits is not divided exactly. */
	private NaiveKMeans judge(final long[][] counted, final double[][] centres,
		final boolean isExact)
	{
		final NaiveKMeans judge = new NaiveKMeans(counted, order());
		return isExact ? judge.about(centres) : judge.run(centres, 0, 5);
	}

	/** In other spaces the means of the pixels are in order, not the centres. */
	private Comparator<double[]> order() {
		if (type.space == null) return JudgedPoints.BY_SUM;
		return type.space == ColorSpace.RGB ? PixelFormat.RGB.order() : JudgedPoints.AS_THEY_COME;
	}
}
