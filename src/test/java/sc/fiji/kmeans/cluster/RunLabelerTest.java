package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Labels of runs are those of comparing each point with every centre. */
class RunLabelerTest {

	/** Near each other or not, on a grid with many ties or not, at any magnitude. */
	@Property(tries = 300)
	void labelsAreThoseOfEachPointAlone(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int dimensions,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final double unit = Math.scalb(1.0, random.nextInt(200) - 100);
		final double walk = random.nextInt(3);
		// Clusters far from the points of most runs, or not.
		final double spread = 1 + 40 * random.nextInt(3);
		final int outliers = random.nextBoolean() ? 100 : 10_000;
		final double[][] centres = new double[k][dimensions];
		for (final double[] centre : centres)
			for (int q = 0; q < dimensions; q++)
				centre[q] = unit * spread * random.nextInt(5) / 2;
		final int n = random.nextInt(500);
		final double[] points = new double[n * dimensions];
		for (int i = 0; i < points.length; i++)
			points[i] = i < dimensions || walk == 0
				? unit * spread * random.nextInt(9) / 4
				: points[i - dimensions] + unit * walk * (random.nextInt(3) - 1) / 8;
		// Some far from all centres.
		for (int i = 0; i < points.length; i++)
			if (random.nextInt(outliers) == 0) points[i] *= Math.scalb(-1.0, random.nextInt(60));
		final Clusters clusters = Clusters.of(centres);
		final int[] labels = new int[n];
		final double[] byCoordinate = new double[points.length];
		for (int i = 0; i < points.length; i++)
			byCoordinate[i % dimensions * n + i / dimensions] = points[i];
		clusters.runLabeler().label(byCoordinate, n, labels);
		for (int i = 0; i < n; i++)
			assertEquals(
				clusters.nearest(Arrays.copyOfRange(points, i * dimensions, (i + 1) * dimensions)),
				labels[i]);
	}

	/** NaN and infinity get any label, and do not change those of their neighbours. */
	@Example
	void whatIsNoNumberHarmsNoOther() {
		final double[] odd = { Double.NaN, Double.longBitsToDouble(-1L), Double.POSITIVE_INFINITY,
			Double.NEGATIVE_INFINITY };
		for (final double none : odd)
			for (int k = 1; k < 9; k++)
				assertHarmsNoOther(none, k);
	}

	private static void assertHarmsNoOther(final double none, final int k) {
		final double[][] centres = new double[k][1];
		for (int j = 0; j < k; j++)
			centres[j][0] = 10 * j;
		final Clusters clusters = Clusters.of(centres);
		final int[] labels = new int[400];
		final double[] points = new double[labels.length];
		for (int i = 0; i < points.length; i++)
			points[i] = i % 70 == 1 ? none : 5 * (i % 37 / 9);
		clusters.runLabeler().label(points, points.length, labels);
		for (int i = 0; i < points.length; i++)
			if (points[i] != none && points[i] == points[i])
				assertEquals(clusters.nearest(new double[] { points[i] }), labels[i]);
			else
				assertTrue(labels[i] >= 1 && labels[i] <= k);
	}
}
