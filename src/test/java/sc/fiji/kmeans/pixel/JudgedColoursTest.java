package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.NaiveKMeans;
import sc.fiji.kmeans.cluster.Progress;

/**
 * The engine against the naive judge on thousands of colours in the order of their
 * histogram: so many that candidates are handed down from node to node.
 */
class JudgedColoursTest {

	private static final int MOST = 6000;

	@Property(tries = 100)
	void centresCountsAndCompactnessAreTheJudges(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 64) final int k)
	{
		final Random random = new Random(seed);
		final int[] colours = colours(random);
		final PixelSum sum = new PixelSum(PixelFormat.RGB);
		Arrays.stream(colours).forEach(sum::add);
		final PixelHistogram histogram = sum.histogram(Progress.NONE);
		final double[][] start = new double[k][];
		Arrays.setAll(start, j -> point(colours[random.nextInt(colours.length)]));
		final KMeansOptions options = KMeansOptions.defaults()
			.withEpsilon(0)
			.withIterations(1 + random.nextInt(3));
		final Clusters clusters = new KMeans(options, PixelFormat.RGB.order()).clusterFrom(start,
			histogram.points(), Progress.NONE);
		final NaiveKMeans judge = new NaiveKMeans(pixels(histogram), PixelFormat.RGB.order()).run(start,
			0, options.iterations());
		assertEquals(judge.centres.length, clusters.size());
		for (int j = 0; j < clusters.size(); j++) {
			assertArrayEquals(judge.centres[j], clusters.centre(j + 1), 0);
			assertEquals(judge.count(j), clusters.pixels(j + 1));
		}
		assertEquals(judge.compactness(), clusters.compactness(), 0);
	}

	/** Around a few colours, or anywhere; some often. */
	private static int[] colours(final Random random) {
		final int[] homes = random.ints(12, 0, 1 << 24).toArray();
		final int spread = random.nextBoolean() ? 40 : 256;
		return random.ints(MOST / 2 + random.nextInt(MOST / 2), 0, 12)
			.map(home -> near(homes[home], spread, random))
			.toArray();
	}

	private static int near(final int rgb, final int spread, final Random random) {
		int near = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			near = near << 8
				| Math.max(0, Math.min(255, (rgb >> shift & 0xff) + random.nextInt(spread) - spread / 2));
		return near;
	}

	private static double[] point(final int rgb) {
		return new double[] { rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff };
	}

	/** In the order of the histogram, by which equally bad fits are ranked. */
	private static long[][] pixels(final PixelHistogram histogram) {
		final double[] x = new double[3];
		final long[][] pixels = new long[(int) histogram.pixels()][];
		int n = 0;
		for (int i = 0; i < histogram.distinct(); i++) {
			histogram.points().read(i, x);
			final long[] pixel = Arrays.stream(x).mapToLong(Math::round).toArray();
			for (long w = histogram.points().weight(i); w > 0; w--)
				pixels[n++] = pixel;
		}
		return pixels;
	}
}
