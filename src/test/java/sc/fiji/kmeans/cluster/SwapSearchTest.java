package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** It gets out of where Lloyd's iterations are caught. */
class SwapSearchTest {

	/** Two centres share the first pair, one is between the others: no mean moves. */
	@Test
	void aCentreJumpsToWhereItIsMissed() {
		final RandomPoints points = KMeansContractTest.values(0, 2, 100, 102, 110, 112);
		final Centres start = Centres.of(new double[][] { { 0 }, { 2 }, { 106 } });
		assertEquals(104,
			WholeCoreset.clustering(points, 3).begin(start).settle(0, Double.POSITIVE_INFINITY).error());
		final Starts.Settled found = search(points, 3, 1).improve(start);
		assertArrayEquals(new double[][] { { 1 }, { 101 }, { 111 } }, found.centres.rows());
		assertEquals(6, found.compactness, 1e-9);
	}

	/** One swap after the other, as far as they help. */
	@Test
	void severalCentresJump() {
		final long[] values = new long[12];
		for (int i = 0; i < 12; i++)
			values[i] = i / 2 * 100 + i % 2 * 2;
		final Centres start = Centres
			.of(new double[][] { { 0 }, { 2 }, { 100 }, { 102 }, { 200 }, { 401 } });
		final Starts.Settled found = search(KMeansContractTest.values(values), 6, 1).improve(start);
		assertArrayEquals(new double[][] { { 1 }, { 101 }, { 201 }, { 301 }, { 401 }, { 501 } },
			found.centres.rows());
	}

	/** Up to what iterations before a comparison leave undone. */
	@Property(tries = 50)
	void nothingGetsWorse(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 12) final int k) {
		final RandomPoints points = RandomPoints.of(seed);
		if (k > points.size()) return;
		final Centres start = Centres.of(points.start(k, new Random(seed)));
		final Starts.Settled found = search(points, k, seed).improve(start);
		final double rounding = 1e-11 * points.tree().squares().doubleValue();
		final double plain = WholeCoreset.clustering(points, k)
			.begin(WholeCoreset.clustering(points, k + 1).begin(start).means())
			.settle(1e-3, Double.POSITIVE_INFINITY)
			.error();
		assertTrue(found.compactness <= plain + rounding, plain + " -> " + found.compactness);
	}

	@Property(tries = 50)
	void whatIsFoundIsSettledAndJudgedAmongAll(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		if (k > points.size()) return;
		final Starts.Settled found = search(points, k, seed)
			.improve(Centres.of(points.start(k, new Random(seed))));
		WholeCoreset.assertSettled(found, points, k);
	}

	/** Also after a search from elsewhere, in the same arrays. */
	@Property(tries = 30)
	void theSameDrawsFindTheSame(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final int k = Math.min(5, points.size());
		final Random random = new Random(seed);
		final Centres start = Centres.of(points.start(k, random));
		final Random draws = new Random();
		final Coreset whole = WholeCoreset.of(points);
		final SwapSearch used = new SwapSearch(whole, whole, k, draws, new RunArrays());
		used.improve(Centres.of(points.start(k, random)));
		draws.setSeed(seed);
		final Starts.Settled expected = search(points, k, seed).improve(start);
		final Starts.Settled found = used.improve(start);
		assertEquals(expected.centres, found.centres);
		assertEquals(expected.compactness, found.compactness);
	}

	/** A centre for each point: there is nothing to swap. */
	@Test
	void whereAllPointsAreCentresNothingIsDrawn() {
		final RandomPoints points = KMeansContractTest.values(3, 8, 20);
		final Coreset whole = WholeCoreset.of(points);
		final Random silent = new Random() {

			@Override
			public double nextDouble() {
				throw new AssertionError("draws");
			}
		};
		final Starts.Settled found = new SwapSearch(whole, whole, 3, silent, new RunArrays())
			.improve(Centres.of(new double[][] { { 3 }, { 8 }, { 20 } }));
		assertEquals(0, found.compactness, 1e-9);
	}

	private static SwapSearch search(final RandomPoints points, final int k, final long seed) {
		final Coreset whole = WholeCoreset.of(points);
		return new SwapSearch(whole, whole, k, new Random(seed), new RunArrays());
	}
}
