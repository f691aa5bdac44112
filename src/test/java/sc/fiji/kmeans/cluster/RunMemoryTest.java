package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** No array belongs to two at a time. */
class RunMemoryTest {

	private final RunMemory memory = new RunMemory();

	@Property(tries = 50)
	void arraysOfARunAreLongEnoughAndDifferent(@ForAll final long seed) {
		final Random random = new Random(seed);
		final RunMemory shared = new RunMemory();
		for (int run = 0; run < 4; run++) {
			shared.run(lent -> take(lent, random));
		}
	}

	private static Set<Object> take(final RunMemory shared, final Random random) {
		final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int i = 0; i < 5; i++) {
			final int length = random.nextInt(100);
			final double[] doubles = shared.doubles(length);
			final long[] longs = shared.longs(length);
			final int[] ints = shared.ints(length);
			assertTrue(doubles.length >= length && longs.length >= length && ints.length >= length);
			assertTrue(taken.add(doubles) && taken.add(longs) && taken.add(ints));
		}
		return taken;
	}

	@Test
	void theNextRunGetsTheSameArrays() {
		final double[][] first = memory
			.run(lent -> new double[][] { lent.doubles(10), lent.doubles(20) });
		final double[][] second = memory
			.run(lent -> new double[][] { lent.doubles(9), lent.doubles(20) });
		assertSame(first[0], second[0]);
		assertSame(first[1], second[1]);
	}

	/** The first part that runs alone, whichever came back last before. */
	@Test
	void aPartGetsTheMemoryThatHoldsMost() {
		for (final int inner : new int[] { 10, 1000 }) {
			final RunMemory lending = new RunMemory();
			final int[][] both = new int[2][];
			lending.lend(outer -> {
				both[0] = outer.ints(100);
				return lending.lend(other -> both[1] = other.ints(inner));
			});
			assertSame(both[inner < 100 ? 0 : 1], lending.lend(next -> next.ints(1)));
		}
	}

	/** Its threads may still write. */
	@Test
	void aRunThatDidNotEndKeepsItsArrays() {
		final int[][] cancelled = new int[1][];
		assertThrows(CancellationException.class, () -> memory.run(lent -> {
			cancelled[0] = lent.ints(10);
			throw new CancellationException();
		}));
		assertNotSame(cancelled[0], memory.run(lent -> lent.ints(10)));
	}

	/** With some room, so that frames that grow slowly do not replace it each time. */
	@Test
	void whatReplacesAShorterOneIsLonger() {
		memory.run(lent -> lent.longs(100));
		assertEquals(225, memory.run(lent -> lent.longs(200)).length);
	}

	@Test
	void whatIsLentComesBack() {
		final double[] lent = memory.lend(part -> part.doubles(5));
		assertSame(lent, memory.lend(part -> part.doubles(5)));
		assertNotSame(lent, memory.doubles(5));
	}

	@Test
	void whoBorrowsAtTheSameTimeGetsAnother() {
		memory.<Void>lend(outer -> {
			final int[] mine = outer.ints(3);
			return memory.lend(inner -> {
				assertNotSame(mine, inner.ints(3));
				return null;
			});
		});
	}

	/** The lender can not know what the part still does. */
	@Test
	void whatWasLentToAPartThatFailedIsNotLentAgain() {
		final int[][] taken = new int[1][];
		try {
			memory.lend(part -> {
				taken[0] = part.ints(3);
				throw new IllegalStateException();
			});
		}
		catch (final IllegalStateException e) {
			assertNotSame(taken[0], memory.lend(part -> part.ints(3)));
		}
	}
}
