package sc.fiji.kmeans.plugin.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.RealImageJ;

/** What is painted over an image in its window, and that nothing of it stays. */
@Tag("window")
class ClusterPainterWindowTest {

	private static final int[] PAINTS = { 0, 0xffff0000, 0, 0xff0000ff };

	private ImagePlus image;
	private ClusterPainter painter;
	private LearnedPicture picture;

	@BeforeEach
	void showImage() throws Exception {
		RealImageJ.start();
		image = RealImageJ.show(noise(90, 70));
		picture = LearnedPictures.of(image, SegmentationOptions.defaults().withMerge("none"), 3,
			"none");
		painter = new ClusterPainter(image, false);
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private static ImagePlus noise(final int width, final int height) {
		final ColorProcessor pixels = new ColorProcessor(width, height);
		final Random random = new Random(1);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 0xff000000 | 0x505050 * random.nextInt(4));
		return new ImagePlus("noise", pixels);
	}

	/** The canvas as it is on the screen. */
	private BufferedImage screen() throws Exception {
		final AtomicReference<BufferedImage> screen = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> {
			final ImageCanvas canvas = image.getCanvas();
			final BufferedImage drawn = new BufferedImage(canvas.getWidth(), canvas.getHeight(),
				BufferedImage.TYPE_INT_RGB);
			canvas.paint(drawn.getGraphics());
			screen.set(drawn);
		});
		return screen.get();
	}

	private void show(final int... paints) throws Exception {
		EventQueue.invokeAndWait(() -> painter.show(picture, paints));
	}

	private int expected(final int x, final int y) {
		final int paint = PAINTS[picture.frame().labels().get(x, y)];
		return (paint == 0 ? image.getProcessor().get(x, y) : paint) & 0xffffff;
	}

	@Test
	void eachPixelHasThePaintOfItsLabel() throws Exception {
		show(PAINTS);
		final BufferedImage screen = screen();
		for (int y = 0; y < 70; y++)
			for (int x = 0; x < 90; x++)
				assertEquals(expected(x, y), screen.getRGB(x, y) & 0xffffff, x + ", " + y);
	}

	/** The preview of a dialog is seen while the explorer goes on below. */
	@Test
	void oneThatIsAboveIsSeenUntilItIsHidden() throws Exception {
		final int[] other = { 0, 0xff00ff00, 0xff00ff00, 0xff00ff00 };
		final ClusterPainter above = new ClusterPainter(image, true);
		show(PAINTS);
		EventQueue.invokeAndWait(() -> above.show(picture, other));
		assertEquals(0x00ff00, screen().getRGB(5, 5) & 0xffffff);
		show(PAINTS);
		assertEquals(0x00ff00, screen().getRGB(5, 5) & 0xffffff);
		EventQueue.invokeAndWait(above::hide);
		assertEquals(expected(5, 5), screen().getRGB(5, 5) & 0xffffff);
		EventQueue.invokeAndWait(() -> above.show(picture, other));
		EventQueue.invokeAndWait(painter::hide);
		assertEquals(0x00ff00, screen().getRGB(5, 5) & 0xffffff);
		EventQueue.invokeAndWait(above::hide);
		assertNull(image.getCanvas().getShowAllList());
	}

	@Test
	void oneThatCameBelowIsSeenWhenTheOtherIsHidden() throws Exception {
		final ClusterPainter above = new ClusterPainter(image, true);
		EventQueue.invokeAndWait(() -> above.show(picture, new int[] { 0, 1, 1, 1 }));
		show(PAINTS);
		EventQueue.invokeAndWait(above::hide);
		assertEquals(expected(5, 5), screen().getRGB(5, 5) & 0xffffff);
		EventQueue.invokeAndWait(() -> above.show(picture, new int[] { 0, 1, 1, 1 }));
		EventQueue.invokeAndWait(painter::hide);
		EventQueue.invokeAndWait(above::hide);
		assertNull(image.getCanvas().getShowAllList());
	}

	/** Shows paints, and takes what is on the real screen, before ImageJ could paint. */
	private BufferedImage atOnce(final int... paints) throws Exception {
		final Robot robot = new Robot();
		awaitPainted(robot);
		final AtomicReference<BufferedImage> taken = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> {
			painter.show(picture, paints);
			taken.set(taken(robot));
		});
		return taken.get();
	}

	/** ImageJ does not paint after each. */
	private void change(final Runnable change) throws Exception {
		EventQueue.invokeAndWait(() -> {
			change.run();
			image.getCanvas().repaint();
		});
	}

	private BufferedImage taken(final Robot robot) {
		return robot.createScreenCapture(
			new Rectangle(image.getCanvas().getLocationOnScreen(), image.getCanvas().getSize()));
	}

	/**
	 * A window manager may take a while to move and size the window, and another window may come
	 * in front of it.
	 */
	private void awaitPainted(final Robot robot) throws Exception {
		RealImageJ.settleWindow();
		RealImageJ.await("ImageJ's picture", () -> {
			try {
				assertSamePixels(screen(), taken(robot));
				return true;
			}
			catch (final AssertionError | Exception notYet) {
				image.getWindow().toFront();
				image.getCanvas().repaint();
				IJ.wait(100);
				return null;
			}
		});
	}

	private static void assertSamePixels(final BufferedImage expected, final BufferedImage screen) {
		for (int y = 0; y < expected.getHeight(); y++)
			for (int x = 0; x < expected.getWidth(); x++)
				assertEquals(expected.getRGB(x, y) & 0xffffff, screen.getRGB(x, y) & 0xffffff,
					x + ", " + y);
	}

	/** At each zoom, again and again, and when the image has changed. */
	@Test
	void itIsOnTheScreenAtOnceAsImageJPaintsIt() throws Exception {
		for (final int zoom : new int[] { 100, 75, 200 }) {
			IJ.run(image, "Set... ", "zoom=" + zoom);
			for (final int tint : new int[] { 0x40, 0x80, 0xff }) {
				final BufferedImage taken = atOnce(0, tint << 24 | 0xff0000, 0, tint << 24 | 0xff);
				assertSamePixels(screen(), taken);
				EventQueue.invokeAndWait(() -> {
					image.getProcessor().invert();
					image.updateAndDraw();
				});
			}
		}
	}

	/** With all that lies below it, and the selection in front. */
	@Test
	void selectionsAndOverlaysAreWhereImageJPaintsThem() throws Exception {
		final Overlay overlay = new Overlay(new Roi(8, 8, 30, 20));
		final Overlay list = new Overlay(new Roi(5, 40, 60, 9));
		for (final Runnable change : new Runnable[] { () -> image.setRoi(10, 10, 50, 30),
			() -> image
				.setRoi(new ShapeRoi(new Roi(5, 5, 20, 20)).or(new ShapeRoi(new Roi(40, 30, 20, 20)))),
			() -> image.setOverlay(overlay), () -> image.getCanvas().setShowAllList(list),
			() -> image.deleteRoi() })
		{
			change(change);
			final BufferedImage taken = atOnce(0, 0x4000ff00, 0, 0x80008000);
			assertSamePixels(screen(), taken);
		}
	}

	/** A smoothed outline differs a little. */
	@Test
	void smoothedSelectionsAreWhereImageJPaintsThem() throws Exception {
		final int[] x = { 10, 60, 40, 20 };
		final int[] y = { 10, 20, 60, 50 };
		for (final Roi roi : new Roi[] { new OvalRoi(10, 10, 50, 30),
			new PolygonRoi(x, y, 4, Roi.POLYGON), new PolygonRoi(x, y, 4, Roi.FREEROI) })
		{
			EventQueue.invokeAndWait(() -> image.setRoi(roi));
			final BufferedImage taken = atOnce(0, 0x4000ff00, 0, 0x80008000);
			final BufferedImage screen = screen();
			final long differing = IntStream.range(0, 90 * 70)
				.filter(i -> taken.getRGB(i % 90, i / 90) != screen.getRGB(i % 90, i / 90))
				.count();
			assertTrue(differing < 4 * roi.getLength(), roi + ": " + differing);
		}
	}

	private void zoomWithoutSelection() {
		image.deleteRoi();
		image.getCanvas().setSourceRect(new Rectangle(10, 20, 45, 35));
		image.getCanvas().setMagnification(2);
	}

	/** In front of it ImageJ does the painting. */
	@Test
	void theFrameOfTheZoomAndOddSelectionsStayInFront() throws Exception {
		final Roi filled = new Roi(10, 10, 50, 30);
		filled.setFillColor(new Color(0x40ff0000, true));
		for (final Runnable change : new Runnable[] { () -> image.setRoi(filled),
			() -> image.setRoi(new TextRoi(20, 20, "text")), this::zoomWithoutSelection })
		{
			show(PAINTS);
			change(change);
			final BufferedImage before = screen();
			assertSamePixels(before, atOnce(0, 0xff00ff00, 0xff00ff00, 0xff00ff00));
			assertSamePixels(screen(), atOnce(0, 0xff00ff00, 0xff00ff00, 0xff00ff00));
		}
	}

	/** Zoomed in, each pixel of the image is a square of its paint. */
	@Test
	void itFollowsTheZoom() throws Exception {
		show(PAINTS);
		EventQueue.invokeAndWait(() -> {
			image.getCanvas().setSourceRect(new Rectangle(10, 20, 30, 20));
			image.getCanvas().setMagnification(3);
		});
		final BufferedImage screen = screen();
		// ImageJ draws where the part is into the upper left corner.
		for (int y = 0; y < 60; y++)
			for (int x = 76; x < 90; x++)
				assertEquals(expected(10 + x / 3, 20 + y / 3), screen.getRGB(x, y) & 0xffffff);
	}

	@Test
	void otherPaintsReplaceTheFirst() throws Exception {
		show(PAINTS);
		screen();
		show(0, 0, 0, 0);
		assertEquals(image.getProcessor().get(5, 5) & 0xffffff, screen().getRGB(5, 5) & 0xffffff);
		show(0, 0xff00ff00, 0xff00ff00, 0xff00ff00);
		assertEquals(0x00ff00, screen().getRGB(5, 5) & 0xffffff);
	}

	/** Nothing of it is in the image, its overlay, a file, a copy or a flattened picture. */
	@Test
	void itIsSeenInTheWindowAlone() throws Exception {
		final Object pixels = image.getProcessor().getPixelsCopy();
		show(0, 0xff00ff00, 0xff00ff00, 0xff00ff00);
		screen();
		assertNull(image.getOverlay());
		assertTrue(Arrays.equals((int[]) pixels, (int[]) image.getProcessor().getPixels()));
		assertNull(image.duplicate().getOverlay());
		assertNull(FileSaver.getOverlay(image));
		assertEquals(image.getProcessor().get(5, 5) & 0xffffff,
			image.flatten().getProcessor().get(5, 5) & 0xffffff);
	}

	@Test
	void nothingStaysWhenItIsHidden() throws Exception {
		final Overlay before = image.getCanvas().getShowAllList();
		show(0, 0xff00ff00, 0xff00ff00, 0xff00ff00);
		assertTrue(image.getCanvas().getShowAllList() != before);
		EventQueue.invokeAndWait(painter::hide);
		assertSame(before, image.getCanvas().getShowAllList());
		assertEquals(image.getProcessor().get(5, 5) & 0xffffff, screen().getRGB(5, 5) & 0xffffff);
	}

	/** What the ROI Manager shows there is shown on. */
	@Test
	void whatOthersShowStays() throws Exception {
		final Overlay others = new Overlay(new Roi(1, 1, 5, 5));
		EventQueue.invokeAndWait(() -> image.getCanvas().setShowAllList(others));
		show(PAINTS);
		assertEquals(2, image.getCanvas().getShowAllList().size());
		EventQueue.invokeAndWait(painter::hide);
		assertSame(others, image.getCanvas().getShowAllList());
		assertEquals(1, others.size());
	}

	/** Of another size, or another slice, the picture is not painted. */
	@Test
	void aPictureOfSomethingElseIsNotPainted() throws Exception {
		show(0, 0xff00ff00, 0xff00ff00, 0xff00ff00);
		EventQueue.invokeAndWait(() -> image.setProcessor(noise(80, 60).getProcessor()));
		assertEquals(image.getProcessor().get(5, 5) & 0xffffff, screen().getRGB(5, 5) & 0xffffff);
	}

	@Test
	void aClickSelectsNothing() {
		assertFalse(painter.contains(0, 0));
		assertFalse(painter.containsPoint(5, 5));
		assertTrue(painter.isOn(image));
		assertFalse(painter.isOn(IJ.createImage("", "8-bit", 3, 3, 1)));
	}
}
