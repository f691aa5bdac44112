package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** All parts have ended when it ends. */
class ParallelTest {

	@Property(tries = 50)
	void eachPartIsDoneOnce(@ForAll @IntRange(max = 300) final int n) {
		final AtomicIntegerArray done = new AtomicIntegerArray(n);
		Parallel.each(n, done::incrementAndGet);
		for (int part = 0; part < n; part++)
			assertEquals(1, done.get(part));
	}

	/** Also of fewer things than there are ranges, and of none. */
	@Property(tries = 100)
	void eachThingIsInOneRange(@ForAll @IntRange(max = 300) final int n) {
		final AtomicIntegerArray times = new AtomicIntegerArray(n);
		Parallel.ranges(n, (from, to) -> {
			for (int i = from; i < to; i++)
				times.incrementAndGet(i);
		});
		for (int i = 0; i < n; i++)
			assertEquals(1, times.get(i), i + " of " + n);
	}

	/** A stream would throw while the other part sleeps. */
	@RepeatedTest(5)
	void nobodyIsLeftBehind() {
		final AtomicInteger begun = new AtomicInteger();
		final AtomicInteger ended = new AtomicInteger();
		assertThrows(CancellationException.class, () -> Parallel.each(16, part -> {
			begun.incrementAndGet();
			try {
				if (part == 0) throw new CancellationException();
				sleep();
			}
			finally {
				ended.incrementAndGet();
			}
		}));
		assertEquals(begun.get(), ended.get());
	}

	private static void sleep() {
		try {
			Thread.sleep(30);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void whatAPartThrowsIsThrown() {
		final OutOfMemoryError full = new OutOfMemoryError();
		assertSame(full, assertThrows(OutOfMemoryError.class, () -> Parallel.each(1, part -> {
			throw full;
		})));
	}
}
