package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Steps;

/** Loops over no items, over one run of them, and on both sides of where the next begins. */
class ChecksTest {

	private static final int ITEMS = Checks.ITEMS;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, ITEMS - 1, ITEMS, ITEMS + 1, 3 * ITEMS - 1, 3 * ITEMS })
	void eachItemIsVisitedOnce(final int n) {
		final AtomicIntegerArray visits = new AtomicIntegerArray(n);
		Checks.each(n, Steps.UNHEARD, visits::incrementAndGet);
		for (int i = 0; i < n; i++)
			assertEquals(1, visits.get(i));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, ITEMS - 1, ITEMS, ITEMS + 1, 3 * ITEMS - 1, 3 * ITEMS })
	void runsFollowEachOther(final int n) {
		final Map<Integer, Integer> runs = new ConcurrentSkipListMap<>();
		Checks.parts(n, Steps.UNHEARD, runs::put);
		assertEquals(Checks.steps(n), runs.size());
		int end = 0;
		for (final Map.Entry<Integer, Integer> run : new TreeMap<>(runs).entrySet()) {
			assertEquals(end, run.getKey());
			end = run.getValue();
			assertTrue(end > run.getKey() && end - run.getKey() <= ITEMS);
		}
		assertEquals(n, end);
	}

	@Test
	void eachRunIsAStep() {
		final AtomicInteger reports = new AtomicInteger();
		final Steps steps = new Steps((fraction, word) -> reports.incrementAndGet(), "", 3);
		Checks.each(3 * ITEMS, steps, i -> {});
		assertEquals(1 + 3, reports.get());
	}

	@Test
	void aProgressThatThrowsEndsTheLoop() {
		final AtomicInteger visited = new AtomicInteger();
		final Steps steps = new Steps((fraction, word) -> {
			if (fraction > 0) throw new CancellationException();
		}, "", 1000);
		assertThrows(CancellationException.class,
			() -> Checks.each(1000 * ITEMS, steps, i -> visited.incrementAndGet()));
		assertTrue(visited.get() < 500 * ITEMS, visited + " items");
	}
}
