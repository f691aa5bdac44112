package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PlotWindow;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;

import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Suggestion;

@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class SuggestWindowTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();

	private ImagePlus source;
	private Suggestion expected;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = RealImageJ.show(Pictures.rgb(200, 150));
		expected = Suggestion.of(source, OPTIONS);
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	@Test
	void theCommandShowsSentenceTableAndPlot() throws Exception {
		DialogDriver.open(MacroRun.SUGGEST).tick("Plot").ok();
		assertTrue(IJ.getLog().contains("rgb: " + expected), IJ.getLog());
		assertEquals(expected.toString(), ImageJ.getStatusBarText());
		final TextWindow table = (TextWindow) WindowManager.getFrame("KMeans-Suggestion");
		assertEquals(12, table.getResultsTable().size());
		final PlotWindow plot = (PlotWindow) RealImageJ.image("rgb-clusters").getWindow();
		assertEquals(12, plot.getPlot().getXValues().length);
		assertEquals(Math.log(expected.compactness(12)), plot.getPlot().getYValues()[11], 1e-3);
		assertEquals(Integer.toString(expected.clusters()), SuggestPlugIn.clusters());
	}

	@Test
	void theRecordedLineGivesTheSame() throws Exception {
		new Recorder();
		DialogDriver.open(MacroRun.SUGGEST).choose("Color space", "Lab").ok();
		assertEquals("run(\"K-Means Suggest Clusters...\", \"color_space=Lab\");",
			Recorder.getInstance().getText().split("\n")[0]);
		assertFalse(RealImageJ.windows(PlotWindow.class).findAny().isPresent());
	}

	/** So that the macro gives the same, whatever a later version suggests. */
	@Test
	void theRecorderWritesTheNumber() throws Exception {
		new Recorder();
		DialogDriver.open().type("Clusters", "suggest").ok();
		final String recorded = Recorder.getInstance().getText().split("\n")[0];
		assertEquals("run(\"K-Means Segmentation...\", \"clusters=" + expected.clusters()
			+ " epsilon=0.2 iterations=100 attempts=10 initialization=k-means++ random_seed=1"
			+ " masked=each\");", recorded);
		final Segmentation given = Segmentation.of(source, OPTIONS.withClusters(expected.clusters()));
		Pictures.assertSame(given.segmented(), RealImageJ.image("rgb-segmented"));
		assertTrue(
			ImageJ.getStatusBarText()
				.startsWith(expected.clusters() + " clusters suggested (" + expected.kind() + "), "),
			ImageJ.getStatusBarText());
	}

	/** The next dialog suggests again. */
	@Test
	void theDialogRemembersTheWord() throws Exception {
		DialogDriver.open().type("Clusters", "suggest").ok();
		WindowManager.setTempCurrentImage(source);
		assertEquals("suggest", DialogDriver.open().text("Clusters"));
	}

	@Test
	void anotherWordIsToldWhileTheDialogIsOpen() throws Exception {
		final DialogDriver dialog = DialogDriver.open().type("Clusters", "guess");
		assertFalse(dialog.takesOk());
		assertTrue(dialog.said().contains("clusters = guess: takes a whole number from 1 to 65535"),
			dialog.said());
		assertTrue(dialog.type("Clusters", "suggest").takesOk());
	}

	/** Tables of clusters that begin anew leave the others alone. */
	@Test
	void iterationsAndSuggestionsStayWhereClustersAreMeasured() throws Exception {
		DialogDriver.open(MacroRun.SUGGEST).ok();
		DialogDriver.open().tick("Trace").tick("Measure").ok();
		for (final String title : new String[] { "KMeans-Suggestion", "KMeans-Trace",
			"KMeans-Clusters" })
			assertTrue(WindowManager.getFrame(title) != null, title);
	}

	@Test
	void iterationsOpenAStackAndATable() throws Exception {
		DialogDriver.open().tick("Trace").ok();
		final String title = "rgb-trace of one plain run, k-means++ start";
		final Segmentation given = Segmentation.of(source, OPTIONS);
		final ImagePlus pictures = RealImageJ.image(title);
		assertEquals(given.trace().size(), pictures.getStackSize());
		final TextWindow table = (TextWindow) WindowManager.getFrame("KMeans-Trace");
		assertEquals(given.trace().size(), table.getResultsTable().size());
		assertTrue(Arrays.asList(WindowManager.getImageTitles()).contains("rgb-segmented"));
	}
}
