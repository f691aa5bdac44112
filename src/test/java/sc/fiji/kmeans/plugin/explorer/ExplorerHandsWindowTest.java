package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;

import ij.IJ;
import ij.ImagePlus;

import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.TreeSet;

import javax.swing.JDialog;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Tables;
import sc.fiji.kmeans.plugin.dialog.DialogDriver;

/** The tool and the keys of the explorer on the image, and what it creates. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class ExplorerHandsWindowTest {

	private static final int NONE = 0;

	private ImagePlus source;
	private ExplorerDriver explorer;

	@BeforeEach
	void open() throws Exception {
		RealImageJ.start();
		source = RealImageJ.show(Pictures.rgb(200, 150));
		explorer = ExplorerDriver.open();
	}

	@AfterEach
	void cleanUp() throws Exception {
		ExplorerDriver.cleanUp();
		RealImageJ.cleanUp();
	}

	private void click(final int cluster, final int modifiers) throws Exception {
		final int[] at = explorer.pixelOf(source, cluster);
		explorer.click(source, at[0], at[1], modifiers);
	}

	private void key(final int code) throws Exception {
		explorer.key(source, code, NONE);
	}

	private void assertSelected(final Integer... clusters) {
		assertEquals(new TreeSet<>(Arrays.asList(clusters)), explorer.state().selected());
	}

	@Test
	void clicksSelectHideAndMerge() throws Exception {
		click(2, NONE);
		assertSelected(2);
		click(3, InputEvent.SHIFT_DOWN_MASK);
		assertSelected(2, 3);
		click(1, InputEvent.CTRL_DOWN_MASK);
		assertTrue(explorer.state().isHidden(1));
		click(1, InputEvent.CTRL_DOWN_MASK);
		assertFalse(explorer.state().isHidden(1));
		click(2, NONE);
		click(1, InputEvent.ALT_DOWN_MASK);
		assertEquals("1+2", explorer.state().groups().toString());
		assertSelected(1);
		assertEquals(null, source.getRoi());
	}

	@Test
	void keysDoWhatTheButtonsDo() throws Exception {
		key(KeyEvent.VK_UP);
		explorer.awaitClusters(4);
		key(KeyEvent.VK_RIGHT);
		explorer.awaitClusters(5);
		key(KeyEvent.VK_DOWN);
		explorer.awaitClusters(4);
		key(KeyEvent.VK_2);
		assertSelected(2);
		key(KeyEvent.VK_H);
		assertTrue(explorer.state().isHidden(2));
		key(KeyEvent.VK_H);
		assertFalse(explorer.state().isHidden(2));
		key(KeyEvent.VK_K);
		assertTrue(explorer.state().isHidden(1) && !explorer.state().isHidden(2));
		explorer.key(source, KeyEvent.VK_Z, InputEvent.CTRL_DOWN_MASK);
		assertFalse(explorer.state().isHidden(1));
		explorer.key(source, KeyEvent.VK_Y, InputEvent.CTRL_DOWN_MASK);
		assertTrue(explorer.state().isHidden(1));
		click(4, InputEvent.SHIFT_DOWN_MASK);
		key(KeyEvent.VK_M);
		assertEquals("2+4", explorer.state().groups().toString());
		assertEquals(1, WindowManager.getImageCount());
	}

	/** They are done with the clusters that are on their way. */
	@Test
	void clicksAndKeysInBetweenAreNotLost() throws Exception {
		for (final int code : new int[] { KeyEvent.VK_H, KeyEvent.VK_K }) {
			final int[] at = explorer.pixelOf(source, 3);
			explorer.pressClickAndPress(source, KeyEvent.VK_UP, at, code);
			explorer.awaitClusters(code == KeyEvent.VK_H ? 4 : 5);
			final int cluster = ExplorerDriver
				.inEvents(() -> explorer.frame().explorer().clusterAt(at[0], at[1]));
			assertSelected(cluster);
			assertEquals(code == KeyEvent.VK_H, explorer.state().isHidden(cluster));
			assertEquals(code == KeyEvent.VK_K, explorer.state().isHidden(cluster == 1 ? 2 : 1));
		}
	}

	/** Another slice brings other clusters, too. */
	@Test
	void aClickAtOnceAfterAnotherSliceIsOnThat() throws Exception {
		final ImagePlus stack = RealImageJ.show(Pictures.frames(120, 90, 3));
		RealImageJ.await("the stack", () -> explorer.explorer().image() == stack ? true : null);
		explorer.awaitClusters(3);
		EventQueue.invokeAndWait(() -> stack.setSlice(3));
		explorer.click(stack, 60, 45, NONE).awaitClusters(3);
		assertSelected(ExplorerDriver.inEvents(() -> explorer.frame().explorer().clusterAt(60, 45)));
	}

	@Test
	void ofOneSliceTheTableTellsItsNumber() throws Exception {
		final ImagePlus stack = RealImageJ.show(Pictures.frames(120, 90, 3));
		RealImageJ.await("the stack", () -> explorer.explorer().image() == stack ? true : null);
		explorer.awaitClusters(3);
		EventQueue.invokeAndWait(() -> stack.setSlice(2));
		RealImageJ.settleWindow();
		explorer.awaitClusters(3).pressAndGoOn("Create...");
		ExplorerDriver.set(ExplorerDriver.awaitCreate(), "Of the whole stack", false);
		create(false);
		assertEquals("2", call("Frame"));
	}

	@Test
	void arrowsMoveASelection() throws Exception {
		EventQueue.invokeAndWait(() -> source.setRoi(new Roi(20, 30, 100, 50)));
		explorer.awaitClusters(3);
		key(KeyEvent.VK_RIGHT);
		RealImageJ.await("a moved selection", () -> source.getRoi().getBounds().x == 21 ? true : null);
		assertEquals(3, explorer.state().clusters());
	}

	@Test
	void spaceShowsTheOriginalWhileItIsHeld() throws Exception {
		final ImageProcessor before = source.getProcessor().duplicate();
		final int[] at = explorer.pixelOf(source, 1);
		final int tinted = ExplorerDriver.painted(source).getRGB(at[0], at[1]);
		explorer.key(source, KeyEvent.KEY_PRESSED, KeyEvent.VK_SPACE, NONE);
		assertEquals(before.get(at[0], at[1]) & 0xffffff,
			ExplorerDriver.painted(source).getRGB(at[0], at[1]) & 0xffffff);
		explorer.key(source, KeyEvent.KEY_RELEASED, KeyEvent.VK_SPACE, NONE);
		RealImageJ.await("the tint",
			() -> ExplorerDriver.painted(source).getRGB(at[0], at[1]) == tinted ? true : null);
	}

	@Test
	void createRecordsOneLineThatAloneGivesTheSameLabels() throws Exception {
		explorer.slide(5).awaitClusters(5);
		click(1, NONE);
		click(3, InputEvent.SHIFT_DOWN_MASK);
		explorer.press("Merge").awaitClusters(4).name(1, "epithelium").name(2, "stroma");
		click(2, NONE);
		explorer.press("Keep");
		new Recorder();
		key(KeyEvent.VK_ENTER);
		create(true);
		final String line = recorded();
		assertEquals("run(\"K-Means Segmentation...\", \"clusters=5 masked=none merge=1+3 kept=2"
			+ " names=[epithelium,stroma] labels measure\");", line);
		final ImagePlus labels = RealImageJ.image("rgb-labels").duplicate();
		final ImagePlus kept = RealImageJ.image("rgb-kept").duplicate();
		assertLabelsAreShown(labels.getProcessor());
		assertEquals(source, explorer.explorer().image());
		ExplorerDriver.cleanUp();
		assertEquals("", MacroBox.run("close(\"rgb-*\"); selectImage(\"rgb\"); " + line).message());
		assertSame(labels, RealImageJ.image("rgb-labels"));
		assertSame(kept, RealImageJ.image("rgb-kept"));
	}

	@Test
	void aNameMayHaveACommaAndAQuote() throws Exception {
		explorer.name(1, "a, \"b\"").pressAndGoOn("Create...");
		new Recorder();
		create(false);
		final String name = call("Name");
		assertEquals("a, \"b\"", name);
		final String line = recorded();
		ExplorerDriver.cleanUp();
		assertEquals("", MacroBox.run("call(\"sc.fiji.kmeans.plugin.Tables.clear\");"
			+ " close(\"rgb-*\"); selectImage(\"rgb\"); " + line).message());
		assertEquals(name, call("Name"));
	}

	private static String call(final String column) {
		return Tables.get(column, "0");
	}

	/** At every pixel the label is the number that the panel shows. */
	private void assertLabelsAreShown(final ImageProcessor labels) {
		ExplorerDriver.inEvents(() -> {
			final Explorer now = explorer.frame().explorer();
			for (int y = 0; y < labels.getHeight(); y++)
				for (int x = 0; x < labels.getWidth(); x++)
					assertEquals(now.state().groups().label(now.clusterAt(x, y)), labels.get(x, y));
			return true;
		});
	}

	/** Small regions count for the cluster that took them. */
	private void assertSharesAreOf(final ImageProcessor labels) {
		final int[] counts = labels.getHistogram();
		final List<ClusterLine> lines = explorer.explorer().lines();
		for (int i = 0; i < lines.size(); i++)
			assertEquals(100.0 * counts[i + 1] / labels.getPixelCount(), lines.get(i).percent, 1e-9);
	}

	private void create(final boolean isKept) throws Exception {
		final int windows = (int) RealImageJ.windows(ImageWindow.class).count();
		final JDialog dialog = ExplorerDriver.awaitCreate();
		ExplorerDriver.set(dialog, "Kept image", isKept);
		ExplorerDriver.pressIn(dialog, "OK");
		RealImageJ.await("what was created",
			() -> explorer.message().startsWith("Created: ") ? true : null);
		assertTrue(RealImageJ.windows(ImageWindow.class).count() > windows);
	}

	/** One line. */
	private static String recorded() {
		final String lines = allRecorded();
		assertFalse(lines.contains("\n"), lines);
		return lines;
	}

	private static String allRecorded() {
		return Recorder.getInstance().getText().trim();
	}

	@Test
	void ofAStackItAppliesTheClustersOfTheSliceToAll() throws Exception {
		final ImagePlus stack = RealImageJ.show(Pictures.frames(120, 90, 3));
		RealImageJ.await("the stack", () -> explorer.explorer().image() == stack ? true : null);
		explorer.awaitClusters(3);
		EventQueue.invokeAndWait(() -> stack.setSlice(2));
		RealImageJ.settleWindow();
		explorer.awaitClusters(3);
		new Recorder();
		explorer.pressAndGoOn("Create...");
		ExplorerDriver.set(ExplorerDriver.awaitCreate(), "Of the whole stack", true);
		create(false);
		final String line = recorded();
		assertEquals("run(\"K-Means Segmentation...\", \"clusters=3 masked=none"
			+ " frames=apply frame=2 labels measure\");", line);
		final ImagePlus labels = RealImageJ.image("frames-labels");
		assertEquals(3, labels.getStackSize());
		assertLabelsAreShown(labels.getStack().getProcessor(2));
		final ImagePlus first = labels.duplicate();
		ExplorerDriver.cleanUp();
		for (final int slice : new int[] { 1, 3 }) {
			assertEquals("",
				MacroBox
					.run("close(\"frames-*\"); selectImage(\"frames\"); setSlice(" + slice + "); " + line)
					.message());
			assertSame(first, RealImageJ.image("frames-labels"));
		}
	}

	/** By the button of its window, or by the command of the menu. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void thatItIsClosedIsNotRecorded(final boolean isByCommand) throws Exception {
		new Recorder();
		final ExplorerFrame frame = explorer.frame();
		if (isByCommand) {
			RealImageJ.await("the panel in front", () -> {
				if (WindowManager.getActiveWindow() == frame) return true;
				// The window of the recorder may come later.
				frame.toFront();
				frame.requestFocus();
				IJ.wait(200);
				return null;
			});
			IJ.doCommand("Close");
		}
		else
			EventQueue.invokeAndWait(
				() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
		RealImageJ.await("the end", () -> frame.isDisplayable() ? null : true);
		RealImageJ.settleWindow();
		assertEquals("", allRecorded());
		assertEquals(1, WindowManager.getImageCount());
	}

	/** No macro could run it. */
	@Test
	void thatItIsOpenedIsNotRecorded() throws Exception {
		ExplorerDriver.cleanUp();
		Toolbar.getInstance().setTool(Toolbar.OVAL);
		new Recorder();
		RealImageJ.chooseCommand("K-Means Explorer...");
		RealImageJ.await("the panel",
			() -> WindowManager.getFrame("K-Means Explorer") == null ? null : true);
		RealImageJ.awaitEnd();
		assertEquals("", allRecorded());
	}

	/** Of the clusters that were found, not of those that were asked for. */
	@Test
	void aClusterThatIsNotThereCannotBeSelected() throws Exception {
		final ImagePlus two = RealImageJ.show(Pictures.row(9, 9, 0xffffff, 9));
		RealImageJ.await("the row", () -> explorer.explorer().image() == two ? true : null);
		explorer.slide(5).awaitClusters(2);
		explorer.key(two, KeyEvent.VK_4, NONE);
		assertSelected();
		explorer.key(two, KeyEvent.VK_2, NONE);
		assertSelected(2);
	}

	@Test
	void moreSettingsActAndAreRecorded() throws Exception {
		explorer.pressAndGoOn("More...");
		final DialogDriver more = DialogDriver.opened();
		assertTrue(more.isShowing("Color space"));
		more.choose("Color space", "Lab").type("Min size", "9").press("OK");
		RealImageJ.await("Lab", () -> explorer.message().equals("Other settings") ? true : null);
		explorer.awaitClusters(3);
		click(1, NONE);
		click(2, InputEvent.SHIFT_DOWN_MASK);
		explorer.press("Merge").awaitClusters(2);
		new Recorder();
		explorer.pressAndGoOn("Create...");
		create(false);
		assertEquals(
			"run(\"K-Means Segmentation...\", \"clusters=3 masked=none color_space=Lab min_size=9"
				+ " merge=1+2 labels measure\");",
			recorded());
		final ImageProcessor labels = RealImageJ.image("rgb-labels").getProcessor();
		assertLabelsAreShown(labels);
		assertSharesAreOf(labels);
	}

	@Test
	void suggestSaysANumberAndShowsACurveToClickOn() throws Exception {
		explorer.slide(5).awaitClusters(5).press("Suggest").awaitClusters(3);
		RealImageJ.await("a sentence",
			() -> explorer.message().startsWith("3 clusters suggested (clear") ? true : null);
		explorer.clickOnCurve(6).awaitClusters(6);
		explorer.press("Undo").awaitClusters(3).press("Undo").awaitClusters(5);
		key(KeyEvent.VK_S);
		explorer.awaitClusters(3);
	}

	@Test
	void aSuggestionThatHoldsAlreadyLeavesWhatWasMerged() throws Exception {
		click(1, NONE);
		click(2, InputEvent.SHIFT_DOWN_MASK);
		explorer.press("Merge").awaitClusters(2).press("Suggest");
		RealImageJ.await("a sentence",
			() -> explorer.message().startsWith("3 clusters suggested (clear") ? true : null);
		assertEquals("1+2", explorer.state().groups().toString());
	}

	@Test
	void cancelCreatesNothing() throws Exception {
		explorer.pressAndGoOn("Create...");
		ExplorerDriver.pressIn(ExplorerDriver.awaitCreate(), "Cancel");
		RealImageJ.settle();
		assertEquals(1, RealImageJ.windows(ImageWindow.class).count());
	}
}
