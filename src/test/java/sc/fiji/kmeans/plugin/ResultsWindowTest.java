package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows, tables and selections of one image after another, in a real ImageJ. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class ResultsWindowTest {

	private static final String TABLES = TablesTest.TABLES;
	private static final String RUN = "run('" + MacroRun.COMMAND + "', 'clusters=2 masked=none ";

	@TempDir
	private Path folder;

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
		Tables.clear();
	}

	private static MacroBox run(final String macro) throws Exception {
		final MacroBox box = MacroBox.run(macro);
		assertEquals("", box.message());
		return box;
	}

	/** The words are those of TablesTest, which has no display. */
	@ParameterizedTest
	@ValueSource(strings = { "", "setBatchMode(true); " })
	void macrosReadTheTableInTheSameWords(final String mode) throws Exception {
		final Path file = folder.resolve("table.csv");
		final Path called = folder.resolve("called.csv");
		run(mode + "newImage('a', '8-bit ramp', 16, 9, 1); " + RUN + "measure'); "
			+ "newImage('b', '8-bit ramp', 16, 9, 1); " + RUN + "measure'); f = File.open('"
			+ folder.resolve("said") + "'); print(f, nResults + ' ' + getResultString('Image', 3) + "
			+ "' ' + getResult('Pixels', 0) + ' ' + " + TABLES + "size') + ' ' + " + TABLES
			+ "get', 'Image', 0) + ' ' + Table.get('Frame', 3, 'KMeans-Clusters')); File.close(f); "
			+ "saveAs('Results', '" + file + "'); " + TABLES + "save', '" + called + "');");
		assertEquals("4 b 72 4 a 1", Files.readAllLines(folder.resolve("said")).get(0));
		for (final Path saved : Arrays.asList(file, called))
			assertEquals(5, Files.readAllLines(saved, StandardCharsets.UTF_8).size());
	}

	@Test
	void eachImageAddsRowsUntilTheTableIsClosed() throws Exception {
		for (final String title : new String[] { "a", "b" }) {
			final ImagePlus film = Pictures.frames(20, 10, 3);
			film.setTitle(title);
			RealImageJ.show(film);
			run(RUN + "measure');");
		}
		assertEquals(12, table("KMeans-Clusters").size());
		assertEquals("Image", table("KMeans-Clusters").getHeadings()[0]);
		assertEquals(Arrays.asList("a", "a", "a", "b", "b", "b"),
			Arrays.stream(table("KMeans-Frames").getColumnAsStrings("Image"))
				.collect(Collectors.toList()));
		run("close('KMeans-Clusters');");
		RealImageJ.show(Pictures.rgb(9, 9));
		run(RUN + "measure');");
		assertEquals(2, table("KMeans-Clusters").size());
		assertNull(table("KMeans-Frames"));
	}

	/** The rows of a macro are ImageJ's results, which Clear Results clears. */
	@Test
	void clearedResultsBeginAnew() throws Exception {
		final String measured = "newImage('a', '8-bit ramp', 16, 9, 1); " + RUN + "measure'); ";
		run(measured + "run('Clear Results'); if (nResults!=0) exit('results'); " + measured
			+ "if (nResults!=2 || " + TABLES + "size')!='2') exit('rows'); " + measured + "if (" + TABLES
			+ "size')!='4') exit('rows of both');");
		assertEquals(4, table("KMeans-Clusters").size());
	}

	/** Not that of the frames, whose window opens last. */
	@Test
	void macrosReadTheTableOfTheClustersOfAStack() throws Exception {
		RealImageJ.show(Pictures.frames(20, 10, 3));
		run(RUN + "measure'); if (isNaN(getResult('Pixels', 0))) exit('frames');");
	}

	private static ResultsTable table(final String title) {
		return ResultsTable.getResultsTable(title);
	}

	/** Who measured something else does not lose it. */
	@Test
	void anOpenResultsTableIsLeftAlone() throws Exception {
		run("newImage('a', '8-bit ramp', 16, 9, 1); run('Measure'); " + RUN + "measure'); " + "if ("
			+ TABLES + "size') != '2') exit('rows');");
		assertEquals(1, table("Results").size());
		assertTrue(table("Results").columnExists("Mean"));
		run("close('Results');");
	}

	@Test
	void noWindowCoversAnother() throws Exception {
		RealImageJ.show(Pictures.rgb(200, 150));
		run("run('" + MacroRun.COMMAND + "', 'masked=each kept=2 labels');");
		assertEquals(5, windows().size());
		try {
			RealImageJ.await("windows side by side", () -> isAnyCovered(windows()) ? null : true);
		}
		catch (final AssertionError covered) {
			throw new AssertionError(windows().toString(), covered);
		}
	}

	private static List<Rectangle> windows() {
		return Arrays.stream(WindowManager.getIDList())
			.mapToObj(id -> WindowManager.getImage(id).getWindow().getBounds())
			.collect(Collectors.toList());
	}

	private static boolean isAnyCovered(final List<Rectangle> windows) {
		return windows.stream()
			.anyMatch(one -> windows.stream().anyMatch(other -> one != other && one.intersects(other)));
	}

	@Test
	void titlesAreUnique() throws Exception {
		final ImagePlus image = Pictures.rgb(20, 10);
		image.setTitle("ihc.png");
		RealImageJ.show(image);
		run(RUN + "');");
		run("selectImage('ihc.png'); " + RUN + "');");
		assertEquals(Arrays.asList("ihc.png", "ihc-segmented", "ihc-segmented-1"),
			Arrays.asList(WindowManager.getImageTitles()));
	}

	@Test
	void selectionsOfTheSameImageAreReplaced() throws Exception {
		final RoiManager manager = new RoiManager();
		final Roi own = new Roi(1, 2, 3, 4);
		own.setName("mine");
		manager.addRoi(own);
		for (final String title : new String[] { "a", "b", "a" }) {
			final ImagePlus image = Pictures.rgb(20, 10);
			image.setTitle(title);
			RealImageJ.show(image);
			run(RUN + "rois');");
			image.changes = false;
			image.close();
		}
		assertEquals(Arrays.asList("mine", "b cluster 1", "b cluster 2", "a cluster 1", "a cluster 2"),
			Arrays.stream(manager.getRoisAsArray()).map(Roi::getName).collect(Collectors.toList()));
	}

	@Test
	void theOverlayIsOnTheOriginalWithWhatItHad() throws Exception {
		final ImagePlus image = RealImageJ.show(Pictures.rgb(20, 10));
		final Roi own = new Roi(1, 2, 3, 4);
		image.setOverlay(new ij.gui.Overlay(own));
		run(RUN + "overlay');");
		run("selectImage('rgb'); " + RUN + "overlay');");
		assertEquals(3, image.getOverlay().size());
		assertEquals(own.getBounds(), image.getOverlay().get(0).getBounds());
		assertNull(WindowManager.getImage("rgb-segmented").getOverlay());
	}

	/** Whatever the image is below it. */
	@ParameterizedTest
	@ValueSource(ints = { 0x000000, 0xffffff, 0xe69f00, 0x808080 })
	void outlinesContrast(final int colour) throws Exception {
		final ImageProcessor pixels = new ColorProcessor(60, 40);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, i % 60 < 30 ? colour : colour ^ 1);
		final ImagePlus image = RealImageJ.show(new ImagePlus("flat", pixels));
		run(RUN + "overlay');");
		final ImageProcessor flat = image.flatten().getProcessor();
		assertTrue(Arrays.stream((int[]) flat.getPixels())
			.filter(rgb -> distance(rgb, colour) > 100)
			.count() > 60);
		assertNotNull(image.getOverlay().get(1).getName());
		IJ.wait(1);
	}

	private static int distance(final int a, final int b) {
		return Math.max(Math.abs((a >> 16 & 255) - (b >> 16 & 255)),
			Math.max(Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255))));
	}
}
