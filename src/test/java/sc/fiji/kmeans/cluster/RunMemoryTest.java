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
		final double[][] first = memory
			.run(lent -> new double[][] { lent.doubles(10), lent.doubles(20) });
		final double[][] second = memory
			.run(lent -> new double[][] { lent.doubles(9), lent.doubles(20) });
		assertSame(first[0], second[0]);
		assertSame(first[1], second[1]);
	}

	/** Its threads may still write, and take more. */
	@Test
	void aRunThatDidNotEndKeepsItsArraysAndGetsOthersThanTheNext() {
		final RunArrays[] kept = new RunArrays[1];
		final int[][] cancelled = new int[2][];
		assertThrows(CancellationException.class, () -> memory.run(lent -> {
			kept[0] = lent;
			cancelled[0] = lent.ints(10);
			throw new CancellationException();
		}));
		memory.run(lent -> {
			final int[] first = lent.ints(10);
			assertNotSame(cancelled[0], first);
			cancelled[1] = kept[0].ints(10);
			assertNotSame(first, cancelled[1]);
			assertNotSame(cancelled[1], lent.ints(10));
			return null;
		});
		assertNotSame(cancelled[1], memory.run(lent -> lent.ints(10)));
	}
}
