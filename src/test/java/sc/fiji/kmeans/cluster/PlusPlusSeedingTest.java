package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** The same draws as the definition makes, which keeps nothing and cuts nothing short. */
class PlusPlusSeedingTest {

	private static final int TRIALS = 3;

	@Property(tries = 40)
	void centresAreThoseOfTheDefinition(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int asked)
	{
		final Coreset coreset = coreset(RandomPoints.of(seed), seed);
		final int k = Math.min(asked, coreset.size());
		final PlusPlusSeeding seeding = new PlusPlusSeeding(coreset, new Random(seed), new RunArrays());
		final Random random = new Random(seed);
		// Again and again: nothing is left of the centres before.
		for (int i = 0; i < 3; i++)
			assertArrayEquals(chosen(coreset, k, random), seeding.choose(k).rows());
	}

	/** All points, or means of them. */
	private static Coreset coreset(final RandomPoints points, final long seed) {
		return CoresetCut.coresets(points.tree(), seed % 2 == 0 ? points.size() : 40)[0];
	}

	private static double[][] chosen(final Coreset coreset, final int k, final Random random) {
		final double[][] chosen = { coreset.row(drawn(coreset, coreset::weight, random)) };
		return chosen(coreset, chosen, k, random);
	}

	/** These, and each further one the best of three. */
	private static double[][] chosen(final Coreset coreset, final double[][] before, final int k,
		final Random random)
	{
		if (before.length == k) return before;
		double[][] best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int trial = 0; trial < TRIALS; trial++) {
			final double[][] next = Arrays.copyOf(before, before.length + 1);
			next[before.length] = coreset.row(drawn(coreset, i -> share(coreset, i, before), random));
			final double total = total(coreset, i -> share(coreset, i, next));
			if (total >= least) continue;
			least = total;
			best = next;
		}
		return chosen(coreset, best, k, random);
	}

	/** The weight times the squared distance to the nearest. */
	private static double share(final Coreset coreset, final int i, final double[][] centres) {
		return Arrays.stream(centres)
			.mapToDouble(centre -> coreset.weight(i)
				* Distances.squared(centre, 0, coreset.row(i), 0, centre.length))
			.min()
			.getAsDouble();
	}

	private static double total(final Coreset coreset, final IntToDoubleFunction share) {
		double total = 0;
		for (int i = 0; i < coreset.size(); i++)
			total += share.applyAsDouble(i);
		return total;
	}

	/** Of what is drawn among all shares laid end to end. */
	private static int drawn(final Coreset coreset, final IntToDoubleFunction share,
		final Random random)
	{
		double rest = random.nextDouble() * total(coreset, share);
		int drawn = 0;
		for (int i = 0; i < coreset.size() && rest >= 0; i++) {
			if (share.applyAsDouble(i) > 0) drawn = i;
			rest -= share.applyAsDouble(i);
		}
		return drawn;
	}

	/** A mean that is a centre has no share. */
	@Property(tries = 50)
	void noMeanIsDrawnTwice(@ForAll final long seed) {
		final Coreset coreset = coreset(RandomPoints.of(seed, 60), seed);
		final double[][] rows = new PlusPlusSeeding(coreset, new Random(seed), new RunArrays())
			.choose(coreset.size())
			.rows();
		assertArrayEquals(IntStream.range(0, coreset.size())
			.mapToObj(coreset::row)
			.sorted(RandomPoints.BY_COMPONENT)
			.toArray(), Arrays.stream(rows).sorted(RandomPoints.BY_COMPONENT).toArray());
	}

	/** The one pixel of 100 is the first in one of 100 runs; then the other point is left. */
	@Test
	void theFirstIsDrawnByWeight() {
		final Coreset coreset = CoresetCut
			.coresets(new RandomPoints(new long[][] { { 0 }, { 9 } }, new long[] { 99, 1 }).tree(), 2)[0];
		final Random random = new Random(1);
		final PlusPlusSeeding seeding = new PlusPlusSeeding(coreset, random, new RunArrays());
		final long rare = IntStream.range(0, 10_000)
			.filter(i -> seeding.choose(1).coordinate(0, 0) == 9)
			.count();
		assertTrue(rare > 60 && rare < 140, rare + " of 10000");
		assertArrayEquals(new double[][] { { 0 }, { 9 } }, seeding.choose(2).sorted().rows());
	}
}
