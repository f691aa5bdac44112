package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Several at a time, and the results in turn. */
class ThreadsTest extends WorkersContract {

	@Override
	Workers workers(final int number) {
		return new Threads(number);
	}

	@Property(tries = 40)
	void resultsComeInTurn(@ForAll @IntRange(min = 1, max = 5) final int threads,
		@ForAll @IntRange(max = 60) final int things)
	{
		final List<Integer> all = IntStream.range(0, things).boxed().collect(Collectors.toList());
		final AtomicInteger atWork = new AtomicInteger();
		final AtomicInteger most = new AtomicInteger();
		final List<Integer> results = new ArrayList<>();
		new Threads(threads).each(all, thing -> {
			most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
			Thread.yield();
			atWork.decrementAndGet();
			return -thing;
		}, results::add);
		assertEquals(all.stream().map(thing -> -thing).collect(Collectors.toList()), results);
		assertTrue(most.get() <= threads);
	}

	/** The first one waits for the second, which is at work at the same time. */
	@Example
	void severalAreAtWorkAtATime() {
		final CountDownLatch second = new CountDownLatch(1);
		final List<Boolean> waited = new ArrayList<>();
		new Threads(2).each(Arrays.asList(1, 2), thing -> {
			if (thing == 2) second.countDown();
			try {
				second.await();
			}
			catch (final InterruptedException e) {
				return false;
			}
			return true;
		}, waited::add);
		assertEquals(Arrays.asList(true, true), waited);
	}

	@Example
	void anExceptionEndsItAsItIs() {
		for (final int threads : new int[] { 1, 3 }) {
			final IllegalArgumentException thrown = new IllegalArgumentException("x");
			assertEquals(thrown, assertThrows(IllegalArgumentException.class,
				() -> new Threads(threads).each(Arrays.asList(1, 2, 3), thing -> {
					if (thing == 2) throw thrown;
					return thing;
				}, thing -> {})));
		}
	}
}
