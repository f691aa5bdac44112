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
class RunArraysTest {

	private final RunArrays arrays = new RunArrays();

	@Property(tries = 50)
	void arraysOfARunAreLongEnoughAndDifferent(@ForAll final long seed) {
		final Random random = new Random(seed);
		final RunArrays shared = new RunArrays();
		for (int run = 0; run < 4; run++)
			take(shared.begin(), random);
	}

	private static void take(final RunArrays shared, final Random random) {
		final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int i = 0; i < 5; i++) {
			final int length = random.nextInt(100);
			final double[] doubles = shared.doubles(length);
			final long[] longs = shared.longs(length);
			final int[] ints = shared.ints(length);
			assertTrue(doubles.length >= length && longs.length >= length && ints.length >= length);
			assertTrue(taken.add(doubles) && taken.add(longs) && taken.add(ints));
		}
	}

	/** The first part that runs alone, whichever came back last before. */
	@Test
	void aPartGetsTheMemoryThatHoldsMost() {
		for (final int inner : new int[] { 10, 1000 }) {
			final RunArrays lending = new RunArrays();
			final int[][] both = new int[2][];
			lending.lend(outer -> {
				both[0] = outer.ints(100);
				return lending.lend(other -> both[1] = other.ints(inner));
			});
			assertSame(both[inner < 100 ? 0 : 1], lending.lend(next -> next.ints(1)));
		}
	}

	/** With some room, so that frames that grow slowly do not replace it each time. */
	@Test
	void whatReplacesAShorterOneIsLonger() {
		arrays.longs(100);
		assertEquals(225, arrays.begin().longs(200).length);
	}

	@Test
	void whatIsLentComesBack() {
		final double[] lent = arrays.lend(part -> part.doubles(5));
		assertSame(lent, arrays.lend(part -> part.doubles(5)));
		assertNotSame(lent, arrays.doubles(5));
	}

	@Test
	void whoBorrowsAtTheSameTimeGetsAnother() {
		arrays.<Void>lend(outer -> {
			final int[] mine = outer.ints(3);
			return arrays.lend(inner -> {
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
			arrays.lend(part -> {
				taken[0] = part.ints(3);
				throw new IllegalStateException();
			});
		}
		catch (final IllegalStateException e) {
			assertNotSame(taken[0], arrays.lend(part -> part.ints(3)));
		}
	}
}
