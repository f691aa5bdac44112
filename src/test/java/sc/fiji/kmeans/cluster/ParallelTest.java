package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	@Property(tries = 30)
	void whatComesOfPartsIsInTheirOrder(@ForAll @IntRange(max = 300) final int n) {
		assertEquals(IntStream.range(0, n).mapToObj(i -> "part " + i).collect(Collectors.toList()),
			Parallel.map(n, part -> "part " + part));
	}

	/**
	 * Parts within parts within parts, of which one throws at any time and all that come then.
	 * Tasks that a plain stream leaves behind lie above those that its thread waits for, and it
	 * waits for ever if there is no other to take them.
	 */
	@Property(tries = 200)
	void partsOfPartsEnd(@ForAll final long seed) {
		final AtomicInteger left = new AtomicInteger(new Random(seed).nextInt(800));
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			try {
				Parallel.each(8, a -> Parallel.each(8, b -> Parallel.each(8, c -> {
					if (left.decrementAndGet() < 0) throw new CancellationException();
				})));
				assertTrue(left.get() >= 0);
			}
			catch (final CancellationException e) {
				assertTrue(left.get() < 0);
			}
		});
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
