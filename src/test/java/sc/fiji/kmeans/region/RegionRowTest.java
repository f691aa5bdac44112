package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against pixels that are looked at one by one. */
class RegionRowTest {

	private static int[] labels(final Random random, final int width) {
		final int most = 1 + random.nextInt(3);
		return random.ints(width, 0, most + 1).toArray();
	}

	private static RegionRow read(final int... labels) {
		final RegionRow row = new RegionRow(labels.length);
		row.read(labels);
		return row;
	}

	@Property(tries = 150)
	void runsAreTheRow(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int width)
	{
		final int[] labels = labels(new Random(seed), width);
		final RegionRow row = read(labels);
		final int[] painted = new int[width];
		for (int run = 0; run < row.size(); run++) {
			assertTrue(row.label(run) > 0);
			for (int x = row.from(run); x <= row.to(run); x++)
				painted[x] = row.label(run);
			assertTrue(
				run == 0 || row.from(run) > row.to(run - 1) + 1 || row.label(run) != row.label(run - 1));
		}
		for (int x = 0; x < width; x++)
			assertEquals(labels[x], painted[x]);
	}

	/** The same object takes row after row. */
	@Property(tries = 50)
	void nothingIsLeftOfTheRowBefore(@ForAll final long seed) {
		final Random random = new Random(seed);
		final RegionRow row = new RegionRow(20);
		row.read(labels(random, 20));
		row.read(new int[20]);
		assertEquals(0, row.size());
	}

	/** Neighbours are those of 8: pairs of pixels at most one place apart. */
	@Property(tries = 150)
	void pairsOfTwoRows(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 25) final int width)
	{
		final Random random = new Random(seed);
		final RegionRow above = read(labels(random, width));
		final RegionRow below = read(labels(random, width));
		for (int a = 0; a < above.size(); a++)
			for (int b = 0; b < below.size(); b++) {
				int pairs = 0;
				for (int x = above.from(a); x <= above.to(a); x++)
					for (int y = below.from(b); y <= below.to(b); y++)
						if (Math.abs(x - y) <= 1) pairs++;
				assertEquals(pairs, above.pairs(a, below, b));
			}
	}

	/** Those that are beside a run are found from the first on, and no other. */
	@Property(tries = 150)
	void runsBesideARun(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 25) final int width)
	{
		final Random random = new Random(seed);
		final RegionRow above = read(labels(random, width));
		final RegionRow below = read(labels(random, width));
		int from = 0;
		for (int b = 0; b < below.size(); b++) {
			from = above.firstBeside(from, below.from(b));
			int end = from;
			while (above.isBeside(end, below, b))
				end++;
			for (int a = 0; a < above.size(); a++)
				assertEquals(above.pairs(a, below, b) > 0, a >= from && a < end);
		}
	}

	@Property(tries = 20)
	void aRunIsOfTheWholeOfItsRegion(@ForAll @IntRange(min = 1, max = 9) final int label) {
		final RegionRow row = read(label, label, 0);
		final Region part = Region.small(label, 0);
		part.addRun(0, 0, 1);
		row.set(0, part);
		assertSame(part, row.region(0));
		final Region large = Region.large(label);
		part.join(large, (y, from, to, painted) -> {
			throw new AssertionError("its label is the one it had");
		});
		assertSame(large, row.region(0));
	}
}
