package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.cluster.RandomPoints.squared;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class CentresTest {

	@Property(tries = 100)
	void everyWayToReadGivesTheSame(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		final Centres centres = Centres.of(rows);
		final int d = rows[0].length;
		assertEquals(rows.length, centres.size());
		assertEquals(d, centres.dimensions());
		assertArrayEquals(rows, centres.rows());
		final double[] all = new double[2 + d];
		for (int j = 0; j < rows.length; j++) {
			assertArrayEquals(rows[j], centres.row(j));
			centres.read(j, all, 2);
			assertArrayEquals(rows[j], Arrays.copyOfRange(all, 2, 2 + d));
			for (int q = 0; q < d; q++)
				assertEquals(rows[j][q], centres.coordinate(j, q));
		}
		assertEquals(centres, Centres.fill(rows.length, d, (j, q) -> rows[j][q]));
	}

	@Test
	void whatIsReadIsACopy() {
		final double[][] rows = { { 1, 2 } };
		final Centres centres = Centres.of(rows);
		rows[0][0] = 9;
		centres.row(0)[1] = 9;
		centres.rows()[0][0] = 9;
		assertArrayEquals(new double[] { 1, 2 }, centres.row(0));
	}

	@Test
	void theSameNumbersInOtherDimensionsAreOtherCentres() {
		assertNotEquals(Centres.of(new double[][] { { 1, 2 } }),
			Centres.of(new double[][] { { 1 }, { 2 } }));
		assertNotEquals(Centres.of(new double[][] { { 1 }, { 2 } }),
			Centres.of(new double[][] { { 2 }, { 1 } }));
	}

	/** Also the loop that is written out. */
	@Property(tries = 300)
	void distancesAreSummedInTheOrderOfTheDimensions(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		final Centres centres = Centres.of(rows);
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < rows.length; j++) {
				final double expected = squared(rows[i], rows[j]);
				assertEquals(expected, centres.squaredDistance(i, centres, j));
				assertEquals(expected, centres.squaredDistance(i, flat(rows), j * rows[0].length));
			}
	}

	private static double[] flat(final double[][] rows) {
		return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
	}

	@Property(tries = 300)
	void theNearestIsTheFirstOfEquals(@ForAll final long seed,
		@ForAll @IntRange(max = 3) final int left)
	{
		final double[][] rows = rows(seed);
		final int n = Math.max(1, rows.length - left);
		final double[] x = rows[rows.length - 1];
		int nearest = 0;
		for (int j = 1; j < n; j++)
			if (squared(rows[j], x) < squared(rows[nearest], x)) nearest = j;
		final double least = squared(rows[nearest], x);
		final double[] at = new double[x.length + 1];
		System.arraycopy(x, 0, at, 1, x.length);
		final int d = x.length;
		assertEquals(nearest, Distances.nearest(flat(rows), n, at, 1, d));
		assertEquals(nearest, Centres.of(Arrays.copyOf(rows, n)).nearest(at, 1));
		assertEquals(-1, Centres.nearer(flat(rows), n, at, 1, d, least));
		assertEquals(nearest, Centres.nearer(flat(rows), n, at, 1, d, Math.nextUp(least)));
	}

	@Property(tries = 100)
	void inWhateverOrderTheyComeSortedTheyAreEqual(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		final List<double[]> shuffled = Arrays.asList(rows.clone());
		Collections.shuffle(shuffled, new Random(seed));
		final Centres a = Centres.of(rows).sorted();
		final Centres b = Centres.of(shuffled.toArray(new double[0][])).sorted();
		assertEquals(a, b);
		assertEquals(a.hashCode(), b.hashCode());
		assertTrue(a.isSorted(RandomPoints.BY_COMPONENT));
		Arrays.sort(rows, RandomPoints.BY_COMPONENT);
		assertArrayEquals(rows, a.rows());
	}

	@Test
	void equalOnesAreInOrder() {
		final Comparator<double[]> byFirst = Comparator.comparingDouble(x -> x[0]);
		final Centres centres = Centres.of(new double[][] { { 1, 9 }, { 1, 3 }, { 2, 0 } });
		assertTrue(centres.isSorted(byFirst));
		assertEquals(centres, centres.sorted(byFirst));
		assertEquals(false, centres.isSorted(byFirst.reversed()));
		assertEquals(false, centres.isSorted(RandomPoints.BY_COMPONENT));
	}

	@Property(tries = 100)
	void theShiftIsThatOfTheCentreThatMovedMost(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		final Random random = new Random(~seed);
		final double[][] moved = Arrays.stream(rows)
			.map(row -> Arrays.stream(row).map(x -> x + random.nextInt(5)).toArray())
			.toArray(double[][]::new);
		double largest = 0;
		for (int j = 0; j < rows.length; j++)
			largest = Math.max(largest, squared(rows[j], moved[j]));
		assertEquals(largest, Centres.of(rows).squaredShift(Centres.of(moved)));
		assertEquals(0, Centres.of(rows).squaredShift(Centres.of(rows)));
	}

	@Property(tries = 100)
	void gapsReachToTheNearestOther(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		final double[] gaps = Centres.of(rows).squaredGaps(new Checkpoint(Progress.NONE));
		for (int j = 0; j < rows.length; j++) {
			double least = Double.POSITIVE_INFINITY;
			for (int i = 0; i < rows.length; i++)
				if (i != j) least = Math.min(least, squared(rows[i], rows[j]));
			assertEquals(least, gaps[j]);
		}
	}

	@Property(tries = 100)
	void theReachIsThatOfTheLargestCoordinate(@ForAll final long seed) {
		final double[][] rows = rows(seed);
		assertEquals(Arrays.stream(flat(rows)).map(Math::abs).max().getAsDouble(),
			Centres.of(rows).reach());
	}

	@Property(tries = 100)
	void powersOfTwoLoseNothing(@ForAll final long seed,
		@ForAll @IntRange(min = -500, max = 500) final int exponent)
	{
		final Centres centres = Centres.of(rows(seed));
		final double factor = Math.scalb(1.0, exponent);
		assertEquals(centres.times(factor), centres.timesExactly(factor));
		assertEquals(centres, centres.timesExactly(factor).timesExactly(1 / factor));
	}

	@Test
	void productsThatRoundAreRefused() {
		assertEquals(3e300, Centres.exact(1.5e300, 2));
		assertEquals(-0.0, Centres.exact(-0.0, 2));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Centres.of(new double[][] { { 1, 1e308 } }).timesExactly(4)).getMessage();
		assertEquals("factor = 4.0: takes one that does not round 1.0E308", message);
		assertThrows(IllegalArgumentException.class, () -> Centres.exact(Double.MIN_VALUE, 0.5));
	}

	@Test
	void rowsThatAreNoPointsAreRefusedByName() {
		Centres.requireFinite("row", new double[][] { { 1, 2 }, { 3, 4 } }, 2);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Centres.requireFinite("row", new double[][] { { 1, 2 }, { 3 } }, 2)).getMessage();
		assertEquals("row [3.0]: takes 2 finite numbers", message);
	}

	/** 1 to 12 in 1 to 5 dimensions, of few numbers or many. */
	private static double[][] rows(final long seed) {
		final Random random = new Random(seed);
		final int d = 1 + random.nextInt(5);
		final int levels = random.nextBoolean() ? 3 : 1000;
		final double step = random.nextBoolean() ? 1 : 0.1;
		final double[][] rows = new double[1 + random.nextInt(12)][d];
		for (final double[] row : rows)
			Arrays.setAll(row, q -> step * (random.nextInt(levels) - levels / 2));
		return rows;
	}
}
