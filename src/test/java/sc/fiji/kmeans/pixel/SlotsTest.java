package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

class SlotsTest {

	private static final int PAGE = 1 << Slots.PAGE_BITS;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 64, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE })
	void eachHoldsAValueAndItsCount(final int size) {
		final AtomicInteger checks = new AtomicInteger();
		final Slots slots = new Slots(size, checks::incrementAndGet);
		assertEquals(size, slots.size());
		assertEquals((size + PAGE - 1) / PAGE, checks.get());
		for (int i = 0; i < size; i++)
			assertTrue(slots.add(i, 3L * i - 7, i + 1));
		for (int i = 0; i < size; i++)
			assertEquals(4L * i - 6, slots.value(i) + slots.count(i));
		slots.clear();
		for (int i = 0; i < size; i++)
			assertEquals(0, slots.count(i));
	}

	@Test
	void aValueIsFoundBehindOthersAndAroundTheEnd() {
		final Slots slots = new Slots(2 * PAGE, () -> {});
		assertTrue(slots.add(PAGE - 1, 5, 1));
		assertTrue(slots.add(PAGE - 1, 6, 2));
		assertFalse(slots.add(PAGE - 1, 6, 3));
		assertEquals(6, slots.value(PAGE));
		assertEquals(5, slots.countOf(PAGE - 1, 6));
		assertTrue(slots.add(2 * PAGE - 1, 8, 1));
		assertTrue(slots.add(2 * PAGE - 1, 0, 4));
		assertEquals(4, slots.count(0));
		assertEquals(4, slots.countOf(2 * PAGE - 1, 0));
	}

	@Test
	void itIsCancelledBetweenPages() {
		final AtomicInteger left = new AtomicInteger(3);
		assertThrows(CancellationException.class, () -> new Slots(9 * PAGE, () -> {
			if (left.decrementAndGet() == 0) throw new CancellationException();
		}));
	}

	/** A table of four pages hears of it before each. */
	@Test
	void aHistogramGrowsPageByPage() {
		final HashedCounts counts = new HashedCounts(PixelFormat.grey(31));
		final Steps unheard = new Steps(Progress.NONE, "", 0);
		for (int i = 0; i < PAGE; i++)
			counts.add(i, 1, unheard);
		final AtomicInteger checks = new AtomicInteger();
		final Steps cancelled = new Steps((fraction, word) -> {
			if (checks.incrementAndGet() == 8) throw new CancellationException();
		}, "", 0);
		assertThrows(CancellationException.class, () -> counts.add(PAGE, 1, cancelled));
		assertEquals(2 * PAGE, counts.capacity());
	}
}
