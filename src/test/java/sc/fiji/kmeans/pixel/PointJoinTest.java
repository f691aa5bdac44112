package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** Equal points are one, with the sum of their weights, and count for all values they mean. */
class PointJoinTest {

	/** Points, perhaps with weights, that perhaps mean finer ones. */
	private static class Some implements Coordinates {

		private final long[][] points;
		private final long[] weights;
		private final Coordinates meant;

		private Some(final long[][] points, final long[] weights, final long[][] meant) {
			this.points = points;
			this.weights = weights;
			this.meant = meant == null ? this : new Some(meant, null, null);
		}

		/** Each rounded down to a multiple of a power of two. */
		private static Some rounded(final long[][] points, final long[] weights, final int bits) {
			return new Some(Arrays.stream(points)
				.map(x -> Arrays.stream(x).map(c -> c >> bits << bits).toArray())
				.toArray(long[][]::new), weights, points);
		}

		@Override
		public int size() {
			return points.length;
		}

		@Override
		public int dimensions() {
			return points.length == 0 ? 1 : points[0].length;
		}

		@Override
		public long at(final int point, final int q) {
			return points[point][q];
		}

		@Override
		public boolean areNarrow() {
			return Arrays.stream(points)
				.flatMapToLong(Arrays::stream)
				.allMatch(x -> Math.abs(x) <= Integer.MAX_VALUE);
		}

		@Override
		public long weight(final int point) {
			return weights == null ? 1 : weights[point];
		}

		@Override
		public boolean areSingle() {
			return weights == null;
		}

		@Override
		public Coordinates values() {
			return meant;
		}
	}

	private static Map<String, Long> counted(final Some some) {
		final Map<String, Long> counted = new TreeMap<>();
		for (int i = 0; i < some.size(); i++)
			counted.merge(Arrays.toString(Arrays.stream(some.points[i]).asDoubleStream().toArray()),
				some.weight(i), Long::sum);
		return counted;
	}

	private static Map<String, Long> counted(final LocatedPoints points) {
		final Map<String, Long> counted = new TreeMap<>();
		final double[] x = new double[points.dimensions()];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			assertEquals(null, counted.put(Arrays.toString(x), points.weight(i)));
		}
		return counted;
	}

	private static int distinct(final long[][] points) {
		final Set<String> distinct = new HashSet<>();
		for (final long[] point : points)
			distinct.add(Arrays.toString(point));
		return distinct.size();
	}

	/** Few or many alike, in runs within a part or across several. */
	@Property(tries = 100)
	void pointsAreJoinedAndValuesCounted(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int dimensions,
		@ForAll @IntRange(min = 0, max = 45) final int bits)
	{
		final Random random = new Random(seed);
		final int n = random.nextInt(8) == 0 ? 70_000 : random.nextInt(500);
		final int width = 1 + random.nextInt(50);
		final long[][] points = new long[n][dimensions];
		for (final long[] point : points)
			for (int q = 0; q < dimensions; q++)
				point[q] = random.nextLong() >> Long.SIZE - width;
		final long[] weights = random.nextBoolean()
			? null
			: random.longs(n, 1, 1L << random.nextInt(30) + 1).toArray();
		final Some exact = new Some(points, weights, null);
		final LocatedPoints joined = PointJoin.of(exact, Progress.NONE);
		assertEquals(counted(exact), counted(joined));
		assertEquals(joined.size(), joined.values());
		final Some rounded = Some.rounded(points, weights, bits);
		final LocatedPoints fewer = PointJoin.of(rounded, Progress.NONE);
		assertEquals(counted(rounded), counted(fewer));
		assertEquals(distinct(points), fewer.values());
	}

	/** All at one point that mean others: not each pair of them is compared. */
	@Example
	void aLongRunIsCountedByFewQuestions() {
		final int n = 100_000;
		final AtomicLong asked = new AtomicLong();
		final long[][] points = new long[n][];
		Arrays.setAll(points, i -> new long[] { i * 7919L % n });
		final Some meant = new Some(points, null, null) {

			@Override
			public long at(final int point, final int q) {
				asked.incrementAndGet();
				return super.at(point, q);
			}
		};
		final Some rounded = new Some(new long[n][1], null, null) {

			@Override
			public Coordinates values() {
				return meant;
			}
		};
		assertEquals(n, PointJoin.of(rounded, Progress.NONE).values());
		assertTrue(asked.get() < 10L * n, asked + " questions");
	}

	/** Within a run of equal points, too. */
	@Example
	void joiningCanBeCancelledAllAlong() {
		final long[][] points = new long[200_000][];
		Arrays.setAll(points, i -> new long[] { i });
		final AtomicLong reports = new AtomicLong();
		final Some rounded = Some.rounded(points, null, 40);
		PointJoin.of(rounded, (fraction, word) -> reports.incrementAndGet());
		for (long after = 1; after < reports.get(); after += 1 + after / 3) {
			final AtomicLong left = new AtomicLong(after);
			assertThrows(CancellationException.class, () -> PointJoin.of(rounded, (fraction, word) -> {
				if (left.decrementAndGet() <= 0) throw new CancellationException();
			}));
		}
	}

	/** A run of equal points may be longer than what is joined at once. */
	@Example
	void longRunsOfEqualPointsAreJoinedInStepsThatAreHeard() {
		final long[][] points = new long[200_000][];
		for (int i = 0; i < points.length; i++)
			points[i] = new long[] { i % 1000 == 0 ? i : 7, 3 };
		final AtomicLong reports = new AtomicLong();
		final LocatedPoints joined = PointJoin.of(new Some(points, null, null), (fraction, word) -> {
			assertTrue(fraction <= 1);
			reports.incrementAndGet();
		});
		assertEquals(201, joined.size());
		long most = 0;
		for (int i = 0; i < joined.size(); i++)
			most = Math.max(most, joined.weight(i));
		assertEquals(200_000 - 200, most);
		// Taken, compared and joined.
		assertTrue(reports.get() >= 3 * 200_000 / Checks.ITEMS, reports + " reports");
	}
}
