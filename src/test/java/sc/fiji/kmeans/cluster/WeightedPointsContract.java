package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What k-means may rely on of all points; subclasses make some. */
public abstract class WeightedPointsContract {

	/** The same ones for the same number. */
	protected abstract WeightedPoints points(long seed);

	@Property(tries = 20)
	void noTwoPointsAreEqual(@ForAll final long seed) {
		final WeightedPoints points = points(seed);
		final Set<String> seen = new HashSet<>();
		for (int i = 0; i < points.size(); i++)
			assertTrue(seen.add(Arrays.toString(point(points, i))), Arrays.toString(point(points, i)));
	}

	@Property(tries = 20)
	void coordinatesAreWholeAndSumsFitInALong(@ForAll final long seed) {
		final WeightedPoints points = points(seed);
		assertTrue(points.dimensions() >= 1);
		for (int q = 0; q < points.dimensions(); q++) {
			BigDecimal sum = BigDecimal.ZERO;
			for (int i = 0; i < points.size(); i++) {
				final double x = point(points, i)[q];
				assertEquals(Math.rint(x), x);
				assertTrue(points.weight(i) >= 1, points.weight(i) + " times");
				sum = sum.add(new BigDecimal(x).abs().multiply(BigDecimal.valueOf(points.weight(i))));
			}
			assertTrue(sum.compareTo(new BigDecimal(2).pow(63)) < 0, sum + " in dimension " + q);
		}
	}

	/** Nothing beyond the coordinates is written, nor read. */
	@Property(tries = 20)
	void pointsAreReadInAnyOrderAndSideBySide(@ForAll final long seed) {
		final WeightedPoints points = points(seed);
		final double[][] once = IntStream.range(0, points.size())
			.mapToObj(i -> point(points, i))
			.toArray(double[][]::new);
		final double[][] again = IntStream.range(0, points.size())
			.parallel()
			.mapToObj(i -> point(points, points.size() - 1 - i))
			.toArray(double[][]::new);
		for (int i = 0; i < once.length; i++)
			assertArrayEquals(once[i], again[once.length - 1 - i]);
		final double[] longer = new double[points.dimensions() + 1];
		longer[points.dimensions()] = 0.5;
		for (int i = 0; i < once.length; i++)
			points.read(i, longer);
		assertEquals(0.5, longer[points.dimensions()]);
	}

	/** Made again, they come in the same order. */
	@Property(tries = 20)
	void theOrderDependsOnThePointsAlone(@ForAll final long seed) {
		final WeightedPoints once = points(seed);
		final WeightedPoints again = points(seed);
		assertEquals(once.size(), again.size());
		for (int i = 0; i < once.size(); i++) {
			assertArrayEquals(point(once, i), point(again, i));
			assertEquals(once.weight(i), again.weight(i));
		}
	}

	/** A clustering of them has all pixels, and the mean of one cluster is theirs. */
	@Property(tries = 10)
	void oneClusterHasAllPixels(@ForAll final long seed) {
		final WeightedPoints points = points(seed);
		if (points.size() == 0) return;
		final Clusters one = new KMeans(KMeansOptions.defaults().withClusters(1).withAttempts(1),
			RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
		long pixels = 0;
		long sum = 0;
		for (int i = 0; i < points.size(); i++) {
			pixels += points.weight(i);
			sum += points.weight(i) * (long) point(points, i)[0];
		}
		assertEquals(pixels, one.pixels());
		assertEquals(sum / (double) pixels, one.centre(1)[0]);
	}

	private static double[] point(final WeightedPoints points, final int i) {
		final double[] x = new double[points.dimensions()];
		points.read(i, x);
		return x;
	}
}
