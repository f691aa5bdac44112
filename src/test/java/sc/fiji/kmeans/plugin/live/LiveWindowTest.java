package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.live.LiveFigures;
import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.RealImageJ;

/** A window that something else keeps updating, and its live window. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LiveWindowTest {

	private ImagePlus source;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = RealImageJ.show(Film.image("film"));
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	/** As who acquires does: new pixels in the same image. */
	private void update(final ImageProcessor frame) {
		source.setProcessor(frame);
		source.updateAndDraw();
	}

	@Test
	void theFirstPictureIsThereWhenTheCommandEnds() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		assertEquals("film-live", live.image().getTitle());
		assertTrue(LiveDriver.isSame(Film.rgb(0), live.image().getProcessor()));
		assertTrue(live.figures().matches("(0 frames|1 frame) per second, 0 dropped"), live.figures());
		assertEquals("", live.message());
	}

	@Test
	void afterABurstThePictureIsThatOfTheLastFrame() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		for (int t = 1; t <= 200; t++)
			update(Film.rgb(t));
		live.awaitPicture(Film.rgb(200));
	}

	@Test
	void framesThatComeMeanwhileAreDroppedAndCounted() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		update(Film.noise());
		for (int t = 1; t <= 30; t++) {
			update(Film.rgb(t));
			RealImageJ.settle();
		}
		live.awaitPicture(Film.rgb(30));
		final long dropped = LiveSession.running().get(0).live().figures().dropped();
		assertTrue(dropped > 3, dropped + " dropped");
		RealImageJ.await("figures",
			() -> live.figures().endsWith(", " + dropped + " dropped") ? true : null);
	}

	/** ImageJ tells twice of each, but for a thread that stops in between. */
	@Test
	void framesThatComeSlowlyAreNotDropped() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		for (int t = 1; t <= 30; t++) {
			update(Film.rgb(t));
			live.awaitPicture(Film.rgb(t));
		}
		final LiveFigures figures = LiveSession.running().get(0).live().figures();
		assertEquals(31, figures.frames());
		assertTrue(figures.dropped() < 5, figures.dropped() + " dropped");
	}

	@Test
	void updatesThatChangeNothingAreNoFrames() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		for (int i = 0; i < 50; i++) {
			source.updateAndDraw();
			RealImageJ.settle();
		}
		final LiveSession session = LiveSession.running().get(0);
		assertEquals(1, session.live().figures().frames());
		update(Film.rgb(1));
		live.awaitPicture(Film.rgb(1));
		assertEquals(2, session.live().figures().frames());
	}

	@Test
	void closingTheSourceEndsItAndKeepsTheLastPicture() throws Exception {
		final List<Object> listeners = listeners();
		final LiveDriver live = LiveDriver.start("");
		update(Film.rgb(1));
		live.awaitPicture(Film.rgb(1));
		source.close();
		live.awaitMessage("Ended: film was closed");
		LiveDriver.awaitThreadEnd(source);
		assertFalse(live.isRed());
		assertFalse(live.isEnabled());
		assertTrue(live.window().isShowing());
		assertTrue(LiveDriver.isSame(Film.rgb(1), live.image().getProcessor()));
		assertEquals(Collections.emptyList(), LiveSession.running());
		assertListeners(listeners);
	}

	@Test
	void aLockedSourceThatIsClosedEndsIt() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		source.lock();
		source.close();
		live.awaitMessage("Ended: film was closed");
	}

	@Test
	void closingTheLiveWindowLeavesTheSourceAsItWas() throws Exception {
		source.setRoi(new OvalRoi(5, 5, 40, 30));
		final Roi selection = (Roi) source.getRoi().clone();
		final ImagePlus before = source.duplicate();
		final ImageProcessor plane = source.getProcessor();
		final List<Object> listeners = listeners();
		final LiveDriver live = LiveDriver.start("");
		EventQueue.invokeAndWait(live.window()::close);
		LiveDriver.awaitThreadEnd(source);
		RealImageJ.settle();
		assertEquals(1, WindowManager.getWindowCount());
		assertFalse(source.isLocked());
		assertFalse(source.changes);
		assertEquals(selection, source.getRoi());
		assertSame(plane, source.getProcessor());
		source.deleteRoi();
		assertTrue(LiveDriver.isSame(Film.rgb(0), source.getProcessor()));
		assertEquals(before.getStackSize(), source.getStackSize());
		assertListeners(listeners);
	}

	/** Each adds itself once, and none is left. */
	private static List<Object> listeners() {
		final List<Object> all = new ArrayList<>();
		for (final Collection<?> some : Arrays.asList(ImagePlus.getListeners(), Roi.getListeners()))
			all.addAll(some);
		return all;
	}

	private static void assertListeners(final List<Object> before) throws Exception {
		RealImageJ.settle();
		assertEquals(before, listeners());
	}

	/** ImageJ's way to the pixels of an image drops the mask. */
	@Test
	void theMaskOfWhoWorksOnTheSourceStays() throws Exception {
		source.setRoi(new OvalRoi(5, 5, 40, 30));
		final LiveDriver live = LiveDriver.start("clusters=5");
		final ImageProcessor frame = Film.rgb(3);
		update(frame);
		final Roi own = new OvalRoi(1, 2, 9, 9);
		frame.setRoi(own);
		final ImageProcessor mask = frame.getMask();
		frame.set(20, 20, 0);
		source.updateAndDraw();
		RealImageJ.await("the black pixel", () -> live.image().getProcessor().get(20, 20) == 0xff000000
			|| (live.image().getProcessor().get(20, 20) & 0xffffff) == 0 ? true : null);
		assertSame(mask, frame.getMask());
		assertEquals(own.getBounds(), frame.getRoi());
	}

	@Test
	void theTypeMayChange() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		for (final ImageProcessor frame : new ImageProcessor[] { Film.grey8(1), Film.grey16(2),
			Film.grey32(3), Film.rgb(4), Film.grey8(5) })
		{
			update(frame);
			live.awaitPicture(frame);
			assertEquals("", live.message());
		}
		assertEquals(0.25, Film.grey32(3).getf(0) % 0.5, 1e-9);
	}

	/** ImageJ shows a new size smaller where it has opened many windows, further to the right. */
	@Test
	void theSizeMayChange() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		for (final int width : new int[] { 100, 20, 1, 300 }) {
			update(Film.rgb(1, width, width / 2 + 1));
			live.awaitPicture(Film.rgb(1, width, width / 2 + 1));
			final Rectangle whole = new Rectangle(0, 0, width, width / 2 + 1);
			RealImageJ.await("room for all of it",
				() -> isWhole(live.window().getCanvas(), whole) && live.hasRoom() ? true : null);
		}
	}

	private static boolean isWhole(final ImageCanvas canvas, final Rectangle whole) {
		final double zoom = canvas.getMagnification();
		return canvas.getSrcRect().equals(whole)
			&& canvas.getWidth() == Math.max(1, (int) (whole.width * zoom))
			&& canvas.getHeight() == Math.max(1, (int) (whole.height * zoom));
	}

	@Test
	void anImageOfSeveralChannelsIsShownInItsColours() throws Exception {
		source.close();
		source = RealImageJ.show(Film.composite(1));
		final LiveDriver live = LiveDriver.start("");
		live.awaitPicture(colours(Film.composite(1)));
		final ImageStack next = Film.composite(3).getStack();
		source.setStack(next);
		source.updateAndDraw();
		live.awaitPicture(colours(Film.composite(3)));
	}

	private static ImageProcessor colours(final ImagePlus composite) {
		return new ColorProcessor(composite.getImage());
	}

	@Test
	void theSourceMayBecomeAStackAndBeScrolled() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		final ImageStack stack = new ImageStack(Film.WIDTH, Film.HEIGHT);
		for (int t = 10; t <= 15; t++)
			stack.addSlice(Film.rgb(t));
		source.setStack(stack);
		live.awaitPicture(Film.rgb(10));
		for (int n = 2; n <= 6; n++) {
			source.setSlice(n);
			live.awaitPicture(Film.rgb(9 + n));
		}
		IJ.run(source, "Stack to Hyperstack...",
			"order=xyczt(default) channels=1 slices=2 frames=3 display=Grayscale");
		source.setPosition(1, 1, 2);
		live.awaitPicture(Film.rgb(12));
		source.setStack(new ImagePlus("", Film.rgb(20)).getStack());
		live.awaitPicture(Film.rgb(20));
		assertEquals("", live.message());
	}

	@Test
	void aVirtualStackIsScrolled() throws Exception {
		source.close();
		final ij.VirtualStack stack = new ij.VirtualStack(Film.WIDTH, Film.HEIGHT, null, "") {

			@Override
			public ImageProcessor getProcessor(final int n) {
				return Film.rgb(n);
			}

			@Override
			public int getSize() {
				return 9;
			}
		};
		source = RealImageJ.show(new ImagePlus("virtual", stack));
		final LiveDriver live = LiveDriver.start("");
		live.awaitPicture(Film.rgb(1));
		source.setSlice(7);
		live.awaitPicture(Film.rgb(7));
	}

	@Test
	void theSelectedPixelsAloneAreSegmented() throws Exception {
		final LiveDriver live = LiveDriver.start("show=labels");
		for (final Roi area : new Roi[] { new Roi(0, 0, 24, 40), new Roi(36, 10, 20, 20),
			new OvalRoi(10, 5, 30, 25) })
		{
			source.setRoi(area);
			RealImageJ.await("labels of the selected pixels alone",
				() -> areLabelledAlone(live.image().getProcessor(), area) ? true : null);
		}
		source.deleteRoi();
		RealImageJ.await("labels of all pixels",
			() -> areLabelledAlone(live.image().getProcessor(), new Roi(0, 0, Film.WIDTH, Film.HEIGHT))
				? true
				: null);
		source.setRoi(new ij.gui.Line(1, 1, 20, 20));
		RealImageJ.settle();
		assertEquals("", live.message());
	}

	/** ImageJ takes two areas of the same bounds and length for the same. */
	@Test
	void aHoleThatMovesIsNoticed() throws Exception {
		final LiveDriver live = LiveDriver.start("show=labels");
		for (int x = 5; x < 50; x += 20) {
			final Roi holed = new ShapeRoi(new Roi(0, 0, 60, 40)).not(new ShapeRoi(new Roi(x, 10, 5, 5)));
			source.setRoi(holed);
			RealImageJ.await("labels but in the hole",
				() -> areLabelledAlone(live.image().getProcessor(), holed) ? true : null);
		}
	}

	private static boolean areLabelledAlone(final ImageProcessor labels, final Roi area) {
		for (int y = 0; y < labels.getHeight(); y++)
			for (int x = 0; x < labels.getWidth(); x++)
				if (labels.get(x, y) > 0 != area.contains(x, y)) return false;
		return true;
	}

	@Test
	void twoViewsOfOneImageShowTheSame() throws Exception {
		final LiveDriver one = LiveDriver.start("");
		WindowManager.setCurrentWindow(source.getWindow());
		final LiveDriver other = LiveDriver.start("clusters=5 show=labels");
		assertNotSame(one.window(), other.window());
		assertNotSame(one.image().getTitle(), other.image().getTitle());
		update(Film.rgb(2));
		one.awaitPicture(Film.rgb(2));
		RealImageJ.await("labels", () -> other.image().getProcessor().get(0, 0) == 3 ? true : null);
		EventQueue.invokeAndWait(one.window()::close);
		update(Film.rgb(3));
		RealImageJ.await("labels", () -> other.image().getProcessor().get(0, 0) == 4 ? true : null);
	}

	@Test
	void twoImagesHaveAViewEach() throws Exception {
		final LiveDriver one = LiveDriver.start("");
		final ImagePlus second = RealImageJ.show(Film.image("second"));
		final LiveDriver other = LiveDriver.start("");
		update(Film.rgb(2));
		second.setProcessor(Film.grey8(4));
		other.awaitPicture(Film.grey8(4));
		one.awaitPicture(Film.rgb(2));
		second.close();
		other.awaitMessage("Ended: second was closed");
		update(Film.rgb(3));
		one.awaitPicture(Film.rgb(3));
		assertTrue(one.isEnabled());
	}

	@Test
	void aViewOfAViewFollowsIt() throws Exception {
		final LiveDriver view = LiveDriver.start("clusters=5");
		final LiveDriver viewOfView = LiveDriver.start("clusters=5");
		assertEquals("film-live-live", viewOfView.image().getTitle());
		for (int t = 1; t < 20; t++) {
			update(Film.rgb(t));
			viewOfView.awaitPicture(Film.rgb(t));
		}
		EventQueue.invokeAndWait(view.window()::close);
		viewOfView.awaitMessage("Ended: film-live was closed");
	}

	@Test
	void badFramesAreToldAndGoodOnesGoOn() throws Exception {
		final LiveDriver live = LiveDriver.start("");
		source.setRoi(new Roi(500, 500, 9, 9));
		live.awaitMessage("The selection has no pixels");
		assertTrue(live.isRed());
		assertTrue(LiveDriver.isSame(Film.rgb(0), live.image().getProcessor()));
		source.deleteRoi();
		live.awaitMessage("");
		final ImageProcessor nan = new FloatProcessor(Film.WIDTH, Film.HEIGHT);
		nan.add(Double.NaN);
		update(nan);
		RealImageJ.await("a message", () -> live.message().isEmpty() ? null : true);
		update(Film.rgb(1));
		live.awaitMessage("").awaitPicture(Film.rgb(1));
	}

	/** That it came to be what it was is news to who refused what it was meanwhile. */
	@Test
	void anImageThatIsRefusedMeanwhileGoesOn() throws Exception {
		final ImageStack channels = new ImageStack(Film.WIDTH, Film.HEIGHT);
		for (int c = 0; c < 9; c++)
			channels.addSlice(Film.grey8(c));
		source.setStack(channels, 9, 1, 1);
		final LiveDriver live = LiveDriver.start("channels=8");
		live.awaitPicture(Film.grey8(7));
		source.setStack(channels, 1, 9, 1);
		source.updateAndDraw();
		live.awaitMessage("channels = 8: takes all or 1 for an image of one channel");
		source.setStack(channels, 9, 1, 1);
		source.updateAndDraw();
		live.awaitMessage("").awaitPicture(Film.grey8(7));
	}

	@Test
	void aFirstFrameThatIsRefusedIsOneMessageAndNothingOpens() throws Exception {
		source.setRoi(new Roi(500, 500, 9, 9));
		final MacroBox box = MacroBox.run("run(\"" + MacroRun.LIVE + "\", \"clusters=5\");");
		assertTrue(box.message().startsWith("The selection has no pixels"), box.message());
		assertEquals(1, WindowManager.getWindowCount());
		LiveDriver.awaitThreadEnd(source);
		assertEquals(Collections.emptyList(), LiveSession.running());
	}
}
