package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

/** What a run leaves to the next, and what it keeps. */
class RunMemoryTest {

	private final RunMemory memory = new RunMemory();

	@Test
	void theNextRunGetsTheSameArrays() {
		final RunArrays first = memory.take();
		final double[] tens = first.doubles(10);
		final double[] twenties = first.doubles(20);
		memory.takeBack(first);
		final RunArrays second = memory.take();
		assertSame(tens, second.doubles(9));
		assertSame(twenties, second.doubles(20));
	}

	/** Its threads may still write, and take more. */
	@Test
	void aRunThatDidNotEndKeepsItsArraysAndGetsOthersThanTheNext() {
		final RunArrays kept = memory.take();
		final int[] cancelled = kept.ints(10);
		final RunArrays next = memory.take();
		final int[] first = next.ints(10);
		assertNotSame(cancelled, first);
		final int[] more = kept.ints(10);
		assertNotSame(first, more);
		assertNotSame(more, next.ints(10));
		memory.takeBack(next);
		assertNotSame(more, memory.take().ints(10));
	}

	/** Where its progress throws, in the middle of it. */
	@Test
	void aCancelledRunGivesNothingBack() {
		final KMeans kMeans = new KMeans(KMeansOptions.defaults(), RandomPoints.BY_COMPONENT, memory);
		assertThrows(CancellationException.class,
			() -> kMeans.cluster(RandomPoints.of(3, 500), (fraction, word) -> {
				if (fraction > 0.3) throw new CancellationException();
			}));
		assertNotSame(memory.take(), memory.take());
		kMeans.cluster(RandomPoints.of(3, 500), Progress.NONE);
		final RunArrays back = memory.take();
		memory.takeBack(back);
		assertSame(back, memory.take());
	}
}
