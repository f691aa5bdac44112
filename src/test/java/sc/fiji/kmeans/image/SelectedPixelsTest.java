package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Large selections have the pixels that ImageJ's mask of all of them has. */
class SelectedPixelsTest {

	private static final ImageProcessor PLANE = new ByteProcessor(64, 48);

	/** Those of a selection that ImageJ draws. */
	private static int[] drawn(final Roi selection) {
		final ImageProcessor mask = PLANE.createProcessor(64, 48);
		mask.setColor(1);
		mask.fill(selection);
		return IntStream.range(0, mask.getPixelCount()).filter(i -> mask.get(i) > 0).toArray();
	}

	@Property(tries = 20)
	void ovals(@ForAll @IntRange(min = 0, max = 64) final int right,
		@ForAll @IntRange(min = 0, max = 48) final int below)
	{
		final Roi oval = new OvalRoi(right - 4200, below - 2500, 4200, 4200);
		assertArrayEquals(drawn(oval), SelectedPixels.of(oval, PLANE).toArray());
	}

	@Property(tries = 20)
	void polygons(@ForAll @IntRange(min = -64, max = 64) final int x,
		@ForAll @IntRange(min = -48, max = 48) final int y)
	{
		final Roi polygon = new PolygonRoi(new int[] { x, x + 4200, x - 300 },
			new int[] { y, y + 900, y + 4200 }, 3, Roi.POLYGON);
		assertArrayEquals(drawn(polygon), SelectedPixels.of(polygon, PLANE).toArray());
	}

	/** A mask of all of it would not fit into an array. */
	@Example
	void anyLarge() {
		assertEquals(64 * 48,
			SelectedPixels.of(new OvalRoi(-30_000, -30_000, 60_064, 60_048), PLANE).count());
		assertTrue(SelectedPixels.isEmpty(new OvalRoi(60, 40, 60_000, 60_000), PLANE));
	}
}
