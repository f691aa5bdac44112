package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collections;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FreePlaceTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 100, 80);
	private static final Rectangle OWN = new Rectangle(7, 9, 30, 20);

	private static FreePlace beside(final Rectangle... taken) {
		return new FreePlace(Arrays.asList(taken));
	}

	private static Rectangle place(final int x, final int y, final int width, final int height) {
		return beside(new Rectangle(x, y, width, height)).of(OWN, SCREEN).get();
	}

	private static Rectangle at(final int x, final int y) {
		return new Rectangle(x, y, OWN.width, OWN.height);
	}

	@Test
	void itIsOnTheRightIfThereIsRoom() {
		assertEquals(at(50, 10), place(10, 10, 40, 60));
		assertEquals(at(50, 60), place(10, 70, 40, 10));
	}

	@Test
	void elseOnTheLeftBelowOrAbove() {
		assertEquals(at(10, 10), place(40, 10, 60, 60));
		assertEquals(at(70, 50), place(10, 0, 80, 50));
		assertEquals(at(70, 10), place(10, 30, 80, 50));
	}

	@Test
	void whereAWindowFillsTheScreenItCoversLittle() {
		assertEquals(at(70, 0), place(10, 10, 80, 60));
		assertEquals(20 * 10, beside(new Rectangle(10, 10, 80, 60)).covered(at(70, 0)));
	}

	@Test
	void whatIsLargerThanTheScreenStays() {
		assertFalse(beside(OWN).of(new Rectangle(0, 0, 101, 5), SCREEN).isPresent());
	}

	/** Pixel by pixel; what two windows have there counts twice. */
	@Property(tries = 50)
	void pixelsOfOthersAreCounted(@ForAll @IntRange(min = -20, max = 60) final int x,
		@ForAll @IntRange(min = -20, max = 60) final int y)
	{
		final Rectangle[] taken = { new Rectangle(5, 6, 20, 30), new Rectangle(15, 20, 40, 10) };
		long covered = 0;
		for (final Rectangle other : taken)
			for (int i = 0; i < OWN.width * OWN.height; i++)
				if (other.contains(x + i % OWN.width, y + i / OWN.width)) covered++;
		assertEquals(covered, beside(taken).covered(at(x, y)));
	}

	/** Nearest to the right of the first one. */
	@Test
	void noneOfSeveralIsCovered() {
		final Rectangle high = new Rectangle(30, 0, 30, 40);
		assertEquals(at(60, 0), beside(at(0, 0), high).of(OWN, SCREEN).get());
		assertEquals(at(30, 20), beside(at(0, 0), at(30, 0), at(60, 0)).of(OWN, SCREEN).get());
	}

	/** Tried at every pixel. */
	@Property(tries = 50)
	void noPlaceCoversLess(@ForAll @IntRange(min = -20, max = 110) final int x,
		@ForAll @IntRange(min = -20, max = 90) final int y,
		@ForAll @IntRange(min = 1, max = 120) final int width,
		@ForAll @IntRange(min = 1, max = 100) final int height)
	{
		final FreePlace free = new FreePlace(
			Collections.singletonList(new Rectangle(x, y, width, height)));
		final Rectangle own = free.of(OWN, SCREEN).get();
		assertTrue(SCREEN.contains(own));
		assertEquals(OWN.getSize(), own.getSize());
		for (int left = 0; left <= SCREEN.width - OWN.width; left++)
			for (int top = 0; top <= SCREEN.height - OWN.height; top++)
				assertTrue(free.covered(own) <= free.covered(at(left, top)), own.toString());
	}
}
