package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSearchStartsTest extends StartsContract {

	@Override
	Starts starts(final SearchTree tree, final int k) {
		return new LocalSearchStarts(tree, k);
	}

	/** Some of so many points that means stand for them. */
	@Override
	RandomPoints points(final long seed) {
		return RandomPoints.of(seed, seed % 4 == 0 ? 6000 : 300);
	}

	/** What the documentation of k-means++ says of the rounds. */
	@ParameterizedTest
	@CsvSource({ "2, 4, 0, 0, 2147483647, 2147483647", "7, 4, 0, 0, 2147483647, 2147483647",
		"8, 3, 0, 0, 2147483647, 2147483647", "9, 3, 0, 2, 2147483647, 2147483647",
		"12, 3, 0, 2, 2147483647, 2147483647", "13, 2, 3, 2, 4, 2", "16, 2, 3, 2, 4, 2",
		"17, 3, 3, 4, 4, 2", "48, 3, 3, 4, 4, 2", "49, 2, 3, 2, 4, 2", "256, 2, 3, 2, 4, 2",
		"257, 2, 0, 0, 2147483647, 4" })
	void roundsDependOnTheNumberOfCentres(final int k, final int rounds, final int merged,
		final int polished, final int goOnFirst, final int goOnSecond)
	{
		final SearchPlan plan = SearchPlan.of(k, 300_000);
		assertEquals(rounds, plan.rounds());
		assertEquals(merged, plan.round(0).merged);
		assertEquals(polished, plan.round(0).improved);
		assertEquals(0, plan.round(1).improved);
		assertEquals(k > 48 || k > 12 && k < 17 ? 0 : 1, plan.round(rounds - 1).improved);
		assertEquals(merged > 0 ? rounds : 2, plan.leastRounds());
		assertEquals(goOnFirst, plan.round(0).followed);
		assertEquals(goOnSecond, plan.round(1).followed);
		assertEquals(0.01, plan.behind(0));
		assertEquals(rounds == 2 ? 0.01 : 0.001, plan.behind(1));
		assertEquals(0.01, plan.behind(rounds - 1));
		assertFalse(plan.takesAll());
		assertFalse(plan.takesPlain(k, 300_000));
	}

	/** And of images with few values: rounds have them all. */
	@ParameterizedTest
	@CsvSource({ "3, 87381, true", "3, 87382, false", "16, 16384, true", "256, 1024, true",
		"257, 255, false" })
	void fewPointsAreAllLookedAt(final int k, final int points, final boolean areFew) {
		final SearchPlan plan = SearchPlan.of(k, points);
		assertEquals(areFew, plan.takesAll());
		final int[] sizes = plan.sizes(k, points, 3);
		assertEquals(2 + plan.rounds(), sizes.length);
		if (areFew) assertTrue(sizes[2] >= points);
		for (int i = 1; i < sizes.length; i++)
			assertTrue(sizes[i] >= sizes[i - 1]);
	}

	@ParameterizedTest
	@CsvSource({ "3, 90000, true", "12, 43690, true", "12, 43691, false", "13, 40000, false",
		"3, 87381, false" })
	void plainAttemptsRunWhereNoneMeet(final int k, final int points, final boolean run) {
		assertEquals(run, SearchPlan.of(k, points).takesPlain(k, points));
	}

	/** Merging and improving never make an attempt worse. */
	@Property(tries = 20)
	void mergedAttemptsAreNoWorse(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 14) final int asked)
	{
		final RandomPoints points = points(seed);
		final int k = Math.min(asked, points.size());
		final Starts starts = starts(points.tree(), k);
		final Random random = new Random(seed);
		final Starts.Settled one = starts.settle(Centres.of(points.start(k, random)), 0);
		final Starts.Settled other = starts.settle(Centres.of(points.start(k, random)), 0);
		final Starts.Settled merged = starts.merge(one, other, 0);
		assertTrue(merged.compactness <= one.compactness);
		assertEquals(k, merged.centres.size());
		assertTrue(merged.centres.isSorted(RandomPoints.BY_COMPONENT));
	}

	/** Where all points are looked at, an estimate is what the engine finds, in the end. */
	@Property(tries = 30)
	void estimatesOfFewPointsAreExact(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final SearchTree tree = points.tree();
		final double rounding = 1e-11 * tree.squares().doubleValue();
		final int k = Math.min(asked, points.size());
		final Starts starts = starts(tree, k);
		Centres centres = Centres.of(points.start(k, new Random(seed)));
		for (int round = 0; round < starts.rounds(); round++) {
			final Starts.Settled settled = starts.settle(centres, round);
			centres = settled.centres;
			final double compactness = Filtering.assign(tree, centres).compactness();
			assertTrue(compactness <= settled.compactness + rounding);
			if (round == starts.rounds() - 1) assertEquals(compactness, settled.compactness, rounding);
		}
	}

	/** The means of a round hide their spread, which is known and added. */
	@Property(tries = 5)
	void estimatesOfManyPointsAreNearlySo(@ForAll final long seed) {
		final RandomPoints points = scattered(seed);
		final SearchTree tree = points.tree();
		final Starts starts = starts(tree, 4);
		final Centres found = starts.find(new Random(seed)).get(0);
		for (int round = 0; round < starts.rounds(); round++) {
			final Starts.Settled settled = starts.settle(found, round);
			final double compactness = Filtering.assign(tree, settled.centres).compactness();
			assertEquals(compactness, settled.compactness, 0.005 * compactness);
			assertTrue(settled.compactness >= compactness * (1 - 1e-9));
		}
	}

	/** In order of a curve through two halves, as a tree likes them. */
	private static RandomPoints scattered(final long seed) {
		final long[] keys = new Random(seed).longs(0, 1 << 20)
			.distinct()
			.limit(8000)
			.sorted()
			.toArray();
		final long[][] rows = new long[keys.length][2];
		final long[] ones = new long[keys.length];
		for (int i = 0; i < keys.length; i++) {
			ones[i] = 1;
			for (int bit = 0; bit < 10; bit++) {
				rows[i][0] |= (keys[i] >> 2 * bit & 1) << bit;
				rows[i][1] |= (keys[i] >> 2 * bit + 1 & 1) << bit;
			}
		}
		return new RandomPoints(rows, ones);
	}

	/** Ten blobs that one draw seldom hits all: with swaps each attempt does. */
	@Test
	void everyAttemptFindsBlobsThatAreApart() {
		final long[] values = new long[100];
		for (int i = 0; i < 100; i++)
			values[i] = i / 10 * 1000 + i % 10;
		final SearchTree tree = KMeansContractTest.values(values).tree();
		final Starts starts = starts(tree, 10);
		// Ten times 0 to 9, about 4.5: 82.5 each.
		for (int attempt = 0; attempt < 20; attempt++)
			assertEquals(825,
				Filtering.assign(tree, starts.find(new Random(attempt)).get(0)).compactness());
	}
}
