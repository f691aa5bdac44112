package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;
import sc.fiji.kmeans.cluster.WeightedPointsContract;

/** Equal points become one, where the first of them was. */
class EqualPointsTest extends WeightedPointsContract {

	/** Of a few bits of the values, so that many are equal. */
	private static LocatedCounts located(final Random random, final int bits) {
		final HashedCounts counts = new HashedCounts(PixelFormat.RGB);
		for (int i = random.nextInt(2000); i >= 0; i--)
			counts.add(random.nextInt(1 << 24), 1 + random.nextInt(5), Steps.UNHEARD);
		return new LocatedCounts(counts.sorted(Steps.UNHEARD),
			new TestSpace(2, 3, false, (pixel, q) -> (pixel >> 12 * q & (1 << bits) - 1) / 8.0 - 5),
			Progress.NONE);
	}

	@Override
	protected WeightedPoints points(final long seed) {
		return new EqualPoints(located(new Random(seed), 1 + (int) (seed & 7))).joined();
	}

	@Property(tries = 60)
	void eachComesWhereItCameFirst(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int bits)
	{
		final LocatedCounts all = located(new Random(seed), bits);
		final Map<String, Long> expected = new LinkedHashMap<>();
		for (int i = 0; i < all.size(); i++)
			expected.merge(text(all, i), all.weight(i), Long::sum);
		final WeightedPoints joined = new EqualPoints(all).joined();
		final Map<String, Long> found = new LinkedHashMap<>();
		for (int i = 0; i < joined.size(); i++)
			assertEquals(null, found.put(text(joined, i), joined.weight(i)));
		assertEquals(expected.toString(), found.toString());
	}

	private static String text(final WeightedPoints points, final int i) {
		final double[] x = new double[points.dimensions()];
		points.read(i, x);
		return Arrays.toString(x);
	}

	/** Nothing is copied where nothing is joined. */
	@Example
	void differentOnesStay() {
		final HashedCounts counts = new HashedCounts(PixelFormat.RGB);
		for (int i = 0; i < 100; i++)
			counts.add(i, 1, Steps.UNHEARD);
		final LocatedCounts points = new LocatedCounts(counts.sorted(Steps.UNHEARD),
			new TestSpace(1, 0, false, (pixel, q) -> pixel), Progress.NONE);
		assertSame(points, new EqualPoints(points).joined());
	}
}
