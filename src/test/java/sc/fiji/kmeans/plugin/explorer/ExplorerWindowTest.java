package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.FocusTraversalPolicy;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.segment.Segmentation;

/** The panel of the explorer, and what it shows over the image. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class ExplorerWindowTest {

	private ImagePlus source;
	private ImageProcessor before;
	private ExplorerDriver explorer;

	@BeforeEach
	void open() throws Exception {
		RealImageJ.start();
		Toolbar.getInstance().setTool(Toolbar.OVAL);
		source = RealImageJ.show(Pictures.rgb(200, 150));
		before = source.getProcessor().duplicate();
		explorer = ExplorerDriver.open();
	}

	@AfterEach
	void cleanUp() throws Exception {
		ExplorerDriver.cleanUp();
		RealImageJ.cleanUp();
	}

	private Segmentation segmentation(final int clusters, final String merge) {
		return Segmentation.of(source,
			SegmentationOptions.defaults()
				.with(KMeansOptions.defaults().withClusters(clusters))
				.withMerge(merge));
	}

	private static void awaitPainted(final ImagePlus image, final ImageProcessor expected) {
		RealImageJ.await("the picture", () -> isPainted(image, expected) ? true : null);
	}

	private static boolean isPainted(final ImagePlus image, final ImageProcessor expected) {
		final BufferedImage screen = ExplorerDriver.painted(image);
		for (int i = 0; i < expected.getPixelCount(); i++) {
			final int rgb = screen.getRGB(i % screen.getWidth(), i / screen.getWidth());
			if (((rgb ^ expected.get(i)) & 0xffffff) != 0) return false;
		}
		return true;
	}

	@Test
	void segmentedShowsTheSegmentedImage() throws Exception {
		explorer.show(Look.Mode.SEGMENTED).colours("own");
		awaitPainted(source, segmentation(3, "none").segmented().getProcessor());
		explorer.slide(4, 5).awaitClusters(5);
		awaitPainted(source, segmentation(5, "none").segmented().getProcessor());
		assertEquals(5, explorer.rows());
	}

	/** Rows and the curve come and go below them. */
	@Test
	void buttonsStayWhereTheyAre() throws Exception {
		RealImageJ.settleWindow();
		final List<Point> places = places();
		explorer.slide(12).awaitClusters(12);
		assertEquals(places, places());
		explorer.press("Suggest").awaitClusters(3);
		RealImageJ.await("the curve", () -> explorer.hasCurve() ? true : null);
		assertEquals(places, places());
		explorer.clickOnCurve(1).awaitClusters(1);
		assertEquals(places, places());
	}

	private List<Point> places() {
		return Stream.of("Suggest", "Merge", "Redo", "Create...")
			.map(explorer::place)
			.collect(Collectors.toList());
	}

	/** It opens where there is room for what is going to be there. */
	@Test
	void upToTenRowsAreSeenAtOnce() throws Exception {
		explorer.press("Suggest").slide(10).awaitClusters(10);
		RealImageJ.await("the curve", () -> explorer.hasCurve() ? true : null);
		RealImageJ.settleWindow();
		assertTrue(
			explorer.all(JScrollPane.class).noneMatch(pane -> pane.getVerticalScrollBar().isVisible()));
	}

	/** Where the window is low on the screen, fewer rows are seen at once, and the others scroll. */
	@Test
	void allOfItIsOnTheScreen() throws Exception {
		final Rectangle screen = GUI.getMaxWindowBounds(explorer.frame());
		final int y = screen.y + screen.height - explorer.frame().getHeight() - 60;
		EventQueue.invokeAndWait(() -> explorer.frame().setLocation(screen.x, y));
		RealImageJ.settleWindow();
		final List<Point> places = places();
		explorer.slide(20).awaitClusters(20);
		RealImageJ.settleWindow();
		assertTrue(screen.contains(explorer.frame().getBounds()),
			explorer.frame().getBounds().toString());
		assertEquals(places, places());
	}

	@Test
	void whatIsNotThereYetIsNotSaid() throws Exception {
		explorer.slide(4).awaitClusters(4);
		assertEquals("Looks for 7 clusters...", explorer.saidAtOnce(7));
		explorer.awaitClusters(7);
		assertEquals("7 clusters", explorer.message());
		assertEquals("Looks for 1 cluster...", explorer.saidAtOnce(1));
		explorer.awaitClusters(1);
	}

	@Test
	void keptShowsTheKeptImage() throws Exception {
		explorer.show(Look.Mode.KEPT).tick(1);
		awaitPainted(source, segmentation(3, "none").kept(Background.BLACK, 2, 3).getProcessor());
		explorer.tick(1);
		awaitPainted(source, before);
	}

	@Test
	void tintedMixesPixelsAndColours() throws Exception {
		final BufferedImage screen = ExplorerDriver.painted(source);
		final int[] at = explorer.pixelOf(source, 1);
		final int rgb = screen.getRGB(at[0], at[1]);
		final int pixel = before.get(at[0], at[1]);
		for (int shift = 0; shift < 24; shift += 8)
			assertEquals(((pixel >> shift & 0xff) + (0xe69f00 >> shift & 0xff)) / 2.0,
				rgb >> shift & 0xff, 2);
		explorer.show(Look.Mode.ORIGINAL);
		awaitPainted(source, before);
	}

	@Test
	void mergingAndHidingLearnNothingAgain() throws Exception {
		explorer.slide(5).awaitClusters(5);
		final Object learned = explorer.picture();
		explorer.show(Look.Mode.SEGMENTED).colours("own");
		select(1, 3);
		explorer.press("Merge").awaitClusters(4);
		assertEquals("1+3", explorer.state().groups().toString());
		awaitPainted(source, segmentation(5, "1+3").segmented().getProcessor());
		explorer.press("Hide").name(2, "stroma");
		assertTrue(explorer.state().isHidden(3));
		assertSame(learned, explorer.picture());
	}

	/** Clicks on pixels of clusters. */
	private void select(final int first, final int... more) throws Exception {
		click(first, 0);
		for (final int cluster : more)
			click(cluster, java.awt.event.InputEvent.SHIFT_DOWN_MASK);
	}

	private void click(final int cluster, final int modifiers) throws Exception {
		final int[] at = explorer.pixelOf(source, cluster);
		explorer.click(source, at[0], at[1], modifiers);
	}

	@Test
	void anotherNumberDropsMergesAndUndoBringsThemBack() throws Exception {
		explorer.slide(4).awaitClusters(4).name(1, "glass");
		select(1, 2);
		explorer.press("Merge").awaitClusters(3).slide(5, 6, 7).awaitClusters(7);
		assertEquals("none", explorer.state().groups().toString());
		explorer.press("Undo");
		explorer.awaitClusters(3);
		assertEquals("1+2", explorer.state().groups().toString());
		assertEquals("glass", explorer.name(1));
		explorer.press("Redo").awaitClusters(7);
		assertFalse(explorer.isEnabled("Redo"));
		explorer.press("Undo").press("Undo").awaitClusters(4).press("Undo").press("Undo");
		explorer.awaitClusters(3);
		assertFalse(explorer.isEnabled("Undo"));
	}

	@Test
	void closingLeavesTheImageAndTheToolAsTheyWere() throws Exception {
		final Overlay own = new Overlay(new Roi(1, 1, 5, 5));
		EventQueue.invokeAndWait(() -> {
			source.setOverlay(own);
			explorer.frame().close();
		});
		RealImageJ.settle();
		assertNull(source.getCanvas().getShowAllList());
		assertSame(own, source.getOverlay());
		assertEquals(Toolbar.OVAL, Toolbar.getToolId());
		source.setOverlay(null);
		assertTrue(isPainted(source, before));
		assertEquals(0, Pictures.differences(before, source.getProcessor()));
	}

	@Test
	void itFollowsTheActiveImageAndRemembersWhatWasChosen() throws Exception {
		explorer.slide(4).awaitClusters(4).name(2, "stroma");
		final ImagePlus other = RealImageJ.show(Pictures.grey16(120, 90));
		RealImageJ.await("the other image", () -> explorer.explorer().image() == other ? true : null);
		assertNull(source.getCanvas().getShowAllList());
		explorer.awaitClusters(4);
		assertNotNull(other.getCanvas().getShowAllList());
		assertEquals("", explorer.name(2));
		EventQueue.invokeAndWait(() -> source.getWindow().toFront());
		RealImageJ.await("the first image", () -> explorer.explorer().image() == source ? true : null);
		explorer.awaitClusters(4);
		assertEquals("stroma", explorer.name(2));
	}

	/** The number that was chosen on it stays. */
	@Test
	void theCurveOfSuggestionsComesBackWithTheImage() throws Exception {
		explorer.press("Suggest").clickOnCurve(6).awaitClusters(6);
		final ImagePlus other = RealImageJ.show(Pictures.grey16(120, 90));
		RealImageJ.await("the other image", () -> explorer.explorer().image() == other ? true : null);
		explorer.awaitClusters(6);
		assertFalse(explorer.hasCurve());
		EventQueue.invokeAndWait(() -> source.getWindow().toFront());
		RealImageJ.await("the curve",
			() -> explorer.explorer().image() == source && explorer.hasCurve() ? true : null);
		explorer.awaitClusters(6);
		assertTrue(explorer.areRowsWhole());
	}

	@Test
	void itFollowsTheSlice() throws Exception {
		final ImagePlus stack = RealImageJ.show(Pictures.frames(120, 90, 3));
		RealImageJ.await("the stack", () -> explorer.explorer().image() == stack ? true : null);
		explorer.awaitClusters(3).show(Look.Mode.SEGMENTED).colours("own");
		EventQueue.invokeAndWait(() -> stack.setSlice(2));
		awaitPainted(stack,
			Segmentation.of(new ImagePlus("", stack.getStack().getProcessor(2)), KMeansOptions.defaults())
				.segmented()
				.getProcessor());
	}

	/** ImageJ gives it another window then. */
	@Test
	void anImageThatBecomesAStackIsFollowedOn() throws Exception {
		EventQueue.invokeAndWait(() -> source.setStack(Pictures.frames(200, 150, 2).getStack()));
		RealImageJ.await("the new window",
			() -> explorer.explorer() != null && explorer.explorer().isOn(source) ? true : null);
		explorer.awaitClusters(3).show(Look.Mode.SEGMENTED).colours("own");
		awaitPainted(source,
			Segmentation
				.of(new ImagePlus("", source.getStack().getProcessor(1)), KMeansOptions.defaults())
				.segmented()
				.getProcessor());
	}

	/** Another size, type or image in the same window, and a selection that is lost on the way. */
	@Test
	void anImageThatBecomesAnotherIsFollowedOn() throws Exception {
		explorer.show(Look.Mode.SEGMENTED).colours("own");
		EventQueue.invokeAndWait(() -> source.setRoi(40, 30, 80, 60));
		for (final String[] change : new String[][] { { "Crop", "" }, { "Rotate 90 Degrees Right", "" },
			{ "Size...", "width=90 height=120 average" }, { "8-bit", "" } })
		{
			IJ.run(source, change[0], change[1]);
			awaitSegmented(change[0]);
		}
		EventQueue.invokeAndWait(() -> source.setImage(Pictures.grey8(100, 70)));
		awaitSegmented("setImage");
	}

	private void awaitSegmented(final String what) {
		final ImageProcessor expected = Segmentation
			.of(new ImagePlus("", source.getProcessor().duplicate()), KMeansOptions.defaults())
			.segmented()
			.getProcessor()
			.convertToRGB();
		RealImageJ.await("the picture after " + what, () -> isPainted(source, expected) ? true : null);
	}

	/** What the ROI Manager shows stays, and is there alone when the explorer is closed. */
	@Test
	void selectionsOfTheRoiManagerStay() throws Exception {
		final Overlay shown = new Overlay(new Roi(3, 4, 20, 20));
		EventQueue.invokeAndWait(() -> source.getCanvas().setShowAllList(shown));
		explorer.tick(1).tick(1);
		assertEquals(2, source.getCanvas().getShowAllList().size());
		assertEquals(1, shown.size());
		EventQueue.invokeAndWait(explorer.frame()::close);
		assertSame(shown, source.getCanvas().getShowAllList());
		EventQueue.invokeAndWait(() -> source.getCanvas().setShowAllList(null));
	}

	@Test
	void whereThereIsNoImageItWaitsForOne() throws Exception {
		closeSource();
		RealImageJ.await("no image", () -> explorer.explorer() == null ? true : null);
		assertFalse(explorer.isEnabled("Merge"));
		source = RealImageJ.show(Pictures.grey8(90, 60));
		RealImageJ.await("an image", () -> explorer.explorer() != null ? true : null);
		explorer.awaitClusters(3);
	}

	/** And that of an image without clusters. */
	@Test
	void rowsOfAnotherImageGo() throws Exception {
		final ImagePlus none = RealImageJ.show(new ImagePlus("none", nothing()));
		RealImageJ.await("none", () -> explorer.explorer().image() == none ? true : null);
		RealImageJ.await("no rows", () -> explorer.rows() == 0 ? true : null);
		assertEquals("There are no pixels to cluster", explorer.message());
		EventQueue.invokeAndWait(() -> source.getWindow().toFront());
		RealImageJ.await("the first image", () -> explorer.explorer().image() == source ? true : null);
		explorer.awaitClusters(3);
		assertEquals(3, explorer.rows());
		EventQueue.invokeAndWait(none::close);
		closeSource();
		RealImageJ.await("no image", () -> explorer.explorer() == null ? true : null);
		assertEquals(0, explorer.rows());
		assertEquals("Open an image, or click on one", explorer.message());
	}

	/** Neither of this plugin's commands nor plots, whose colours the tint would hide. */
	@Test
	void resultsAreNotFollowed() throws Exception {
		explorer.slide(4).awaitClusters(4);
		assertEquals("",
			MacroBox.run("run('K-Means Segmentation...', 'clusters=2 labels');").message());
		assertEquals("", MacroBox.run("run('K-Means Suggest Clusters...', 'plot');").message());
		EventQueue.invokeAndWait(() -> RealImageJ.image("rgb-labels").getWindow().toFront());
		RealImageJ.settleWindow();
		assertSame(source, explorer.explorer().image());
		assertEquals(4, explorer.rows());
		EventQueue.invokeAndWait(() -> WindowManager.setCurrentWindow(source.getWindow()));
	}

	/** Who writes names goes on by the tab key. */
	@Test
	void theTabKeyGoesFromNameToName() {
		final FocusTraversalPolicy policy = explorer.frame().getFocusTraversalPolicy();
		final List<JTextField> names = ExplorerDriver.inEvents(() -> explorer.names());
		assertEquals(3, names.size());
		for (int i = 1; i < 3; i++) {
			final int next = i;
			assertSame(names.get(i), ExplorerDriver
				.inEvents(() -> policy.getComponentAfter(explorer.frame(), names.get(next - 1))));
		}
	}

	/** What was there before is no answer, whatever the user does. */
	@Test
	void aSelectionWithoutPixelsHasNoClusters() throws Exception {
		final FloatProcessor half = nothing();
		for (int i = 0; i < 90 * 30; i++)
			half.setf(i, i % 7);
		final ImagePlus image = RealImageJ.show(new ImagePlus("half", half));
		RealImageJ.await("half", () -> explorer.explorer().image() == image ? true : null);
		explorer.awaitClusters(3);
		EventQueue.invokeAndWait(() -> image.setRoi(0, 40, 90, 10));
		RealImageJ.await("no rows", () -> explorer.rows() == 0 ? true : null);
		explorer.press("Undo");
		RealImageJ.settle();
		assertEquals("There are no pixels to cluster", explorer.message());
		assertEquals(0, explorer.rows());
		assertNull(image.getCanvas().getShowAllList());
		EventQueue.invokeAndWait(image::deleteRoi);
		explorer.awaitClusters(3);
		assertEquals(3, explorer.rows());
		assertTrue(image.getCanvas().getShowAllList().size() > 0);
	}

	private static FloatProcessor nothing() {
		final FloatProcessor nothing = new FloatProcessor(90, 60);
		nothing.set(Float.NaN);
		return nothing;
	}

	private void closeSource() throws Exception {
		EventQueue.invokeAndWait(() -> {
			source.changes = false;
			source.close();
		});
	}

	@Test
	void fewerClustersThanWereAskedForAreTold() throws Exception {
		final ImagePlus one = RealImageJ.show(new ImagePlus("one", new ByteProcessor(90, 60)));
		RealImageJ.await("one", () -> explorer.explorer().image() == one ? true : null);
		explorer.awaitClusters(1);
		assertEquals("Only 1 of 3 clusters: the pixels have no more values", explorer.message());
		explorer.slide(4).awaitClusters(1);
		assertEquals("4 clusters. Only 1 of 4 clusters: the pixels have no more values",
			explorer.message());
	}

	@Test
	void whatIsNoNumberOfClustersIsToldAndChangesNothing() throws Exception {
		final Object shown = explorer.picture();
		for (final String text : new String[] { "300", "abc", "4abc", "3.7", "0", "" }) {
			explorer.type(text);
			assertEquals("clusters = " + text + ": takes a whole number from 1 to 254",
				explorer.message());
			assertEquals("3", explorer.typed());
			assertEquals(3, explorer.state().clusters());
			assertSame(shown, explorer.picture());
		}
		explorer.type(" 5 ").awaitClusters(5);
		assertEquals("5 clusters", explorer.message());
		assertEquals("5", explorer.typed());
	}

	/** Of the number that it was written for. */
	@Test
	void aNameThatIsBeingWrittenCountsWhenTheNumberChanges() throws Exception {
		explorer.write(2, "stroma").slide(4, 5).awaitClusters(5);
		assertEquals("", explorer.name(2));
		explorer.press("Undo").awaitClusters(3);
		assertEquals("stroma", explorer.name(2));
	}

	@Test
	void whatThePointerIsOverIsTold() throws Exception {
		explorer.name(2, "stroma");
		final int[] at = explorer.pixelOf(source, 2);
		explorer.point(source, at[0], at[1]);
		assertTrue(
			explorer.message()
				.matches("Cluster 2 stroma, \\d+\\.\\d %, centre \\d+\\.\\d, \\d+\\.\\d, \\d+\\.\\d"),
			explorer.message());
	}

	@Test
	void everyControlHasAToolTip() {
		final List<String> without = explorer.all(JComponent.class)
			.filter(part -> part instanceof AbstractButton || part instanceof JSlider
				|| part instanceof JSpinner || part instanceof JComboBox || part instanceof JTextField)
			.filter(part -> part.getParent().getClass().getName().startsWith("javax.swing.J")
				|| part.getParent() instanceof ClusterRow)
			.filter(part -> !(part.getParent() instanceof JComboBox) && part.isShowing())
			.filter(part -> part.getToolTipText() == null)
			.filter(part -> !(part.getParent() instanceof javax.swing.JScrollBar)
				&& !(part.getParent() instanceof JSpinner))
			.map(Object::toString)
			.collect(Collectors.toList());
		assertEquals(Arrays.asList(), without);
	}

	@Test
	void inAMacroItNamesTheCommandForThat() throws Exception {
		final MacroBox box = MacroBox.run("run(\"K-Means Explorer...\");");
		assertTrue(box.message().contains("use K-Means Segmentation"), box.message());
	}
}
