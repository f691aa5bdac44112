package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Sums of points, whichever cluster they are given to. */
class PartitionTest {

	@Test
	void twoClustersOfFourPixels() {
		final Partition partition = about(KMeansContractTest.values(0, 2, 10, 10), 1, 11);
		assertArrayEquals(new long[] { 2, 2 }, partition.counts());
		assertEquals(4, partition.pixels());
		assertFalse(partition.hasEmpty());
		assertArrayEquals(new double[][] { { 1 }, { 10 } }, partition.means().rows());
		// 1 + 1 about 1, 1 + 1 about 11.
		assertEquals(4, partition.compactness());
	}

	/** Also where points do not go to their nearest centre. */
	@Property(tries = 100)
	void compactnessIsExactOfAnyAssignment(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = any(random);
		final double[][] centres = points.start(k, random);
		final int[] labels = random.ints(points.size(), 0, k).toArray();
		BigDecimal sum = BigDecimal.ZERO;
		for (int i = 0; i < labels.length; i++)
			for (int q = 0; q < points.dimensions(); q++)
				sum = sum
					.add(new BigDecimal(points.point(i)[q]).subtract(new BigDecimal(centres[labels[i]][q]))
						.pow(2)
						.multiply(BigDecimal.valueOf(points.weight(i))));
		assertEquals(sum.doubleValue(), labelled(points, centres, labels).compactness());
	}

	private static Partition labelled(final RandomPoints points, final double[][] centres,
		final int... labels)
	{
		final Partition partition = new Partition(points.tree(), Centres.of(centres));
		for (int i = 0; i < labels.length; i++)
			partition.addPoint(labels[i], points.point(i), points.weight(i));
		return partition;
	}

	/** A point more often than another is as many points. */
	@Property(tries = 100)
	void aMeanIsWeightedByRepetition(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final Partition partition = labelled(points, points.start(1, new Random(seed)),
			new int[points.size()]);
		for (int q = 0; q < points.dimensions(); q++) {
			long sum = 0;
			for (final long[] pixel : points.pixels())
				sum += pixel[q];
			assertEquals((double) sum / points.pixels().length, partition.means().coordinate(0, q));
		}
	}

	@Property(tries = 50)
	void aNodeCountsAsItsPoints(@ForAll final long seed) {
		final Random random = new Random(seed);
		final RandomPoints points = any(random);
		final SearchTree tree = points.tree();
		final Centres centres = Centres.of(points.start(2, random));
		final Partition byNode = new Partition(tree, centres);
		final Partition byPoint = new Partition(tree, centres);
		for (int leaf = 0; leaf < tree.level(0).size(); leaf++) {
			byNode.addNode(leaf % 2, tree.level(0), leaf);
			for (int i = tree.begin(0, leaf); i < tree.end(0, leaf); i++)
				byPoint.addPoint(leaf % 2, points.point(i), points.weight(i));
		}
		assertSame(byPoint, byNode);
		assertEquals(tree.level(0).size() == 1, byNode.hasEmpty());
	}

	/** Parts that are added by several threads are the whole. */
	@Property(tries = 50)
	void partsAddUpInAnyMemory(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = any(random);
		final double[][] centres = points.start(k, random);
		final int[] labels = random.ints(points.size(), 0, k).toArray();
		final SearchTree tree = points.tree();
		final RunMemory memory = new RunMemory();
		final Partition sum = new Partition(tree, Centres.of(centres));
		for (int part = 0; part < 3; part++) {
			final RunArrays arrays = memory.take();
			final Partition some = new Partition(tree, Centres.of(centres), arrays);
			for (int i = part; i < labels.length; i += 3)
				some.addPoint(labels[i], points.point(i), points.weight(i));
			some.visitNode();
			some.comparePoints(5);
			sum.add(some);
			memory.takeBack(arrays);
		}
		assertSame(labelled(points, centres, labels), sum);
		assertEquals(3, sum.visitedNodes());
		assertEquals(15, sum.comparedPoints());
	}

	private static void assertSame(final Partition expected, final Partition partition) {
		assertArrayEquals(expected.counts(), partition.counts());
		assertEquals(expected.compactness(), partition.compactness());
		assertEquals(expected.means(), partition.means());
	}

	@Test
	void emptyClustersTakeTheWorstFittedPointsInTheirOrder() {
		// All are nearest to 0. 9 is farthest; then 5 is, 4 from 9, and 1 is 1 from 0.
		assertRefilled(new double[] { 9, 0, 5 },
			about(KMeansContractTest.values(0, 1, 5, 9), 50, 0, 60));
	}

	@Test
	void emptyClustersAreLeftOutWhereAllPointsAreCentres() {
		assertRefilled(new double[] { 1, 0 }, about(KMeansContractTest.values(0, 1), 1, 9, 0, 8));
	}

	private static void assertRefilled(final double[] expected, final Partition partition) {
		assertTrue(partition.hasEmpty());
		assertArrayEquals(expected,
			Arrays.stream(partition.refilled().rows()).mapToDouble(row -> row[0]).toArray());
	}

	private static Partition about(final RandomPoints points, final double... centres) {
		return Filtering.assign(points.tree(), Centres.fill(centres.length, 1, (j, q) -> centres[j]));
	}

	private static RandomPoints any(final Random random) {
		return random.nextBoolean()
			? RandomPoints.of(random.nextLong(), 200)
			: RandomPoints.wide(random, 200);
	}
}
