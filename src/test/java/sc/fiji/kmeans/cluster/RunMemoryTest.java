package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;

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
			shared.begin();
			final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
			for (int i = 0; i < 5; i++) {
				final int length = random.nextInt(100);
				final double[] doubles = shared.doubles(length);
				final long[] longs = shared.longs(length);
				final int[] ints = shared.ints(length);
				assertTrue(doubles.length >= length && longs.length >= length && ints.length >= length);
				assertTrue(taken.add(doubles) && taken.add(longs) && taken.add(ints));
			}
			shared.end();
		}
	}

	@Test
	void theNextRunGetsTheSameArrays() {
		memory.begin();
		final double[] first = memory.doubles(10);
		final double[] second = memory.doubles(20);
		memory.end();
		memory.begin();
		assertSame(first, memory.doubles(9));
		assertSame(second, memory.doubles(20));
	}

	/** Its threads may still write. */
	@Test
	void aRunThatDidNotEndKeepsItsArrays() {
		memory.begin();
		final int[] cancelled = memory.ints(10);
		memory.begin();
		assertNotSame(cancelled, memory.ints(10));
	}

	/** With some room, so that frames that grow slowly do not replace it each time. */
	@Test
	void whatReplacesAShorterOneIsLonger() {
		memory.begin();
		memory.longs(100);
		memory.end();
		memory.begin();
		assertEquals(225, memory.longs(200).length);
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
