package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.FrameSegmenter;
import sc.fiji.kmeans.segment.Planes;
import sc.fiji.kmeans.segment.JudgedPoints;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.SegmentedFrame;

/** What holds for clusters of transformed values, whatever the image. */
class TransformLawsTest {

	private static final int[] LIGHTS = { 1000, 10000, 40000 };

	@Provide
	Arbitrary<Transform> transforms() {
		return Arbitraries.of(Transform.SQRT, Transform.LOG);
	}

	/** Of 8, 16 and 32 bits; some of whole numbers are mostly 0. */
	private static ImagePlus image(final int bits, final int channels, final int frames,
		final long seed)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, frames, seed);
		final Random random = new Random(seed);
		if (bits < 32 && random.nextBoolean()) for (int n = 1; n <= image.getStackSize(); n++) {
			final ImageProcessor plane = image.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				if (random.nextInt(3) > 0) plane.set(i, 7);
		}
		return image;
	}

	private static NaiveTransform[] transforms(final double[][] vectors, final Transform kind,
		final boolean areReal)
	{
		final double[][] all = Arrays.stream(vectors).filter(x -> x != null).toArray(double[][]::new);
		final double[][] channels = IntStream.range(0, all[0].length)
			.mapToObj(c -> Arrays.stream(all).mapToDouble(x -> x[c]).toArray())
			.toArray(double[][]::new);
		final double range = Arrays.stream(channels)
			.mapToDouble(x -> Arrays.stream(x).max().getAsDouble() - Arrays.stream(x).min().getAsDouble())
			.max()
			.getAsDouble();
		return Arrays.stream(channels)
			.map(x -> new NaiveTransform(kind, x, areReal ? range : 0))
			.toArray(NaiveTransform[]::new);
	}

	private static double[][] transformed(final double[][] vectors, final NaiveTransform... by) {
		return Arrays.stream(vectors)
			.map(x -> x == null
				? null
				: IntStream.range(0, x.length).mapToDouble(c -> by[c].of(x[c])).toArray())
			.toArray(double[][]::new);
	}

	/** The mean of each cluster is that of its own pixels, however large the others are. */
	@Property(tries = 60)
	void aHugeNumberLeavesTheOthersTheirMeans(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 9) final int k,
		@ForAll @IntRange(min = 1, max = 37) final int digits)
	{
		final Random random = new Random(seed);
		final FloatProcessor plane = new FloatProcessor(20, 15);
		for (int i = 0; i < 300; i++)
			plane.setf(i, 100 * random.nextFloat() - 50);
		plane.setf(random.nextInt(300), (float) Math.pow(10, digits));
		final Segmentation found = Segmentation.of(new ImagePlus("", plane),
			SegmentationOptions.defaults().with(Transform.LOG).withClusters(k));
		final ImageProcessor labels = found.labels().getProcessor();
		for (final int label : found.clusters().labels().all()) {
			final double mean = IntStream.range(0, 300)
				.filter(i -> labels.get(i) == label)
				.mapToDouble(plane::getf)
				.average()
				.getAsDouble();
			assertEquals(mean, found.clusters().value(label)[0], 1e-9 * Math.max(50, Math.abs(mean)));
		}
	}

	/**
	 * Nor their numbers: dark before bright, and the same in whatever order the pixels come. In the
	 * image of several channels the huge number is in one of them.
	 */
	@Property(tries = 60)
	void aHugeNumberLeavesTheOthersTheirNumbers(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 2, max = 6) final int k)
	{
		final Random random = new Random(seed);
		final float[][] pixels = new float[channels][240];
		for (final float[] plane : pixels)
			for (int i = 0; i < plane.length; i++)
				plane[i] = 60 * (i % 4) + 10 * random.nextFloat();
		pixels[random.nextInt(channels)][random.nextInt(240)] = 1e30f;
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(Transform.SQRT)
			.withClusters(k);
		final ImageClusters found = Segmentation.of(image(pixels), options).clusters();
		final double[] means = IntStream.of(found.labels().all())
			.mapToDouble(label -> Arrays.stream(found.value(label)).average().getAsDouble())
			.toArray();
		for (int label = 1; label < means.length; label++)
			assertTrue(means[label - 1] <= means[label], Arrays.toString(means));
		for (final float[] plane : pixels)
			reverse(plane);
		final ImageClusters turned = Segmentation.of(image(pixels), options).clusters();
		for (final int label : found.labels().all())
			assertArrayEquals(found.value(label), turned.value(label));
	}

	private static ImagePlus image(final float[][] pixels) {
		final ImageStack stack = new ImageStack(20, 12);
		for (final float[] plane : pixels)
			stack.addSlice(new FloatProcessor(20, 12, plane));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(pixels.length, 1, 1);
		return image;
	}

	private static void reverse(final float[] plane) {
		for (int i = 0; i < plane.length / 2; i++) {
			final float first = plane[i];
			plane[i] = plane[plane.length - 1 - i];
			plane[plane.length - 1 - i] = first;
		}
	}

	@Property(tries = 1000)
	void clustersAreAFixedPointOfTheNaiveJudge(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 4) final int c,
		@ForAll @IntRange(min = 1, max = 9) final int k,
		@ForAll @From("transforms") final Transform kind, @ForAll final boolean isScaled)
	{
		final ImagePlus image = image(8 << type, c, 1, seed);
		if (type == 2) JudgedPoints.spoil(image, new Random(seed).nextInt(200) - 110, new Random(seed));
		final boolean areScaled = isScaled && (c > 1 || type == 2);
		final Segmentation result = Segmentation.of(image,
			JudgedPoints.options(k).with(kind).withScaled(areScaled), Progress.NONE);
		final double[][] vectors = JudgedPoints.vectors(image);
		final NaiveTransform[] by = transforms(vectors, kind, type == 2);
		final double[][] points = transformed(vectors, by);
		final ImageClusters clusters = result.clustersOfFrame(1).frame(1);
		assertArrayEquals(Arrays.stream(by).mapToDouble(t -> t.offset).toArray(),
			clusters.mapping().transform().offsets());
		assertArrayEquals(Arrays.stream(by).mapToDouble(t -> t.unit).toArray(),
			clusters.mapping().transform().units());
		if (areScaled) divide(points, clusters.mapping().scales());
		final int bits = clusters.mapping().fractionBits() == 0
			? JudgedPoints.bits(points)
			: clusters.mapping().fractionBits();
		JudgedPoints.assertFixedPoint(JudgedPoints.rounded(points, bits), bits,
			JudgedPoints.AS_THEY_COME, result);
		assertMeans(vectors, result);
	}

	private static void divide(final double[][] points, final double... scales) {
		for (int q = 0; q < scales.length; q++) {
			final int channel = q;
			final double deviation = JudgedPoints.deviation(
				Arrays.stream(points).filter(x -> x != null).mapToDouble(x -> x[channel]).toArray());
			if (deviation > 0) assertEquals(deviation, scales[q], 1e-6 * scales[q]);
			for (final double[] x : points)
				if (x != null) x[q] /= scales[q];
		}
	}

	/** In the values of the image, and in their order. */
	private static void assertMeans(final double[][] vectors, final Segmentation result) {
		final ImageClusters clusters = result.clustersOfFrame(1);
		final ImageProcessor labels = result.labels().getStack().getProcessor(1);
		for (int j = 1; j <= clusters.size(); j++) {
			final int label = j;
			final double[][] own = IntStream.range(0, vectors.length)
				.filter(i -> labels.get(i) == label)
				.mapToObj(i -> vectors[i])
				.toArray(double[][]::new);
			final double[] mean = clusters.value(j);
			for (int q = 0; q < mean.length; q++) {
				final int c = q;
				final double sum = Arrays.stream(own).mapToDouble(x -> x[c]).sum();
				final double mass = Arrays.stream(own).mapToDouble(x -> Math.abs(x[c])).sum();
				assertEquals(sum / own.length, mean[q], 1e-12 * mass / own.length);
			}
			assertTrue(j == 1 || JudgedPoints.BY_SUM.compare(clusters.value(j - 1), mean) <= 0);
		}
	}

	/** The same points, whatever the channels are times. */
	@Property(tries = 60)
	void theSameNumbersInAnotherUnitHaveTheSameClusters(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 9) final int k,
		@ForAll @IntRange(min = -60, max = 60) final int exponent,
		@ForAll @From("transforms") final Transform kind, @ForAll final boolean isScaled)
	{
		final ImagePlus image = image(32, channels, 1, seed);
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(k))
			.with(kind)
			.withScaled(isScaled);
		final Segmentation one = Segmentation.of(image, options);
		final Segmentation other = Segmentation.of(changed(image, exponent), options);
		assertLabels(one, other);
		assertEquals(one.figures(1).epsilon(), other.figures(1).epsilon());
		for (int j = 1; j <= one.clusters().size(); j++) {
			assertArrayEquals(one.clusters().found().centre(j), other.clusters().found().centre(j));
			assertArrayEquals(
				Arrays.stream(one.clusters().value(j)).map(x -> Math.scalb(x, exponent)).toArray(),
				other.clusters().value(j));
		}
	}

	private static ImagePlus changed(final ImagePlus image, final int exponent) {
		final ImagePlus copy = image.duplicate();
		for (int n = 1; n <= copy.getStackSize(); n++) {
			final ImageProcessor plane = copy.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i, Math.scalb(plane.getf(i), exponent));
		}
		return copy;
	}

	private static void assertLabels(final Segmentation one, final Segmentation other) {
		assertEquals(one.frames(), other.frames());
		for (int n = 1; n <= one.frames(); n++)
			assertArrayEquals((byte[]) one.labels().getStack().getPixels(n),
				(byte[]) other.labels().getStack().getPixels(n));
	}

	/** Of logarithms neither unit nor beginning nor type matters. */
	@Property(tries = 60)
	void ofLogarithmsOnlyRatiosMatter(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 9) final int k,
		@ForAll @IntRange(min = 0, max = 2) final int exponent,
		@ForAll @IntRange(min = 0, max = 3000) final int more)
	{
		final ImagePlus bytes = image(8, channels, 1, seed);
		final ImagePlus shorts = RandomImages.hyperstack(16, channels, 1, 1, seed);
		final ImagePlus reals = RandomImages.hyperstack(32, channels, 1, 1, seed);
		for (int c = 1; c <= channels; c++)
			for (int i = 0; i < bytes.getWidth() * bytes.getHeight(); i++) {
				final int value = bytes.getStack().getProcessor(c).get(i);
				shorts.getStack().getProcessor(c).set(i, (value << exponent) + more);
				reals.getStack().getProcessor(c).setf(i, value);
			}
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(k))
			.with(Transform.LOG);
		final Segmentation expected = Segmentation.of(bytes, options);
		for (final ImagePlus other : new ImagePlus[] { shorts, reals }) {
			final Segmentation actual = Segmentation.of(other, options);
			assertEquals(expected.figures(1).epsilon(), actual.figures(1).epsilon());
			assertEquals(expected.clusters().found().compactness(),
				actual.clusters().found().compactness());
			if (channels == 1 || exponent == 0) assertLabels(expected, actual);
		}
	}

	@Property(tries = 80)
	void appliedToTheSameImageLabelsAreTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 4) final int channels,
		@ForAll @IntRange(min = 1, max = 3) final int frames, @ForAll final FrameMode mode,
		@ForAll @From("transforms") final Transform kind, @ForAll final boolean isScaled)
	{
		final ImagePlus image = image(8 << type, channels, frames, seed);
		Assume.that(mode != FrameMode.CURRENT);
		final Segmentation learned = Segmentation.of(image,
			SegmentationOptions.defaults()
				.with(mode)
				.with(kind)
				.withScaled(isScaled && (channels > 1 || type == 2)));
		final Segmentation applied = Segmentation.apply(learned.clusters(), image);
		assertLabels(learned, applied);
		for (int n = 1; n <= frames; n++)
			assertArrayEquals((Object[]) values(learned, n), (Object[]) values(applied, n));
	}

	private static Object values(final Segmentation result, final int frame) {
		return result.clustersOfFrame(frame).allValues().toArray(double[][]::new);
	}

	/** And those above all others are in the brightest cluster. */
	@Property(tries = 50)
	void valuesBelowTheOffsetCountAsIt(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @From("transforms") final Transform kind)
	{
		final ImagePlus image = RandomImages.hyperstack(8 << type, 1, 1, 1, seed);
		image.getProcessor().add(type == 2 ? 1000 : 20);
		final ImageClusters clusters = Segmentation.of(image, SegmentationOptions.defaults().with(kind))
			.clusters();
		final ImagePlus other = RandomImages.hyperstack(8 << type, 1, 1, 1, seed);
		other.getProcessor().set(0);
		other.getProcessor().setf(5, (float) image.getStatistics().max);
		final byte[] labels = (byte[]) Segmentation.apply(clusters, other)
			.labels()
			.getProcessor()
			.getPixels();
		for (int i = 0; i < labels.length; i++)
			assertEquals(i == 5 ? 3 : 1, labels[i]);
	}

	/** Frames together are as one that has the pixels of all. */
	@Property(tries = 60)
	void framesTogetherAreOne(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @From("transforms") final Transform kind)
	{
		final ImagePlus image = image(8 << type, channels, 2, seed);
		final SegmentationOptions options = SegmentationOptions.defaults().with(kind);
		final Segmentation together = Segmentation.of(image, options.with(FrameMode.TOGETHER));
		final Segmentation one = Segmentation.of(sideBySide(image), options);
		assertEquals(one.clusters().mapping().transform(), together.clusters().mapping().transform());
		assertEquals(one.clusters().found().compactness(), together.clusters().found().compactness());
		for (int j = 1; j <= one.clusters().size(); j++)
			assertArrayEquals(one.clusters().value(j), together.clusters().value(j));
	}

	private static ImagePlus sideBySide(final ImagePlus image) {
		final int w = image.getWidth();
		final ImageStack stack = new ImageStack(2 * w, image.getHeight());
		for (int c = 1; c <= image.getNChannels(); c++) {
			final ImageProcessor plane = image.getProcessor().createProcessor(2 * w, image.getHeight());
			for (int t = 1; t <= 2; t++)
				plane.insert(image.getStack().getProcessor(image.getStackIndex(c, 1, t)), (t - 1) * w, 0);
			stack.addSlice(plane);
		}
		final ImagePlus one = new ImagePlus("one", stack);
		one.setDimensions(image.getNChannels(), 1, 1);
		return one;
	}

	/** Each frame in its own transform; the clusters keep their numbers. */
	@Property(tries = 40)
	void aFilmThatStandsStillHasTheSameLabels(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @From("transforms") final Transform kind)
	{
		final ImagePlus image = image(8 << type, channels, 1, seed);
		final FrameSegmenter film = new FrameSegmenter(
			JudgedPoints.options(3).with(kind).with(FrameMode.EACH), Progress.NONE, Planes.NEW);
		final byte[] first = ((byte[]) film.segment(planes(image), null).labels().getPixels()).clone();
		for (int time = 0; time < 2; time++) {
			final SegmentedFrame next = film.segment(planes(image), null);
			assertTrue(next.clusters().found().isFollowing());
			assertArrayEquals(first, (byte[]) next.labels().getPixels());
		}
	}

	private static ImageProcessor[] planes(final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getNChannels())
			.mapToObj(image.getStack()::getProcessor)
			.toArray(ImageProcessor[]::new);
	}

	/** A little more light, and one pixel that is darker: another unit, another offset. */
	@Property(tries = 10)
	void aFilmIsFollowedIntoAnotherTransform(@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @From("transforms") final Transform kind)
	{
		final ImagePlus image = RandomImages.hyperstack(16, channels, 1, 1, 1);
		for (int c = 1; c <= channels; c++)
			for (int i = 0; i < RandomImages.WIDTH * RandomImages.HEIGHT; i++)
				image.getStack().getProcessor(c).set(i, LIGHTS[i % 3] * (8 + i % 5) / 10);
		final FrameSegmenter film = new FrameSegmenter(SegmentationOptions.defaults().with(kind),
			Progress.NONE, Planes.NEW);
		final byte[] first = ((byte[]) film.segment(planes(image), null).labels().getPixels()).clone();
		for (int c = 1; c <= channels; c++) {
			image.getStack().getProcessor(c).multiply(1.03);
			image.getStack().getProcessor(c).set(0, 780);
		}
		final SegmentedFrame next = film.segment(planes(image), null);
		assertTrue(next.clusters().found().isFollowing());
		assertArrayEquals(first, (byte[]) next.labels().getPixels());
	}

	@Property(tries = 30)
	void oneNumberGivesOneCluster(@ForAll final float number,
		@ForAll @From("transforms") final Transform kind, @ForAll final boolean isScaled)
	{
		Assume.that(Math.abs(number) < Float.MAX_VALUE);
		final ImagePlus image = new ImagePlus("",
			new FloatProcessor(3, 1, new float[] { number, number, Float.NaN }));
		final Segmentation result = Segmentation.of(image,
			SegmentationOptions.defaults().with(kind).withScaled(isScaled));
		assertEquals(1, result.clusters().size());
		assertEquals(number, result.segmented().getProcessor().getf(1));
		assertArrayEquals(new byte[] { 1, 1, 0 }, (byte[]) result.labels().getProcessor().getPixels());
	}
}
