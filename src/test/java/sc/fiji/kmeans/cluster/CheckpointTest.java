package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** What those hear who pass. */
class CheckpointTest {

	private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
	private final Checkpoint checkpoint = new Checkpoint((fraction, word) -> {
		assertEquals("clustering", word);
		fractions.add(fraction);
	});

	@Test
	void fractionsAddUpToOneAtMost() {
		checkpoint.pass();
		checkpoint.advance(0.25);
		checkpoint.pass();
		checkpoint.advance(0.5);
		checkpoint.advance(0.5);
		assertEquals("[0.0, 0.25, 0.25, 0.75, 1.0]", fractions.toString());
	}

	/** Whoever comes first. */
	@Test
	void threadsAdvanceTogether() {
		IntStream.range(0, 64).parallel().forEach(i -> checkpoint.advance(1.0 / 64));
		assertEquals(64, fractions.size());
		assertEquals(1, Collections.max(fractions));
	}

	/** A quarter million distances between two passes, at most one item more. */
	@Property(tries = 50)
	void passesComeWithTheWork(@ForAll @IntRange(min = 1, max = 600_000) final int k,
		@ForAll @IntRange(min = 1, max = 5000) final int items)
	{
		final List<Integer> passed = new ArrayList<>();
		final int[] item = new int[1];
		final Checkpoint counting = new Checkpoint((fraction, word) -> passed.add(item[0]));
		for (; item[0] < items; item[0]++)
			counting.passAt(item[0], k);
		assertEquals(0, passed.get(0));
		for (int i = 1; i <= passed.size(); i++) {
			final long between = (i < passed.size() ? passed.get(i) : items) - passed.get(i - 1);
			assertTrue(between * k <= Math.max(k, Checkpoint.WORK), between + " items");
			if (i < passed.size()) assertTrue((between + 1) * k > Checkpoint.WORK, between + " items");
		}
	}

	@Property(tries = 30)
	void aPassingOrderIsTheSameOrder(@ForAll final long seed) {
		final Comparator<Integer> order = Comparator.comparingInt(i -> i % 7);
		final Comparator<Integer> passing = new Checkpoint(Progress.NONE).passing(order);
		final Random random = new Random(seed);
		for (int i = 0; i < 100; i++) {
			final int a = random.nextInt(50);
			final int b = random.nextInt(50);
			assertEquals(order.compare(a, b), passing.compare(a, b));
		}
	}

	/** A comparison is counted as 64 distances. */
	@Test
	void everyFewThousandComparisonsPass() {
		final Comparator<Integer> passing = checkpoint.passing(Comparator.<Integer>naturalOrder());
		for (int i = 0; i < 2 * Checkpoint.WORK / 64; i++)
			passing.compare(i, 5);
		assertEquals(2, fractions.size());
		passing.compare(1, 5);
		assertEquals(3, fractions.size());
	}
}
