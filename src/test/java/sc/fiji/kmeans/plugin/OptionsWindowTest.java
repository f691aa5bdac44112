package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;
import static sc.fiji.kmeans.plugin.RealImageJ.image;

import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.PlotWindow;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.plugin.dialog.MacroOptionsTest;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.SettingTable;

/** The keys for scientific work, and applying, in a real ImageJ. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class OptionsWindowTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private static ImagePlus shown(final ImagePlus image) throws Exception {
		return RealImageJ.show(image);
	}

	@ParameterizedTest
	@ValueSource(strings = { MacroRun.COMMAND, MacroRun.APPLY })
	void theDialogFitsOnASmallScreen(final String command) throws Exception {
		shown(Pictures.rgb(30, 20));
		final DialogDriver dialog = DialogDriver.open(command);
		assertTrue(dialog.height() < 1000, dialog.height() + " pixels");
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
	}

	/** It is broken into lines, for which the dialog has room from the beginning. */
	@Test
	void aLongMessageMovesNothing() throws Exception {
		shown(Pictures.rgb(30, 20));
		final DialogDriver dialog = DialogDriver.open(MacroRun.COMMAND);
		final List<Rectangle> before = dialog.bounds();
		dialog.type("Ignore", "grey");
		assertFalse(dialog.takesOk());
		assertEquals(before, dialog.bounds());
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
	}

	@Test
	void theRecordedLineSaysWhatIsNotDefaultAndGivesTheSame() throws Exception {
		shown(Pictures.rgb(60, 40));
		new Recorder();
		final Path file = folder.resolve("my clusters.csv");
		DialogDriver.open()
			.type("Min size", "3")
			.choose("Color space", "Lab")
			.type("Masked", "1, 3")
			.tick("Labels")
			.tick("Rois")
			.type("Save", file.toString())
			.ok();
		final String line = Recorder.getInstance().getText().split("\n")[0];
		assertEquals("run(\"K-Means Segmentation...\", \"clusters=3 epsilon=0.2 "
			+ "iterations=100 attempts=10 initialization=k-means++ random_seed=1 "
			+ "masked=1,3 color_space=Lab min_size=3 labels rois save=[" + file + "]\");", line);
		assertTrue(Files.exists(file));
		Files.delete(file);
		final ImagePlus labels = image("rgb-labels").duplicate();
		final MacroBox again = MacroBox.run("close(\"rgb-*\"); " + line);
		assertEquals("", again.message());
		assertSame(labels, image("rgb-labels"));
		assertTrue(Files.exists(file));
		assertEquals("", KMeansSettings.remembered(true, "").get("save"));
		assertEquals("3", KMeansSettings.remembered(true, "").get("min_size"));
	}

	/** As typed into the dialog, and in the macro that is recorded then. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "frames|frames=together min_size=3", "frames|frames=current kept=2 background=white",
			"frames|frames=apply color_space=HSB apply_to=image",
			"rgb|color_space=Lab ignore=black+40 merge=1+3", "rgb|color_space=a*b* masked=selection",
			"composite|scale transform=sqrt ignore=0+30", "composite|channels=1,3 scale" })
	void optionsMeanWhatTheySay(final String title, final String options) throws Exception {
		final ImagePlus image = title.equals("frames")
			? Pictures.frames(20, 10, 3)
			: title.equals("rgb") ? Pictures.rgb(40, 30) : MacroOptionsTest.composite();
		image.setRoi(new Roi(3, 2, 9, 6));
		shown(image);
		final Map<String, String> texts = KMeansSettings.DEFAULTS.texts();
		new Recorder();
		final DialogDriver dialog = DialogDriver.open();
		for (final String option : options.split(" ")) {
			final String[] words = option.split("=");
			final String label = (Character.toUpperCase(option.charAt(0)) + words[0].substring(1))
				.replace('_', ' ');
			texts.put(words[0], words.length == 1 ? "true" : words[1]);
			if (words.length == 1) dialog.tick(label);
			else if (isChoice(words[0])) dialog.choose(label, words[1]);
			else dialog.type(label, words[1]);
		}
		dialog.tick("Labels").ok();
		final KMeansSettings settings = KMeansSettings.read(texts::get);
		final Segmentation expected = Segmentation.of(image, settings.options());
		assertPictures(title, expected, settings);
		final String line = Recorder.getInstance().getText().split("\n")[0];
		for (final String option : options.split(" "))
			assertTrue(line.contains(option), line);
		assertEquals("", MacroBox.run("close(\"" + title + "-*\"); " + line).message());
		assertPictures(title, expected, settings);
	}

	private static boolean isChoice(final String key) {
		return SettingTable.LEARNING.stream()
			.anyMatch(row -> row.key().equals(key) && !row.choices().isEmpty());
	}

	private static void assertPictures(final String title, final Segmentation expected,
		final KMeansSettings settings)
	{
		assertSame(expected.labels(), image(title + "-labels"));
		assertSame(expected.segmented(), image(title + "-segmented"));
		assertSame(settings.masked().maskedOf(expected, settings.background()).get(),
			image(title + "-masked"));
		settings.kept()
			.keptOf(expected, settings.background())
			.ifPresent(kept -> assertSame(kept, image(title + "-kept")));
	}

	@Test
	void applyingTakesTheLastSegmentedImageAndIsRecorded() throws Exception {
		shown(Pictures.rgb(60, 40));
		MacroBox.run("run(\"K-Means Segmentation...\", \"clusters=5 masked=none\");");
		final ImagePlus other = Pictures.rgb(30, 20);
		other.setTitle("other");
		shown(other);
		new Recorder();
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY);
		assertEquals("rgb", dialog.text("From"));
		dialog.type("Masked", "5").tick("Labels").ok();
		assertEquals("run(\"Apply K-Means Clusters...\", \"from=rgb masked=5 " + "labels\");",
			Recorder.getInstance().getText().split("\n")[0]);
		assertNotNull(image("other-labels"));
		assertTrue(ImageJ.getStatusBarText().matches("5 clusters applied, \\d+\\.\\d s"),
			ImageJ.getStatusBarText());
		assertNull(Prefs.get("kmeans.segmentation.masked", null));
		assertEquals("3", KMeansSettings.remembered(true, "").get("clusters"));
	}

	@Test
	void whoseClustersAreAppliedCanBePicked() throws Exception {
		for (final String title : new String[] { "first one", "last" }) {
			final ImagePlus image = Pictures.rgb(30, 20);
			image.setTitle(title);
			shown(image);
			MacroBox.run("run(\"K-Means Segmentation...\", \"masked=none clusters=" + title.length()
				+ "\"); close(\"*-segmented\");");
		}
		new Recorder();
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY);
		for (final String title : new String[] { "first one", "last" })
			assertEquals(title, dialog.pick("From", title).text("From"));
		dialog.pick("From", "first one").type("Masked", "none").ok();
		assertEquals("run(\"Apply K-Means Clusters...\", \"from=[first one] " + "masked=none\");",
			Recorder.getInstance().getText().split("\n")[0]);
		assertTrue(ImageJ.getStatusBarText().startsWith("9 clusters applied"),
			ImageJ.getStatusBarText());
	}

	@Test
	void applyingRefusesWhatIsNoClustersInRed() throws Exception {
		shown(Pictures.rgb(30, 20));
		final DialogDriver dialog = DialogDriver.open(MacroRun.APPLY).type("From", "x");
		assertFalse(dialog.takesOk());
		assertTrue(dialog.message().getText().startsWith("from = x: takes "));
		assertEquals(Color.red, dialog.message().getForeground());
		dialog.press("Cancel");
		RealImageJ.awaitEnd();
	}

	@Test
	void tablesSelectionsAndPlotOpenAsWindows() throws Exception {
		shown(Pictures.frames(30, 20, 3));
		final MacroBox box = MacroBox
			.run("run(\"K-Means Segmentation...\", " + "\"masked=none measure plot rois overlay\");");
		assertEquals("", box.message());
		final ResultsTable table = ResultsTable.getResultsTable("KMeans-Clusters");
		assertEquals(9, table.size());
		assertEquals(3, ResultsTable.getResultsTable("KMeans-Frames").size());
		assertEquals(1, RealImageJ.windows(PlotWindow.class).count());
		assertEquals(9, RoiManager.getInstance().getCount());
		assertEquals("frames frame 1 cluster 2", RoiManager.getInstance().getName(1));
		assertEquals(9, image("frames").getOverlay().size());
		assertEquals(9, ResultsTable.getResultsTable().size());
	}

	@Test
	void batchModeOpensNoManager() throws Exception {
		shown(Pictures.rgb(30, 20));
		final MacroBox box = MacroBox
			.run("setBatchMode(true); " + "run(\"K-Means Segmentation...\", \"rois plot overlay\"); "
				+ "if (roiManager(\"count\")!=3) exit(\"selections\");");
		assertEquals("", box.message());
		assertNull(RoiManager.getRawInstance());
	}

	@ParameterizedTest
	@ValueSource(strings = { "together", "apply" })
	void framesWithTheSameClustersAreSummedUpOnce(final String frames) throws Exception {
		shown(Pictures.frames(30, 20, 3));
		MacroBox.run("run(\"K-Means Segmentation...\", \"masked=none frames=" + frames + "\");");
		assertTrue(ImageJ.getStatusBarText()
			.matches(
				"3 clusters for all 3 frames, " + "\\d+ of 10 attempts agree, \\d+ colours, \\d+\\.\\d s"),
			ImageJ.getStatusBarText());
	}

	@Test
	void valuesWithAFractionAreValues() throws Exception {
		shown(new ImagePlus("float", Pictures.grey16(30, 20).getProcessor().convertToFloat()));
		MacroBox.run("run(\"K-Means Segmentation...\", \"masked=none\");");
		assertTrue(ImageJ.getStatusBarText().matches("3 clusters, \\d+ values, .*"),
			ImageJ.getStatusBarText());
	}

	@ParameterizedTest
	@ValueSource(strings = { "masked=selection", "save=[/no such/a.csv]" })
	void whatFailsLateOpensNothing(final String options) throws Exception {
		final ImagePlus image = shown(Pictures.rgb(30, 20));
		final MacroBox box = MacroBox
			.run("run(\"K-Means Segmentation...\", \"" + options + " measure rois\");");
		assertTrue(box.message().contains(": takes "), box.message());
		assertEquals(1, WindowManager.getWindowCount());
		assertNull(ResultsTable.getResultsTable("KMeans-Clusters"));
		assertFalse(image.isLocked());
	}
}
