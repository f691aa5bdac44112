package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
	@CsvSource({ "2, 2, 0, 2147483647", "7, 2, 0, 2147483647", "8, 3, 0, 2147483647",
		"9, 3, 2, 2147483647", "12, 3, 2, 2147483647", "13, 2, 2, 4", "32, 2, 2, 4", "33, 2, 0, 4" })
	void roundsDependOnTheNumberOfCentres(final int k, final int rounds, final int polished,
		final int goOn)
	{
		final Starts starts = starts(RandomPoints.of(12, 300).tree(), k);
		assertEquals(rounds, starts.rounds());
		assertEquals(polished, starts.polished(0));
		assertEquals(0, starts.polished(1));
		assertEquals(Integer.MAX_VALUE, starts.goOn(0));
		assertEquals(goOn, starts.goOn(1));
		assertEquals(0.01, starts.behind(0));
		assertEquals(0.001, starts.behind(1));
	}

	/** Where all points are looked at, an estimate is what the engine finds. */
	@Property(tries = 30)
	void estimatesOfFewPointsAreExact(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final SearchTree tree = points.tree();
		final int k = Math.min(asked, points.size());
		final Starts.Settled settled = starts(tree, k)
			.settle(Centres.of(points.start(k, new Random(seed))), 0);
		assertEquals(Filtering.assign(tree, settled.centres).compactness(), settled.compactness,
			1e-11 * tree.squares().doubleValue());
	}

	/** The means of a round hide their spread, which is known and added. */
	@Property(tries = 5)
	void estimatesOfManyPointsAreNearlySo(@ForAll final long seed) {
		final RandomPoints points = scattered(seed);
		final SearchTree tree = points.tree();
		final Starts starts = starts(tree, 4);
		final Centres found = starts.find(new Random(seed)).get(0);
		for (int round = 0; round < 2; round++) {
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
