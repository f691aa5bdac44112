package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An image tells of its frames, and stays as it is; its window is a matter of words here. */
class FollowedImageTest {

	private final Told image = new Told("cells.tif");
	private boolean isOpen = true;
	private final FollowedImage source = new FollowedImage(image, one -> isOpen);
	private final Frame frame = new Frame();
	private final Events events = new Events();

	/** ImageJ tells of changes where there is a window. */
	private static final class Told extends ImagePlus {

		private Told(final String title) {
			super(title, plane(1));
		}

		private void tellOfChange() {
			notifyListeners(UPDATED);
		}

		private void loseSelection() {
			roi = null;
		}

		private ImageProcessor losePixels() {
			final ImageProcessor lost = ip;
			ip = null;
			return lost;
		}

		private void regain(final ImageProcessor plane) {
			ip = plane;
		}

		private void tellOfEnd() {
			notifyListeners(CLOSED);
		}
	}

	/** Writes down what it hears. */
	private static final class Events implements FrameSource.Listener {

		private final List<String> heard = new ArrayList<>();

		@Override
		public synchronized void arrived() {
			heard.add("arrived");
		}

		@Override
		public synchronized void trouble(final String message) {
			heard.add("trouble " + message);
		}

		@Override
		public synchronized void ended(final String why) {
			heard.add("ended " + why);
		}

		/** All since it was asked last; after the events that wait, and those that they make. */
		private synchronized List<String> heard() {
			final List<String> all = new ArrayList<>(heard);
			heard.clear();
			return all;
		}
	}

	private static ImageProcessor plane(final int value) {
		final ImageProcessor plane = new ByteProcessor(6, 5);
		for (int i = 0; i < 30; i++)
			plane.set(i, (i + value) % 256);
		return plane;
	}

	@AfterEach
	void stop() throws Exception {
		source.stop();
		settle();
	}

	/** ImageJ tells of changes in the event thread. */
	private static void settle() throws Exception {
		for (int n = 0; n < 3; n++)
			EventQueue.invokeAndWait(() -> {});
	}

	private String heard() throws Exception {
		settle();
		return String.join(", ", events.heard());
	}

	@Test
	void theFirstFrameIsThereAtOnce() throws Exception {
		source.start(events);
		assertEquals("arrived", heard());
		assertTrue(source.read(frame));
		assertArrayEquals((byte[]) plane(1).getPixels(), (byte[]) frame.channels()[0].getPixels());
		assertFalse(source.read(frame));
	}

	@Test
	void aChangeIsAFrame() throws Exception {
		source.start(events);
		source.read(frame);
		heard();
		image.getProcessor().set(3, 99);
		image.tellOfChange();
		assertEquals("arrived", heard());
		assertTrue(source.read(frame));
		assertEquals(99, frame.channels()[0].get(3));
	}

	@Test
	void changesOfOtherImagesAreNone() throws Exception {
		source.start(events);
		heard();
		final Told other = new Told("other");
		other.tellOfChange();
		other.setRoi(new Roi(1, 1, 2, 2));
		other.deleteRoi();
		assertEquals("", heard());
	}

	/** Also where nothing of the pixels changed. */
	@Test
	void anotherSelectionIsAFrame() throws Exception {
		source.start(events);
		source.read(frame);
		heard();
		final Roi oval = new OvalRoi(1, 1, 3, 3);
		image.setRoi(oval);
		assertTrue(heard().contains("arrived"));
		assertTrue(source.read(frame));
		assertEquals(oval, frame.selection());
		assertNotSame(oval, frame.selection());
		image.deleteRoi();
		assertTrue(heard().contains("arrived"));
		assertTrue(source.read(frame));
		assertNull(frame.selection());
	}

	@Test
	void aLineSelectsNothing() throws Exception {
		source.start(events);
		source.read(frame);
		image.setRoi(new Line(0, 0, 4, 4));
		settle();
		assertFalse(source.read(frame));
		assertNull(frame.selection());
	}

	@Test
	void afterTheEndNothingIsHeard() throws Exception {
		source.start(events);
		heard();
		source.stop();
		image.tellOfChange();
		image.setRoi(new Roi(1, 1, 2, 2));
		assertEquals("", heard());
		source.stop();
	}

	@Test
	void aWindowThatIsClosedIsTheEnd() throws Exception {
		source.start(events);
		heard();
		isOpen = false;
		image.tellOfEnd();
		assertEquals("ended cells.tif was closed", heard());
	}

	/** Another window may take its place. */
	@Test
	void anImageThatIsStillOpenGoesOn() throws Exception {
		source.start(events);
		heard();
		final Told other = new Told("other");
		other.tellOfEnd();
		image.tellOfEnd();
		assertEquals("", heard());
	}

	/** Who sets another plane and then draws it makes two events, and nobody has looked between. */
	@Test
	void aPlaneThatIsNewIsOneFrame() throws Exception {
		source.start(events);
		source.read(frame);
		heard();
		image.setProcessor(plane(9));
		image.tellOfChange();
		image.tellOfChange();
		assertEquals("arrived", heard());
		assertTrue(source.read(frame));
		image.tellOfChange();
		assertEquals("arrived", heard());
	}

	/** As when ImageJ crops: it tells of the pixels, and then drops the selection. */
	@Test
	void whatImageJDoesNotTellIsSeen() throws Exception {
		image.setRoi(new Roi(1, 1, 3, 3));
		source.start(events);
		source.read(frame);
		heard();
		image.loseSelection();
		awaitWord();
		assertTrue(source.read(frame));
		assertNull(frame.selection());
		image.setProcessor(new ByteProcessor(3, 3));
		awaitWord();
		assertTrue(source.read(frame));
		assertEquals(3, frame.channels()[0].getWidth());
	}

	private void awaitWord() throws Exception {
		final long end = System.nanoTime() + 10_000_000_000L;
		while (!heard().contains("arrived")) {
			assertTrue(System.nanoTime() < end, "no word of a change");
			Thread.sleep(10);
		}
	}

	/** The image has no pixels for a moment, and then it has some again. */
	@Test
	void whatCouldNotBeReadIsReadAgain() throws Exception {
		source.start(events);
		source.read(frame);
		heard();
		final ImageProcessor plane = image.losePixels();
		assertFalse(source.read(frame));
		image.regain(plane);
		awaitWord();
		assertTrue(source.read(frame));
	}

	@Test
	void anImageWithoutAWindowIsRefused() {
		isOpen = false;
		assertEquals(
			"source = active: takes an image in a window; ImageJ tells of no changes of"
				+ " \"cells.tif\", which has none",
			assertThrows(IOException.class, () -> source.start(events)).getMessage());
		assertTrue(events.heard().isEmpty());
	}

	@Test
	void resultsAreCalledAfterTheFile() {
		assertEquals("cells.tif", source.name());
		assertEquals("cells", source.title());
	}

	@Test
	void theSizeOfPixelsIsThatOfTheImage() {
		image.getCalibration().pixelWidth = 0.5;
		assertEquals(0.5, source.calibration().get().pixelWidth);
		source.calibration().get().pixelWidth = 7;
		assertEquals(0.5, image.getCalibration().pixelWidth);
	}

	@Test
	void aCopyOfAFrameIsAnImageOfItsOwn() throws Exception {
		image.getCalibration().setUnit("mm");
		source.read(frame);
		final ImagePlus copy = source.image(frame);
		assertEquals("mm", copy.getCalibration().getUnit());
		copy.getProcessor().set(0, 200);
		assertEquals(1, frame.channels()[0].get(0));
		assertEquals(1, image.getProcessor().get(0));
	}

	@Test
	void ofSeveralChannelsAllAreRead() throws Exception {
		final ImagePlus stack = IJ.createHyperStack("two", 6, 5, 2, 3, 1, 8);
		for (int n = 1; n <= 6; n++)
			stack.getStack().getProcessor(n).set(0, n);
		final FollowedImage two = new FollowedImage(new CompositeImage(stack), one -> true);
		assertTrue(two.read(frame));
		assertEquals(2, frame.channels().length);
		assertEquals(1, frame.channels()[0].get(0));
		assertEquals(2, frame.channels()[1].get(0));
		final ImagePlus copy = two.image(frame);
		assertEquals(2, copy.getNChannels());
		assertTrue(copy.isComposite());
	}

	/** ImageJ's own way to the plane gives it the bounds of the selection. */
	@Test
	void thePlaneIsNotTouched() {
		final ImageProcessor plane = image.getProcessor();
		image.setRoi(new OvalRoi(1, 1, 3, 3));
		plane.resetRoi();
		assertSame(plane, CurrentPlane.of(image));
		assertEquals(6, plane.getRoi().width);
		assertNull(CurrentPlane.of(new ImagePlus()));
	}

	@Test
	void readingLeavesTheImageAsItIs() {
		final ImagePlus colours = new ImagePlus("colours", new ColorProcessor(3, 2));
		colours.setRoi(new Roi(1, 0, 2, 2));
		colours.changes = false;
		new FollowedImage(colours, one -> true).read(frame);
		assertEquals(new Roi(1, 0, 2, 2), colours.getRoi());
		assertFalse(colours.isLocked());
		assertFalse(colours.changes);
	}
}
