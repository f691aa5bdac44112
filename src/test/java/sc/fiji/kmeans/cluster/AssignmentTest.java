package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Judged by trying all assignments. */
class AssignmentTest {

	/** The cheapest number of each row is in the first column. */
	@Test
	void rowsGiveWayToEachOther() {
		assertArrayEquals(new int[] { 1, 0, 2 }, cheapest(new double[][] { //
			{ 1, 2, 9 }, { 1, 5, 9 }, { 1, 9, 3 } }));
	}

	@Test
	void theRowThatGainsLeastGoesWithout() {
		assertArrayEquals(new int[] { 0, Assignment.NONE, 1 },
			cheapest(new double[][] { { 1, 9 }, { 3, 4 }, { 9, 1 } }));
	}

	@Property(tries = 2000)
	void noAssignmentIsCheaper(@ForAll @IntRange(min = 1, max = 6) final int rows,
		@ForAll @IntRange(min = 1, max = 6) final int columns,
		@ForAll @IntRange(min = 1, max = 1000) final int levels, @ForAll final long seed)
	{
		final double[][] costs = integers(rows, columns, levels, seed);
		final int[] found = cheapest(costs);
		assertIsAssignment(found, columns);
		assertEquals(least(costs), total(costs, found), 0);
	}

	@Property(tries = 1000)
	void fractionsAreSummedUpToRounding(@ForAll @IntRange(min = 1, max = 6) final int rows,
		@ForAll @IntRange(min = 1, max = 6) final int columns, @ForAll final long seed)
	{
		final Random random = new Random(seed);
		final double[][] costs = new double[rows][];
		Arrays.setAll(costs, i -> random.doubles(columns).map(x -> Math.pow(x, 9)).toArray());
		final int[] found = cheapest(costs);
		assertIsAssignment(found, columns);
		assertEquals(least(costs), total(costs, found), 1e-14);
	}

	/** Prices p and q prove it: no sum can be less than theirs. */
	@Property(tries = 50)
	void findsWhatWasHiddenInALargeMatrix(@ForAll @IntRange(min = 1, max = 80) final int size,
		@ForAll @IntRange(min = 2, max = 100) final int levels, @ForAll final long seed)
	{
		final Random random = new Random(seed);
		final double[][] costs = integers(size, size, levels, seed);
		final int[] hidden = shuffled(size, random);
		for (int i = 0; i < size; i++)
			costs[i][hidden[i]] = 0;
		final int[] p = random.ints(size, -50, 50).toArray();
		final int[] q = random.ints(size, -50, 50).toArray();
		for (int i = 0; i < size; i++)
			for (int j = 0; j < size; j++)
				costs[i][j] += p[i] + q[j];
		final int[] found = cheapest(costs);
		assertIsAssignment(found, size);
		assertEquals(Arrays.stream(p).sum() + Arrays.stream(q).sum(), total(costs, found), 0);
	}

	/** However many other columns cost nothing. */
	@Property(tries = 500)
	void rowsThatCostNothingInTheirOwnColumnsGetThem(
		@ForAll @IntRange(min = 1, max = 20) final int rows, @ForAll @IntRange(max = 5) final int more,
		@ForAll @IntRange(min = 1, max = 3) final int levels, @ForAll final long seed)
	{
		final double[][] costs = integers(rows, rows + more, levels, seed);
		for (int i = 0; i < rows; i++)
			costs[i][i] = 0;
		assertArrayEquals(IntStream.range(0, rows).toArray(), cheapest(costs));
	}

	private static int[] cheapest(final double[][] costs) {
		return Assignment.cheapest(costs.length, costs[0].length, (i, j) -> costs[i][j],
			new Checkpoint(Progress.NONE));
	}

	private static double[][] integers(final int rows, final int columns, final int levels,
		final long seed)
	{
		final Random random = new Random(seed);
		final double[][] costs = new double[rows][columns];
		for (final double[] row : costs)
			Arrays.setAll(row, j -> random.nextInt(levels));
		return costs;
	}

	static int[] shuffled(final int size, final Random random) {
		final int[] numbers = new int[size];
		for (int i = 0; i < size; i++) {
			final int j = random.nextInt(i + 1);
			numbers[i] = numbers[j];
			numbers[j] = i;
		}
		return numbers;
	}

	private static void assertIsAssignment(final int[] found, final int columns) {
		final int[] taken = Arrays.stream(found).filter(j -> j != Assignment.NONE).toArray();
		assertEquals(Math.min(found.length, columns), taken.length);
		assertEquals(taken.length, Arrays.stream(taken).distinct().count());
	}

	private static double total(final double[][] costs, final int[] columns) {
		return IntStream.range(0, costs.length)
			.filter(i -> columns[i] != Assignment.NONE)
			.mapToDouble(i -> costs[i][columns[i]])
			.sum();
	}

	/** The least total of all assignments. */
	static double least(final double[][] costs) {
		return least(costs, 0, new boolean[costs[0].length],
			Math.max(0, costs.length - costs[0].length));
	}

	/** @param spare how many more rows may go without a column */
	private static double least(final double[][] costs, final int row, final boolean[] taken,
		final int spare)
	{
		if (row == costs.length) return 0;
		double least = spare == 0 ? Double.POSITIVE_INFINITY : least(costs, row + 1, taken, spare - 1);
		for (int j = 0; j < taken.length; j++) {
			if (taken[j]) continue;
			taken[j] = true;
			least = Math.min(least, costs[row][j] + least(costs, row + 1, taken, spare));
			taken[j] = false;
		}
		return least;
	}
}
