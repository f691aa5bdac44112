package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.cluster.RandomPoints.squared;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** One assignment among many nodes. */
class FilteringTest {

	/** Each point by itself, compared with each centre. */
	@Property(tries = 60)
	void sumsAreThoseOfTheNearestCentres(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 2500);
		final double[][] start = points.start(k, new Random(seed));
		final Partition plain = new Partition(points.tree(), Centres.of(start));
		for (int i = 0; i < points.size(); i++)
			plain.addPoint(nearest(start, points.point(i)), points.point(i), points.weight(i));
		assertSame(plain, Filtering.assign(points.tree(), Centres.of(start)));
	}

	private static int nearest(final double[][] centres, final double[] x) {
		int nearest = 0;
		for (int j = 1; j < centres.length; j++)
			if (squared(centres[j], x) < squared(centres[nearest], x)) nearest = j;
		return nearest;
	}

	private static void assertSame(final Partition expected, final Partition partition) {
		assertArrayEquals(expected.counts(), partition.counts());
		assertEquals(expected.means(), partition.means());
		assertEquals(expected.compactness(), partition.compactness());
	}

	/** Equal centres tie everywhere. */
	@Property(tries = 40)
	void aCentreThatComesAgainGetsNothing(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 2500);
		final double[][] start = points.start(k, new Random(seed));
		final double[][] twice = Arrays.copyOf(start, 2 * k);
		System.arraycopy(start, 0, twice, k, k);
		final Partition once = Filtering.assign(points.tree(), Centres.of(start));
		final Partition again = Filtering.assign(points.tree(), Centres.of(twice));
		assertArrayEquals(Arrays.copyOf(once.counts(), 2 * k), again.counts());
		assertEquals(once.compactness(), again.compactness());
	}

	/** Whatever the tree makes of either part. */
	@Property(tries = 40)
	void partsOfThePointsAddUp(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k,
		@ForAll @IntRange(min = 1, max = 99) final int percent)
	{
		final RandomPoints points = RandomPoints.of(seed, 2500);
		final int cut = Math.max(1, points.size() * percent / 100);
		if (cut == points.size()) return;
		final Centres centres = Centres.of(points.start(k, new Random(seed)));
		final Partition whole = Filtering.assign(points.tree(), centres);
		final Partition sum = Filtering.assign(points.part(0, cut).tree(), centres)
			.add(Filtering.assign(points.part(cut, points.size()).tree(), centres));
		assertArrayEquals(whole.counts(), sum.counts());
		assertEquals(whole.means(), sum.means());
	}

	/** By a power of two, so that nothing rounds otherwise. */
	@Property(tries = 40)
	void weightsCountAsRepetition(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k,
		@ForAll @IntRange(min = 0, max = 10) final int power)
	{
		final RandomPoints points = RandomPoints.of(seed, 1000);
		final Centres centres = Centres.of(points.start(k, new Random(seed)));
		final Partition plain = Filtering.assign(points.tree(), centres);
		final Partition heavy = Filtering.assign(points.weighted(1L << power).tree(), centres);
		for (int j = 0; j < k; j++)
			assertEquals(plain.counts()[j] << power, heavy.counts()[j]);
		assertEquals(plain.means(), heavy.means());
		assertEquals(Math.scalb(plain.compactness(), power), heavy.compactness());
	}

	/** Of 4096 points there are 128 leaves under 32, 8, 2 and 1 node. */
	@Test
	void whatIsDecidedIsNotLookedAtAnyCloser() {
		final RandomPoints line = KMeansContractTest
			.values(new Random(1).longs(0, 1L << 40).distinct().limit(4096).sorted().toArray());
		final Partition one = Filtering.assign(line.tree(), Centres.of(new double[][] { { 7 } }));
		assertEquals(32, one.visitedNodes());
		assertEquals(0, one.comparedPoints());
		// Between two centres there is one border: only its leaf is undecided.
		final Partition two = Filtering.assign(line.tree(),
			Centres.of(new double[][] { { 0 }, { 0x1p40 } }));
		assertTrue(two.visitedNodes() <= 32 + 4, two.visitedNodes() + " nodes");
		assertTrue(two.comparedPoints() <= 32, two.comparedPoints() + " points");
	}
}
