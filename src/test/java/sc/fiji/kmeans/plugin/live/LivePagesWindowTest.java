package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.RealImageJ.image;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.Page;
import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.RealImageJ;

/** The macros of the pages that segment live run as they stand there, among real windows. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LivePagesWindowTest {

	@TempDir
	Path results;

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	@TestFactory
	Stream<DynamicTest> blocksRun() throws Exception {
		RealImageJ.start();
		return blocks()
			.map(block -> DynamicTest.dynamicTest(block.toString(), () -> run(block.text())));
	}

	private static Stream<Page.Block> blocks() throws IOException {
		return Page.blocks("ijm").filter(block -> block.text().contains(MacroRun.LIVE));
	}

	/** On the tissue where it opens nothing. */
	private void run(final String macro) throws Exception {
		RealImageJ.cleanUp();
		if (!macro.startsWith("open(")) RealImageJ.show(IJ.openImage("sample-data/ihc.png"));
		assertEquals("", MacroBox.run(MacroRun.placed(macro, results)).message());
		final String source = macro.startsWith("open(") ? "moving-cells" : "ihc";
		final ImagePlus live = image(source + "-live");
		LiveDriver.of(live.getTitle()).awaitMessage("Ended");
		final ImagePlus frame = image(source + "-snapshot-1");
		assertEquals(frame.getWidth(), image(source + "-snapshot-1-segmented").getWidth());
		assertTrue(image(source + "-snapshot-1-masked").getStackSize() > 1);
		assertEquals(Collections.emptyList(), LiveSession.running());
		assertEquals(5, WindowManager.getWindowCount(),
			Arrays.toString(WindowManager.getImageTitles()));
	}
}
