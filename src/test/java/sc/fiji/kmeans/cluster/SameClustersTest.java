package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which clusters are really the same as others, where some may be new. */
class SameClustersTest {

	@Test
	void whatIsNearerThanHalfOfWhatIsBetweenIsTheSame() {
		// Between the nearest ones, here as there, are 40: 19 is near, 21 is not.
		assertArrayEquals(new int[] { 1, 2 }, matches(1, new double[] { 0, 59 }, 0, 40));
		assertArrayEquals(new int[] { 1, 0 }, matches(1, new double[] { 0, 61 }, 0, 40));
		assertArrayEquals(new int[] { 1, 2 }, matches(0, new double[] { 0, 61 }, 0, 40));
	}

	/** 10 is there, and 20 is new; the sum of the squares would move both. */
	@Test
	void aNewOneDoesNotPushOthersAway() {
		assertArrayEquals(new int[] { 2, 0 }, matches(2, new double[] { 10, 20 }, 0, 10));
		assertArrayEquals(new int[] { 1, 2 }, matches(0, new double[] { 10, 20 }, 0, 10));
	}

	/** Where one may be new, that is the one that is least like the others. */
	@Test
	void asManyAreNewAsThereIsRoomFor() {
		final double[] two = { 1000, 5000 };
		assertArrayEquals(new int[] { 0, 0 }, matches(2, two, 0, 10));
		assertArrayEquals(new int[] { 1, 0 }, matches(1, new double[] { 3, 90, }, 0, 10));
	}

	@Test
	void oneAloneIsTheSameAsOneAlone() {
		assertArrayEquals(new int[] { 1 }, matches(5, new double[] { 200 }, 7));
	}

	private static int[] matches(final int spare, final double[] centres, final double... reference) {
		return Clusters.of(rows(centres)).matches(Clusters.of(rows(reference)), spare, Progress.NONE);
	}

	private static double[][] rows(final double[] values) {
		return Arrays.stream(values).mapToObj(x -> new double[] { x }).toArray(double[][]::new);
	}

	/** Whatever moves a little, is permuted or missing keeps its number. */
	@Property(tries = 500)
	void driftMovesNoNumber(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final double[][] known = apart(k, random);
		final List<Integer> seen = IntStream.range(0, k)
			.boxed()
			.filter(j -> random.nextInt(3) > 0)
			.collect(Collectors.toList());
		if (seen.isEmpty()) seen.add(0);
		Collections.shuffle(seen, random);
		final double[][] now = seen.stream()
			.map(j -> drifted(known[j], random))
			.toArray(double[][]::new);
		assertArrayEquals(seen.stream().mapToInt(j -> j + 1).toArray(),
			Clusters.of(now).matches(Clusters.of(known), random.nextInt(5), Progress.NONE));
	}

	/** New ones get none, as long as there is room, whoever is missing. */
	@Property(tries = 500)
	void newOnesGetNoNumberOfOthers(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final double[][] all = equallyFarApart(2 * k);
		final double[][] known = Arrays.copyOf(all, k);
		final List<Integer> seen = IntStream.range(0, 2 * k)
			.boxed()
			.filter(j -> random.nextInt(3) > 0)
			.collect(Collectors.toList());
		if (seen.size() < 2) seen.addAll(Arrays.asList(0, k));
		Collections.shuffle(seen, random);
		final List<Integer> distinct = seen.stream().distinct().collect(Collectors.toList());
		final double[][] now = distinct.stream()
			.map(j -> drifted(all[j], random))
			.toArray(double[][]::new);
		assertArrayEquals(distinct.stream().mapToInt(j -> j < k ? j + 1 : 0).toArray(),
			Clusters.of(now).matches(Clusters.of(known), k, Progress.NONE));
	}

	private static double[][] equallyFarApart(final int k) {
		final double[][] rows = new double[k][k];
		for (int j = 0; j < k; j++)
			rows[j][j] = 100;
		return rows;
	}

	/** At least 30 from each other. */
	private static double[][] apart(final int k, final Random random) {
		final double[][] rows = new double[k][];
		for (int j = 0; j < k; j++) {
			final int before = j;
			do
				rows[j] = random.doubles(3, 0, 256).toArray();
			while (IntStream.range(0, before).anyMatch(i -> distance(rows[i], rows[before]) < 30));
		}
		return rows;
	}

	/** By at most 7, so that they are still 16 from each other. */
	private static double[] drifted(final double[] row, final Random random) {
		return Arrays.stream(row).map(x -> x + 8 * random.nextDouble() - 4).toArray();
	}

	private static double distance(final double[] a, final double[] b) {
		return Math
			.sqrt(IntStream.range(0, a.length).mapToDouble(q -> (a[q] - b[q]) * (a[q] - b[q])).sum());
	}
}
