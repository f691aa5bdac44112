package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against loops that are written as the definition says. */
class DistancesTest {

	/** Few levels, so that ties occur, or any numbers. */
	private static double[] random(final Random random, final int n) {
		final int levels = random.nextBoolean() ? 3 : 0;
		return random.doubles(n).map(x -> levels > 0 ? Math.floor(levels * x) : 100 * x - 50).toArray();
	}

	private static double squared(final double[] a, final int fromA, final double[] b,
		final int fromB, final int d)
	{
		double sum = 0;
		for (int q = 0; q < d; q++)
			sum += (b[fromB + q] - a[fromA + q]) * (b[fromB + q] - a[fromA + q]);
		return sum;
	}

	@Property(tries = 100)
	void distancesAreSummedInTheOrderOfTheDimensions(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int d)
	{
		final Random random = new Random(seed);
		final double[] a = random(random, 3 * d);
		final double[] b = random(random, 2 * d);
		assertEquals(squared(a, d, b, d, d), Distances.squared(a, d, b, d, d), 0);
		assertEquals(Distances.squared(a, 0, b, 0, d), Distances.squared(b, 0, a, 0, d), 0);
	}

	/** The first of equally near ones, in few dimensions and in many. */
	@Property(tries = 300)
	void theNearestIsTheFirstOfEquals(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int d,
		@ForAll @IntRange(min = 1, max = 30) final int n)
	{
		final Random random = new Random(seed);
		final double[] centres = random(random, n * d);
		final double[] x = random(random, 2 * d);
		int nearest = 0;
		for (int j = 1; j < n; j++)
			if (squared(centres, j * d, x, d, d) < squared(centres, nearest * d, x, d, d)) nearest = j;
		assertEquals(nearest, Distances.nearest(centres, n, x, d, d));
	}

	private static final class Setup {

		private final int d;
		private final int k;
		private final double[] centres;
		private final int own;
		private final Rivals rivals;

		private Setup(final Random random) {
			d = 1 + random.nextInt(10);
			k = 2 + random.nextInt(20);
			centres = random(random, k * d);
			own = random.nextInt(k);
			rivals = new Rivals(k, d, new RunArrays());
		}

		private void begin(final double reach) {
			rivals.begin(centres, own, reach);
			for (int j = 0; j < k; j++)
				rivals.add(j);
		}
	}

	/** Whoever is farther from the centre than twice the farthest point can not be nearer to one. */
	@Property(tries = 300)
	void noRivalIsForgotten(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Setup setup = new Setup(random);
		final double[] x = new double[setup.d];
		for (int q = 0; q < setup.d; q++)
			x[q] = setup.centres[setup.own * setup.d + q] + random.nextGaussian() * 5;
		final double squared = squared(setup.centres, setup.own * setup.d, x, 0, setup.d);
		setup.begin(2 * Math.sqrt(squared));
		final int found = setup.rivals.nearer(setup.rivals.size(), x, 0, squared);
		int nearest = Rivals.NONE;
		double least = squared;
		for (int j = 0; j < setup.k; j++) {
			final double other = squared(setup.centres, j * setup.d, x, 0, setup.d);
			if (j != setup.own && other < least) {
				least = other;
				nearest = j;
			}
		}
		final double distance = found == Rivals.NONE
			? squared
			: squared(setup.centres, found * setup.d, x, 0, setup.d);
		assertEquals(least, distance, 1e-9 * (1 + least));
		assertTrue(nearest != Rivals.NONE || distance >= squared * (1 - 1e-9));
	}

	/** Of all that were added, however far. */
	@Property(tries = 100)
	void theNearestRivalIsTheNearestOther(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Setup setup = new Setup(random);
		setup.begin(Double.POSITIVE_INFINITY);
		assertEquals(setup.k - 1, setup.rivals.size());
		final double[] x = random(random, setup.d);
		final int nearest = setup.rivals.nearest(x, 0);
		for (int j = 0; j < setup.k; j++)
			assertTrue(j == setup.own || squared(setup.centres, nearest * setup.d, x, 0,
				setup.d) <= squared(setup.centres, j * setup.d, x, 0, setup.d) * (1 + 1e-12));
	}

	/** Those beyond reach are none; it can be begun again. */
	@Property(tries = 60)
	void rivalsAreWithinReach(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Setup setup = new Setup(random);
		setup.begin(Double.POSITIVE_INFINITY);
		final double reach = 20 * random.nextDouble();
		setup.begin(reach);
		int within = 0;
		for (int j = 0; j < setup.k; j++)
			if (j != setup.own && Math.sqrt(
				squared(setup.centres, setup.own * setup.d, setup.centres, j * setup.d, setup.d)) <= reach)
				within++;
		assertEquals(within, setup.rivals.size(), 1);
	}
}
