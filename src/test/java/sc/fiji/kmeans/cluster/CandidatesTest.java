package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Who stays is decided as exact numbers say, but for a hair. */
class CandidatesTest {

	/** Far beyond what rounding does, far below what a pixel makes. */
	private static final BigDecimal HAIR = new BigDecimal("1e-9");

	@Test
	void whoCanNotBeNearestGoes() {
		// From 0 to 4 there are points nearer to 2, and nearer to 7; none nearer to 20.
		assertKept(new int[] { 0, 1 }, new double[] { 2, 5, 20 }, 0, 4);
		assertKept(new int[] { 0 }, new double[] { 2, 7, 20 }, 0, 4);
	}

	@Test
	void whoTiesStays() {
		assertKept(new int[] { 0, 1 }, new double[] { 0, 4 }, 2, 2);
		assertKept(new int[] { 0, 1 }, new double[] { 0, 4 }, 0, 2);
		assertKept(new int[] { 0 }, new double[] { 0, 4 }, 0, 1);
		assertKept(new int[] { 0, 2 }, new double[] { 4, 9, 4 }, 3, 5);
	}

	/** The margin of the farthest centre would keep both near ones. */
	@Test
	void aCentreFarAwayBlursNoOther() {
		assertKept(new int[] { 0 }, new double[] { 0, 4, 0x1p59 }, 0, 1);
	}

	private static void assertKept(final int[] expected, final double[] centres, final double low,
		final double high)
	{
		final int[] list = IntStream.range(0, centres.length).toArray();
		final int kept = new Candidates(line(centres), 100).keep(list, 0, list.length, 0,
			new double[] { low, high }, 0);
		assertArrayEquals(expected, Arrays.copyOf(list, kept));
	}

	private static Centres line(final double... centres) {
		return Centres.fill(centres.length, 1, (j, q) -> centres[j]);
	}

	/**
	 * Each other candidate is judged beside the one that is nearest to the middle of the
	 * box: it goes if it is farther everywhere.
	 */
	@Property(tries = 400)
	void whoIsFartherEverywhereGoesAndNobodyElse(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int d,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final Centres centres = centres(k, d, random);
		final double[] box = box(d, random);
		final int[] list = IntStream.range(0, k).filter(j -> j == 0 || random.nextInt(4) > 0).toArray();
		final int[] kept = list.clone();
		final int n = new Candidates(centres, 300).keep(kept, 0, kept.length, 0, box, 0);
		final int favourite = nearest(centres, list, middle(box));
		for (final int j : list) {
			final BigDecimal least = least(centres.row(j), centres.row(favourite), box);
			final boolean stays = Arrays.stream(kept, 0, n).anyMatch(i -> i == j);
			if (stays) assertTrue(least.compareTo(HAIR) < 0, j + " stays: " + least);
			else assertTrue(least.signum() > 0, j + " goes: " + least);
		}
		assertArrayEquals(Arrays.stream(kept, 0, n).sorted().distinct().toArray(),
			Arrays.copyOf(kept, n));
	}

	/** Of |x-b|² - |x-a|² over the corners, exactly. */
	private static BigDecimal least(final double[] b, final double[] a, final double[] box) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int q = 0; q < a.length; q++)
			sum = sum.add(further(b[q], a[q], box[q]).min(further(b[q], a[q], box[a.length + q])));
		return sum;
	}

	private static BigDecimal further(final double b, final double a, final double x) {
		return square(x, b).subtract(square(x, a));
	}

	private static BigDecimal square(final double x, final double c) {
		return new BigDecimal(x).subtract(new BigDecimal(c)).pow(2);
	}

	private static double[] middle(final double[] box) {
		final int d = box.length / 2;
		return IntStream.range(0, d).mapToDouble(q -> (box[q] + box[d + q]) / 2).toArray();
	}

	private static int nearest(final Centres centres, final int[] list, final double[] x) {
		int nearest = list[0];
		for (final int j : list)
			if (centres.squaredDistance(j, x, 0) < centres.squaredDistance(nearest, x, 0)) nearest = j;
		return nearest;
	}

	@Property(tries = 300)
	void theNearestOfAListIsTheFirstOfEquals(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int d,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final Centres centres = centres(k, d, random);
		final Candidates candidates = new Candidates(centres, 300);
		final int[] list = random.ints(1 + random.nextInt(8), 0, k).sorted().toArray();
		final int from = random.nextInt(list.length);
		final double[] x = Arrays.copyOf(box(d, random), d);
		assertEquals(nearest(centres, Arrays.copyOfRange(list, from, list.length), x),
			candidates.nearest(list, from, list.length - from, x));
	}

	/** As a node does with those of the node above. */
	@Property(tries = 200)
	void listsAndBoxesMayBePartsOfLargerArrays(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int d,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final Random random = new Random(seed);
		final Candidates candidates = new Candidates(centres(k, d, random), 300);
		final double[] box = box(d, random);
		final int[] alone = IntStream.range(0, k).toArray();
		final int kept = candidates.keep(alone, 0, k, 0, box, 0);
		final int[] lists = new int[3 * k];
		Arrays.fill(lists, -1);
		for (int j = 0; j < k; j++)
			lists[2 * k + j] = j;
		final double[] boxes = new double[2 * d + 3];
		System.arraycopy(box, 0, boxes, 3, 2 * d);
		assertEquals(kept, candidates.keep(lists, 2 * k, k, k, boxes, 3));
		for (int i = 0; i < k; i++) {
			assertEquals(-1, lists[i]);
			assertEquals(i, lists[2 * k + i]);
			if (i < kept) assertEquals(alone[i], lists[k + i]);
		}
	}

	/** Some whole, some between, so that there are ties and near ties. */
	private static Centres centres(final int k, final int d, final Random random) {
		final double step = random.nextBoolean() ? 1 : 0.1;
		return Centres.fill(k, d, (j, q) -> step * random.nextInt(40));
	}

	private static double[] box(final int d, final Random random) {
		final int width = 1 + random.nextInt(20);
		final double[] box = new double[2 * d];
		for (int q = 0; q < d; q++) {
			box[q] = random.nextInt(40);
			box[d + q] = box[q] + random.nextInt(width);
		}
		return box;
	}
}
