package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Indices beside their definitions, pair by pair and union by union. */
class ScoreTest {

	private static final double EXACT = 1e-12;
	private static final int TRIALS = 200;

	/**
	 * Rows 2, 4, 4 and columns 2, 3, 5 of 10: pairs together in both 7, in one 13, in the other 14,
	 * of 45 (formula 5 of Hubert and Arabie).
	 */
	@Test
	void theAdjustedRandIndexOfATable() {
		final int[] truth = ofTable(new int[][] { { 1, 1, 0 }, { 1, 2, 1 }, { 0, 0, 4 } }, true);
		final int[] labels = ofTable(new int[][] { { 1, 1, 0 }, { 1, 2, 1 }, { 0, 0, 4 } }, false);
		final double byChance = 13 * 14 / 45.0;
		assertEquals((7 - byChance) / (13.5 - byChance), new Score(truth, labels).adjustedRandIndex(),
			EXACT);
	}

	private static int[] ofTable(final int[][] table, final boolean isRow) {
		return IntStream.range(0, table.length)
			.boxed()
			.flatMapToInt(i -> IntStream.range(0, table[i].length)
				.flatMap(j -> IntStream.generate(() -> isRow ? i : j).limit(table[i][j])))
			.toArray();
	}

	@Test
	void theAdjustedRandIndexIsThatOfThePairs() {
		final Random random = new Random(1);
		for (int trial = 0; trial < TRIALS; trial++) {
			final int[] truth = random.ints(2 + random.nextInt(30), 0, 4).toArray();
			final int[] labels = random.ints(truth.length, 0, 5).toArray();
			assertEquals(byPairs(truth, labels), new Score(truth, labels).adjustedRandIndex(), EXACT);
		}
	}

	/** Its form for pairs: 2 (ad - bc) / ((a + b)(b + d) + (a + c)(c + d)). */
	private static double byPairs(final int[] truth, final int[] labels) {
		final double[] n = new double[4];
		for (int i = 0; i < truth.length; i++)
			for (int j = 0; j < i; j++)
				n[(truth[i] == truth[j] ? 0 : 2) + (labels[i] == labels[j] ? 0 : 1)]++;
		final double most = (n[0] + n[1]) * (n[1] + n[3]) + (n[0] + n[2]) * (n[2] + n[3]);
		return most == 0 ? 1 : 2 * (n[0] * n[3] - n[1] * n[2]) / most;
	}

	@Test
	void theNamesOfLabelsDoNotMatter() {
		final int[] truth = { 0, 0, 1, 1, 2 };
		final Score score = new Score(truth, new int[] { 7, 7, 0, 0, 3 });
		assertEquals(1, score.adjustedRandIndex(), EXACT);
		for (int region = 0; region < 3; region++)
			assertEquals(1, score.overlap(region), EXACT);
	}

	/** In the mean over many labellings. */
	@Test
	void labelsByChanceGetNothing() {
		final Random random = new Random(2);
		final int[] truth = random.ints(100, 0, 3).toArray();
		final double mean = IntStream.range(0, TRIALS)
			.mapToDouble(t -> new Score(truth, random.ints(100, 0, 4).toArray()).adjustedRandIndex())
			.average()
			.getAsDouble();
		assertEquals(0, mean, 0.005);
	}

	/** 2 of 4 pixels of region 1 and 1 other have label 1: 2 / 5. Label 0: 2 / 6, and both 4 / 7. */
	@Test
	void theOverlapIsThatOfTheBestLabelOrUnion() {
		final Score score = new Score(new int[] { 0, 0, 0, 0, 1, 1, 1, 1 },
			new int[] { 0, 0, 2, 1, 0, 0, 1, 1 });
		assertEquals(0.4, score.overlap(1), EXACT);
		assertEquals(4 / 7.0, score.mergedOverlap(1), EXACT);
	}

	@Test
	void noUnionOfLabelsOverlapsMore() {
		final Random random = new Random(3);
		for (int trial = 0; trial < TRIALS; trial++) {
			final int[] truth = random.ints(40, 0, 3).toArray();
			final int[] labels = random.ints(40, 0, 5).toArray();
			truth[0] = 2;
			labels[0] = 4;
			final Score score = new Score(truth, labels);
			final double best = IntStream.range(1, 1 << 5)
				.mapToDouble(union -> overlap(truth, labels, j -> (union >> j & 1) == 1))
				.max()
				.getAsDouble();
			final double single = IntStream.range(0, 5)
				.mapToDouble(label -> overlap(truth, labels, j -> j == label))
				.max()
				.getAsDouble();
			assertEquals(best, score.mergedOverlap(2), EXACT);
			assertEquals(single, score.overlap(2), EXACT);
		}
	}

	/** Of region 2 and the pixels of these labels. */
	private static double overlap(final int[] truth, final int[] labels, final IntPredicate which) {
		final long both = IntStream.range(0, truth.length)
			.filter(i -> truth[i] == 2 && which.test(labels[i]))
			.count();
		final long any = IntStream.range(0, truth.length)
			.filter(i -> truth[i] == 2 || which.test(labels[i]))
			.count();
		return (double) both / any;
	}

	@Test
	void asManyLabelsAsRegions() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Score(new int[3], new int[2]))
			.getMessage()
			.contains("takes as many"));
		assertEquals(1, new Score(new int[3], new int[3]).adjustedRandIndex(), EXACT);
		assertEquals(0, new Score(new int[4], new int[] { 0, 1, 2, 3 }).adjustedRandIndex(), EXACT);
	}
}
