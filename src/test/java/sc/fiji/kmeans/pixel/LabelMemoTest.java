package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Labels that are known, frame after frame. */
class LabelMemoTest {

	@Test
	void whatIsWrittenDownIsKnownUntilItIsForgotten() {
		final LabelMemo memo = new LabelMemo(4, 3);
		memo.of(2)[1] = 7;
		assertEquals(7, memo.of(2)[1]);
		assertEquals(0, memo.of(3)[1]);
		assertSame(memo.of(2), memo.of(2));
		assertNotSame(memo.of(2), memo.of(3));
		memo.forget();
		assertEquals(0, memo.of(2)[1]);
	}

	/** Arrays go from cell to cell; never to two of them, and never with labels of before. */
	@Property(tries = 40)
	void arraysAreUsedAgainButNotTwice(@ForAll final long seed) {
		final Random random = new Random(seed);
		final LabelMemo memo = new LabelMemo(50, 4);
		final Set<char[]> all = Collections.newSetFromMap(new IdentityHashMap<>());
		int most = 0;
		for (int frame = 0; frame < 6; frame++) {
			final int[] cells = random.ints(random.nextInt(30), 0, 50).distinct().toArray();
			final Set<char[]> taken = Collections.newSetFromMap(new IdentityHashMap<>());
			for (final int cell : cells) {
				final char[] labels = memo.of(cell);
				assertEquals(4, labels.length);
				assertTrue(taken.add(labels));
				for (int i = 0; i < 4; i++) {
					assertEquals(0, labels[i]);
					labels[i] = (char) (cell + 1);
				}
			}
			for (final int cell : cells)
				assertEquals(cell + 1, memo.of(cell)[3]);
			memo.forget();
			all.addAll(taken);
			most = Math.max(most, cells.length);
		}
		assertEquals(most, all.size());
	}

	@Test
	void aMemoIsKnownByItsSize() {
		final LabelMemo memo = new LabelMemo(4, 3);
		assertTrue(memo.isOf(4, 3));
		assertFalse(memo.isOf(3, 4));
		assertFalse(memo.isOf(4, 4));
		assertFalse(memo.isOf(3, 3));
	}
}
