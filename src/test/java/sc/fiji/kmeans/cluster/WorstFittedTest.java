package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static sc.fiji.kmeans.cluster.RandomPoints.squared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Each point that is handed out is a centre for the next. */
class WorstFittedTest {

	@Test
	void theFarthestComesFirst() {
		// From 4: 16, 1, 1, 36. With 10: 16, 1, 1. With 0: 1 and 1, of which 3 is the first.
		final WorstFitted worst = worst(KMeansContractTest.values(0, 3, 5, 10), 4);
		for (final double x : new double[] { 10, 0, 3, 5 })
			assertArrayEquals(new double[] { x }, worst.take().get());
		assertFalse(worst.take().isPresent());
	}

	@Test
	void pointsThatAreCentresAreNotHandedOut() {
		assertFalse(worst(KMeansContractTest.values(2, 7), 7, 2).take().isPresent());
	}

	/** How often a point occurs says nothing. */
	@Test
	void weightsDoNotCount() {
		assertArrayEquals(new double[] { 9 },
			worst(KMeansContractTest.values(0, 1, 1, 1, 1, 1, 9), 2).take().get());
	}

	private static WorstFitted worst(final RandomPoints points, final double... centres) {
		return new WorstFitted(points.tree(), Centres.fill(centres.length, 1, (j, q) -> centres[j]));
	}

	/** Looked for anew among all points and centres each time. */
	@Property(tries = 100)
	void eachIsTheWorstOfAllThatAreLeft(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 60);
		final List<double[]> centres = new ArrayList<>(
			Arrays.asList(points.start(k, new Random(seed))));
		final WorstFitted worst = new WorstFitted(points.tree(),
			Centres.of(centres.toArray(new double[0][])));
		while (true) {
			final double[] expected = worst(points, centres);
			assertEquals(expected != null, takes(worst, expected, centres));
			if (expected == null) return;
		}
	}

	/** Takes the next one; whether there is any. */
	private static boolean takes(final WorstFitted worst, final double[] expected,
		final List<double[]> centres)
	{
		return worst.take().map(taken -> {
			assertArrayEquals(expected, taken);
			return centres.add(taken);
		}).orElse(false);
	}

	/** Null if every point is a centre. */
	private static double[] worst(final RandomPoints points, final List<double[]> centres) {
		double[] worst = null;
		double farthest = 0;
		for (int i = 0; i < points.size(); i++) {
			final double[] x = points.point(i);
			final double distance = centres.stream().mapToDouble(c -> squared(c, x)).min().getAsDouble();
			if (distance <= farthest) continue;
			farthest = distance;
			worst = x;
		}
		return worst;
	}
}
