package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Tables filled by halves are those of all begins tried. */
class LineTableTest {

	private static final Checkpoint UNHEARD = new Checkpoint(Progress.NONE);

	private static RunErrors errors(final RandomPoints points) {
		return LinePieces.whole(LinePoints.of(points.tree()), true).split(points.size()).errors();
	}

	/** Of 0, 0, 1, 2 and 2 either end fits the middle as well. */
	@Test
	void ofEqualCutsTheFirstIsTaken() {
		final int[][] places = { { 0 }, { 0, 1, 2, 3 }, { 3 } };
		assertArrayEquals(new int[] { 0, 1, 3 },
			LineTable.of(places, errors(KMeansContractTest.values(0, 0, 1, 2, 2)), UNHEARD).best());
	}

	@Property(tries = 200)
	void throughEachPlaceGoesTheLeastError(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 7) final int k)
	{
		final Random random = new Random(seed);
		final RunErrors errors = errors(RandomLines.of(random, 1 + random.nextInt(40)));
		final int[][] places = places(random, errors.size(), k);
		final double[][] through = LineTable.through(places, errors, UNHEARD);
		for (int j = 0; j <= k; j++)
			for (int i = 0; i < places[j].length; i++) {
				final double least = through(places, errors, j, places[j][i]);
				assertEquals(least, through[j][i], 1e-12 * least);
			}
	}

	/** Without empty clusters. */
	@Property(tries = 200)
	void theBestCutsHaveTheLeastError(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 7) final int k)
	{
		final Random random = new Random(seed);
		final RunErrors errors = errors(RandomLines.of(random, 10 + random.nextInt(90)));
		if (errors.size() < k) return;
		final int[][] places = places(random, errors.size(), k);
		for (int j = 1; j < k; j++)
			places[j] = IntStream.concat(Arrays.stream(places[j]), IntStream.of(j))
				.distinct()
				.sorted()
				.toArray();
		final int[] best = LineTable.of(places, errors, UNHEARD).best();
		double error = 0;
		for (int j = 0; j < k; j++)
			error += errors.of(best[j], best[j + 1]);
		final double least = ends(places, errors, 1)[k][errors.size()];
		assertEquals(least, error, 1e-12 * least);
		assertEquals(k + 1, Arrays.stream(best).distinct().count());
	}

	/** Some or all. */
	private static int[][] places(final Random random, final int n, final int k) {
		final int[][] places = new int[k + 1][];
		final int part = 1 + random.nextInt(3);
		Arrays.setAll(places,
			j -> IntStream.rangeClosed(0, n)
				.filter(i -> i == j % n || random.nextInt(part) == 0)
				.toArray());
		places[0] = new int[] { 0 };
		places[k] = new int[] { n };
		return places;
	}

	private static double through(final int[][] places, final RunErrors errors, final int cut,
		final int place)
	{
		final int[][] one = places.clone();
		one[cut] = new int[] { place };
		return ends(one, errors, 0)[places.length - 1][errors.size()];
	}

	/** By clusters and where the last ends, trying all begins. */
	private static double[][] ends(final int[][] places, final RunErrors errors, final int fewest) {
		final double[][] least = new double[places.length][errors.size() + 1];
		for (final double[] row : least)
			Arrays.fill(row, Double.POSITIVE_INFINITY);
		least[0][0] = 0;
		for (int j = 1; j < places.length; j++)
			for (final int end : places[j])
				for (final int begin : places[j - 1])
					if (begin <= end - fewest)
						least[j][end] = Math.min(least[j][end], least[j - 1][begin] + errors.of(begin, end));
		return least;
	}
}
