package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of the parts of the search. */
class SearchLawsTest {

	@Property
	void lookingAtWhatCanChangeIsEnough(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int k)
	{
		final RandomPoints points = scattered(seed);
		final CoresetClustering clustering = rough(points, k);
		double[][] centres = points.start(k, new Random(seed));
		clustering.begin(Centres.of(centres));
		for (int i = 0; i < 6; i++) {
			centres = moved(points, centres);
			assertSame(centres, clustering.means().rows());
			clustering.move(clustering::mean);
		}
	}

	/** One of Lloyd's iterations, all points compared with all centres. */
	private static double[][] moved(final RandomPoints points, final double[][] centres) {
		final double[][] sums = new double[centres.length][points.dimensions()];
		final double[] weights = new double[centres.length];
		for (int i = 0; i < points.size(); i++) {
			final double[] x = points.point(i);
			final int nearest = Centres.of(centres).nearest(x, 0);
			weights[nearest] += points.weight(i);
			for (int q = 0; q < x.length; q++)
				sums[nearest][q] += points.weight(i) * x[q];
		}
		for (int j = 0; j < sums.length; j++)
			for (int q = 0; q < sums[j].length; q++)
				sums[j][q] = weights[j] == 0 ? centres[j][q] : sums[j][q] / weights[j];
		return sums;
	}

	/** After swaps, copied, moved elsewhere: what a new one about its means would be. */
	@Property
	void nothingIsLeftOfWhatWasBefore(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 30) final int k)
	{
		final RandomPoints points = scattered(seed);
		final Random random = new Random(seed);
		final CoresetClustering before = rough(points, k + 1);
		final CoresetClustering clustering = rough(points, k + 1);
		before.begin(Centres.of(points.start(k, random)));
		for (int i = 0; i < 4; i++) {
			new CentreSwap(clustering.copy(before), random).swap(random.nextInt(5), random.nextInt(2),
				0.001, Double.POSITIVE_INFINITY);
			before.move(clustering::mean);
			final Centres means = before.means();
			before.move(before::mean);
			final CoresetClustering fresh = rough(points, k).begin(means);
			assertEquals(fresh.error(), before.error(), 1e-9 * fresh.error());
			assertSame(fresh.means().rows(), before.means().rows());
		}
	}

	private static void assertSame(final double[][] expected, final double[][] centres) {
		assertEquals(expected.length, centres.length);
		for (int j = 0; j < expected.length; j++)
			assertArrayEquals(expected[j], centres[j], 1e-4);
	}

	/** So far apart, in more than one dimension, that none is as near to two centres. */
	private static RandomPoints scattered(final long seed) {
		final Random random = new Random(seed);
		final int d = 2 + random.nextInt(3);
		final long[][] rows = new long[1 + random.nextInt(300)][];
		Arrays.setAll(rows, i -> random.longs(d, 0, 1 << 20).toArray());
		return new RandomPoints(rows, random.longs(rows.length, 1, 4).toArray());
	}

	/** Among all points. */
	private static CoresetClustering rough(final RandomPoints points, final int k) {
		return new CoresetClustering(CoresetCut.coresets(points.tree(), points.size())[0], k,
			new RunArrays());
	}

	@Property(tries = 200)
	void coresetsStandForAllPoints(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 400) final int limit)
	{
		final RandomPoints points = RandomPoints.of(seed, 3000);
		final SearchTree tree = points.tree();
		for (final Coreset coreset : CoresetCut.coresets(tree, limit, 2 * limit)) {
			assertTrue(coreset.size() <= 2 * limit);
			double weight = 0;
			double spread = tree.squares().doubleValue();
			for (int i = 0; i < coreset.size(); i++) {
				weight += coreset.weight(i);
				for (int q = 0; q < points.dimensions(); q++)
					spread -= coreset.sum(i, q) * coreset.sum(i, q) / coreset.weight(i);
			}
			assertEquals(points.pixels().length, weight);
			assertEquals(spread, coreset.spread(), 1e-9 * tree.squares().doubleValue());
		}
	}

	@Property(tries = 100)
	void theMostSpreadNodeComesFirst(@ForAll final long seed) {
		final SearchTree tree = RandomPoints.of(seed, 5000).tree();
		final int n = tree.level(0).size();
		final ScatterHeap nodes = new ScatterHeap(tree, n);
		for (int leaf = 0; leaf < n; leaf++)
			nodes.add(0, leaf);
		double before = Double.POSITIVE_INFINITY;
		final Set<Integer> seen = new HashSet<>();
		for (; !nodes.isEmpty(); nodes.remove()) {
			assertTrue(tree.level(0).scatter(nodes.number()) <= before);
			before = tree.level(0).scatter(nodes.number());
			seen.add(nodes.number());
		}
		assertEquals(n, seen.size());
	}

	@Property
	void squaresAddUpExactly(
		@ForAll final List<@LongRange(min = -0xffffffffL, max = 0xffffffffL) Long> values,
		@ForAll @LongRange(min = 1, max = 1L << 40) final long weight)
	{
		final SquareSum sum = new SquareSum();
		BigInteger exact = BigInteger.ZERO;
		for (final long value : values)
			for (final long w : new long[] { weight, weight % (1 << 30), 1 }) {
				sum.add(w, value);
				exact = exact.add(BigInteger.valueOf(w).multiply(BigInteger.valueOf(value).pow(2)));
			}
		assertEquals(exact, sum.total());
		sum.add(sum);
		assertEquals(exact.shiftLeft(1), sum.total());
	}

	@Property
	void squaresOfAnyWidthAddUpExactly(@ForAll final long seed) {
		final Random random = new Random(seed);
		final SquareSum sum = new SquareSum();
		BigInteger exact = BigInteger.ZERO;
		for (int i = 0; i < 3000; i++) {
			final int bits = random.nextInt(63);
			final long value = (random.nextBoolean() ? 1 : -1)
				* (random.nextBoolean() ? (1L << bits) - 1 : random.nextLong() >>> 1 + random.nextInt(63));
			final long weight = 1 + (random.nextLong() >>> 22 + random.nextInt(42));
			sum.add(weight, value);
			exact = exact.add(BigInteger.valueOf(weight).multiply(BigInteger.valueOf(value).pow(2)));
		}
		assertEquals(exact, sum.total());
	}

	/** The widest weights and values that a part takes. */
	@Example
	void squaresAddUpExactlyAtTheLimits() {
		for (final long value : new long[] { (1L << 16) - 1, 1L << 16, (1L << 32) - 1, 1L << 32,
			(1L << 52) - 1, 1L << 52, (1L << 62) - 1 })
			for (final long weight : new long[] { 1, (1L << 10) - 1, 1L << 10, (1L << 30) - 1,
				1L << 30 })
			{
				final SquareSum sum = new SquareSum();
				for (int i = 0; i < 9; i++)
					sum.add(weight, i % 2 == 0 ? value : -value);
				assertEquals(BigInteger.valueOf(9 * weight).multiply(BigInteger.valueOf(value).pow(2)),
					sum.total());
			}
	}

	/** Some points are so far away that the others are one beside them. */
	@Property(tries = 300)
	void pointsFarAwayDoNotBlurTheOthers(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomPoints.wide(random, 2000);
		final double[][] start = points.start(k, random);
		final Partition partition = Filtering.assign(points.tree(), Centres.of(start));
		final NaiveKMeans judge = new NaiveKMeans(points.pixels(), RandomPoints.BY_COMPONENT)
			.about(start);
		for (int j = 0; j < k; j++)
			assertEquals(judge.count(j), partition.counts()[j]);
		assertEquals(judge.compactness(), partition.compactness());
	}

	/** Of so many points that candidates are handed down from node to node. */
	@Property(tries = 150)
	void everyPointGoesToItsNearestCentre(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 64) final int k)
	{
		final RandomPoints points = RandomPoints.of(seed, 5000);
		final double[][] start = points.start(k, new Random(seed));
		final Partition partition = Filtering.assign(points.tree(), Centres.of(start));
		final NaiveKMeans judge = new NaiveKMeans(points.pixels(), RandomPoints.BY_COMPONENT)
			.about(start);
		for (int j = 0; j < k; j++)
			assertEquals(judge.count(j), partition.counts()[j]);
	}

	/** Centres whose distances to a corner of the box only rounding can tell apart. */
	@Property(tries = 2000)
	void theNearestCentreOfAnyPointIsACandidate(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double[] corner = random.doubles(3, 0, 256).map(Math::rint).toArray();
		final double[] offset = random.doubles(3, -50, 50).toArray();
		final Centres centres = Centres.fill(6, 3,
			(j, q) -> corner[q] + offset[(j + q) % 3] * (random.nextBoolean() ? 1 : -1));
		final double[] box = new double[6];
		for (int q = 0; q < 3; q++) {
			final int width = random.nextInt(4);
			box[q] = corner[q] - (random.nextBoolean() ? width : 0);
			box[q + 3] = box[q] + width;
		}
		final int[] list = IntStream.range(0, 6).toArray();
		final int kept = new Candidates(centres, 256).keep(list, 0, 6, 0, box, 0);
		for (int i = 0; i < 8; i++) {
			final double[] x = { box[i % 2 * 3], box[i / 2 % 2 * 3 + 1], box[i / 4 * 3 + 2] };
			final int nearest = centres.nearest(x, 0);
			assertTrue(IntStream.of(list).limit(kept).anyMatch(j -> j == nearest));
		}
	}

	@Property(tries = 100)
	void everyRandomAttemptIsFollowed(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 10) final int attempts)
	{
		final RandomPoints points = RandomPoints.of(seed);
		assertEquals(points.size() <= 6 ? 1 : attempts,
			kMeans(Initialization.RANDOM, attempts, seed).starts(points).size());
	}

	/**
	 * Of so few points all are among the means that tell who is behind. But for the best one,
	 * which is improved after that.
	 */
	@Property(tries = 100)
	void attemptsThatAreFollowedBeginNearTheBest(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final List<double[][]> starts = kMeans(Initialization.KMEANS_PLUS_PLUS, 10, seed)
			.starts(points);
		final SearchTree tree = points.tree();
		final double[] compactness = starts.stream()
			.mapToDouble(start -> Attempt.assign(tree, Centres.of(start)).compactness())
			.distinct()
			.sorted()
			.toArray();
		final double second = compactness[Math.min(1, compactness.length - 1)];
		assertTrue(compactness[compactness.length - 1] <= second * 1.0010001
			+ 1e-9 * tree.squares().doubleValue());
	}

	@Property(tries = 100)
	void attemptsThatMeetGoOnAsOne(@ForAll final long seed) {
		final RandomPoints points = RandomPoints.of(seed);
		final List<Centres> starts = kMeans(Initialization.KMEANS_PLUS_PLUS, 10, seed).starts(points)
			.stream()
			.map(Centres::of)
			.distinct()
			.collect(Collectors.toList());
		final SearchTree tree = points.tree();
		for (final Centres a : starts)
			for (final Centres b : starts)
				assertTrue(a == b || a.squaredShift(b) > 0.2 * 0.2
					|| Attempt.assign(tree, a).compactness() > 1.00009 * Attempt.assign(tree, b).compactness()
					|| Attempt.assign(tree, b).compactness() > 1.00009
						* Attempt.assign(tree, a).compactness());
	}

	private static KMeans kMeans(final Initialization initialization, final int attempts,
		final long seed)
	{
		return new KMeans(KMeansOptions.defaults()
			.withClusters(6)
			.withAttempts(attempts)
			.withInitialization(initialization)
			.withRandomSeed(seed), RandomPoints.BY_COMPONENT);
	}
}
