package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.plugin.dialog.MacroOptionsTest;

/** What does not fit the image is off, or told, while the dialog is open. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class FittingWindowTest {

	private static final String RECIPE = "clusters=3 epsilon=0.2 iterations=100 "
		+ "attempts=10 initialization=k-means++ random_seed=1 masked=each";

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private static String recorded() {
		return Recorder.getInstance().getText().split("\n")[0];
	}

	@Test
	void whatMeansNothingIsOffAndKeepsWhatIsRemembered() throws Exception {
		RealImageJ.show(Pictures.rgb(60, 40));
		DialogDriver.open().choose("Color space", "Lab").type("Clusters", "4").ok();
		MacroBox.run("close(\"*\");");
		RealImageJ.show(Pictures.grey16(60, 40));
		new Recorder();
		final DialogDriver grey = DialogDriver.open();
		for (final String field : new String[] { "Color space", "Scale", "Frames", "Plot" })
			assertFalse(grey.isEnabled(field), field);
		assertTrue(grey.isEnabled("Clusters") && grey.isEnabled("Labels"));
		assertEquals("RGB", grey.text("Color space"));
		grey.ok();
		assertEquals("run(\"K-Means Segmentation...\", \"" + RECIPE.replace("=3", "=4") + "\");",
			recorded());
		MacroBox.run("close(\"*\");");
		RealImageJ.show(Pictures.rgb(30, 20));
		final DialogDriver colours = DialogDriver.open();
		assertEquals("Lab", colours.text("Color space"));
		assertTrue(colours.isEnabled("Color space"));
		colours.cancel();
	}

	@Test
	void aStackHasItsFramesAndAComposite() throws Exception {
		RealImageJ.show(Pictures.frames(30, 20, 3));
		final DialogDriver frames = DialogDriver.open();
		assertTrue(
			frames.isEnabled("Frames") && frames.isEnabled("Plot") && frames.isEnabled("Color space"));
		assertFalse(frames.isEnabled("Scale"));
		frames.cancel();
		RealImageJ.show(MacroOptionsTest.composite());
		final DialogDriver composite = DialogDriver.open();
		assertTrue(composite.isEnabled("Scale"));
		assertFalse(composite.isEnabled("Color space") || composite.isEnabled("Frames"));
		composite.cancel();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"rgb|Ignore|12.5|ignore = 12.5: takes none, black, white or a colour",
		"grey|Ignore|#ff0000|ignore = #ff0000: takes none, black, white, a grey",
		"rgb|Masked|selection|masked = selection: takes an image with a selection",
		"grey|Save|/no/such/a.csv|save = /no/such/a.csv: takes a file that can be " })
	void whatTheImageRefusesIsToldInRed(final String kind, final String field, final String text,
		final String reason) throws Exception
	{
		RealImageJ.show(kind.equals("rgb") ? Pictures.rgb(30, 20) : Pictures.grey16(30, 20));
		final DialogDriver dialog = DialogDriver.open();
		final List<Rectangle> before = dialog.bounds();
		final String good = dialog.text(field);
		dialog.type(field, text);
		assertTrue(dialog.said().startsWith(reason), dialog.said());
		assertEquals(Color.red, dialog.message().getForeground());
		assertFalse(dialog.takesOk());
		assertEquals(before, dialog.bounds());
		dialog.type(field, good);
		assertTrue(dialog.takesOk());
		dialog.cancel();
	}

	@Test
	void aRememberedValueThatDoesNotFitIsTheDefault() throws Exception {
		Prefs.set("kmeans.segmentation.ignore", "#ff0000");
		Prefs.set("kmeans.segmentation.masked", "selection");
		Prefs.set("kmeans.segmentation.clusters", "7");
		Prefs.set("kmeans.segmentation.kept", "6");
		RealImageJ.show(Pictures.grey8(30, 20));
		final DialogDriver dialog = DialogDriver.open();
		assertTrue(dialog.takesOk());
		assertEquals("none", dialog.text("Ignore"));
		assertEquals("each", dialog.text("Masked"));
		assertEquals("7", dialog.text("Clusters"));
		assertEquals("6", dialog.text("Kept"));
		dialog.cancel();
		final ImagePlus colours = Pictures.rgb(30, 20);
		colours.setRoi(new Roi(2, 2, 9, 9));
		RealImageJ.show(colours);
		final DialogDriver next = DialogDriver.open();
		assertEquals("#ff0000", next.text("Ignore"));
		assertEquals("selection", next.text("Masked"));
		next.cancel();
	}

	@Test
	void whereNothingIsSegmentedApplySaysWhatToDo() throws Exception {
		RealImageJ.show(Pictures.rgb(30, 20));
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY);
		assertFalse(dialog.takesOk());
		assertEquals("from = : takes a file of clusters or the title of a segmented "
			+ "image; press Browse, or run K-Means Segmentation... first", dialog.said());
		assertEquals(Color.red, dialog.message().getForeground());
		dialog.type("Min size", "3");
		assertFalse(dialog.takesOk());
		dialog.type("From", "/no/such.csv");
		assertFalse(dialog.takesOk());
		assertTrue(dialog.said().startsWith("from = /no/such.csv: takes "), dialog.said());
		dialog.cancel();
	}

	@Test
	void anEmptyFromIsToldToChoose() throws Exception {
		segmented(Pictures.rgb(30, 20), "first");
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY);
		dialog.type("From", "");
		assertFalse(dialog.takesOk());
		assertTrue(dialog.said().endsWith("choose one of the open images beside it"), dialog.said());
		dialog.pick("From", "first");
		assertTrue(dialog.takesOk());
		dialog.cancel();
	}

	private static void segmented(final ImagePlus image, final String title) throws Exception {
		image.setTitle(title);
		RealImageJ.show(image);
		assertEquals("",
			MacroBox
				.run("run(\"K-Means Segmentation...\", " + "\"masked=none\"); close(\"*-segmented\");")
				.message());
	}

	/** The last image has clusters of another kind. */
	@Test
	void onlyClustersThatFitAreSuggested() throws Exception {
		segmented(Pictures.rgb(30, 20), "colours");
		segmented(Pictures.grey8(30, 20), "greys");
		RealImageJ.show(Pictures.rgb(40, 30));
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY);
		assertEquals("colours", dialog.text("From"));
		assertTrue(dialog.takesOk());
		dialog.pick("From", "greys");
		RealImageJ.await("the word of the field", () -> dialog.takesOk() ? null : true);
		assertFalse(dialog.takesOk());
		assertTrue(
			dialog.said().startsWith("clusters of 1 channel: do not fit an " + "image of colours"),
			dialog.said());
		dialog.cancel();
	}

	@Test
	void resetBringsTheRecipeBack() throws Exception {
		RealImageJ.show(Pictures.rgb(60, 40));
		new Recorder();
		final DialogDriver dialog = DialogDriver.open();
		final String hint = dialog.said();
		dialog.type("Clusters", "7")
			.type("Epsilon", "x")
			.choose("Color space", "Lab")
			.type("Masked", "2")
			.tick("Labels")
			.choose("Background", "white")
			.type("Save", "/tmp/a.csv");
		assertFalse(dialog.takesOk());
		dialog.press("Reset");
		RealImageJ.await("OK", () -> dialog.takesOk() ? true : null);
		RealImageJ.settle();
		assertEquals(hint, dialog.said());
		assertFalse(dialog.isTicked("Labels"));
		assertFalse(dialog.isEnabled("Scale"));
		assertEquals("", dialog.text("Save"));
		dialog.ok();
		assertEquals("run(\"K-Means Segmentation...\", \"" + RECIPE + "\");", recorded());
	}

	@Test
	void resetOfApplyBringsTheSuggestionBack() throws Exception {
		segmented(Pictures.rgb(30, 20), "first");
		RealImageJ.show(Pictures.rgb(40, 30));
		new Recorder();
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY)
			.type("From", "nowhere")
			.type("Merge", "1+2")
			.tick("Labels");
		dialog.press("Reset");
		RealImageJ.await("OK", () -> dialog.takesOk() ? true : null);
		dialog.ok();
		assertEquals("run(\"Apply K-Means Clusters...\", \"from=first masked=each\");", recorded());
	}

	@Test
	void resetOfLive() throws Exception {
		RealImageJ.show(Pictures.rgb(30, 20));
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE)
			.type("Source", "nowhere")
			.type("Clusters", "9")
			.choose("Show", "labels")
			.tick("Measure");
		assertFalse(dialog.takesOk());
		dialog.press("Reset");
		RealImageJ.await("OK", () -> dialog.takesOk() ? true : null);
		assertEquals("active", dialog.text("Source"));
		assertEquals("5", dialog.text("Clusters"));
		assertEquals("segmented", dialog.text("Show"));
		assertFalse(dialog.isTicked("Measure"));
		dialog.cancel();
	}

	@Test
	void clustersThatAreMaskedLiveAreShownSo() throws Exception {
		Prefs.set("kmeans.live.masked", "2");
		RealImageJ.show(Pictures.rgb(30, 20));
		new Recorder();
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		assertEquals("segmented", dialog.text("Show"));
		assertEquals("masked", dialog.type("Masked", "1,2").text("Show"));
		assertEquals("segmented", dialog.type("Masked", "none").text("Show"));
		dialog.choose("Show", "labels").type("Masked", "3").press("Reset");
		RealImageJ.await("none", () -> dialog.text("Masked").equals("none") ? true : null);
		RealImageJ.settle();
		assertEquals("segmented", dialog.text("Show"));
		dialog.type("Masked", "5").type("Stop after", "1").ok();
		final String text = Recorder.getInstance().getText();
		assertTrue(text.contains(" show=masked masked=5 stop_after=1\");"), text);
	}

	@Test
	void liveKnowsNoColoursOfAGreyImage() throws Exception {
		Prefs.set("kmeans.live.color_space", "Lab");
		RealImageJ.show(Pictures.grey16(30, 20));
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		assertFalse(dialog.isEnabled("Color space"));
		assertTrue(dialog.takesOk());
		dialog.type("Source", "camera");
		assertTrue(dialog.isEnabled("Color space"));
		dialog.cancel();
	}

	@Test
	void liveOfNoImageAsksForOne() throws Exception {
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		assertFalse(dialog.takesOk());
		assertTrue(dialog.said().startsWith("source = active: takes an open image"), dialog.said());
		dialog.type("Source", "camera");
		assertTrue(dialog.takesOk());
		dialog.cancel();
	}

	/** It is some 430 pixels high, and some 25 more where windows have frames. */
	@ParameterizedTest
	@ValueSource(strings = { "rgb", "grey16", "composite", "frames" })
	void theDialogIsShort(final String kind) throws Exception {
		RealImageJ.show(kind.equals("rgb")
			? Pictures.rgb(30, 20)
			: kind.equals("grey16")
				? Pictures.grey16(30, 20)
				: kind.equals("frames") ? Pictures.frames(30, 20, 3) : MacroOptionsTest.composite());
		final DialogDriver dialog = DialogDriver.open();
		final int height = dialog.height();
		assertTrue(height <= 480, height + " pixels");
		dialog.type("Ignore", "nonsense");
		assertEquals(height, dialog.height());
		dialog.cancel();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "setBatchMode(true); " })
	void anUnknownKeyGivesOneMessageAndNothingElse(final String before) throws Exception {
		final ImagePlus image = RealImageJ.show(Pictures.rgb(30, 20));
		for (final String command : new String[] { MacroRun.COMMAND, MacroRun.LIVE }) {
			final MacroBox box = MacroBox.run(before + "run(\"" + command
				+ "\", \"cluster=2\"); newImage(\"went on\", \"8-bit\", 9, 9, 1);");
			assertEquals("cluster = 2: no such key; clusters?",
				box.message().replaceFirst(" in line 1.*", ""));
			assertEquals(1, WindowManager.getImageCount());
			assertFalse(image.isLocked());
		}
	}
}
