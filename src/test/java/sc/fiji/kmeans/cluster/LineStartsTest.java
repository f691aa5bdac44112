package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Starts that are the optimum. */
class LineStartsTest extends StartsContract {

	@Override
	Starts starts(final SearchTree tree, final int k) {
		return LineOptimum.starts(tree, k).get();
	}

	/** Not in order. */
	@Override
	RandomPoints points(final long seed) {
		final Random random = new Random(seed);
		return KMeansContractTest
			.values(random.longs(1 + random.nextInt(150), 0, 1 + random.nextInt(300)).toArray());
	}

	/** The gap between 12 and 20 is wider than that between 2 and 10, but has less beside it. */
	@Test
	void theBestCutIsFound() {
		final SearchTree tree = KMeansContractTest.values(0, 2, 0, 2, 10, 12, 20).tree();
		// 0 to 2 about 1: 4. 10, 12 and 20 about 14: 16, 4 and 36. Cut before 20: more.
		assertArrayEquals(new double[][] { { 1 }, { 14 } }, found(tree, 2));
		assertArrayEquals(new double[][] { { 1 }, { 11 }, { 20 } }, found(tree, 3));
	}

	private double[][] found(final SearchTree tree, final int k) {
		return starts(tree, k).find(new Random(1)).get(0).rows();
	}

	/** Every way to cut a few points into runs is tried; its means are exact. */
	@Property(tries = 100)
	void noOtherCutIsBetter(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int k)
	{
		final RandomPoints points = KMeansContractTest
			.values(new Random(seed).longs(8, 0, 40).sorted().toArray());
		if (k > points.size()) return;
		final double least = IntStream.range(0, 1 << points.size() - 1)
			.filter(cuts -> Integer.bitCount(cuts) == k - 1)
			.mapToDouble(cuts -> error(points, means(points, cuts, k)))
			.min()
			.getAsDouble();
		assertEquals(least, error(points, found(points.tree(), k)), 1e-12 * (1 + least));
	}

	/** @param cuts a bit for each point that ends a run */
	private static double[][] means(final RandomPoints points, final int cuts, final int k) {
		final double[][] means = new double[k][1];
		int run = 0;
		long sum = 0;
		long weight = 0;
		for (int i = 0; i < points.size(); i++) {
			sum += points.weight(i) * (long) points.point(i)[0];
			weight += points.weight(i);
			if ((cuts >> i & 1) == 0 && i < points.size() - 1) continue;
			means[run++][0] = (double) sum / weight;
			sum = 0;
			weight = 0;
		}
		return means;
	}

	/** Each point with its nearest mean. */
	private static double error(final RandomPoints points, final double[][] means) {
		return IntStream.range(0, points.size())
			.mapToDouble(i -> points.weight(i) * Arrays.stream(means)
				.mapToDouble(mean -> (points.point(i)[0] - mean[0]) * (points.point(i)[0] - mean[0]))
				.min()
				.getAsDouble())
			.sum();
	}

	@Test
	void drawnStartsProveNothing() {
		final SearchTree line = KMeansContractTest.values(1, 2, 4).tree();
		assertTrue(starts(line, 2).areOptimal());
		assertTrue(!new RandomStarts(line, 2).areOptimal());
	}

	/** Each of some thousand cuts may be nearly anywhere: that takes too much memory. */
	@Test
	void ofTooManyClustersNothingIsKnown() {
		final SearchTree line = KMeansContractTest.values(LongStream.range(0, 5000).toArray()).tree();
		assertEquals(Optional.empty(), LineOptimum.starts(line, 4990));
	}
}
