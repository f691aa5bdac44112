package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Steps;

/** The order depends on the points alone, and equal ones are neighbours. */
class PointSortTest {

	private static List<long[]> random(final Random random, final int n, final int dimensions,
		final int bits)
	{
		final List<long[]> points = new ArrayList<>();
		while (points.size() < n) {
			final long[] x = new long[dimensions];
			for (int q = 0; q < dimensions; q++)
				x[q] = (random.nextLong() >> Long.SIZE - 1 - bits) >> random.nextInt(bits);
			points.add(x);
		}
		return points;
	}

	private static PointRows rows(final List<long[]> points, final boolean isNarrow) {
		final int d = points.get(0).length;
		final PointRows rows = new PointRows(points.size(), d, isNarrow, true);
		for (int i = 0; i < points.size(); i++) {
			for (int q = 0; q < d; q++)
				if (isNarrow) rows.narrow[i * d + q] = (int) points.get(i)[q];
				else rows.wide[i * d + q] = points.get(i)[q];
			rows.was[i] = i;
		}
		return rows;
	}

	private static List<String> sorted(final List<long[]> points, final boolean isNarrow,
		final Steps steps)
	{
		final int n = points.size();
		final int d = points.get(0).length;
		final PointRows rows = new PointSort(rows(points, isNarrow), n, steps).sorted();
		final List<String> sorted = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final long[] x = new long[d];
			for (int q = 0; q < d; q++)
				x[q] = rows.at(i, q);
			assertEquals(Arrays.toString(points.get(rows.was[i])), Arrays.toString(x));
			sorted.add(Arrays.toString(x));
		}
		return sorted;
	}

	/** So many that several threads sort them, a few that are compared, and none in between. */
	@Property(tries = 60)
	void itIsAnOrderOfThePoints(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int dimensions,
		@ForAll @IntRange(min = 1, max = 61) final int bits)
	{
		final Random random = new Random(seed);
		final int n = random.nextInt(8) == 0 ? 150_000 / dimensions : 1 + random.nextInt(3000);
		final List<long[]> points = random(random, n, dimensions, bits);
		final List<String> sorted = sorted(points, bits < 31, Steps.UNHEARD);
		Collections.shuffle(points, random);
		assertEquals(sorted, sorted(points, bits < 31, Steps.UNHEARD));
		final Set<String> before = new HashSet<>();
		for (int i = 0; i < n; i++)
			if (i == 0 || !sorted.get(i).equals(sorted.get(i - 1)))
				assertFalse(!before.add(sorted.get(i)), sorted.get(i));
	}

	/** On a line it is the order of the numbers. */
	@Property(tries = 20)
	void aLineIsAscending(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 61) final int bits)
	{
		final Random random = new Random(seed);
		final List<long[]> points = random(random, 1 + random.nextInt(100_000), 1, bits);
		final List<String> sorted = sorted(points, false, Steps.UNHEARD);
		points.sort((a, b) -> Long.compare(a[0], b[0]));
		for (int i = 0; i < points.size(); i++)
			assertEquals(Arrays.toString(points.get(i)), sorted.get(i));
	}

	/** What is near shares the high bits: the halves of the longest side come one after the other. */
	@Property(tries = 20)
	void halvesFollowEachOther(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 5) final int dimensions)
	{
		final Random random = new Random(seed);
		final List<long[]> points = new ArrayList<>();
		for (int i = 0; i < 20_000; i++)
			points.add(random.longs(dimensions, 0, 1000).toArray());
		for (final long[] x : points)
			if (random.nextBoolean()) x[0] += 40_000;
		points.add(new long[dimensions]);
		final List<String> sorted = sorted(points, true, Steps.UNHEARD);
		boolean isUpper = false;
		for (final String point : sorted) {
			final boolean isNext = Long.parseLong(point.substring(1).split(",")[0]) >= 32_768;
			assertFalse(isUpper && !isNext, point);
			isUpper = isNext;
		}
	}

	/** Few or many, of few bits: the order of the numbers that take a bit of each in turn. */
	@Property(tries = 30)
	void itIsTheZOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 9) final int dimensions,
		@ForAll @IntRange(min = 1, max = 4) final int bits, @ForAll final boolean areMany)
	{
		final Random random = new Random(seed);
		final List<long[]> points = new ArrayList<>();
		points.add(new long[dimensions]);
		points.add(random.longs(dimensions, (1 << bits) - 1, 1 << bits).toArray());
		final int n = areMany ? 32_768 + random.nextInt(9_999) : 13 + random.nextInt(99);
		while (points.size() < n)
			points.add(random.longs(dimensions, 0, 1 << random.nextInt(bits + 1)).toArray());
		long before = -1;
		for (final String point : sorted(points, random.nextBoolean(), Steps.UNHEARD)) {
			final long number = zOrder(point.substring(1, point.length() - 1).split(", "), bits);
			assertTrue(number >= before, point);
			before = number;
		}
	}

	private static long zOrder(final String[] coordinates, final int bits) {
		long number = 0;
		for (int bit = bits - 1; bit >= 0; bit--)
			for (final String x : coordinates)
				number = 2 * number + (Long.parseLong(x) >> bit & 1);
		return number;
	}

	/** They share their cell with few others, or with none. */
	@Property(tries = 8)
	void equalOnesMayBeNearlyAll(@ForAll final long seed, @ForAll final boolean areAll) {
		final Random random = new Random(seed);
		final List<long[]> points = new ArrayList<>(
			Collections.nCopies(40_000, new long[] { 5, 5, 5 }));
		if (!areAll) points.addAll(random(random, 50, 3, 30));
		Collections.shuffle(points, random);
		final List<String> sorted = sorted(points, true, Steps.UNHEARD);
		final int first = sorted.indexOf("[5, 5, 5]");
		assertEquals(first + 39_999, sorted.lastIndexOf("[5, 5, 5]"));
	}

	/** At any of its checks, with cells or without. */
	@Property(tries = 12)
	void sortingCanBeCancelled(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int dimensions)
	{
		final Random random = new Random(seed);
		final List<long[]> points = random(random, 60_000, dimensions, 40);
		final AtomicInteger checks = new AtomicInteger();
		// The first report is that of the steps themselves.
		sorted(points, false, new Steps((fraction, word) -> checks.incrementAndGet(), "", 1));
		final AtomicInteger left = new AtomicInteger(2 + random.nextInt(checks.get() - 1));
		final Steps steps = new Steps((fraction, word) -> {
			if (left.decrementAndGet() <= 0) throw new CancellationException();
		}, "", 1);
		assertThrows(CancellationException.class, () -> sorted(points, false, steps));
	}
}
