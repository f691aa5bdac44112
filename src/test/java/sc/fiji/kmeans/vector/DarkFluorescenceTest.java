package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Background is most of the image; of the nuclei three are dim and three bright, and differ.
 * With plain values three clusters are the background with the dim nuclei, and two kinds of
 * bright ones.
 */
class DarkFluorescenceTest {

	private static final int SIZE = 160;
	private static final int DIM = 1;
	private static final int BRIGHT = 2;
	private static final double[] LIGHTS = { 130, 1900, 170, 2500, 210, 3200 };
	private static final double RADIUS = 10;

	/** 0 background, 1 a dim nucleus, 2 a bright one. */
	private static int part(final int x, final int y) {
		final int nucleus = nucleus(x, y);
		return nucleus < 0 ? 0 : nucleus % 2 == 0 ? DIM : BRIGHT;
	}

	/** Three in a row; less than 0 for none. */
	private static int nucleus(final int x, final int y) {
		for (int i = 0; i < LIGHTS.length; i++)
			if (Math.hypot(x - 30 - i % 3 * 50, y - 45 - i / 3 * 70) < RADIUS) return i;
		return -1;
	}

	/** Counted photons above the offset of a camera. */
	private static ImagePlus image() {
		final Random random = new Random(1);
		final ImageProcessor plane = new ShortProcessor(SIZE, SIZE);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double photons = nucleus(x, y) < 0 ? 20 : LIGHTS[nucleus(x, y)];
				plane.set(x, y, (int) Math.max(0,
					Math.round(100 + photons + StrictMath.sqrt(photons) * random.nextGaussian())));
			}
		return new ImagePlus("dark", plane);
	}

	private static Segmentation segmented(final ImagePlus image, final int k,
		final Transform transform)
	{
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		return Segmentation.of(image, defaults.with(defaults.kMeans().withClusters(k)).with(transform));
	}

	/** By part and label. */
	private static long[][] found(final Segmentation result, final int k) {
		final ImageProcessor labels = result.labels().getProcessor();
		final long[][] found = new long[3][k + 1];
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				found[part(x, y)][labels.get(x, y)]++;
		return found;
	}

	private static double share(final long[] found, final int label) {
		long all = 0;
		for (final long n : found)
			all += n;
		return (double) found[label] / all;
	}

	@Test
	void mostIsBackground() {
		final long[][] found = found(segmented(image(), 1, Transform.NONE), 1);
		assertTrue(found[0][1] > 0.92 * SIZE * SIZE);
	}

	@ParameterizedTest
	@CsvSource({ "SQRT, 0.99", "LOG, 0.99" })
	void threeClustersFindDimNuclei(final Transform transform, final double share) {
		final long[][] found = found(segmented(image(), 3, transform), 3);
		assertTrue(share(found[0], 1) > share);
		assertTrue(share(found[DIM], 2) > share);
		assertTrue(share(found[BRIGHT], 3) > share);
	}

	@Test
	void plainValuesLoseThem() {
		for (int k = 3; k <= 4; k++)
			assertEquals(1, share(found(segmented(image(), k, Transform.NONE), k)[DIM], 1));
	}

	/** What is shown and measured is the mean of the pixels. */
	@ParameterizedTest
	@EnumSource(Transform.class)
	void resultsAreInTheImagesOwnValues(final Transform transform) {
		final ImagePlus image = image();
		final Segmentation result = segmented(image, 3, transform);
		final ImageProcessor labels = result.labels().getProcessor();
		final ImageProcessor segmented = result.segmented().getProcessor();
		final double[] sums = new double[4];
		final long[] counts = new long[4];
		for (int i = 0; i < labels.getPixelCount(); i++) {
			sums[labels.get(i)] += image.getProcessor().get(i);
			counts[labels.get(i)]++;
		}
		for (int j = 1; j <= 3; j++) {
			assertEquals(counts[j], result.clusters().pixels(j));
			assertArrayEquals(new double[] { sums[j] / counts[j] }, result.clusters().value(j), 1e-9);
		}
		for (int i = 0; i < labels.getPixelCount(); i++)
			assertEquals(Math.round(sums[labels.get(i)] / counts[labels.get(i)]), segmented.get(i));
	}

	/** The same values as 32 bits, also in another unit and from another beginning. */
	@ParameterizedTest
	@CsvSource({ "SQRT, 1, 0", "SQRT, 64, 0", "SQRT, 0.125, -50", "LOG, 1, 0", "LOG, 0.001, 0",
		"LOG, 32, -7777" })
	void realNumbersHaveTheSameClusters(final Transform transform, final float factor,
		final float offset)
	{
		final ImagePlus image = image();
		final FloatProcessor reals = image.getProcessor().convertToFloatProcessor();
		for (int i = 0; i < reals.getPixelCount(); i++)
			reals.setf(i, factor * reals.getf(i) + offset);
		assertArrayEquals((byte[]) segmented(image, 3, transform).labels().getProcessor().getPixels(),
			(byte[]) segmented(new ImagePlus("", reals), 3, transform).labels()
				.getProcessor()
				.getPixels());
	}
}
