package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LargeCountsTest {

	private static Map<Integer, Long> fill(final LargeCounts counts, final Random random,
		final int n)
	{
		final Map<Integer, Long> added = new TreeMap<>();
		for (int i = 0, place = 0; i < n; i++) {
			place += 1 + random.nextInt(9);
			final long count = random.nextLong() >>> 1;
			counts.add(place, count);
			added.put(place, count);
		}
		return added;
	}

	@Property(tries = 60)
	void eachIsFoundByItsPlace(@ForAll final long seed, @ForAll @IntRange(max = 200) final int n) {
		final LargeCounts counts = new LargeCounts();
		final Map<Integer, Long> added = fill(counts, new Random(seed), n);
		assertEquals(n, counts.size());
		added.forEach((place, count) -> assertEquals(count, counts.get(place)));
	}

	/** Of parts that follow each other. */
	@Property(tries = 60)
	void othersAreAddedFurtherOn(@ForAll final long seed) {
		final Random random = new Random(seed);
		final LargeCounts all = new LargeCounts();
		final Map<Integer, Long> first = fill(all, random, random.nextInt(50));
		final LargeCounts others = new LargeCounts();
		final Map<Integer, Long> second = fill(others, random, random.nextInt(50));
		all.add(others, 1000);
		assertEquals(first.size() + second.size(), all.size());
		first.forEach((place, count) -> assertEquals(count, all.get(place)));
		second.forEach((place, count) -> assertEquals(count, all.get(place + 1000)));
	}

	@Property(tries = 20)
	void clearedItHoldsWhatComesNext(@ForAll final long seed) {
		final Random random = new Random(seed);
		final LargeCounts counts = new LargeCounts();
		fill(counts, random, 30);
		counts.clear();
		assertEquals(0, counts.size());
		fill(counts, random, 40).forEach((place, count) -> assertEquals(count, counts.get(place)));
	}
}
