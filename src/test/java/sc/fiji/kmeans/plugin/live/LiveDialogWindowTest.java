package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import ij.plugin.frame.Recorder;

import java.awt.Color;
import java.awt.Dialog;
import java.awt.EventQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.dialog.DialogDriver;

/** The dialog of live segmentation, and the line that it records. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LiveDialogWindowTest {

	private static final String RECORDED = "run(\"K-Means Live Segmentation...\", \"source=active clusters=5 "
		+ "epsilon=0.2 iterations=100 attempts=10 initialization=k-means++ "
		+ "random_seed=1 show=segmented masked=none\");";

	private ImagePlus source;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = Pictures.rgb(90, 60);
		RealImageJ.show(source);
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private static String recorded() {
		return Recorder.getInstance().getText().split("\n")[0];
	}

	@Test
	void theCommandsAreInTheMenu() {
		for (final String command : new String[] { MacroRun.LIVE, "K-Means Live Snapshot",
			"K-Means Live Stop" })
		{
			assertTrue(RealImageJ.menuItem("Plugins", "Segmentation", command).isEnabled());
			assertTrue(Menus.getCommands().containsKey(command));
		}
	}

	@Test
	void theRecordedLineIsTheMacroContractAndGivesTheSame() throws Exception {
		new Recorder();
		DialogDriver.open(MacroRun.LIVE).ok();
		assertEquals(RECORDED, recorded());
		final ImagePlus picture = RealImageJ.image("rgb-live").duplicate();
		final MacroBox again = MacroBox.run("close(\"rgb-live\"); selectImage(\"rgb\"); " + RECORDED);
		assertEquals("", again.message());
		Pictures.assertSame(picture, RealImageJ.image("rgb-live"));
	}

	@Test
	void otherSettingsAreRecordedAndHold() throws Exception {
		new Recorder();
		DialogDriver.open(MacroRun.LIVE)
			.type("Clusters", "4")
			.choose("Show", "masked")
			.type("Masked", "1, 4")
			.choose("Color space", "Lab")
			.type("Stop after", "1")
			.tick("Measure")
			.ok();
		assertEquals(RECORDED.replace("clusters=5", "clusters=4")
			.replace("show=segmented masked=none",
				"color_space=Lab show=masked masked=1,4 " + "stop_after=1 measure"),
			recorded());
		LiveDriver.of("rgb-live").awaitMessage("Ended");
		assertEquals("4", LiveDriver.of("rgb-live").text("clusters"));
		assertEquals("1,4", LiveDriver.of("rgb-live").text("masked"));
		final DialogDriver next = DialogDriver.open(MacroRun.LIVE);
		assertEquals("4", next.text("Clusters"));
		assertEquals("Lab", next.text("Color space"));
		next.press("Cancel");
		RealImageJ.awaitEnd();
	}

	/** They mean nothing for one channel; beyond those of the image they are told in red. */
	@Test
	void channelsAreThoseOfTheImage() throws Exception {
		DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		assertFalse(dialog.isEnabled("Channels"));
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
		RealImageJ.show(Film.composite(1));
		new Recorder();
		dialog = DialogDriver.open(MacroRun.LIVE).type("Channels", "3");
		assertFalse(dialog.takesOk());
		assertTrue(dialog.message().getText().startsWith("channels = 3: takes all, or numbers"));
		dialog.type("Channels", "2").ok();
		assertTrue(recorded().contains(" channels=2 show="), recorded());
		LiveDriver.of("composite-live").awaitPicture(Film.grey8(2));
	}

	@Test
	void itFitsOnASmallScreenAndHelpNamesEveryKey() throws Exception {
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		assertTrue(dialog.height() < 1000, dialog.height() + " pixels");
		dialog.press("Help");
		final HTMLDialog help = RealImageJ.awaitWindow(HTMLDialog.class);
		EventQueue.invokeAndWait(help::dispose);
		final String html = new LiveForm("title", () -> null).help();
		assertFalse(html.contains("null"), html);
		for (final String key : LiveSettings.DEFAULTS.keySet())
			assertTrue(html.toLowerCase().contains("<b>" + key.replace('_', ' ') + "</b>"), key);
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
		assertEquals(1, WindowManager.getWindowCount());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "Source|foo|source = foo: takes active, ", "Source|http://|source = http://: takes ",
			"Clusters|0|clusters = 0: takes ", "Masked|6|masked = 6: takes ",
			"Masked|each|masked = each: takes ", "Stop after|-1|stop_after = -1: takes ",
			"Stop after|x|stop_after = x: takes ", "Resolution|wide|resolution = wide: takes " })
	void badInputIsToldInRed(final String field, final String text, final String reason)
		throws Exception
	{
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE);
		final String good = dialog.text(field);
		dialog.type(field, text);
		assertFalse(dialog.takesOk());
		assertTrue(dialog.message().getText().startsWith(reason), dialog.message().getText());
		assertEquals(Color.red, dialog.message().getForeground());
		dialog.awaitRoomForMessage();
		dialog.type(field, good);
		assertTrue(dialog.takesOk());
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
	}

	@Test
	void aPasswordIsNotRemembered() throws Exception {
		final DialogDriver dialog = DialogDriver.open(MacroRun.LIVE)
			.type("Source", "http://me:secret@127.0.0.1:1/video")
			.type("Clusters", "7");
		dialog.press("OK");
		RealImageJ.await("end of the dialog", () -> dialog.isOpen() ? null : true);
		final Dialog refusal = RealImageJ.awaitWindow(Dialog.class);
		EventQueue.invokeAndWait(refusal::dispose);
		RealImageJ.awaitEnd();
		assertEquals("7", Prefs.get("kmeans.live.clusters", ""));
		assertNotEquals("http://me:secret@127.0.0.1:1/video", Prefs.get("kmeans.live.source", ""));
		assertEquals(1, WindowManager.getWindowCount());
	}
}
