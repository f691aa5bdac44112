package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** A copy is as what was copied, and tells whether that is new. */
class FrameTest {

	private final Frame frame = new Frame();

	private static void assertIsCopy(final ImageProcessor[] planes, final Frame copy) {
		final ImageProcessor[] channels = copy.channels();
		assertEquals(planes.length, channels.length);
		for (int c = 0; c < planes.length; c++) {
			assertNotSame(planes[c], channels[c]);
			assertNotSame(planes[c].getPixels(), channels[c].getPixels());
			assertSame(planes[c].getClass(), channels[c].getClass());
			assertEquals(planes[c].getWidth(), channels[c].getWidth());
			assertTrue(Objects.deepEquals(planes[c].getPixels(), channels[c].getPixels()));
			assertEquals(planes[c].getMin(), channels[c].getMin());
			assertEquals(planes[c].getMax(), channels[c].getMax());
			assertEquals(planes[c].getColorModel(), channels[c].getColorModel());
		}
	}

	@Property(tries = 100)
	void eachFrameIsCopiedWhateverCameBefore(@ForAll final long seed) {
		final RandomFrames frames = new RandomFrames(seed);
		final Frame copy = new Frame();
		for (int n = 0; n < 5; n++) {
			final ImageProcessor[] planes = frames.channels();
			copy.copy(planes, null);
			assertIsCopy(planes, copy);
		}
	}

	@Property(tries = 100)
	void theSameIsNotNewAndWhatChangedIs(@ForAll final long seed) {
		final RandomFrames frames = new RandomFrames(seed);
		final ImageProcessor[] planes = frames.channels();
		final Frame copy = new Frame();
		assertTrue(copy.copy(planes, null));
		final Random random = new Random(seed);
		for (int n = 0; n < 5; n++) {
			assertFalse(copy.copy(planes, null));
			final Frame other = new Frame();
			other.copy(planes, null);
			assertFalse(copy.copy(other.channels(), null));
			frames.change(planes[random.nextInt(planes.length)]);
			assertTrue(copy.copy(planes, null));
			assertIsCopy(planes, copy);
		}
	}

	/** Also after the plane itself changes. */
	@Property(tries = 50)
	void aCopyStaysAsItWas(@ForAll final long seed) {
		final RandomFrames frames = new RandomFrames(seed);
		final ImageProcessor[] planes = frames.channels();
		final Frame copy = new Frame();
		copy.copy(planes, null);
		final Frame other = new Frame();
		other.copy(planes, null);
		frames.change(planes[0]);
		assertIsCopy(copy.channels(), other);
		assertTrue(other.copy(planes, null));
	}

	/** A camera of 30 frames a second would fill memory. */
	@Property(tries = 30)
	void theNextFrameIsCopiedIntoTheSameArrays(@ForAll final long seed) {
		final RandomFrames frames = new RandomFrames(seed);
		final ImageProcessor[] planes = frames.channels();
		final Frame copy = new Frame();
		copy.copy(planes, null);
		final Object[] arrays = arrays(copy);
		for (int n = 0; n < 4; n++) {
			frames.change(planes[0]);
			copy.copy(planes, null);
			assertArrayEquals(arrays, arrays(copy));
		}
	}

	private static Object[] arrays(final Frame copy) {
		return Arrays.stream(copy.channels()).map(plane -> (Object) plane.getPixels()).toArray();
	}

	@Test
	void anotherNumberOfChannelsIsNew() {
		final ImageProcessor plane = new ByteProcessor(3, 2);
		assertTrue(frame.copy(new ImageProcessor[] { plane }, null));
		assertTrue(frame.copy(new ImageProcessor[] { plane, plane }, null));
		assertEquals(2, frame.channels().length);
		assertTrue(frame.copy(new ImageProcessor[] { plane }, null));
		assertEquals(1, frame.channels().length);
	}

	@Test
	void anotherShapeOfAsManyPixelsIsNew() {
		assertTrue(frame.copy(new ImageProcessor[] { new ByteProcessor(3, 2) }, null));
		assertTrue(frame.copy(new ImageProcessor[] { new ByteProcessor(2, 3) }, null));
		assertEquals(3, frame.channels()[0].getHeight());
		assertTrue(frame.copy(new ImageProcessor[] { new FloatProcessor(2, 3) }, null));
	}

	@Test
	void anotherSelectionIsNew() {
		final ImageProcessor[] planes = { new ByteProcessor(9, 9) };
		frame.copy(planes, null);
		assertNull(frame.selection());
		final Roi roi = new Roi(1, 1, 5, 5);
		assertTrue(frame.copy(planes, roi));
		assertSame(roi, frame.selection());
		assertFalse(frame.copy(planes, new Roi(1, 1, 5, 5)));
		assertTrue(frame.copy(planes, new OvalRoi(1, 1, 5, 5)));
		assertTrue(frame.copy(planes, new OvalRoi(2, 1, 5, 5)));
		assertTrue(frame.copy(planes, null));
		assertFalse(frame.copy(planes, null));
	}

	/** As numbers they differ from themselves. */
	@Test
	void nanIsAsItWas() {
		final ImageProcessor plane = new FloatProcessor(2, 1, new float[] { Float.NaN, 1 });
		plane.setMinAndMax(0, 1);
		assertTrue(frame.copy(new ImageProcessor[] { plane }, null));
		assertFalse(frame.copy(new ImageProcessor[] { plane }, null));
		plane.setf(0, 2);
		assertTrue(frame.copy(new ImageProcessor[] { plane }, null));
	}

	/** A table that is set after the range: ImageJ's own copy has no range any more. */
	@Test
	void theFirstCopyHasTheRange() {
		final ImageProcessor plane = new ByteProcessor(2, 1);
		plane.setMinAndMax(20, 120);
		plane.setLut(LUT.createLutFromColor(Color.RED));
		assertTrue(frame.copy(new ImageProcessor[] { plane }, null));
		assertEquals(20, frame.channels()[0].getMin());
		assertFalse(frame.copy(new ImageProcessor[] { plane }, null));
	}

	@Test
	void atFirstThereIsNothing() {
		assertEquals(0, frame.channels().length);
		assertNull(frame.selection());
	}

	@Test
	void channelsAreNotReplacedFromOutside() {
		frame.copy(new ImageProcessor[] { new ByteProcessor(2, 2) }, null);
		frame.channels()[0] = null;
		assertTrue(frame.channels()[0] instanceof ByteProcessor);
	}

	@Test
	void coloursAreDecodedIntoTheFrame() {
		final int[] pixels = frame.colours(3, 2);
		assertEquals(6, pixels.length);
		pixels[5] = 0x123456;
		assertEquals(0x123456, frame.channels()[0].get(2, 1) & 0xffffff);
		assertSame(pixels, frame.colours(3, 2));
		assertNotSame(pixels, frame.colours(2, 3));
		assertEquals(2, frame.channels()[0].getWidth());
	}

	@Test
	void coloursTakeThePlaceOfWhatElseThereWas() {
		final ImageProcessor colours = new ColorProcessor(3, 2);
		frame.copy(new ImageProcessor[] { colours, colours }, new Roi(0, 0, 1, 1));
		frame.colours(3, 2);
		assertEquals(1, frame.channels().length);
		assertNull(frame.selection());
		frame.copy(new ImageProcessor[] { new ByteProcessor(3, 2) }, null);
		assertEquals(6, frame.colours(3, 2).length);
	}
}
