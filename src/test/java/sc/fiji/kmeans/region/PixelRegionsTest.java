package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against names that are written anew for every union. */
class PixelRegionsTest {

	private static void assertSame(final int[] names, final PixelRegions regions) {
		for (int i = 0; i < names.length; i++) {
			final int name = names[i];
			assertEquals(name, regions.find(i));
			final int[] members = IntStream.range(0, names.length)
				.filter(j -> names[j] == name)
				.toArray();
			assertEquals(members.length, regions.size(name));
			final int[] found = IntStream.iterate(name, regions::next).limit(members.length).toArray();
			assertEquals(name, regions.next(found[found.length - 1]));
			Arrays.sort(found);
			assertArrayEquals(members, found);
		}
	}

	@Property(tries = 100)
	void regionsAreNamedByTheirFirstPixel(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int n, @ForAll @IntRange(max = 60) final int unions)
	{
		final Random random = new Random(seed);
		final PixelRegions regions = new PixelRegions(n, i -> {});
		final int[] names = IntStream.range(0, n).toArray();
		assertSame(names, regions);
		for (int i = 0; i < unions; i++) {
			final int a = random.nextInt(n);
			final int b = random.nextInt(n);
			regions.unite(a, b);
			final int first = Math.min(names[a], names[b]);
			final int second = Math.max(names[a], names[b]);
			for (int j = 0; j < n; j++)
				if (names[j] == second) names[j] = first;
		}
		assertSame(names, regions);
	}

	/** A long chain takes no stack, and ends at the first. */
	@Property(tries = 2)
	void chains(@ForAll final boolean isUp) {
		final int n = 100_000;
		final PixelRegions regions = new PixelRegions(n, i -> {});
		for (int i = 1; i < n; i++)
			regions.unite(isUp ? i : n - i, isUp ? i - 1 : n - i - 1);
		assertEquals(0, regions.find(n - 1));
		assertEquals(n, regions.size(0));
	}
}
