package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** As many clusters as points, or more. */
class OwnCentresTest {

	private static final Comparator<double[]> DESCENDING = RandomPoints.BY_COMPONENT.reversed();

	@Property(tries = 100)
	void eachPointIsACentreWithItsPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int attempts)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Map<double[], Long> expected = new TreeMap<>(DESCENDING);
		for (int i = 0; i < points.size(); i++)
			expected.put(points.point(i), points.weight(i));
		final Clusters clusters = clusters(points, attempts);
		int number = 1;
		for (final Map.Entry<double[], Long> point : expected.entrySet()) {
			assertArrayEquals(point.getKey(), clusters.centre(number));
			assertEquals(point.getValue(), clusters.pixels(number++));
		}
		assertEquals(expected.size(), clusters.size());
	}

	/** The judge starts from the points. */
	@Property(tries = 50)
	void noAttemptEndsOtherwise(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed, 50);
		final double[][] rows = new OwnCentres(points, DESCENDING, new Checkpoint(Progress.NONE))
			.rows();
		final NaiveKMeans judge = new NaiveKMeans(points.pixels(), DESCENDING).run(rows, 0, 100);
		final Clusters clusters = clusters(points, 3);
		assertArrayEquals(judge.centres, clusters.centres().rows());
		assertEquals(judge.compactness(), clusters.compactness());
		assertEquals(judge.iterations, clusters.iterations());
		assertFalse(clusters.limitReached());
	}

	@Property(tries = 10)
	void thereIsNothingToLookFor(@ForAll @IntRange(min = 1, max = 99) final int attempts) {
		final Clusters clusters = clusters(RandomPoints.of(attempts), attempts);
		assertEquals(attempts, clusters.attempts());
		assertEquals(attempts, clusters.agreeing());
		assertTrue(clusters.isOptimal());
		assertEquals("optimum", clusters.agreement());
	}

	private static Clusters clusters(final RandomPoints points, final int attempts) {
		return new OwnCentres(points, DESCENDING, new Checkpoint(Progress.NONE)).clusters(attempts);
	}
}
