package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;
import static sc.fiji.kmeans.plugin.RealImageJ.image;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import ij.gui.ImageWindow;
import ij.plugin.frame.Recorder;

import java.awt.Color;
import java.awt.EventQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.plugin.dialog.HelpText;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class DialogWindowTest {

	private static final String RECORDED = "run(\"K-Means Segmentation...\", \"clusters=3 epsilon=0.2 iterations=100 "
		+ "attempts=10 initialization=k-means++ random_seed=1 masked=each\");";

	private ImagePlus source;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = Pictures.rgb(200, 150);
		source.show();
		RealImageJ.settle();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	@Test
	void pluginsConfigPutsTheCommandIntoTheMenu() {
		assertTrue(
			RealImageJ.menuItem("Plugins", "Segmentation", "K-Means Segmentation...").isEnabled());
		assertEquals("sc.fiji.kmeans.plugin.KMeansPlugIn",
			Menus.getCommands().get("K-Means Segmentation..."));
	}

	@Test
	void okOpensBothPicturesAndSaysWhatHappened() throws Exception {
		final ImagePlus before = source.duplicate();
		DialogDriver.open().ok();
		final Segmentation expected = Segmentation.of(before, KMeansOptions.defaults());
		assertSame(expected.segmented(), image("rgb-segmented"));
		assertSame(expected.maskedEach(), image("rgb-masked"));
		assertEquals(3, RealImageJ.windows(ImageWindow.class).count());
		assertTrue(
			ImageJ.getStatusBarText()
				.matches(
					"3 clusters, 48 colours, " + "\\d+ of 10 attempts agree, \\d+ iterations?, \\d+\\.\\d s"),
			ImageJ.getStatusBarText());
		assertSourceIs(before);
	}

	@Test
	void typedValuesCount() throws Exception {
		DialogDriver.open()
			.type("Clusters", "5")
			.type("Epsilon", "0.5")
			.type("Iterations", "9")
			.type("Attempts", "4")
			.choose("Initialization", "random")
			.type("Random seed", "42")
			.type("Masked", "1, 4")
			.ok();
		final Segmentation expected = Segmentation.of(source,
			KMeansOptions.defaults()
				.withClusters(5)
				.withEpsilon(0.5)
				.withIterations(9)
				.withAttempts(4)
				.withInitialization(Initialization.RANDOM)
				.withRandomSeed(42));
		assertSame(expected.segmented(), image("rgb-segmented"));
		assertSame(expected.masked(1, 4), image("rgb-masked"));
	}

	@Test
	void theRecordedLineIsTheMacroContractAndGivesTheSamePixels() throws Exception {
		new Recorder();
		DialogDriver.open().ok();
		assertEquals(RECORDED, Recorder.getInstance().getText().split("\n")[0]);
		final ImagePlus segmented = image("rgb-segmented").duplicate();
		final ImagePlus masked = image("rgb-masked").duplicate();
		final MacroBox again = MacroBox.run("close(\"rgb-*\"); " + RECORDED);
		assertEquals("", again.message());
		assertSame(segmented, image("rgb-segmented"));
		assertSame(masked, image("rgb-masked"));
	}

	@Test
	void aMacroInBatchModeOpensNoWindows() throws Exception {
		final MacroBox box = MacroBox.run("setBatchMode(true); " + RECORDED);
		assertEquals("", box.message());
		assertEquals(1, RealImageJ.windows(ImageWindow.class).count());
	}

	@ParameterizedTest
	@CsvSource({ "clusters=0, clusters = 0", "clusters=abc, clusters = abc",
		"epsilon=NaN, epsilon = NaN", "initialization=foo, initialization = foo",
		"masked=4, masked = 4" })
	void aMacrosBadInputGivesOneMessageAndNothingElse(final String option, final String fieldAndValue)
		throws Exception
	{
		final ImagePlus before = source.duplicate();
		final MacroBox box = MacroBox.run("run(\"K-Means Segmentation...\", \"" + option
			+ "\"); newImage(\"went on\", \"8-bit\", 9, 9, 1);");
		assertTrue(box.message().startsWith(fieldAndValue + ": takes "), box.message());
		assertNothingElseOpen();
		assertSourceIs(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "Clusters|0|clusters = 0: takes ", "Clusters|2.5|clusters = 2.5: takes ",
			"Clusters|abc|clusters = abc: takes ", "Clusters|''|clusters = : takes ",
			"Epsilon|-1|epsilon = -1.0: takes ", "Epsilon|NaN|epsilon = NaN: takes ",
			"Iterations|0|iterations = 0: takes ", "Attempts|0|attempts = 0: takes ",
			"Random seed|x|random_seed = x: takes ", "Masked|4|masked = 4: takes ",
			"Masked|x|masked = x: takes " })
	void badInputIsRefusedWhileTyped(final String field, final String text, final String reason)
		throws Exception
	{
		final DialogDriver dialog = DialogDriver.open();
		final String good = dialog.text(field);
		final String hint = dialog.message().getText();
		dialog.type(field, text);
		assertFalse(dialog.takesOk());
		assertTrue(dialog.message().getText().startsWith(reason), dialog.message().getText());
		assertEquals(Color.red, dialog.message().getForeground());
		dialog.awaitRoomForMessage();
		dialog.type(field, good);
		assertTrue(dialog.takesOk());
		assertEquals(hint, dialog.message().getText());
	}

	@Test
	void helpSaysWhatEachFieldIsFor() throws Exception {
		final DialogDriver dialog = DialogDriver.open();
		dialog.press("Help");
		final HTMLDialog help = RealImageJ.awaitWindow(HTMLDialog.class);
		EventQueue.invokeAndWait(help::dispose);
		assertTrue(dialog.isOpen());
		final String html = HelpText.html("title", SettingTable.ALL);
		assertFalse(html.contains("null"), html);
		for (final Setting<?> row : SettingTable.ALL)
			assertTrue(html.toLowerCase().contains("<b>" + row.key().replace('_', ' ') + "</b>"),
				row.key());
	}

	@Test
	void theNextDialogBeginsWithTheLastValues() throws Exception {
		DialogDriver.open()
			.type("Clusters", "4")
			.type("Epsilon", "0.125")
			.choose("Initialization", "random")
			.type("Masked", "none")
			.ok();
		final DialogDriver next = DialogDriver.open();
		assertEquals("4", next.text("Clusters"));
		assertEquals("0.125", next.text("Epsilon"));
		assertEquals("random", next.text("Initialization"));
		assertEquals("none", next.text("Masked"));
	}

	@Test
	void cancelOpensAndRemembersNothing() throws Exception {
		final ImagePlus before = source.duplicate();
		DialogDriver.open().type("Clusters", "7").press("Cancel");
		RealImageJ.awaitEnd();
		assertNothingElseOpen();
		assertSourceIs(before);
		assertEquals(KMeansSettings.DEFAULTS.texts(), KMeansSettings.remembered(true, ""));
	}

	/** Also on what is no field. */
	@ParameterizedTest
	@ValueSource(strings = { "Preview", "More", "Reset", "Labels" })
	void escapeCancelsWhateverHasTheKeyboard(final String label) throws Exception {
		final DialogDriver dialog = DialogDriver.open();
		dialog.escape(label);
		RealImageJ.awaitEnd();
		assertFalse(dialog.isOpen());
		assertNothingElseOpen();
	}

	private static void assertNothingElseOpen() {
		assertEquals(1, WindowManager.getWindowCount());
	}

	private void assertSourceIs(final ImagePlus before) {
		assertFalse(source.isLocked());
		assertSame(before, source);
		assertTrue(IJ.getInstance().isShowing());
	}
}
