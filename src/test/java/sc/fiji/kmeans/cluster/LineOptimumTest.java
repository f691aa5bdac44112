package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** On a line the best clusters are found. */
class LineOptimumTest {

	private static final double ROUNDING = 1e-9;

	@Property(tries = 300)
	void nothingIsBetterThanWhatIsFound(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 16) final int k)
	{
		final RandomPoints points = line(seed);
		final Clusters found = cluster(points, k);
		final double least = least(points, Math.min(k, points.size()));
		assertEquals(least, found.compactness(), ROUNDING * (1 + least));
		assertTrue(found.isOptimal());
	}

	/** Alone in its cluster, a point far off costs the others no digits. */
	@Property(tries = 100)
	void aPointFarOffChangesNothingElse(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int k,
		@ForAll @IntRange(min = 40, max = 52) final int bits)
	{
		final RandomPoints points = line(seed);
		final long[] values = IntStream.range(0, points.size())
			.flatMap(i -> IntStream.generate(() -> i).limit(points.weight(i)))
			.mapToLong(i -> (long) points.point(i)[0])
			.toArray();
		final long[] more = Arrays.copyOf(values, values.length + 1);
		more[values.length] = 1L << bits;
		assertEquals(cluster(points, k).compactness(),
			cluster(KMeansContractTest.values(more), k + 1).compactness(), ROUNDING);
	}

	/** A tree of several leaves, of which the points need not be in order. */
	private static RandomPoints line(final long seed) {
		final Random random = new Random(seed);
		final int levels = 2 + random.nextInt(random.nextBoolean() ? 300 : 30);
		final long[] values = random.longs(1 + random.nextInt(600), 0, levels)
			.map(x -> random.nextInt(3) == 0 ? x : x * x / levels)
			.toArray();
		return KMeansContractTest.values(values);
	}

	/** By trying where the last cluster begins. */
	private static double least(final RandomPoints points, final int k) {
		final double[][] errors = errors(points);
		double[] before = new double[points.size() + 1];
		Arrays.fill(before, Double.POSITIVE_INFINITY);
		before[0] = 0;
		for (int j = 0; j < k; j++) {
			final double[] row = new double[before.length];
			Arrays.fill(row, Double.POSITIVE_INFINITY);
			for (int end = 1; end < row.length; end++)
				for (int begin = 0; begin < end; begin++)
					row[end] = Math.min(row[end], before[begin] + errors[begin][end]);
			before = row;
		}
		return before[points.size()];
	}

	/** Of each run, by its begin and end. */
	private static double[][] errors(final RandomPoints points) {
		final long[][] sorted = sorted(points);
		final double[][] errors = new double[sorted.length][sorted.length + 1];
		for (int begin = 0; begin < sorted.length; begin++)
			for (int end = begin + 1; end <= sorted.length; end++)
				errors[begin][end] = error(sorted, begin, end);
		return errors;
	}

	private static long[][] sorted(final RandomPoints points) {
		final long[][] sorted = new long[points.size()][];
		Arrays.setAll(sorted, i -> new long[] { (long) points.point(i)[0], points.weight(i) });
		Arrays.sort(sorted, (a, b) -> Long.compare(a[0], b[0]));
		return sorted;
	}

	/** About the mean, as a distance from the first. */
	private static double error(final long[][] points, final int from, final int to) {
		long weight = 0;
		long sum = 0;
		for (int i = from; i < to; i++) {
			weight += points[i][1];
			sum += points[i][1] * (points[i][0] - points[from][0]);
		}
		final double mean = (double) sum / weight;
		double error = 0;
		for (int i = from; i < to; i++) {
			final double distance = points[i][0] - points[from][0] - mean;
			error += points[i][1] * distance * distance;
		}
		return error;
	}

	/** About exact means. */
	private static double error(final RandomPoints points, final long[] counts) {
		final double[][] errors = errors(points);
		double error = 0;
		int begin = 0;
		for (final long count : counts) {
			int end = begin;
			for (long left = count; left > 0; end++)
				left -= points.weight(end);
			error += errors[begin][end];
			begin = end;
		}
		return error;
	}

	/** With few pieces in each round, so that there are several rounds. */
	@Property(tries = 800)
	void thatIsSoHoweverFewPiecesThereAre(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int k,
		@ForAll @IntRange(min = 1, max = 40) final int pieces)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomLines.of(random, 2 + random.nextInt(130));
		if (points.size() < k) return;
		final double least = least(points, k);
		final SearchTree tree = points.tree();
		final Centres found = LineOptimum.centres(tree, k, pieces).get();
		assertEquals(least, error(points, Filtering.assign(tree, found).counts()), 1e-11 * least);
	}

	@Property(tries = 100)
	void theJudgeIsNeverBetter(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 7) final int k)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomLines.of(random, 8 + random.nextInt(60));
		final double found = cluster(points, k).compactness();
		for (int i = 0; i < 5; i++)
			assertTrue(new NaiveKMeans(points.pixels(), RandomPoints.BY_COMPONENT)
				.run(points.start(Math.min(k, points.size()), random), 0, 100)
				.compactness() >= found * (1 - ROUNDING));
	}

	/** The means of the best clusters are where each of their points is nearest. */
	@Property(tries = 100)
	void itEndsWhereItStarts(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final RandomPoints points = RandomLines.of(new Random(seed), 400);
		if (points.size() <= k) return;
		final KMeansOptions options = KMeansOptions.defaults().withClusters(k);
		final Clusters once = cluster(points, options.withIterations(1).withEpsilon(0));
		assertEquals(LineOptimum.starts(points.tree(), k).get().find(new Random(1)).get(0),
			once.centres());
		assertEquals(1, once.iterations());
		assertFalse(once.limitReached());
		assertTrue(once.isOptimal());
		for (final Clusters other : Arrays.asList(cluster(points, options),
			cluster(points, options.withAttempts(1)), cluster(points, options.withEpsilon(1e9))))
		{
			assertEquals(once.centres(), other.centres());
			assertEquals(once.compactness(), other.compactness());
			assertEquals(other.attempts(), other.agreeing());
		}
	}

	/** As many different values as a 32-bit image has: those of all points at once. */
	@Test
	void hundredsOfThousandsOfValuesHaveTheirOptimum() {
		final Random random = new Random(3);
		final RandomPoints points = distinct(IntStream.range(0, 300000)
			.mapToLong(i -> (long) ((i % 3 + (1 + i % 5) * random.nextGaussian()) * (1L << 24))));
		final SearchTree tree = points.tree();
		final LinePieces all = LinePieces.whole(LinePoints.of(tree), true).split(points.size());
		final RunErrors errors = all.errors();
		for (final int k : new int[] { 3, 8 }) {
			final int[] cuts = LineTable.of(LineCuts.anywhere(all, k).places, errors, tree.checkpoint())
				.best();
			final LineSums sums = new LineSums(all);
			assertEquals(Centres.fill(k, 1, (j, q) -> sums.mean(cuts[j], cuts[j + 1])),
				LineOptimum.starts(tree, k).get().find(random).get(0));
		}
	}

	private static RandomPoints distinct(final LongStream values) {
		final long[][] rows = values.distinct()
			.sorted()
			.mapToObj(x -> new long[] { x })
			.toArray(long[][]::new);
		return new RandomPoints(rows, LongStream.range(0, rows.length).map(i -> 1 + i % 2).toArray());
	}

	/** Also while it is looked for. */
	@Test
	void itCanBeCancelled() {
		final RandomPoints points = distinct(LongStream.range(0, 20000).map(x -> x * x));
		final AtomicInteger reports = new AtomicInteger();
		LineOptimum.starts(tree(points, reports, Integer.MAX_VALUE), 9);
		assertTrue(reports.get() > 50);
		for (int last = 30; last < reports.get(); last += 7) {
			final SearchTree tree = tree(points, new AtomicInteger(), last);
			assertThrows(CancellationException.class, () -> LineOptimum.starts(tree, 9));
		}
	}

	private static SearchTree tree(final RandomPoints points, final AtomicInteger reports,
		final int last)
	{
		return new SearchTree(points, new Checkpoint((fraction, word) -> {
			if (reports.incrementAndGet() > last) throw new CancellationException();
		}), new RunArrays());
	}

	/** Nothing is drawn, so all are the same. */
	@Test
	void allAttemptsAgreeInTheOptimum() {
		for (int seed = 0; seed < 20; seed++)
			assertEquals(10, cluster(line(seed), 7).agreeing());
	}

	@Test
	void randomAttemptsProveNothing() {
		final RandomPoints points = line(1);
		assertFalse(
			new KMeans(KMeansOptions.defaults().withClusters(5).withInitialization(Initialization.RANDOM),
				RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE).isOptimal());
	}

	@Test
	void inThePlaneNothingIsProven() {
		final RandomPoints points = new RandomPoints(new long[][] { { 0, 0 }, { 1, 0 }, { 0, 1 } },
			new long[] { 1, 1, 1 });
		assertFalse(cluster(points, 2).isOptimal());
		assertTrue(cluster(points, 3).isOptimal());
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return cluster(points, KMeansOptions.defaults().withClusters(k));
	}

	private static Clusters cluster(final RandomPoints points, final KMeansOptions options) {
		return new KMeans(options, RandomPoints.BY_COMPONENT).cluster(points, Progress.NONE);
	}
}
