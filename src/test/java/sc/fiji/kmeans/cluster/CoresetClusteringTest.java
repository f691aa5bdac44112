package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Errors, swaps and when to stop. */
class CoresetClusteringTest {

	@Test
	void fourPointsInTwoClusters() {
		final CoresetClustering clustering = WholeCoreset
			.clustering(KMeansContractTest.values(0, 2, 10, 12), 2)
			.begin(line(0, 9));
		assertCentres(clustering, 1, 11);
		// Four points, each 1 from its mean.
		assertEquals(4, clustering.error());
	}

	/** One centre is worth most between 100 and 201, and one of 0 and 1 is not missed. */
	@Test
	void aSwapPutsACentreWhereItIsMissed() {
		final CoresetClustering clustering = WholeCoreset
			.clustering(KMeansContractTest.values(0, 1, 100, 101, 200, 201), 4)
			.begin(line(0, 1, 150));
		new CentreSwap(clustering, new Random(1)).swap(0, 0, 0, Double.POSITIVE_INFINITY);
		assertCentres(clustering, 0.5, 100.5, 200.5);
		assertEquals(1.5, clustering.error(), 1e-9);
	}

	@Test
	void whereNoPointIsNoneIsAdded() {
		final CoresetClustering clustering = WholeCoreset.clustering(KMeansContractTest.values(5), 3)
			.begin(line(5, 900));
		new CentreSwap(clustering, new Random(1)).swap(1, 0, 0, Double.POSITIVE_INFINITY);
		assertCentres(clustering, 5, 900);
	}

	private static Centres line(final double... centres) {
		return Centres.fill(centres.length, 1, (j, q) -> centres[j]);
	}

	private static void assertCentres(final CoresetClustering clustering, final double... centres) {
		assertArrayEquals(centres,
			Arrays.stream(clustering.means().sorted().rows()).mapToDouble(row -> row[0]).toArray(),
			1e-12);
	}

	/** Among all points it is what the engine finds, exactly. */
	@Property(tries = 100)
	void meansAndErrorsAreThoseOfAnAssignment(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Centres start = Centres.of(points.start(k, new Random(seed)));
		final CoresetClustering clustering = WholeCoreset.clustering(points, k).begin(start);
		final Partition partition = Filtering.assign(points.tree(), start);
		double error = points.tree().squares().doubleValue();
		for (int j = 0; j < k; j++)
			for (int q = 0; q < points.dimensions(); q++) {
				final boolean isEmpty = partition.counts()[j] == 0;
				final double mean = isEmpty ? start.coordinate(j, q) : partition.means().coordinate(j, q);
				assertEquals(mean, clustering.mean(j, q));
				if (!isEmpty) error -= partition.counts()[j] * mean * mean;
			}
		assertEquals(error, clustering.error(), 1e-11 * points.tree().squares().doubleValue());
	}

	@Property(tries = 100)
	void settlingEndsWhereNothingGetsBetter(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final CoresetClustering clustering = WholeCoreset.clustering(points, k)
			.begin(Centres.of(points.start(k, new Random(seed))));
		final double before = clustering.error();
		final double settled = clustering.settle(0, Double.POSITIVE_INFINITY).error();
		final double rounding = 1e-11 * points.tree().squares().doubleValue();
		assertTrue(settled <= before + rounding);
		assertEquals(settled, clustering.move(clustering::mean).error(), rounding);
	}

	/** Either the last move gained too little, or the goal is out of sight: one move each. */
	@Property(tries = 100)
	void settlingStopsEarlyWhereItIsToldTo(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Centres start = Centres.of(points.start(k, new Random(seed)));
		final CoresetClustering once = WholeCoreset.clustering(points, k).begin(start);
		once.move(once::mean);
		final CoresetClustering patient = WholeCoreset.clustering(points, k).begin(start);
		assertEquals(once.means(), patient.settle(1, Double.POSITIVE_INFINITY).means());
		final CoresetClustering hopeless = WholeCoreset.clustering(points, k).begin(start);
		assertEquals(once.means(), hopeless.settle(0, Double.NEGATIVE_INFINITY).means());
	}

	@Property(tries = 50)
	void aCopyGoesItsOwnWay(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Coreset coreset = WholeCoreset.of(points);
		final CoresetClustering original = new CoresetClustering(coreset, k + 1, new RunArrays())
			.begin(Centres.of(points.start(k, new Random(seed))));
		final Centres means = original.means();
		final double error = original.error();
		final CoresetClustering copy = new CoresetClustering(coreset, k + 1, new RunArrays())
			.copy(original);
		assertEquals(means, copy.means());
		assertEquals(error, copy.error());
		new CentreSwap(copy, new Random(seed)).swap(0, 0, 0, Double.POSITIVE_INFINITY);
		assertEquals(means, original.means());
		assertEquals(error, original.error());
		assertEquals(k, copy.means().size());
	}

	/** It may have another one as near, so distances are compared. */
	@Property(tries = 50)
	void aSwapLeavesEachPointWithItsNearestCentre(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 12) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed);
		final Random random = new Random(seed);
		final CoresetClustering clustering = WholeCoreset.clustering(points, k + 1)
			.begin(Centres.of(points.start(k, random)));
		new CentreSwap(clustering, random).swap(random.nextInt(5), random.nextInt(2), 0,
			Double.POSITIVE_INFINITY);
		clustering.settle(0, Double.POSITIVE_INFINITY);
		assertEquals(distances(clustering.move(clustering::mean)),
			distances(WholeCoreset.clustering(points, k).begin(clustering.means())),
			1e-11 * points.tree().squares().doubleValue());
	}

	/** The sum of weight times squared distance of means to their centres. */
	private static double distances(final CoresetClustering clustering) {
		return IntStream.range(0, clustering.size()).mapToDouble(clustering::error).sum();
	}
}
