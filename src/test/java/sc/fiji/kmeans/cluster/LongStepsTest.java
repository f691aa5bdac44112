package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Steps go down, and farther than Lloyd's. */
class LongStepsTest {

	@Property(tries = 200)
	void stepsNeverMakeAPartitionWorse(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 12) final int asked)
	{
		final RandomPoints points = RandomPoints.of(seed, 2000);
		final SearchTree tree = points.tree();
		final Partition start = Attempt.assign(tree,
			Centres.of(points.start(Math.min(asked, points.size()), new Random(seed))));
		final Partition reached = LongSteps.from(tree, start, 0.2);
		assertFalse(reached.hasEmpty());
		assertTrue(reached.compactness() <= start.compactness() * (1 + 1e-6));
	}

	/** Noise has no clusters, so that a border turns slowly. */
	@Test
	void flatValleysAreShort() {
		double reached = 0;
		double plainly = 0;
		for (int seed = 1; seed <= 6; seed++) {
			final SearchTree tree = noise(seed).tree();
			final Partition start = Attempt.assign(tree,
				Centres.of(noise(seed).start(2, new Random(seed))));
			Partition plain = start;
			for (int i = 0; i < 30; i++)
				plain = Filtering.assign(tree, plain.means());
			reached += LongSteps.from(tree, start, 0.2).compactness();
			plainly += plain.compactness();
		}
		assertTrue(reached < plainly, reached + " by long steps, " + plainly + " without");
	}

	/** An attempt that goes on from there has little left to do. */
	@Test
	void attemptsEndSoonAfterwards() {
		int after = 0;
		int plainly = 0;
		for (int seed = 1; seed <= 6; seed++) {
			final SearchTree tree = noise(seed).tree();
			final KMeansOptions options = KMeansOptions.defaults()
				.withClusters(3)
				.withIterations(1000)
				.withEpsilon(1);
			final Partition start = Attempt.assign(tree,
				Centres.of(noise(seed).start(3, new Random(seed))));
			final Attempt attempt = new Attempt(tree, options, Comparator.comparingDouble(x -> x[0]), 1);
			plainly += attempt.run(start).iterations();
			after += attempt.run(LongSteps.from(tree, start, 1)).iterations();
		}
		assertTrue(5 * after < plainly,
			after + " iterations after long steps, " + plainly + " without");
	}

	/** Of three normal numbers, in the order of the first. */
	private static RandomPoints noise(final long seed) {
		final Random random = new Random(seed);
		final long[][] rows = new long[5000][];
		Arrays.setAll(rows, i -> new long[] { i, normal(random), normal(random) });
		Arrays.setAll(rows, i -> new long[] { normal(random) << 13 | i, rows[i][1], rows[i][2] });
		Arrays.sort(rows, (a, b) -> Long.compare(a[0], b[0]));
		final long[] weights = new long[rows.length];
		Arrays.fill(weights, 1);
		return new RandomPoints(Arrays.stream(rows)
			.map(row -> new long[] { row[0] >> 13, row[1], row[2] })
			.toArray(long[][]::new), weights);
	}

	private static long normal(final Random random) {
		return Math.round(30000 + 6000 * random.nextGaussian());
	}
}
