package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Edges: hardly any points, ties, refusals, progress. */
class KMeansContractTest {

	private final KMeansOptions defaults = KMeansOptions.defaults();

	@Test
	void defaultsAreThoseOfTheRecipe() {
		assertEquals(3, defaults.clusters());
		assertEquals(0.2, defaults.epsilon());
		assertEquals(100, defaults.iterations());
		assertEquals(10, defaults.attempts());
		assertEquals(Initialization.KMEANS_PLUS_PLUS, defaults.initialization());
		assertEquals(1, defaults.randomSeed());
	}

	@ParameterizedTest
	@MethodSource("badOptions")
	void badOptionsAreRefusedByNameValueAndBound(final Runnable use, final String name,
		final String value)
	{
		final String message = assertThrows(IllegalArgumentException.class, use::run).getMessage();
		assertTrue(message.startsWith(name + " = " + value + ": takes "), message);
	}

	static Stream<Arguments> badOptions() {
		final KMeansOptions d = KMeansOptions.defaults();
		return Stream.of(bad(() -> d.withClusters(0), "clusters", "0"), //
			bad(() -> d.withClusters(65536), "clusters", "65536"), //
			bad(() -> d.withEpsilon(-0.1), "epsilon", "-0.1"), //
			bad(() -> d.withEpsilon(Double.NaN), "epsilon", "NaN"), //
			bad(() -> d.withIterations(0), "iterations", "0"), //
			bad(() -> d.withAttempts(-1), "attempts", "-1"), //
			bad(() -> Initialization.of("kmeans++"), "initialization", "kmeans++"));
	}

	private static Arguments bad(final Runnable use, final String name, final String value) {
		return Arguments.of(use, name, value);
	}

	@Test
	void noPointsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> cluster(defaults));
	}

	@Test
	void fewerValuesThanClustersGiveFewerClusters() {
		final Clusters clusters = cluster(defaults.withClusters(4), 7, 7, 9);
		assertEquals(2, clusters.size());
		assertArrayEquals(new double[] { 7 }, clusters.centre(1));
		assertArrayEquals(new double[] { 9 }, clusters.centre(2));
		assertEquals(2, clusters.pixels(1));
		assertEquals(1, clusters.pixels(2));
		assertEquals(0, clusters.compactness());
	}

	@ParameterizedTest
	@MethodSource("initializations")
	void threeHundredClustersOf256ValuesAreThe256Values(final Initialization initialization) {
		final Clusters clusters = cluster(defaults.withClusters(300).withInitialization(initialization),
			LongStream.range(0, 256).toArray());
		assertEquals(256, clusters.size());
		for (int j = 1; j <= 256; j++)
			assertArrayEquals(new double[] { j - 1 }, clusters.centre(j));
	}

	static Initialization[] initializations() {
		return Initialization.values();
	}

	@Test
	void onePixelIsItsOwnCentre() {
		final Clusters clusters = cluster(defaults, 42);
		assertEquals(1, clusters.size());
		assertEquals(1, clusters.pixels());
		assertEquals(10, clusters.agreeing());
		assertFalse(clusters.limitReached());
	}

	@Test
	void tiesGoToTheLowestNumber() {
		// Centres 0 and 4: the value 2 is as near to both. The mean of 0, 2 is 1,
		// so that 2 stays with the first cluster; were it with the second, the
		// centres would be 0 and 3.
		final Clusters clusters = new KMeans(defaults, RandomPoints.BY_COMPONENT)
			.clusterFrom(new double[][] { { 0 }, { 4 } }, values(0, 2, 4), Progress.NONE);
		assertArrayEquals(new double[] { 1 }, clusters.centre(1));
		assertArrayEquals(new double[] { 4 }, clusters.centre(2));
		assertEquals(1, clusters.nearest(2.5));
		assertEquals(2, clusters.nearest(2.6));
	}

	@Test
	void aClusterWithoutPixelsTakesTheWorstFittedValue() {
		// Nothing is near 100, and the value farthest from the centre 0 is 5: the
		// centres 0 and 5 share the values as 0, 1 and 5, whose means are 0.5 and 5.
		final Clusters clusters = new KMeans(defaults.withIterations(1), RandomPoints.BY_COMPONENT)
			.clusterFrom(new double[][] { { 0 }, { 100 } }, values(0, 1, 5), Progress.NONE);
		assertArrayEquals(new double[] { 0.5 }, clusters.centre(1));
		assertArrayEquals(new double[] { 5 }, clusters.centre(2));
		assertTrue(clusters.limitReached());
	}

	@Test
	void centresThatArePointsOfAnotherSpaceAreRefused() {
		final KMeans kMeans = new KMeans(defaults, RandomPoints.BY_COMPONENT);
		for (final double[][] start : new double[][][] { {}, { { 1, 2 } }, { { Double.NaN } } })
			assertThrows(IllegalArgumentException.class,
				() -> kMeans.clusterFrom(start, values(1, 2, 3), Progress.NONE));
	}

	@Test
	void progressRunsFromZeroToOne() {
		final Queue<Double> fractions = new ConcurrentLinkedQueue<>();
		new KMeans(defaults, RandomPoints.BY_COMPONENT).cluster(values(1, 2, 3, 5, 8, 13),
			(fraction, word) -> fractions.add(fraction));
		assertTrue(fractions.stream().allMatch(f -> f >= 0 && f <= 1));
		assertTrue(fractions.size() >= 10);
	}

	@Test
	void stepsCountFromZeroToOne() {
		final Queue<Double> fractions = new ConcurrentLinkedQueue<>();
		final Steps steps = new Steps((fraction, word) -> fractions.add(fraction), "stepping", 4);
		steps.done();
		steps.check();
		for (int i = 0; i < 3; i++)
			steps.done();
		assertEquals("[0.0, 0.25, 0.25, 0.5, 0.75, 1.0]", fractions.toString());
	}

	@Test
	void progressCancelsByThrowing() {
		final Progress cancelling = (fraction, word) -> {
			throw new CancellationException();
		};
		final Consumer<Progress> run = progress -> new KMeans(defaults, RandomPoints.BY_COMPONENT)
			.cluster(values(1, 2, 3, 4, 5), progress);
		assertThrows(CancellationException.class, () -> run.accept(cancelling));
	}

	@Test
	void aPartOfTheProgressFillsItsPart() {
		final double[] last = new double[1];
		final Progress whole = (fraction, word) -> last[0] = fraction;
		whole.part(0.25, 0.75).report(0.5, "half");
		assertEquals(0.5, last[0]);
		whole.part(0.5, 1).part(0, 0.5).report(1, "end");
		assertEquals(0.75, last[0]);
	}

	@Test
	void numbersOfClustersThatAreNoneAreRefused() {
		final Clusters clusters = cluster(defaults.withClusters(2), 1, 2, 9);
		assertThrows(IllegalArgumentException.class, () -> clusters.centre(0));
		assertThrows(IllegalArgumentException.class, () -> clusters.pixels(3));
		assertThrows(IllegalArgumentException.class, () -> clusters.nearest(1, 2));
	}

	private static Clusters cluster(final KMeansOptions options, final long... values) {
		return new KMeans(options, RandomPoints.BY_COMPONENT).cluster(values(values), Progress.NONE);
	}

	/** Values in ascending order, equal ones counted. */
	static RandomPoints values(final long... values) {
		final long[][] rows = LongStream.of(values)
			.distinct()
			.mapToObj(v -> new long[] { v })
			.toArray(long[][]::new);
		return new RandomPoints(rows,
			LongStream.of(values)
				.distinct()
				.map(v -> LongStream.of(values).filter(w -> w == v).count())
				.toArray());
	}
}
