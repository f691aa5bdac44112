package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/** 32-bit images with numbers that are far from the others. */
class ExtremeNumbersTest {

	private static final float[] ELEVATIONS = { 200, 800, 1500, 2500 };

	private static ImagePlus image(final float... pixels) {
		return new ImagePlus("floats", new FloatProcessor(pixels.length, 1, pixels));
	}

	private static Segmentation segment(final ImagePlus image, final int k) {
		return Segmentation.of(image, KMeansOptions.defaults().withClusters(k));
	}

	private static float[] elevations(final float noData) {
		final float[] pixels = new float[4100];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i < 100 ? noData : ELEVATIONS[i % 4];
		return pixels;
	}

	@Test
	void theLargestFloatIsNoNumber() {
		for (final float noData : new float[] { -3.4028235e38f, Float.MAX_VALUE })
			for (int k = 4; k <= 5; k++) {
				final Segmentation found = segment(image(elevations(noData)), k);
				assertEquals(4, found.figures(1).distinct());
				assertCentres(found.clustersOfFrame(1).found(), 200, 800, 1500, 2500);
				assertEquals(Optional.empty(), found.figures(1).warning());
				final ImageProcessor labels = found.labels().getProcessor();
				assertEquals(0, labels.get(99));
				assertEquals(1, labels.get(100));
				assertEquals(noData, found.segmented().getProcessor().getf(0));
			}
	}

	private static void assertCentres(final Clusters clusters, final double... expected) {
		assertArrayEquals(expected,
			IntStream.rangeClosed(1, clusters.size()).mapToDouble(j -> clusters.centre(j)[0]).toArray());
	}

	/** 62 bits take -9999 beside everything, and 3e38 beside nothing. */
	@Test
	void otherNoDataIsANumber() {
		final Segmentation near = segment(image(elevations(-9999)), 5);
		assertCentres(near.clustersOfFrame(1).found(), -9999, 200, 800, 1500, 2500);
		assertEquals(0, near.clustersOfFrame(1).found().compactness());
		final Segmentation far = segment(image(elevations(-3e38f)), 5);
		assertEquals(2, far.clustersOfFrame(1).found().size());
		assertEquals("values so far apart that 3 become equal to others by rounding: " + "ignore=-3E38",
			far.figures(1).warning().get());
	}

	/** There no single value can be ignored. */
	@Test
	void ofSeveralChannelsTheFarNumberIsTold() {
		final ImagePlus image = RandomImages.hyperstack(32, 2, 1, 1, 1);
		image.getStack().getProcessor(2).setf(5, -1e30f);
		assertTrue(segment(image, 3).figures(1)
			.warning()
			.get()
			.matches("values so far apart that 61 become equal to others by rounding: "
				+ "see ignore, a channel has -1E30"));
	}

	@Test
	void whatTheWarningSaysHelps() {
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(5));
		final String ignored = Segmentation.of(image(elevations(-3e38f)), options)
			.figures(1)
			.warning()
			.get()
			.replaceFirst(".*ignore=", "");
		final Segmentation found = Segmentation.of(image(elevations(-3e38f)),
			options.with(IgnoredValues.of(ignored)));
		assertCentres(found.clustersOfFrame(1).found(), 200, 800, 1500, 2500);
		assertEquals(Optional.empty(), found.figures(1).warning());
	}

	@Test
	void oneFarNumberDoesNotCoarsenTheOthers() {
		final float[] pixels = new float[2001];
		final Random random = new Random(5);
		for (int i = 0; i < 2000; i++)
			pixels[i] = (float) (new double[] { 0, 10, 30 }[i % 3] + random.nextGaussian());
		pixels[2000] = 1e9f;
		final Segmentation found = segment(image(pixels), 4);
		assertEquals(Optional.empty(), found.figures(1).warning());
		final double exact = compactness(pixels, found);
		assertEquals(2000, exact, 100);
		assertEquals(exact, found.clustersOfFrame(1).found().compactness(), 1e-9 * exact);
	}

	/** About the exact means of the pixels of each label, with 100 digits. */
	private static double compactness(final float[] pixels, final Segmentation found) {
		final ImageProcessor labels = found.labels().getProcessor();
		BigDecimal sum = BigDecimal.ZERO;
		for (int j = 1; j <= found.clustersOfFrame(1).found().size(); j++) {
			final int label = j;
			final BigDecimal[] own = IntStream.range(0, pixels.length)
				.filter(i -> labels.get(i) == label)
				.mapToObj(i -> new BigDecimal(pixels[i]))
				.toArray(BigDecimal[]::new);
			final BigDecimal mean = mean(own);
			assertEquals(own.length, found.clustersOfFrame(1).found().pixels(j));
			assertEquals(mean.doubleValue(), found.clustersOfFrame(1).found().centre(j)[0],
				1e-12 * Arrays.stream(own).mapToDouble(x -> Math.abs(x.doubleValue())).max().getAsDouble());
			for (final BigDecimal x : own)
				sum = sum.add(x.subtract(mean).pow(2));
		}
		return sum.doubleValue();
	}

	private static BigDecimal mean(final BigDecimal[] numbers) {
		return Arrays.stream(numbers)
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.divide(BigDecimal.valueOf(numbers.length), new MathContext(100));
	}

	/** Numbers of up to 24 magnitudes, of two each, take less than 62 bits. */
	@Property(tries = 200)
	void numbersOfManyMagnitudesAreExact(@ForAll final long seed,
		@ForAll @IntRange(min = -120, max = 90) final int smallest,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final Random random = new Random(seed);
		final float[] pixels = new float[200];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) Math.scalb(random.nextGaussian(), smallest + random.nextInt(24))
				* (random.nextInt(9) == 0 ? 0 : 1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = Math.scalb((float) Math.rint(Math.scalb(pixels[i], 20 - smallest)),
				smallest - 20);
		final Segmentation found = Segmentation.of(image(pixels),
			KMeansOptions.defaults().withClusters(k).withEpsilon(0).withIterations(1000));
		assertEquals(Optional.empty(), found.figures(1).warning());
		assertEquals(IntStream.range(0, 200).mapToObj(i -> pixels[i] + 0f).distinct().count(),
			found.figures(1).distinct());
		final double exact = compactness(pixels, found);
		assertEquals(exact, found.clustersOfFrame(1).found().compactness(), 1e-14 * exact);
	}

	/** However far apart: what is said of the compactness holds, or a warning is. */
	@Property(tries = 300)
	void whatRoundingChangesIsSaid(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final Random random = new Random(seed);
		final int magnitudes = 1 + random.nextInt(240);
		final float[] pixels = new float[1 + random.nextInt(60)];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) Math.scalb(random.nextGaussian(), random.nextInt(magnitudes) - 120);
		final Segmentation found = Segmentation.of(image(pixels),
			KMeansOptions.defaults().withClusters(k));
		final double exact = distances(pixels, found);
		if (!found.figures(1).warning().isPresent()) {
			assertEquals(exact, found.clustersOfFrame(1).found().compactness(), 2e-9 * exact);
			assertEquals(Math.min(k, found.figures(1).distinct()),
				found.clustersOfFrame(1).found().size());
		}
		else assertTrue(found.figures(1).warning().get().contains("ignore="));
	}

	/** To the centres as they are told. */
	private static double distances(final float[] pixels, final Segmentation found) {
		final ImageProcessor labels = found.labels().getProcessor();
		return IntStream.range(0, pixels.length)
			.mapToObj(i -> new BigDecimal(pixels[i])
				.subtract(new BigDecimal(found.clustersOfFrame(1).found().centre(labels.get(i))[0]))
				.pow(2))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.doubleValue();
	}

	/** Exact, wide, and rounded: what is saved and loaded gives the same labels. */
	@Test
	void savedClustersGiveTheSameLabels(@TempDir final Path folder) throws IOException {
		final Random random = new Random(2);
		for (final double far : new double[] { 0, 1e9, 1e18, 1e30 })
			for (final boolean isScaled : new boolean[] { false, true }) {
				final float[] pixels = new float[3000];
				for (int i = 0; i < pixels.length; i++)
					pixels[i] = i == 7 ? (float) far : (float) (10 * random.nextGaussian());
				final ImagePlus image = image(pixels);
				final Segmentation found = Segmentation.of(image,
					SegmentationOptions.defaults()
						.with(KMeansOptions.defaults().withClusters(7))
						.withScaled(isScaled));
				final Path file = new File(folder.toFile(), "c.csv").toPath();
				ClusterFile.write(found.clusters(), file);
				assertArrayEquals((byte[]) found.labels().getProcessor().getPixels(),
					(byte[]) Segmentation.apply(ClusterFile.read(file), image)
						.labels()
						.getProcessor()
						.getPixels());
			}
	}

	@Test
	void exactClustersApplyToFinerNumbersWithoutRounding() {
		final Segmentation whole = segment(image(0, 0, 8, 8), 2);
		assertEquals(0, whole.clusters().frame(1).mapping().fractionBits());
		final ImagePlus finer = image(3.9999998f, 4.0000005f);
		assertArrayEquals(new byte[] { 1, 2 },
			(byte[]) Segmentation.apply(whole.clusters(), finer).labels().getProcessor().getPixels());
		assertFalse(whole.figures(1).warning().isPresent());
	}
}
