package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Clusters become one where that costs least. */
class MergingTest {

	/** 5 * 5 / 10 * 4 = 10 is least; then 1 * 3 / 4 * 16 = 12, less than 99 / 2 * 4. */
	@Test
	void weightsCount() {
		final Centres means = Centres.of(new double[][] { { 0 }, { 2 }, { 10 }, { 14 } });
		assertArrayEquals(new double[][] { { 1 }, { 10 }, { 14 } },
			Merging.join(means, new double[] { 5, 5, 5, 5 }, 3).sorted().rows());
		assertArrayEquals(new double[][] { { 0 }, { 2 }, { 13 } },
			Merging.join(means, new double[] { 99, 99, 1, 3 }, 3).sorted().rows());
	}

	/** Those without weight are left out first. */
	@Test
	void nothingIsLeftOfTheEmpty() {
		final Centres means = Centres.of(new double[][] { { 7 }, { 1 }, { 7 } });
		assertArrayEquals(new double[][] { { 7 } },
			Merging.join(means, new double[] { 0, 0, 4 }, 2).rows());
	}

	/** The judge looks at all pairs each time. */
	@Property(tries = 200)
	void eachStepTakesTheCheapestPair(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final int n = k + random.nextInt(20);
		final double[][] rows = new double[n][];
		Arrays.setAll(rows, j -> random.doubles(3, 0, 100).toArray());
		final double[] weights = random.doubles(n, 0.1, 9).toArray();
		final double[][] expected = naive(rows, weights, k);
		final double[][] joined = Merging.join(Centres.of(rows), weights, k).sorted().rows();
		assertEquals(k, joined.length);
		for (int j = 0; j < k; j++)
			assertArrayEquals(expected[j], joined[j], 1e-9);
	}

	private static double[][] naive(final double[][] rows, final double[] weights, final int k) {
		final List<double[]> means = new ArrayList<>(Arrays.asList(rows));
		final List<Double> sizes = new ArrayList<>();
		for (final double weight : weights)
			sizes.add(weight);
		while (means.size() > k) {
			int a = 0;
			int b = 1;
			for (int i = 0; i < means.size(); i++)
				for (int j = i + 1; j < means.size(); j++)
					if (growth(means, sizes, i, j) < growth(means, sizes, a, b)) {
						a = i;
						b = j;
					}
			final double[] mean = new double[3];
			for (int q = 0; q < 3; q++)
				mean[q] = (sizes.get(a) * means.get(a)[q] + sizes.get(b) * means.get(b)[q])
					/ (sizes.get(a) + sizes.get(b));
			means.set(a, mean);
			sizes.set(a, sizes.get(a) + sizes.get(b));
			means.remove(b);
			sizes.remove(b);
		}
		return Centres.of(means.toArray(new double[0][])).sorted().rows();
	}

	/** Of the sum of squares about the means, by definition. */
	private static double growth(final List<double[]> means, final List<Double> sizes, final int a,
		final int b)
	{
		double growth = 0;
		for (int q = 0; q < 3; q++) {
			final double both = (sizes.get(a) * means.get(a)[q] + sizes.get(b) * means.get(b)[q])
				/ (sizes.get(a) + sizes.get(b));
			growth += sizes.get(a) * (means.get(a)[q] - both) * (means.get(a)[q] - both)
				+ sizes.get(b) * (means.get(b)[q] - both) * (means.get(b)[q] - both);
		}
		return growth;
	}
}
