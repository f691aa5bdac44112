package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SidePlaceTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 100, 80);
	private static final Dimension SIZE = new Dimension(30, 20);

	private static Optional<Point> place(final int x, final int y, final int width,
		final int height)
	{
		return SidePlace.of(SIZE, new Rectangle(x, y, width, height), SCREEN);
	}

	@Test
	void itIsOnTheRightIfThereIsRoom() {
		assertEquals(new Point(50, 10), place(10, 10, 40, 60).get());
		assertEquals(new Point(50, 60), place(10, 70, 40, 10).get());
	}

	@Test
	void elseOnTheLeftBelowOrAbove() {
		assertEquals(new Point(10, 10), place(40, 10, 60, 60).get());
		assertEquals(new Point(10, 50), place(10, 0, 80, 50).get());
		assertEquals(new Point(10, 10), place(10, 30, 80, 50).get());
	}

	@Test
	void whereAWindowFillsTheScreenThereIsNone() {
		assertFalse(place(10, 10, 80, 60).isPresent());
	}

	@Property(tries = 200)
	void itIsOnTheScreenAndCoversNothing(@ForAll @IntRange(min = -20, max = 110) final int x,
		@ForAll @IntRange(min = -20, max = 90) final int y,
		@ForAll @IntRange(min = 1, max = 120) final int width,
		@ForAll @IntRange(min = 1, max = 100) final int height)
	{
		place(x, y, width, height).map(at -> new Rectangle(at, SIZE)).ifPresent(own -> {
			assertTrue(SCREEN.contains(own));
			assertFalse(own.intersects(new Rectangle(x, y, width, height)));
		});
	}
}
