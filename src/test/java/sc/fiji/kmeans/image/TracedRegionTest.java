package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;
import java.util.concurrent.CancellationException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A traced outline has the pixels of its label, and no other. */
class TracedRegionTest {

	private static ImageProcessor labels(final Random random, final boolean areLarge) {
		final ImageProcessor labels = areLarge ? new ShortProcessor(11, 8) : new ByteProcessor(11, 8);
		for (int i = 0; i < labels.getPixelCount(); i++)
			labels.set(i, (areLarge ? 300 : 0) + random.nextInt(3));
		return labels;
	}

	@Property(tries = 50)
	void theSelectionHasThePixelsOfTheLabel(@ForAll final long seed, @ForAll final boolean areLarge,
		@ForAll @IntRange(max = 2) final int which)
	{
		final ImageProcessor labels = labels(new Random(seed), areLarge);
		final int label = (areLarge ? 300 : 0) + which;
		final boolean[] selected = TestImages.selected(TracedRegion.of(labels, label), 11, 8);
		for (int i = 0; i < selected.length; i++)
			assertEquals(labels.get(i) == label, selected[i], "pixel " + i);
	}

	@Example
	void oneRegionIsAnOutlineAndSeveralAreComposite() {
		final ImageProcessor labels = new ByteProcessor(6, 3);
		labels.set(1, 1, 5);
		assertEquals(Roi.TRACED_ROI, TracedRegion.of(labels, 5).getType());
		labels.set(4, 1, 5);
		assertEquals(Roi.COMPOSITE, TracedRegion.of(labels, 5).getType());
		assertNull(TracedRegion.of(labels, 6));
	}

	@Example
	void theThresholdsOfTheLabelsStay() {
		final ImageProcessor labels = labels(new Random(1), false);
		labels.setThreshold(7, 9, ImageProcessor.NO_LUT_UPDATE);
		TracedRegion.of(labels, 1);
		assertEquals(7, labels.getMinThreshold());
		assertEquals(9, labels.getMaxThreshold());
	}

	@Example
	void anInterruptionCancels() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class,
				() -> TracedRegion.of(labels(new Random(1), false), 1));
		}
		finally {
			assertTrue(Thread.interrupted());
		}
	}

	@Property(tries = 30)
	void opaquePixelsAreThoseWithEnoughAlpha(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ByteProcessor alpha = new ByteProcessor(7, 5);
		for (int i = 0; i < 35; i++)
			alpha.set(i, 128 * random.nextInt(2) + random.nextInt(5));
		alpha.set(24, 2);
		alpha.set(32, 3);
		final boolean[] selected = TestImages.selected(OpaquePixels.of(alpha, 3).get(), 7, 5);
		for (int i = 0; i < 35; i++)
			assertEquals(alpha.get(i) >= 3, selected[i]);
	}

	@Example
	void wherePixelsAreAllOpaqueThereIsNoSelection() {
		final byte[] alpha = { 1, (byte) 255 };
		assertFalse(OpaquePixels.of(new ByteProcessor(2, 1, alpha), 1).isPresent());
	}

	@Example
	void aPictureThatCanNotBeSeenIsRefused() {
		assertEquals("all pixels are transparent", assertThrows(IllegalArgumentException.class,
			() -> OpaquePixels.of(new ByteProcessor(2, 1), 1)).getMessage());
	}
}
