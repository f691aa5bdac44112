package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

class PagedLongsTest {

	private static final int PAGE = 1 << PagedLongs.PAGE_BITS;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 64, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE })
	void itIsAnArray(final int length) {
		final AtomicInteger checks = new AtomicInteger();
		final PagedLongs numbers = new PagedLongs(length, checks::incrementAndGet);
		assertEquals(length, numbers.length());
		assertEquals((length + PAGE - 1) / PAGE, checks.get());
		for (int i = 0; i < length; i++)
			numbers.set(i, 3L * i - 7);
		for (int i = 0; i < length; i++)
			assertEquals(3L * i - 7, numbers.get(i));
		numbers.clear();
		for (int i = 0; i < length; i++)
			assertEquals(0, numbers.get(i));
	}

	@Test
	void itIsCancelledBetweenPages() {
		final AtomicInteger left = new AtomicInteger(3);
		assertThrows(CancellationException.class, () -> new PagedLongs(9 * PAGE, () -> {
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
