package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What "n of 10 attempts agree" tells. */
class AgreementTest {

	/** So many plain attempts find what is taken for the best there is. */
	private static final int PLAIN = 40;

	/** Full agreement is nearly never wrong by more than a thousandth. */
	@Test
	void whereAllAgreeNothingMuchBetterIsFound() {
		int full = 0;
		int wrong = 0;
		for (int i = 0; i < 26; i++) {
			final RandomPoints points = blobs(i, 2 + i % 3);
			final Clusters clusters = cluster(points, 2 + i % 7);
			if (clusters.agreeing() < 10) continue;
			full++;
			if (clusters.compactness() > 1.001 * least(points, 2 + i % 7)) wrong++;
		}
		assertTrue(full >= 7, full + " of 26 agree");
		assertEquals(0, wrong, "of " + full);
	}

	/** Where attempts can not but end alike, they are said to. */
	@Test
	void attemptsAgreeWhereItIsEasy() {
		for (int seed = 0; seed < 10; seed++)
			assertTrue(cluster(separate(seed, 4), 4).agreeing() >= 9);
	}

	/** Points of a square, cut into two either way: all end as well, but not alike. */
	@Test
	void whatIsAsGoodAgrees() {
		final long[][] square = IntStream.range(0, 400)
			.mapToObj(i -> new long[] { i / 20, i % 20 })
			.toArray(long[][]::new);
		final long[] weights = new long[400];
		Arrays.fill(weights, 1);
		assertTrue(cluster(new RandomPoints(square, weights), 2).agreeing() > 1);
	}

	private static Clusters cluster(final RandomPoints points, final int k) {
		return new KMeans(KMeansOptions.defaults().withClusters(k), RandomPoints.BY_COMPONENT)
			.cluster(points, Progress.NONE);
	}

	/** Each from k-means++ among all points, without any search. */
	private static double least(final RandomPoints points, final int k) {
		final SearchTree tree = new SearchTree(points, new Checkpoint(Progress.NONE), new RunArrays());
		final Coreset all = CoresetCut.coresets(tree, points.size())[0];
		return IntStream.range(0, PLAIN)
			.mapToDouble(seed -> new CoresetClustering(all, k, new RunArrays())
				.begin(new PlusPlusSeeding(all, new Random(seed * 31L + 5), new RunArrays()).choose(k))
				.settle(0, Double.POSITIVE_INFINITY)
				.error())
			.min()
			.getAsDouble();
	}

	/** Of unequal weight, wide enough to run into each other. */
	private static RandomPoints blobs(final long seed, final int d) {
		final Random random = new Random(seed);
		final double[] home = random.doubles(6 * d, 20, 230).toArray();
		final double width = 4 + random.nextInt(20);
		return points(500 + random.nextInt(1500), d,
			(q, i) -> home[i * i % 7 % 6 * d + q] + width * random.nextGaussian());
	}

	private static RandomPoints separate(final long seed, final int k) {
		final Random random = new Random(seed);
		return points(1000, 3, (q, i) -> (i % k >> q % 2 & 1) * 150 + 40 + 6 * random.nextGaussian());
	}

	private static RandomPoints points(final int n, final int d,
		final Centres.Coordinate coordinate)
	{
		final Map<String, long[]> rows = new TreeMap<>();
		final Map<String, Long> weights = new TreeMap<>();
		for (int i = 0; i < n; i++) {
			final int point = i;
			final long[] row = IntStream.range(0, d)
				.mapToLong(q -> Math.max(0, Math.min(255, Math.round(coordinate.apply(q, point)))))
				.toArray();
			final String key = Arrays.toString(row);
			rows.put(key, row);
			weights.merge(key, 1L, Long::sum);
		}
		return new RandomPoints(rows.values().toArray(new long[0][]),
			weights.values().stream().mapToLong(Long::longValue).toArray());
	}
}
