package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;
import static sc.fiji.kmeans.plugin.RealImageJ.image;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.RealImageJ;

/** Macros that segment a window live, as users write them. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LiveMacroWindowTest {

	private ImagePlus source;

	@BeforeEach
	void openImage() throws Exception {
		RealImageJ.start();
		source = Film.image("film");
		RealImageJ.show(source);
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private static String live(final String options) {
		return "run(\"" + MacroRun.LIVE + "\", \"" + options + "\"); ";
	}

	private static String title(final String expected) {
		return "if (getTitle()!=\"" + expected + "\") exit(getTitle()); ";
	}

	@Test
	void titlesAreWithoutTheEndingOfAFile() throws Exception {
		source.setTitle("film.tif");
		final MacroBox box = MacroBox
			.run(live("clusters=5") + "run(\"K-Means Live Snapshot\"); run(\"K-Means Live Stop\");");
		assertEquals("", box.message());
		assertSame(source, image("film-live"));
		assertSame(source, image("film-snapshot-1"));
	}

	@Test
	void aMacroStartsUpdatesTakesASnapshotStopsAndReadsResults() throws Exception {
		final ImagePlus expected = source.duplicate();
		expected.getProcessor().add(20);
		final MacroBox box = MacroBox.run(live("clusters=5 measure") + title("film-live")
			+ "for (i=0; i<20; i++) { selectImage(\"film\"); run(\"Add...\", \"value=1\"); } "
			+ "run(\"K-Means Live Snapshot\"); " + title("film-snapshot-1-masked")
			+ "run(\"K-Means Live Stop\"); "
			+ "if (Table.get(\"Percent 1\", 0, \"KMeans-Live\")!=20) exit(\"table\"); "
			+ "if (Table.size(\"KMeans-Live\")<2) exit(\"rows\"); " + "run(\"K-Means Live Stop\");");
		assertEquals("", box.message());
		assertSame(expected, source);
		assertSame(expected, image("film-snapshot-1"));
		assertSame(expected, image("film-snapshot-1-segmented"));
		assertEquals(5, image("film-snapshot-1-masked").getStackSize());
		LiveDriver.of("film-live").awaitMessage("Ended");
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@Test
	void aNumberOfFramesIsMeasuredWhileSomethingElseUpdates() throws Exception {
		final Thread updates = new Thread(() -> {
			for (int t = 1; !Thread.interrupted(); t++) {
				source.setProcessor(Film.rgb(t));
				source.updateAndDraw();
				Thread.yield();
			}
		});
		updates.start();
		final MacroBox box = MacroBox.run(live("clusters=5 stop_after=12 measure"));
		updates.interrupt();
		updates.join();
		assertEquals("", box.message());
		final ResultsTable table = ResultsTable.getResultsTable("KMeans-Live");
		assertEquals(12, table.size());
		assertEquals(
			Arrays.asList("Frame", "Time (s)", "Latency (ms)", "Dropped", "Attempts", "Compactness",
				"Percent 1", "Percent 2", "Percent 3", "Percent 4", "Percent 5"),
			Arrays.asList(table.getHeadings()));
		for (int row = 0; row < 12; row++) {
			assertEquals(row + 1, table.getValue("Frame", row));
			assertEquals(20, table.getValue("Percent 3", row), 1e-9);
			assertEquals(0, table.getValue("Compactness", row), 1e-6);
		}
		LiveDriver.of("film-live").awaitMessage("Ended");
		assertEquals(Collections.emptyList(), LiveSession.running());
	}

	@Test
	void whereTheSourceIsClosedTheMacroGoesOn() throws Exception {
		final Thread closes = new Thread(() -> {
			RealImageJ.await("live window", () -> WindowManager.getImage("film-live"));
			source.close();
		});
		closes.start();
		final MacroBox box = MacroBox.run(live("clusters=5 stop_after=99"));
		closes.join();
		assertEquals("", box.message());
		LiveDriver.of("film-live").awaitMessage("Ended: film was closed");
	}

	@Test
	void escapeEndsTheWaitForFramesThatDoNotCome() throws Exception {
		final Thread presses = new Thread(() -> {
			RealImageJ.await("live window", () -> WindowManager.getImage("film-live"));
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		presses.start();
		final MacroBox box = MacroBox.run(live("clusters=5 stop_after=99"));
		presses.join();
		assertEquals("", box.message());
		LiveDriver.of("film-live").awaitMessage("Ended");
	}

	@Test
	void allWindowsMayBeClosedAtOnce() throws Exception {
		final MacroBox box = MacroBox.run(live("clusters=5") + live("clusters=3")
			+ "close(\"*\"); wait(50); if (nImages()>0) exit(\"images\");");
		assertEquals("", box.message());
		LiveDriver.awaitThreadEnd(source);
		assertEquals(0, WindowManager.getWindowCount());
	}

	@Test
	void stopOfNothingLetsTheMacroGoOn() throws Exception {
		final MacroBox box = MacroBox.run("run(\"K-Means Live Stop\"); "
			+ "run(\"K-Means Live Snapshot\"); newImage(\"went on\", \"8-bit\", 9, 9, 1);");
		assertEquals("", box.message());
		assertEquals(2, WindowManager.getWindowCount());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "source=foo|source = foo", "source=ftp://x|source = ftp://x", "show=foo|show = foo",
			"masked=9|masked = 9", "masked=each|masked = each", "clusters=3 masked=4|masked = 4",
			"stop_after=-1|stop_after = -1", "stop_after=x|stop_after = x", "clusters=0|clusters = 0",
			"clusters=2.5|clusters = 2.5", "epsilon=-1|epsilon = -1.0",
			"initialization=foo|initialization = foo", "color_space=foo|color_space = foo",
			"source=camera resolution=big|resolution = big" })
	void badValuesGiveOneMessageAndNothingOpens(final String options, final String fieldAndValue)
		throws Exception
	{
		final ImagePlus before = source.duplicate();
		assertRefused(options, fieldAndValue + ": takes ");
		assertEquals(1, WindowManager.getWindowCount());
		assertSame(before, source);
	}

	private static void assertRefused(final String options, final String start) throws Exception {
		final MacroBox box = MacroBox.run(live(options) + "newImage(\"went on\", \"8-bit\", 9, 9, 1);");
		assertTrue(box.message().startsWith(start), box.message());
		assertNull(WindowManager.getImage("went on"));
		assertEquals(Collections.emptyList(), LiveSession.running());
	}

	@Test
	void whatDoesNotFitTheImageIsRefused() throws Exception {
		source.setProcessor(Film.grey8(0));
		assertRefused("color_space=Lab", "color_space = Lab: takes ");
		assertEquals(1, WindowManager.getWindowCount());
	}

	@Test
	void withoutAnImageThereIsOneMessage() throws Exception {
		source.close();
		RealImageJ.settle();
		assertRefused("clusters=5", "source = active: takes an open image");
		assertEquals(0, WindowManager.getWindowCount());
	}

	@Test
	void anImageOfBatchModeIsRefused() throws Exception {
		final List<String> titles = Collections.singletonList("film");
		final MacroBox box = MacroBox.run("setBatchMode(true); "
			+ "newImage(\"batch\", \"8-bit ramp\", 30, 20, 1); " + live("clusters=5"));
		assertTrue(box.message().startsWith("source = active: takes an image in a window"),
			box.message());
		assertEquals(Collections.emptyList(), LiveSession.running());
		assertEquals(titles, Arrays.asList(WindowManager.getImageTitles()));
	}

	/** Its image is in a window, but no window opens. */
	@Test
	void batchModeFollowsAWindowWithoutAWindow() throws Exception {
		final MacroBox box = MacroBox
			.run("setBatchMode(true); " + live("clusters=5 show=labels stop_after=1 measure")
				+ title("film-live") + "if (bitDepth()!=8 || getPixel(0, 0)!=1) exit(\"labels\"); "
				+ "if (Table.size(\"KMeans-Live\")!=1) exit(\"rows\");");
		assertEquals("", box.message());
		assertEquals(1, WindowManager.getWindowCount());
	}
}
