package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Areas have the pixels that ImageJ fills. */
class PixelAreaTest {

	private static final int WIDTH = 17;
	private static final int HEIGHT = 13;

	private static final ImageProcessor PLANE = new ByteProcessor(WIDTH, HEIGHT);

	private static Roi random(final Random random) {
		final int x = random.nextInt(WIDTH + 6) - 4;
		final int y = random.nextInt(HEIGHT + 6) - 4;
		final int width = 1 + random.nextInt(WIDTH);
		final int height = 1 + random.nextInt(HEIGHT);
		switch (random.nextInt(5)) {
			case 0 :
				return new OvalRoi(x, y, width, height);
			case 1 :
				return TestImages.freehand();
			case 2 :
				return TestImages.composite();
			default :
				return new Roi(x, y, width, height);
		}
	}

	/** Also of those that reach over the edge, or lie beyond it. */
	@Property(tries = 500)
	void pixelsAreThoseThatImageJFills(@ForAll final long seed) {
		final Roi roi = random(new Random(seed));
		final boolean[] expected = TestImages.selected(roi, WIDTH, HEIGHT);
		boolean any = false;
		for (final boolean is : expected)
			any |= is;
		if (!any) {
			assertThrows(IllegalArgumentException.class, () -> PixelArea.of(PLANE, roi));
			return;
		}
		final PixelArea area = PixelArea.of(PLANE, roi);
		final boolean[] selected = new boolean[expected.length];
		int n = 0;
		for (int row = 0; row < area.rows(); row++)
			for (int x = 0; x < area.rowLength(); x++)
				if (area.isSelected(row, x)) {
					selected[area.index(row) + x] = true;
					n++;
				}
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], selected[i], "pixel " + i);
		assertEquals(n == WIDTH * HEIGHT, area.isWhole());
	}

	@Example
	void whatIsNoAreaSelectsAll() {
		for (final Roi roi : new Roi[] { null, new Line(1, 1, 5, 5) }) {
			final PixelArea area = PixelArea.of(PLANE, roi);
			assertTrue(area.isWhole());
			assertEquals(WIDTH, area.width());
			assertEquals(HEIGHT, area.height());
			assertEquals(2 * WIDTH, area.index(2));
		}
	}

	@Example
	void anotherMaskSelectsOthers() {
		final PixelArea all = PixelArea.of(PLANE, null);
		assertSame(all, all.withMask(null));
		final byte[] mask = new byte[WIDTH * HEIGHT];
		mask[WIDTH + 3] = 1;
		final PixelArea one = all.withMask(mask);
		assertFalse(one.isWhole());
		assertTrue(one.isSelected(1, 3));
		assertFalse(one.isSelected(3, 1));
	}
}
