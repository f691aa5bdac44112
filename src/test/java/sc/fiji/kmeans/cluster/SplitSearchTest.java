package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Centres go where they are missed. */
class SplitSearchTest {

	/** Two centres share 0 to 2, and one serves both 100 to 102 and 200 to 202. */
	@Test
	void aCentreGoesFromWhereItIsNotMissed() {
		final RandomPoints points = KMeansContractTest.values(0, 1, 2, 100, 101, 102, 200, 201, 202);
		final Starts.Settled found = search(points, 3)
			.improve(Centres.of(new double[][] { { 0 }, { 1.5 }, { 151 } }))
			.get();
		assertArrayEquals(new double[][] { { 1 }, { 101 }, { 201 } }, found.centres.rows());
		// Three times -1, 0, 1.
		assertEquals(6, found.compactness, 1e-9);
	}

	/** Either blob has its centre: to split one and give up the other costs more than it brings. */
	@Test
	void allStayWhereNoneIsMissed() {
		final RandomPoints points = KMeansContractTest.values(0, 1, 2, 100, 101, 102);
		assertFalse(
			search(points, 2).improve(Centres.of(new double[][] { { 1 }, { 101 } })).isPresent());
	}

	@Property(tries = 50)
	void nothingGetsWorseAndAllIsSettled(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		if (k > points.size()) return;
		final Centres start = Centres.of(points.start(k, new Random(seed)));
		final Optional<Starts.Settled> improved = search(points, k).improve(start);
		if (!improved.isPresent()) return;
		final Starts.Settled found = improved.get();
		final double rounding = 1e-11 * points.tree().squares().doubleValue();
		final double plain = WholeCoreset.clustering(points, k)
			.begin(start)
			.settle(0, Double.POSITIVE_INFINITY)
			.error();
		assertTrue(found.compactness <= plain + rounding, plain + " -> " + found.compactness);
		WholeCoreset.assertSettled(found, points, k);
	}

	/** Also after a search from elsewhere, in the same arrays. */
	@Property(tries = 30)
	void theSameStartLeadsToTheSame(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final int k = Math.min(5, points.size());
		final Random random = new Random(seed);
		final Centres start = Centres.of(points.start(k, random));
		final SplitSearch used = search(points, k);
		used.improve(Centres.of(points.start(k, random)));
		final Optional<Starts.Settled> expected = search(points, k).improve(start);
		final Optional<Starts.Settled> found = used.improve(start);
		assertEquals(expected.map(it -> it.centres), found.map(it -> it.centres));
		assertEquals(expected.map(it -> it.compactness), found.map(it -> it.compactness));
	}

	/** Means 1 and 11, two values each: 10 * 10 * 2 * 2 / 4. */
	@Test
	void fourPointsAreSplitInTheMiddle() {
		final Splits splits = new Splits(
			WholeCoreset.clustering(KMeansContractTest.values(0, 2, 10, 12), 1)
				.begin(Centres.of(new double[][] { { 6 } })));
		assertEquals(100, splits.gain(0), 1e-12);
		assertEquals(12, splits.one(0)[0] + splits.other(0)[0]);
		assertEquals(11, Math.max(splits.one(0)[0], splits.other(0)[0]));
	}

	/** It is all that the error falls by if no means come from other clusters. */
	@Property(tries = 100)
	void aSplitBringsItsGainAtLeast(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final CoresetClustering clustering = WholeCoreset.clustering(points, k + 1)
			.begin(Centres.of(points.start(k, new Random(seed))))
			.settle(0, Double.POSITIVE_INFINITY);
		final double rounding = 1e-11 * points.tree().squares().doubleValue();
		final Splits splits = new Splits(clustering);
		for (int j = 0; j < k; j++) {
			if (splits.gain(j) == 0) continue;
			final CoresetClustering split = WholeCoreset.clustering(points, k + 1)
				.copy(clustering)
				.split(j, splits.one(j), splits.other(j));
			final double before = clustering.error();
			assertTrue(split.error() <= before - splits.gain(j) + rounding,
				before + " - " + splits.gain(j) + " -> " + split.error());
		}
	}

	private static SplitSearch search(final RandomPoints points, final int k) {
		return new SplitSearch(WholeCoreset.of(points), k, new RunArrays());
	}
}
