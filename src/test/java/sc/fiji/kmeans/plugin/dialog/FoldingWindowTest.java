package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImagePlus;
import ij.Prefs;
import ij.plugin.frame.Recorder;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Tables;

/** The dialog is short, More shows the rest, and the pointer is told what a field is for. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class FoldingWindowTest {

	/** Of windows, where they have some. */
	private static final int FRAME = 30;

	/** Longer than the pointer rests before it is told something. */
	private static final int REST_MILLIS = 900;

	private DialogDriver dialog;

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		Prefs.setGuiScale(1);
		if (dialog != null && dialog.isOpen() && dialog.more().equals("Less")) dialog.pressMore();
		RealImageJ.cleanUp();
	}

	private void open(final String command, final String kind) throws Exception {
		RealImageJ.show(image(kind));
		dialog = DialogDriver.open(command);
		if (dialog.more().equals("Less")) dialog.pressMore();
	}

	private static ImagePlus image(final String kind) {
		switch (kind) {
			case "grey16" :
				return Pictures.grey16(60, 40);
			case "frames" :
				return Pictures.frames(60, 40, 3);
			case "composite" :
				return MacroOptionsTest.composite();
			default :
				return Pictures.rgb(60, 40);
		}
	}

	/** On the screens that the design names. */
	@ParameterizedTest
	@CsvSource({ "1, 1280, 720", "1.5, 1366, 768" })
	void itFitsFoldedAndUnfolded(final double scale, final int width, final int height)
		throws Exception
	{
		Prefs.setGuiScale(scale);
		for (final String command : new String[] { MacroRun.COMMAND, MacroRun.APPLY })
			for (final String kind : new String[] { "rgb", "grey16", "frames", "composite" }) {
				open(command, kind);
				final Rectangle folded = dialog.bounds().get(0);
				assertTrue(folded.height + FRAME <= 0.8 * height, folded.toString());
				dialog.pressMore();
				final Rectangle all = RealImageJ.await("more", () -> {
					final Rectangle now = dialog.bounds().get(0);
					return now.width > folded.width + FRAME ? now : null;
				});
				assertTrue(all.width <= width && all.height + FRAME <= height, all.toString());
				dialog.pressMore();
				RealImageJ.await("less",
					() -> dialog.bounds().get(0).width < folded.width + FRAME ? true : null);
				dialog.cancel();
			}
	}

	/** Where there is no room for all of it, what unfolds scrolls. */
	@Test
	void largeLettersFitOnTheScreen() throws Exception {
		Prefs.setGuiScale(2);
		open(MacroRun.COMMAND, "rgb");
		dialog.pressMore();
		final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
		RealImageJ.await("more on the screen",
			() -> dialog.isShowing("Merge") && new Rectangle(screen).contains(dialog.bounds().get(0))
				? true
				: null);
		dialog.type("Merge", "1+3").type("Save", "/tmp/a.csv");
		assertTrue(dialog.takesOk());
		dialog.pressMore().pressMore();
		assertEquals("1+3", dialog.text("Merge"));
		dialog.cancel();
	}

	@Test
	void theRecipeIsShownAndTheRestUnfolds() throws Exception {
		open(MacroRun.COMMAND, "rgb");
		for (final String label : new String[] { "Clusters", "Epsilon", "Iterations", "Attempts",
			"Masked", "Names" })
			assertTrue(dialog.isShowing(label), label);
		final String[] more = { "Initialization", "Color space", "Ignore", "Merge", "Frames", "Frame",
			"Save" };
		for (final String label : more)
			assertFalse(dialog.isShowing(label), label);
		dialog.pressMore();
		for (final String label : more)
			assertTrue(dialog.isShowing(label), label);
		assertTrue(dialog.bounds().get(0).getMaxX() <= screenWidth(), dialog.bounds().toString());
	}

	private static double screenWidth() {
		return Toolkit.getDefaultToolkit().getScreenSize().getWidth();
	}

	@Test
	void hiddenSettingsCountAreCountedAndAreRecorded() throws Exception {
		new Recorder();
		open(MacroRun.COMMAND, "rgb");
		assertEquals("More", dialog.more());
		dialog.type("Clusters", "4").type("Masked", "none");
		assertEquals("More", dialog.more());
		dialog.type("Merge", "1+3").type("Names", "dark, bright");
		assertEquals("More: 1 changed", dialog.more());
		dialog.type("Min size", "3");
		assertEquals("More: 2 changed", dialog.more());
		dialog.type("Min size", "0").type("Merge", "none ");
		assertEquals("More", dialog.more());
		dialog.type("Merge", "1+3");
		assertTrue(dialog.takesOk(), dialog.said());
		dialog.ok();
		final String text = Recorder.getInstance().getText();
		assertTrue(text.contains("run(\"K-Means Segmentation...\", \"clusters=4 epsilon=0.2"
			+ " iterations=100 attempts=10 initialization=k-means++ random_seed=1 masked=none merge=1+3"
			+ " names=dark,bright\");"), text);
		dialog = DialogDriver.open();
		assertEquals("More: 1 changed", dialog.more());
		dialog.press("Reset");
		RealImageJ.await("no change", () -> dialog.more().equals("More") ? true : null);
		dialog.cancel();
	}

	@Test
	void whatIsOffIsNotCounted() throws Exception {
		Prefs.set("kmeans.segmentation.color_space", "Lab");
		open(MacroRun.COMMAND, "rgb");
		assertEquals("More: 1 changed", dialog.more());
		dialog.cancel();
		open(MacroRun.COMMAND, "grey16");
		assertEquals("More", dialog.more());
		dialog.cancel();
	}

	@Test
	void itStaysUnfoldedInThisSession() throws Exception {
		open(MacroRun.COMMAND, "rgb");
		dialog.pressMore();
		dialog.cancel();
		dialog = DialogDriver.open(MacroRun.APPLY);
		assertEquals("Less", dialog.more());
		assertTrue(dialog.isShowing("Merge"));
		dialog.pressMore();
		dialog.cancel();
	}

	/** A macro has no dialog, so it reads all keys. */
	@Test
	void macrosKnowNoFolds() throws Exception {
		RealImageJ.show(image("rgb"));
		assertEquals("",
			MacroBox.run("run(\"K-Means Segmentation...\", \"masked=none merge=1+3 names=a,b measure\");")
				.message());
		assertEquals("2", Tables.size());
		assertEquals("b", Tables.get("Name", "1"));
	}

	@Test
	void tooManyNamesAreRefusedWhileTyped() throws Exception {
		open(MacroRun.COMMAND, "rgb");
		dialog.type("Names", "a,b,c,d");
		assertFalse(dialog.takesOk());
		assertEquals("names = a,b,c,d: takes at most 3 names, one for each of 3 clusters",
			dialog.said());
		dialog.type("Clusters", "4");
		assertTrue(dialog.takesOk(), dialog.said());
		dialog.cancel();
	}

	@Test
	void thePointerIsToldWhatAFieldIsForAndWhyItIsOff() throws Exception {
		open(MacroRun.COMMAND, "grey16");
		dialog.pressMore();
		assertTrue(tip("Attempts").startsWith("Attempts: this many different starts"), tip("Attempts"));
		final String off = tip("Color space");
		assertTrue(off.startsWith("Off: this image has values, not colours. Color space: where"), off);
		new Robot().mouseMove(1, 1);
		RealImageJ.await("no tip", () -> tips().count() == 0 ? true : null);
		tip("Merge");
		dialog.pressMore();
		dialog.cancel();
		assertEquals(0, tips().count());
	}

	/** What is shown where the pointer rests on a field. */
	private String tip(final String label) throws Exception {
		final Robot robot = new Robot();
		robot.mouseMove(1, 1);
		RealImageJ.await("no tip", () -> tips().count() == 0 ? true : null);
		final Rectangle field = dialog.place(label);
		robot.mouseMove((int) field.getCenterX(), (int) field.getCenterY());
		return text(RealImageJ.await("tip of " + label, () -> tips().findFirst().orElse(null)));
	}

	private static Stream<Window> tips() {
		return RealImageJ.windows(Window.class).filter(window -> window.getType() == Window.Type.POPUP);
	}

	private static String text(final Container paper) {
		return Arrays.stream(paper.getComponents())
			.map(FoldingWindowTest::text)
			.collect(Collectors.joining(" "));
	}

	private static String text(final Component part) {
		return part instanceof Label ? ((Label) part).getText() : text((Container) part);
	}

	/** Nor does a tip cover a list that is open, or what is typed. */
	@Test
	void whoTypesIsToldNothing() throws Exception {
		open(MacroRun.COMMAND, "rgb");
		tip("Attempts");
		final Robot robot = new Robot();
		robot.keyPress(KeyEvent.VK_7);
		robot.keyRelease(KeyEvent.VK_7);
		RealImageJ.await("no tip", () -> tips().count() == 0 ? true : null);
		assertTrue(tip("Iterations").startsWith("Iterations: "));
		dialog.cancel();
	}

	/** No tip of the box covers the button, while the pointer rests where it clicked. */
	@Test
	void theButtonBelowTheBoxOfThePreviewHearsTheFirstClick() throws Exception {
		open(MacroRun.COMMAND, "rgb");
		dialog.clickPreview();
		RealImageJ.await("the line", () -> dialog.previewLine().isEmpty() ? null : true);
		Thread.sleep(REST_MILLIS);
		dialog.clickMore();
		RealImageJ.await("less", () -> dialog.more().equals("Less") ? true : null);
		dialog.cancel();
	}
}
