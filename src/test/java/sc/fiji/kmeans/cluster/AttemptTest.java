package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** One attempt by itself, and several side by side. */
class AttemptTest {

	private static final Comparator<double[]> DESCENDING = RandomPoints.BY_COMPONENT.reversed();
	private static final KMeansOptions OPTIONS = KMeansOptions.defaults();

	/** However many iterations it takes. */
	@Property(tries = 60)
	void anAttemptAdvancesByItsShare(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Random random = new Random(seed);
		final double share = random.nextDouble();
		final DoubleAccumulator heard = new DoubleAccumulator(Math::max, 0);
		final SearchTree tree = new SearchTree(points,
			new Checkpoint((fraction, word) -> heard.accumulate(fraction)), new RunArrays());
		new Attempt(tree, OPTIONS.withIterations(1 + random.nextInt(9)), DESCENDING, share)
			.run(Attempt.assign(tree, Centres.of(points.start(k, random))));
		assertEquals(share, heard.get(), 1e-12);
	}

	@Property(tries = 60)
	void centresEndInTheirOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k,
		@ForAll @IntRange(min = 1, max = 3) final int iterations)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final SearchTree tree = points.tree();
		final Clusters clusters = new Attempt(tree, OPTIONS.withIterations(iterations), DESCENDING, 1)
			.run(Attempt.assign(tree, Centres.of(points.start(k, new Random(seed)))));
		assertTrue(clusters.centres().isSorted(DESCENDING));
		assertEquals(Filtering.assign(tree, clusters.centres()).compactness(), clusters.compactness());
	}

	/** What is not given up ends as it would by itself, or as the best one. */
	@Property(tries = 60)
	void attemptsEndByThemselvesOrAsTheBestOne(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final SearchTree tree = points.tree();
		final Random random = new Random(seed);
		final Attempt attempt = new Attempt(tree, OPTIONS.withEpsilon(0), DESCENDING, 1);
		final Clusters best = attempt.run(Attempt.assign(tree, Centres.of(points.start(k, random))));
		final Partition other = Attempt.assign(tree, Centres.of(points.start(k, random)));
		final double alone = attempt.run(other).compactness();
		attempt.after(best, other)
			.ifPresent(found -> assertTrue(found == best || found.compactness() == alone,
				found.compactness() + " after " + best.compactness() + ", alone " + alone));
	}

	/** Or left out, where all points are centres; nothing gets worse. */
	@Property(tries = 60)
	void emptyClustersAreFilled(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 30) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Centres start = Centres.of(points.start(k, new Random(seed)));
		final Partition assigned = Filtering.assign(points.tree(), start);
		final Partition filled = Attempt.assign(points.tree(), start);
		assertFalse(filled.hasEmpty());
		assertTrue(filled.centres().size() == k || filled.compactness() == 0);
		assertTrue(filled.compactness() <= assigned.compactness());
		if (!assigned.hasEmpty()) assertEquals(start, filled.centres());
	}

	/** On a line all start from the same centres. */
	@Test
	void equalAttemptsAreRunOnce() {
		final List<Optional<Clusters>> outcomes = outcomes(KMeansContractTest.values(1, 2, 9, 10, 30),
			2, Initialization.KMEANS_PLUS_PLUS);
		assertEquals(10, outcomes.size());
		for (final Optional<Clusters> outcome : outcomes)
			assertSame(outcomes.get(0).get(), outcome.get());
	}

	/** What is given up is empty; what is left has all clusters. */
	@Property(tries = 6)
	void someAttemptsAreLeft(@ForAll final long seed, @ForAll final Initialization initialization) {
		final RandomPoints points = RandomPoints.of(seed, 60);
		final List<Optional<Clusters>> outcomes = outcomes(points, Math.min(4, points.size()),
			initialization);
		final boolean isSearched = initialization != Initialization.RANDOM && points.dimensions() > 1;
		assertEquals(isSearched ? 20 : 10, outcomes.size());
		final List<Clusters> left = outcomes.stream()
			.filter(Optional::isPresent)
			.map(Optional::get)
			.collect(Collectors.toList());
		assertFalse(left.isEmpty());
		if (initialization == Initialization.RANDOM) assertEquals(10, left.size());
		for (final Clusters clusters : left)
			assertEquals(Math.min(4, points.size()), clusters.size());
	}

	/** No part of nothing is more than nothing. */
	@Test
	void noneIsBehindWhereTheBestFitsExactly() {
		final RandomPoints zero = new RandomPoints(new long[][] { { 0, 0 } }, new long[] { 5 });
		assertTrue(outcomes(zero, 1, Initialization.KMEANS_PLUS_PLUS).stream()
			.allMatch(outcome -> outcome.get().compactness() == 0));
	}

	private static List<Optional<Clusters>> outcomes(final RandomPoints points, final int k,
		final Initialization initialization)
	{
		return new Attempts(points.tree(), k, OPTIONS.withInitialization(initialization), DESCENDING)
			.outcomes();
	}
}
