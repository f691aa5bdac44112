package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class RandomStartsTest extends StartsContract {

	@Override
	Starts starts(final SearchTree tree, final int k) {
		return new RandomStarts(tree, k);
	}

	@Override
	RandomPoints points(final long seed) {
		return RandomPoints.of(seed);
	}

	/** On both sides of the points by half of their width in two dimensions. */
	@Test
	void centresFillTheWidenedBox() {
		final RandomPoints points = new RandomPoints(new long[][] { { 0, 50 }, { 100, 60 } },
			new long[] { 1, 1 });
		final double[][] rows = starts(points.tree(), 2000).find(new Random(1)).get(0).rows();
		final double[] x = Arrays.stream(rows).mapToDouble(row -> row[0]).sorted().toArray();
		final double[] y = Arrays.stream(rows).mapToDouble(row -> row[1]).sorted().toArray();
		assertUniform(-50, 150, x);
		assertUniform(45, 65, y);
	}

	private static void assertUniform(final double low, final double high, final double[] sorted) {
		assertTrue(sorted[0] >= low && sorted[sorted.length - 1] < high);
		for (int i = 0; i < sorted.length; i++)
			assertEquals((double) i / sorted.length, (sorted[i] - low) / (high - low), 0.05);
	}

	/** Drawn centre by centre, each by dimension. */
	@Property(tries = 50)
	void eachCoordinateIsDrawnByItself(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = points(seed);
		final Random random = new Random(seed);
		final int d = points.dimensions();
		final double[][] expected = new double[k][d];
		for (final double[] row : expected)
			for (int q = 0; q < d; q++) {
				final double[] side = side(points, q);
				final double margin = (side[side.length - 1] - side[0]) / d;
				final double low = side[0] - margin;
				row[q] = low + random.nextDouble() * (side[side.length - 1] + margin - low);
			}
		Arrays.sort(expected, RandomPoints.BY_COMPONENT);
		assertArrayEquals(expected, starts(points.tree(), k).find(new Random(seed)).get(0).rows());
	}

	private static double[] side(final RandomPoints points, final int q) {
		final double[] side = new double[points.size()];
		Arrays.setAll(side, i -> points.point(i)[q]);
		Arrays.sort(side);
		return side;
	}
}
