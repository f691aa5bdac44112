package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;

/** By default grey images of all types have their optimum, and say so. */
class GreyOptimumTest {

	private static final int SIZE = 300;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 8, 16 })
	void theDefaultIsTheOptimum(final int k) {
		final ImageProcessor[] types = { new ByteProcessor(SIZE, SIZE), new ShortProcessor(SIZE, SIZE),
			new FloatProcessor(SIZE, SIZE) };
		for (final ImageProcessor type : types) {
			final Random random = new Random(k);
			for (int i = 0; i < SIZE * SIZE; i++)
				type.setf(i, (float) Math.max(0, bytes(random) * (1 << (type.getBitDepth() - 8) / 2)));
			final KMeansOptions options = KMeansOptions.defaults().withClusters(k);
			final Clusters found = optimum(type, options);
			final Clusters once = optimum(type, options.withIterations(1).withAttempts(1));
			assertEquals(found.compactness(), once.compactness());
			assertEquals(1, once.iterations());
		}
	}

	private static double bytes(final Random random) {
		return Math.min(255, 40 + 80 * random.nextInt(3) + 20 * random.nextGaussian());
	}

	private static Clusters optimum(final ImageProcessor pixels, final KMeansOptions options) {
		final Clusters found = Segmentation.of(new ImagePlus("grey", pixels), options)
			.clustersOfFrame(1)
			.found();
		assertEquals("optimum", found.agreement());
		return found;
	}
}
