package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where colours have no structure, means of neighbours mislead a search; it must not be
 * worse than plain k-means for that. The benchmark's panel is larger.
 */
class NeverWorseTest {

	private static final int[] CLUSTERS = { 3, 11 };
	private static final double PART = 1e-3;

	/** A component of a pixel, about 0 to 1; a number drawn for the pixel is common to all. */
	enum Scene {

		UNIFORM {

			@Override
			double value(final Random random, final double pixel, final int channel) {
				return random.nextDouble();
			}
		},
		GAUSSIAN {

			@Override
			double value(final Random random, final double pixel, final int channel) {
				return 0.5 + 0.12 * random.nextGaussian();
			}
		},
		/** Student's t of 2 degrees of freedom. */
		TAILS {

			@Override
			double value(final Random random, final double pixel, final int channel) {
				return 0.5 + 0.02 * random.nextGaussian() / Math.sqrt(-Math.log(1 - pixel));
			}
		},
		/** 99 and 1 percent. */
		UNBALANCED {

			@Override
			double value(final Random random, final double pixel, final int channel) {
				return (pixel < 0.01 ? 0.7 : 0.25) + 0.05 * random.nextGaussian();
			}
		},
		GRADIENT {

			@Override
			double value(final Random random, final double pixel, final int channel) {
				return 0.5 + 0.4 * Math.sin((channel + 2) * pixel) + 0.02 * random.nextGaussian();
			}
		};

		abstract double value(Random random, double pixel, int channel);
	}

	/** Of 30 x 30 and 40 x 40 pixels: for some numbers of clusters all are looked at. */
	@ParameterizedTest
	@EnumSource(Scene.class)
	void theSearchIsNeverWorseThanPlainKMeans(final Scene scene) {
		for (int image = 0; image < 2; image++) {
			final RandomPoints points = points(scene, 30 + 10 * image, 2 + image, image);
			final PlainKMeans plain = new PlainKMeans(points);
			for (final int k : CLUSTERS) {
				final double least = plain.least(k, 10);
				final double found = new KMeans(KMeansOptions.defaults().withClusters(k),
					RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE).compactness();
				assertTrue(found <= least * (1 + PART),
					scene + " " + image + ", k = " + k + ": " + (found / least - 1) + " worse");
			}
		}
	}

	/** In Z-order, 12 bits a component. */
	private static RandomPoints points(final Scene scene, final int width, final int channels,
		final long seed)
	{
		final Random random = new Random(seed);
		final Map<long[], Long> counts = new TreeMap<>(NeverWorseTest::compare);
		for (int i = 0; i < width * width; i++) {
			final double pixel = random.nextDouble();
			final long[] row = new long[channels];
			Arrays.setAll(row,
				q -> Math.max(0, Math.min(4095, Math.round(4095 * scene.value(random, pixel, q)))));
			counts.merge(row, 1L, Long::sum);
		}
		return new RandomPoints(counts.keySet().toArray(new long[0][]),
			counts.values().stream().mapToLong(Long::longValue).toArray());
	}

	/** The coordinate decides in which the highest bit differs. */
	private static int compare(final long[] a, final long[] b) {
		int decides = 0;
		for (int q = 1; q < a.length; q++)
			if (Long.highestOneBit(a[q] ^ b[q]) > Long.highestOneBit(a[decides] ^ b[decides]))
				decides = q;
		return Long.compare(a[decides], b[decides]);
	}
}
