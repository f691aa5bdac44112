package sc.fiji.kmeans.plugin.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GUI;
import ij.gui.MessageDialog;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.segment.Segmentation;

/** What the box in the dialog shows over the image. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class PreviewWindowTest {

	private ImagePlus source;
	private ImageProcessor before;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = RealImageJ.show(Pictures.rgb(200, 150));
		before = source.getProcessor().duplicate();
	}

	@AfterEach
	void cleanUp() throws Exception {
		Prefs.setGuiScale(1);
		RealImageJ.cleanUp();
	}

	private static ImageProcessor segmented(final ImagePlus image, final int clusters) {
		return Segmentation
			.of(image,
				SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(clusters)))
			.segmented()
			.getProcessor();
	}

	/** What the window paints, at its magnification of 1. */
	static BufferedImage painted(final ImagePlus image) throws Exception {
		final BufferedImage screen = new BufferedImage(image.getWidth(), image.getHeight(),
			BufferedImage.TYPE_INT_RGB);
		EventQueue.invokeAndWait(() -> {
			final Graphics g = screen.getGraphics();
			image.getCanvas().paint(g);
			g.dispose();
		});
		return screen;
	}

	private static boolean isPainted(final ImagePlus image, final ImageProcessor expected) {
		try {
			final BufferedImage screen = painted(image);
			for (int y = 0; y < expected.getHeight(); y++)
				for (int x = 0; x < expected.getWidth(); x++)
					if ((screen.getRGB(x, y) & 0xffffff) != (expected.get(x, y) & 0xffffff)) return false;
			return true;
		}
		catch (final Exception failed) {
			throw new AssertionError(failed);
		}
	}

	private static void awaitPainted(final ImagePlus image, final ImageProcessor expected) {
		RealImageJ.await("the picture", () -> isPainted(image, expected) ? true : null);
	}

	@Test
	void theBoxIsOffAndShowsTheSegmentedImageWhenTicked() throws Exception {
		final DialogDriver dialog = DialogDriver.open();
		assertFalse(dialog.isPreviewed());
		assertTrue(isPainted(source, before));
		dialog.preview(true);
		awaitPainted(source, segmented(source, 3));
		assertTrue(dialog.previewLine().matches("3 clusters: \\d+\\.\\d, \\d+\\.\\d, \\d+\\.\\d %"),
			dialog.previewLine());
		assertEquals(0, Pictures.differences(before, source.getProcessor()));
		dialog.preview(false);
		assertTrue(isPainted(source, before));
		dialog.cancel();
	}

	@Test
	void theDialogDoesNotCoverTheImage() throws Exception {
		final DialogDriver dialog = DialogDriver.open();
		assertFalse(dialog.bounds().get(0).intersects(source.getWindow().getBounds()));
		dialog.cancel();
	}

	/** It moves where it would grow over the image, and stays where it would not. */
	@Test
	void unfoldedItDoesNotCoverTheImageEither() throws Exception {
		final Window window = source.getWindow();
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		for (final int x : new int[] { screen.x, screen.x + screen.width - window.getWidth() - 340 }) {
			EventQueue.invokeAndWait(() -> window.setLocation(x, screen.y));
			RealImageJ.settleWindow();
			final DialogDriver dialog = DialogDriver.open();
			final Rectangle folded = dialog.bounds().get(0);
			assertFalse(folded.intersects(window.getBounds()), folded.toString());
			assertTrue(folded.x >= window.getX() + window.getWidth(), folded.toString());
			dialog.pressMore();
			final Rectangle all = dialog.bounds().get(0);
			assertTrue(all.width > folded.width && screen.contains(all), all.toString());
			assertFalse(all.intersects(window.getBounds()), all.toString());
			assertEquals(x == screen.x, all.getLocation().equals(folded.getLocation()));
			dialog.pressMore().cancel();
		}
	}

	/** At the font sizes of ImageJ's windows. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 1.5 })
	void theLineIsWholeUpToTwentyClusters(final double scale) throws Exception {
		Prefs.setGuiScale(scale);
		final DialogDriver dialog = DialogDriver.open().preview(true);
		final int height = dialog.height();
		for (final int k : new int[] { 3, 4, 8, 20 }) {
			dialog.type("Clusters", "" + k);
			RealImageJ.await(k + " clusters",
				() -> dialog.previewLine().startsWith(k + " clusters: ") ? true : null);
			RealImageJ.settle();
			assertEquals(k, dialog.shown().split(", ").length);
			assertEquals(dialog.previewLine(), dialog.shown());
			assertEquals(height, dialog.height());
		}
		dialog.cancel();
	}

	/** What is the matter is told first. */
	@Test
	void theLineComesBackWhenTheFieldsAreGoodAgain() throws Exception {
		final DialogDriver dialog = DialogDriver.open().preview(true);
		RealImageJ.await("a line", () -> dialog.previewLine().startsWith("3 clusters") ? true : null);
		final String line = dialog.previewLine();
		dialog.type("Epsilon", "x");
		assertEquals("epsilon = x: takes a number", dialog.said());
		dialog.type("Epsilon", "0.2");
		assertEquals(line, dialog.said());
		dialog.preview(false);
		assertEquals("", dialog.previewLine());
		dialog.cancel();
	}

	@Test
	void itFollowsTheFieldsAndKeepsTheLastPictureOnNonsense() throws Exception {
		final DialogDriver dialog = DialogDriver.open().preview(true);
		awaitPainted(source, segmented(source, 3));
		dialog.type("Clusters", "2");
		awaitPainted(source, segmented(source, 2));
		dialog.type("Clusters", "x");
		RealImageJ.settle();
		assertTrue(isPainted(source, segmented(source, 2)));
		dialog.type("Clusters", "4").type("Merge", "1+2");
		awaitPainted(source,
			Segmentation
				.of(source,
					SegmentationOptions.defaults()
						.with(KMeansOptions.defaults().withClusters(4))
						.withMerge("1+2"))
				.segmented()
				.getProcessor());
		assertTrue(dialog.previewLine().startsWith("3 clusters: "), dialog.previewLine());
		dialog.cancel();
	}

	@Test
	void itFollowsTheSelection() throws Exception {
		final DialogDriver dialog = DialogDriver.open().preview(true);
		awaitPainted(source, segmented(source, 3));
		EventQueue.invokeAndWait(() -> source.setRoi(new Roi(20, 30, 100, 50)));
		final ImagePlus selected = new ImagePlus("", before.duplicate());
		selected.setRoi(new Roi(20, 30, 100, 50));
		final ImageProcessor expected = segmented(selected, 3);
		RealImageJ.await("the selection alone", () -> isInside(expected) ? true : null);
		dialog.cancel();
	}

	/** Apart from the outline of the selection. */
	private boolean isInside(final ImageProcessor expected) {
		try {
			final BufferedImage screen = painted(source);
			for (final int[] at : new int[][] { { 5, 5 }, { 150, 60 }, { 40, 40 }, { 100, 70 } })
				if ((screen.getRGB(at[0], at[1]) & 0xffffff) != (expected.get(at[0], at[1]) & 0xffffff))
					return false;
			return true;
		}
		catch (final Exception failed) {
			throw new AssertionError(failed);
		}
	}

	@Test
	void itFollowsTheSlice() throws Exception {
		final ImagePlus stack = RealImageJ.show(Pictures.frames(120, 90, 3));
		final DialogDriver dialog = DialogDriver.open().preview(true);
		awaitPainted(stack, segmented(new ImagePlus("", stack.getStack().getProcessor(1)), 3));
		EventQueue.invokeAndWait(() -> stack.setSlice(3));
		awaitPainted(stack, segmented(new ImagePlus("", stack.getStack().getProcessor(3)), 3));
		dialog.cancel();
	}

	@Test
	void okAndCancelLeaveNothingBehindAndNothingIsRecordedOrKept() throws Exception {
		final Overlay own = new Overlay(new Roi(1, 1, 5, 5));
		source.setOverlay(own);
		new Recorder();
		final DialogDriver dialog = DialogDriver.open().preview(true);
		RealImageJ.await("a line", () -> dialog.previewLine().isEmpty() ? null : true);
		dialog.ok();
		assertFalse(Recorder.getInstance().getText().contains("review"));
		assertSame(own, source.getOverlay());
		assertEquals(1, own.size());
		assertNull(source.getCanvas().getShowAllList());
		final DialogDriver next = DialogDriver.open();
		assertFalse(next.isPreviewed());
		next.preview(true);
		next.cancel();
		assertSame(own, source.getOverlay());
		assertNull(source.getCanvas().getShowAllList());
		assertEquals(0, Pictures.differences(before, source.getProcessor()));
	}

	@Test
	void itTellsThatTheImageIsClosed() throws Exception {
		final DialogDriver dialog = DialogDriver.open().preview(true);
		awaitPainted(source, segmented(source, 3));
		EventQueue.invokeAndWait(() -> {
			source.changes = false;
			source.close();
		});
		final String closed = source.getTitle() + " was closed";
		RealImageJ.await(closed, () -> dialog.previewLine().equals(closed) ? true : null);
		dialog.preview(false).preview(true);
		RealImageJ.await(closed, () -> dialog.previewLine().equals(closed) ? true : null);
		dialog.press("OK");
		final Dialog box = RealImageJ.awaitWindow(MessageDialog.class);
		assertEquals("K-Means Segmentation", box.getTitle());
		EventQueue.invokeAndWait(box::dispose);
		RealImageJ.awaitEnd();
	}

	@Test
	void itIsNeitherFlattenedNorCopied() throws Exception {
		final DialogDriver dialog = DialogDriver.open().preview(true);
		awaitPainted(source, segmented(source, 3));
		final ImagePlus[] copies = new ImagePlus[2];
		EventQueue.invokeAndWait(() -> {
			copies[0] = source.flatten();
			copies[1] = source.duplicate();
		});
		for (final ImagePlus copy : copies)
			assertEquals(0, Pictures.differences(before, copy.getProcessor()));
		assertNull(copies[1].getOverlay());
		dialog.cancel();
	}
}
