package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds wherever attempts start; subclasses say how. */
abstract class StartsContract {

	abstract Starts starts(SearchTree tree, int k);

	/** Points that such starts are for. */
	abstract RandomPoints points(long seed);

	/** A case of the contract. */
	private static final class Case {

		private final SearchTree tree;
		private final int k;
		private final Starts starts;

		private Case(final StartsContract contract, final long seed, final int asked) {
			tree = contract.points(seed).tree();
			k = Math.min(asked, tree.points().size());
			starts = contract.starts(tree, k);
		}

		private List<Centres> find(final long seed) {
			return starts.find(new Random(seed));
		}

		private void assertAreCentres(final Centres centres) {
			assertEquals(k, centres.size());
			assertEquals(tree.dimensions(), centres.dimensions());
			for (final double[] row : centres.rows())
				assertTrue(Arrays.stream(row).allMatch(Double::isFinite), Arrays.toString(row));
			assertTrue(centres.isSorted(RandomPoints.BY_COMPONENT));
		}
	}

	@Property(tries = 25)
	void asManyCentresAreFoundAsWereAskedFor(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final Case it = new Case(this, seed, asked);
		final List<Centres> found = it.find(seed);
		assertEquals(found.size(), it.find(~seed).size());
		assertTrue(!found.isEmpty());
		found.forEach(it::assertAreCentres);
	}

	/** Also side by side. */
	@Property(tries = 10)
	void whatIsFoundIsAFunctionOfWhatIsDrawn(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final Case it = new Case(this, seed, asked);
		final List<List<Centres>> one = IntStream.range(0, 4)
			.mapToObj(it::find)
			.collect(Collectors.toList());
		assertEquals(one,
			IntStream.range(0, 4).parallel().mapToObj(it::find).collect(Collectors.toList()));
		assertEquals(one.get(3), new Case(this, seed, asked).find(3));
	}

	@Property(tries = 15)
	void eachRoundTakesCentresAndGivesAsMany(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final Case it = new Case(this, seed, asked);
		Centres centres = it.find(seed).get(0);
		for (int round = 0; round < it.starts.rounds(); round++) {
			final Starts.Settled settled = it.starts.settle(centres, round);
			it.assertAreCentres(settled.centres);
			assertTrue(settled.compactness >= 0 && settled.compactness < Double.POSITIVE_INFINITY);
			assertEquals(settled.centres, it.starts.settle(centres, round).centres);
			centres = settled.centres;
			if (it.starts.polished(round) == 0) continue;
			centres = it.starts.polish(centres, round);
			it.assertAreCentres(centres);
			assertEquals(centres, it.starts.polish(settled.centres, round));
		}
	}

	/** The longer it has looked, the less an attempt may be behind. */
	@Property(tries = 15)
	void someAttemptsGoOnAfterEachRound(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final Starts starts = new Case(this, seed, asked).starts;
		for (int round = 0; round < starts.rounds(); round++) {
			assertTrue(starts.goOn(round) >= 1);
			assertTrue(starts.polished(round) >= 0);
			assertTrue(starts.behind(round) >= 0);
			assertTrue(round == 0 || starts.behind(round) <= starts.behind(round - 1));
		}
	}

	@Property(tries = 5)
	void aRoundThatDoesNotExistIsRefused(@ForAll final long seed) {
		final Case it = new Case(this, seed, 3);
		final Centres centres = it.find(seed).get(0);
		assertThrows(IndexOutOfBoundsException.class,
			() -> it.starts.settle(centres, it.starts.rounds()));
	}

	/** Else no clusters are said to be the optimum that may not be. */
	@Property(tries = 15)
	void whatIsOptimalIsTheSameForAllAttempts(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 14) final int asked)
	{
		final Case it = new Case(this, seed, asked);
		if (it.starts.areOptimal()) assertEquals(it.find(seed), it.find(~seed));
	}
}
