package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.camera.MjpegServer;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.Pictures;

/** A macro follows a network camera without a display. */
@Timeout(60)
class LiveMacroTest {

	private final AtomicBoolean isOver = new AtomicBoolean();
	private MjpegServer camera;
	private Thread filming;

	/** A bright square that wanders over a dark ground. */
	@BeforeEach
	void film() throws IOException {
		camera = new MjpegServer();
		filming = new Thread(() -> {
			for (int n = 0; !isOver.get(); n++)
				try {
					camera.send(MjpegServer.jpeg(picture(n)));
					Thread.sleep(5);
				}
				catch (final IOException | InterruptedException e) {
					return;
				}
		});
		filming.start();
	}

	@AfterEach
	void end() throws Exception {
		isOver.set(true);
		filming.join();
		camera.close();
		assertEquals(Collections.emptyList(), LiveSession.running());
	}

	private static BufferedImage picture(final int n) {
		final BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
		for (int y = 0; y < 48; y++)
			for (int x = 0; x < 64; x++)
				picture.setRGB(x, y, x / 16 == n % 4 ? 0xf0e0d0 : 0x102030);
		return picture;
	}

	private MacroRun run(final String statements) {
		return MacroRun.ofStatement(Pictures.rgb(9, 9), statements);
	}

	private String start(final String options) {
		return "run(\"" + MacroRun.LIVE + "\", \"source=" + camera.address() + " " + options + "\");";
	}

	@Test
	void someFramesAreMeasuredAndTheLastPictureOpens() {
		final MacroRun run = run(start("clusters=2 show=labels stop_after=6 measure"));
		assertTrue(run.finished(), run.said());
		final ImagePlus labels = run.image(camera.address() + "-live");
		assertEquals(64, labels.getWidth());
		assertEquals(8, labels.getBitDepth());
		final ResultsTable table = Analyzer.getResultsTable();
		assertEquals(6, table.size());
		for (int row = 0; row < 6; row++) {
			assertEquals(75, table.getValue("Percent 1", row), 4);
			assertEquals(row + 1, table.getValue("Frame", row), 0);
		}
	}

	@Test
	void namesStandInTheTableAndInSnapshots() {
		final MacroRun run = run(
			start("clusters=2 names=[wall, \\\"sky, bright\\\"] stop_after=0 measure")
				+ " wait(100); run(\"K-Means Live Snapshot\"); run(\"K-Means Live Stop\");");
		assertTrue(run.finished(), run.said());
		assertEquals("without 2: sky, bright",
			run.image(camera.address() + "-snapshot-1-masked").getStack().getSliceLabel(2));
		assertEquals(Arrays.asList("Percent 1: wall", "Percent 2: sky, bright"),
			Stream.of(Analyzer.getResultsTable().getHeadings())
				.filter(heading -> heading.startsWith("Percent"))
				.collect(Collectors.toList()));
	}

	@Test
	void moreNamesThanClustersAreRefused() {
		final MacroRun run = run(start("clusters=2 names=a,b,c stop_after=1"));
		assertFalse(run.finished());
		assertEquals(
			Collections.singletonList("names = a,b,c: takes at most 2 names, one for each of 2 clusters"),
			run.messages());
	}

	@Test
	void itRunsBesideTheMacroUntilItIsStopped() {
		final MacroRun run = run(start("clusters=2")
			+ " wait(100); run(\"K-Means Live Snapshot\"); run(\"K-Means Live Stop\");");
		assertTrue(run.finished(), run.said());
		final String name = camera.address();
		final ImagePlus original = run.image(name + "-snapshot-1");
		final ImagePlus segmented = run.image(name + "-snapshot-1-segmented");
		assertEquals(2, run.image(name + "-snapshot-1-masked").getStackSize());
		assertEquals(24, run.image(name + "-live").getBitDepth());
		for (int x = 8; x < 64; x += 16)
			assertEquals(original.getProcessor().get(x, 24) >> 8 & 0xff,
				segmented.getProcessor().get(x, 24) >> 8 & 0xff, 12);
	}

	@Test
	void anImageWithoutAWindowIsRefusedInOneSentence() {
		final MacroRun run = run("run(\"" + MacroRun.LIVE + "\", \"source=active\");");
		assertFalse(run.finished());
		assertEquals(Collections.singletonList("source = active: takes an image in a "
			+ "window; ImageJ tells of no changes of \"rgb\", which has none"), run.messages());
	}

	@Test
	void stopAndSnapshotOfNothingLetTheMacroGoOn() {
		final MacroRun run = run("run(\"K-Means Live Snapshot\"); run(\"K-Means Live Stop\");");
		assertEquals(Collections.singletonList("rgb"), run.titles());
		assertEquals(Collections.emptyList(), run.messages());
	}

	@Test
	void whatIsNoNetworkCameraIsRefusedInOneSentence() throws IOException {
		final MacroRun run = run(
			"run(\"" + MacroRun.LIVE + "\", \"source=http://me:secret@127.0.0.1:1/\");");
		assertFalse(run.finished());
		assertEquals(1, run.messages().size(), run.said());
		assertTrue(run.messages().get(0).contains("the connection was refused"), run.said());
		assertFalse(run.said().contains("secret"));
	}
}
