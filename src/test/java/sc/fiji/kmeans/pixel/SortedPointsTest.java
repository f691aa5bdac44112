package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;

class SortedPointsTest {

	/** Of 32 bits with their sign. */
	private static final class Narrow implements Coordinates {

		private final long[][] points;

		private Narrow(final long[][] points) {
			this.points = points;
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
			return true;
		}

		@Override
		public long weight(final int point) {
			return 1;
		}

		@Override
		public boolean areSingle() {
			return true;
		}
	}

	/** Few values, so that many points are equal at first, or any. */
	private static long[][] random(final Random random, final int n, final int d) {
		final int shift = random.nextBoolean() ? 0 : 24 + random.nextInt(8);
		return IntStream.range(0, n)
			.mapToObj(i -> random.ints(d).mapToLong(x -> x >> shift).toArray())
			.toArray(long[][]::new);
	}

	private static int compare(final long[] a, final long[] b) {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Long.compare(a[q], b[q]);
		return 0;
	}

	@Property(tries = 80)
	void pointsAreInTheOrderOfTheirCoordinates(@ForAll final long seed,
		@ForAll @IntRange(max = 300) final int n, @ForAll @IntRange(min = 1, max = 5) final int d)
	{
		assertSorted(random(new Random(seed), n, d));
	}

	/** So many that they are sorted by digits. */
	@Property(tries = 5)
	void manyPointsAre(@ForAll final long seed) {
		assertSorted(random(new Random(seed), 20_000, 2));
	}

	private static void assertSorted(final long[][] points) {
		final int[] order = SortedPoints.order(new Narrow(points), Progress.NONE);
		final int[] all = order.clone();
		Arrays.sort(all);
		assertArrayEquals(IntStream.range(0, points.length).toArray(), all);
		final long[][] expected = points.clone();
		Arrays.sort(expected, SortedPointsTest::compare);
		for (int i = 0; i < order.length; i++)
			assertArrayEquals(expected[i], points[order[i]]);
	}

	@Test
	void theLargestNumbersAreNoOthers() {
		final long[][] points = { { Integer.MAX_VALUE }, { 0 }, { Integer.MIN_VALUE }, { -1 }, { 1 } };
		assertArrayEquals(new int[] { 2, 3, 1, 4, 0 },
			SortedPoints.order(new Narrow(points), Progress.NONE));
	}

	@Test
	void itCanBeCancelled() {
		final Narrow points = new Narrow(random(new Random(1), 10_000, 2));
		assertThrows(CancellationException.class, () -> SortedPoints.order(points, (part, word) -> {
			assertEquals("sorting", word);
			throw new CancellationException();
		}));
	}
}
