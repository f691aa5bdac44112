package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.cluster.RandomPoints.squared;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** What the sentence on matches says, by trying all of them. */
class MatchingTest {

	@Test
	void aCentreThatIsFarFromAllGetsNone() {
		// Between others are 10 and 10: 5 is the most. 3 is near 0, 30 is 20 from 10.
		assertArrayEquals(new int[] { 0, Assignment.NONE }, matches(1, line(3, 30), line(0, 10)));
		// Where none may get none, it takes what is left.
		assertArrayEquals(new int[] { 0, 1 }, matches(0, line(3, 30), line(0, 10)));
	}

	@Test
	void withNothingToCompareThereIsNoFar() {
		assertArrayEquals(new int[] { 0 }, matches(1, line(0), line(1e6)));
	}

	private static Centres line(final double... centres) {
		return Centres.fill(centres.length, 1, (j, q) -> centres[j]);
	}

	private static int[] matches(final int spare, final Centres centres, final Centres others) {
		return new Matching(centres, others, new Checkpoint(Progress.NONE)).matches(spare);
	}

	/** Whole coordinates, so that no sum is rounded. */
	@Property(tries = 500)
	void noOtherMatchesAreCheaper(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int k,
		@ForAll @IntRange(min = 1, max = 5) final int others)
	{
		if (k == 1 && others == 1) return;
		final Random random = new Random(seed);
		final int spare = random.nextInt(7);
		final int d = 1 + random.nextInt(3);
		final double[][] a = rows(k, d, random);
		final double[][] b = rows(others, d, random);
		final int free = spare == 0 ? 0 : Math.min(spare, k);
		final double[][] costs = costs(a, b, free);
		final int[] found = matches(spare, Centres.of(a), Centres.of(b));
		assertDistinct(found, others);
		assertEquals(AssignmentTest.least(costs), total(found, a, b, k - others - free));
	}

	private static double[][] costs(final double[][] a, final double[][] b, final int free) {
		final double[][] costs = new double[a.length][b.length + free];
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < costs[i].length; j++)
				costs[i][j] = j < b.length ? squared(a[i], b[j]) : ofNone(i, a, b);
		return costs;
	}

	/** A quarter of the smaller squared gap: beside the centre, or beside its nearest. */
	private static double ofNone(final int i, final double[][] a, final double[][] b) {
		int nearest = 0;
		for (int j = 1; j < b.length; j++)
			if (squared(a[i], b[j]) < squared(a[i], b[nearest])) nearest = j;
		return Math.min(gap(i, a), gap(nearest, b)) / 4;
	}

	private static double gap(final int i, final double[][] rows) {
		return IntStream.range(0, rows.length)
			.filter(j -> j != i)
			.mapToDouble(j -> squared(rows[i], rows[j]))
			.min()
			.orElse(Double.POSITIVE_INFINITY);
	}

	/** @param tooMany of those that get none, the dearest, cost nothing */
	private static double total(final int[] found, final double[][] a, final double[][] b,
		final int tooMany)
	{
		final double[] none = IntStream.range(0, found.length)
			.filter(i -> found[i] == Assignment.NONE)
			.mapToDouble(i -> ofNone(i, a, b))
			.sorted()
			.toArray();
		final double matched = IntStream.range(0, found.length)
			.filter(i -> found[i] != Assignment.NONE)
			.mapToDouble(i -> squared(a[i], b[found[i]]))
			.sum();
		return matched + DoubleStream.of(none).limit(none.length - Math.max(0, tooMany)).sum();
	}

	private static void assertDistinct(final int[] found, final int others) {
		final int[] taken = Arrays.stream(found).filter(j -> j != Assignment.NONE).toArray();
		assertEquals(taken.length, Arrays.stream(taken).distinct().count());
		assertTrue(Arrays.stream(taken).allMatch(j -> j >= 0 && j < others));
	}

	/** To whatever power of two the unit is, up to where squares would leave the range. */
	@Property(tries = 100)
	void unitsChangeNothing(@ForAll final long seed,
		@ForAll @IntRange(min = -900, max = 900) final int exponent)
	{
		final Random random = new Random(seed);
		final int spare = random.nextInt(4);
		final Centres a = Centres.of(rows(4, 2, random));
		final Centres b = Centres.of(rows(5, 2, random));
		final double unit = Math.scalb(1.0, exponent);
		assertArrayEquals(matches(spare, a, b), matches(spare, a.times(unit), b.times(unit)));
	}

	private static double[][] rows(final int k, final int d, final Random random) {
		final int levels = random.nextBoolean() ? 8 : 256;
		final double[][] rows = new double[k][d];
		for (final double[] row : rows)
			Arrays.setAll(row, q -> 4 * random.nextInt(levels));
		return rows;
	}
}
