package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Where the pixels of a part go: those of a cell side by side, of both tables in turn. */
class CountedPartTest {

	@Test
	void offsetsFollowEachOther() {
		final CountedPart part = new CountedPart(3);
		part.evens[1] = 4;
		part.odds[1] = 3;
		assertEquals(17, part.makeOffsets(1, 10));
		assertEquals(10, part.evens[1]);
		assertEquals(14, part.odds[1]);
		assertEquals(17, part.makeOffsets(2, 17));
	}

	@Test
	void moreThanAnArrayHoldsIsRefused() {
		final CountedPart part = new CountedPart(1);
		part.evens[0] = Integer.MAX_VALUE;
		assertThrows(ArithmeticException.class, () -> part.makeOffsets(0, 1));
	}
}
