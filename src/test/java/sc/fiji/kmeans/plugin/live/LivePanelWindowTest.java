package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;
import static sc.fiji.kmeans.plugin.RealImageJ.image;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.segment.Segmentation;

/** What can be changed in the live window. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LivePanelWindowTest {

	private ImagePlus source;
	private LiveDriver live;

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
		source = Film.image("film");
		source.getCalibration().pixelWidth = 0.25;
		source.getCalibration().setUnit("mm");
		RealImageJ.show(source);
		live = LiveDriver.start("clusters=5");
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	/** What the still command makes of the frame. */
	private Segmentation still(final int clusters) {
		return Segmentation.of(source, KMeansOptions.defaults().withClusters(clusters));
	}

	private void awaitSegmented(final int clusters) {
		live.awaitPicture(still(clusters).segmented().getProcessor());
	}

	@Test
	void theNumberOfClustersActsAtOnceOnAStillImage() throws Exception {
		live.type("clusters", "3");
		awaitSegmented(3);
		live.press("+");
		assertEquals("4", live.text("clusters"));
		awaitSegmented(4);
		live.press("-").press("-");
		assertEquals("2", live.text("clusters"));
		awaitSegmented(2);
		live.press("-").press("-").press("-");
		assertEquals("1", live.text("clusters"));
		awaitSegmented(1);
	}

	@Test
	void whatIsShownActsAtOnceAlsoInAPause() throws Exception {
		live.pause(true).show("labels").awaitPicture(still(5).labels().getProcessor());
		live.show("masked").awaitPicture(Film.rgb(0));
		live.type("masked", "2, 5").awaitPicture(still(5).masked(2, 5).getProcessor());
		live.type("masked", "none").awaitPicture(Film.rgb(0));
		live.show("segmented").type("clusters", "2");
		awaitSegmented(2);
		assertEquals("", live.message());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"clusters|0|clusters = 0: takes ", "clusters|x|clusters = x: takes ",
		"clusters||clusters = : takes ", "clusters|70000|clusters = 70000: takes ",
		"clusters|9999999999|clusters = 9999999999: takes ", "masked|6|masked = 6: takes ",
		"masked|each|masked = each: takes ", "masked|0|masked = 0: takes ",
		"masked||masked = : takes " })
	void nonsenseIsToldInRedAndChangesNothing(final String field, final String nonsense,
		final String message) throws Exception
	{
		final String good = live.text(field);
		live.type(field, nonsense == null ? "" : nonsense);
		assertTrue(live.message().startsWith(message), live.message());
		assertTrue(live.isRed());
		assertRoomForMessage();
		source.setProcessor(Film.rgb(1));
		live.awaitPicture(Film.rgb(1));
		assertTrue(live.message().startsWith(message), live.message());
		live.type(field, good);
		assertEquals("", live.message());
		source.setProcessor(Film.rgb(2));
		live.awaitPicture(Film.rgb(2));
	}

	private void assertRoomForMessage() {
		RealImageJ.await("room for " + live.message(), () -> live.hasRoom() ? true : null);
	}

	@Test
	void nonsenseInAFieldDoesNotStopTheOthers() throws Exception {
		live.type("clusters", "x").show("labels").awaitPicture(still(5).labels().getProcessor());
		live.type("masked", "2").awaitPicture(still(5).masked(2).getProcessor());
		assertTrue(live.message().startsWith("clusters = x: takes "), live.message());
		live.type("masked", "each")
			.type("clusters", "3")
			.awaitPicture(still(3).masked(2).getProcessor());
		assertTrue(live.message().startsWith("masked = each: takes "), live.message());
		live.type("clusters", "0").show("segmented");
		awaitSegmented(3);
		assertTrue(live.message().contains("clusters = 0: takes ")
			&& live.message().contains("; masked = each: takes "), live.message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "each", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18",
		"aVeryLongWordThatHasNoBlanksAtAllAndGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn" })
	void noMessageMakesTheWindowWider(final String text) throws Exception {
		final int width = live.window().getWidth();
		live.type("masked", text);
		assertTrue(live.isRed());
		assertRoomForMessage();
		assertEquals(width, live.window().getWidth());
	}

	@Test
	void clustersThatAreMaskedAreShownSo() throws Exception {
		live.type("masked", "2").awaitPicture(still(5).masked(2).getProcessor());
		assertEquals("masked", live.shown());
		live.type("masked", "2,3").awaitPicture(still(5).masked(2, 3).getProcessor());
		live.type("masked", "none");
		awaitSegmented(5);
		assertEquals("segmented", live.shown());
	}

	@Test
	void whatTheUserChoseIsShown() throws Exception {
		live.show("labels").type("masked", "2").awaitPicture(still(5).masked(2).getProcessor());
		live.type("masked", "none").awaitPicture(still(5).labels().getProcessor());
		live.type("masked", "3").show("segmented").type("masked", "4");
		assertEquals("masked", live.shown());
		live.show("masked").type("masked", "none");
		assertEquals("masked", live.shown());
		live.type("masked", "nonsense").type("masked", "7");
		assertEquals("masked", live.shown());
	}

	/** Of 8, 16 and 32 bits, of colours, and where only what is shown changes. */
	@Test
	void thePictureHasThePixelSizeOfTheSource() throws Exception {
		assertPixelSize(0.25, "mm");
		for (final ImageProcessor frame : new ImageProcessor[] { Film.grey16(1), Film.grey8(2),
			Film.grey32(3), Film.rgb(4) })
		{
			source.setProcessor(frame);
			live.awaitPicture(frame);
			assertPixelSize(0.25, "mm");
		}
		live.show("labels").awaitPicture(still(5).labels().getProcessor());
		assertPixelSize(0.25, "mm");
		source.getCalibration().pixelWidth = 3;
		source.getCalibration().setUnit("km");
		source.setProcessor(Film.rgb(5));
		RealImageJ.await("another pixel size",
			() -> live.image().getCalibration().pixelWidth == 3 ? true : null);
		assertPixelSize(3, "km");
	}

	private void assertPixelSize(final double width, final String unit) {
		assertEquals(width, live.image().getCalibration().pixelWidth);
		assertEquals(unit, live.image().getCalibration().getUnit());
	}

	/** Of labels they are numbers. */
	@Test
	void valuesAreThoseOfTheSource() throws Exception {
		source.setProcessor(Film.grey8(1));
		live.awaitPicture(Film.grey8(1));
		source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 5, 2 }, "HU");
		source.setProcessor(Film.grey8(2));
		RealImageJ.await("values",
			() -> live.image().getCalibration().getValueUnit().equals("HU") ? true : null);
		live.show("labels").awaitPicture(still(5).labels().getProcessor());
		// Its values are told in the event that shows it.
		RealImageJ.settle();
		assertFalse(live.image().getCalibration().calibrated());
	}

	@Test
	void oneFrameIsNoFrames() throws Exception {
		source.setProcessor(Film.rgb(1));
		live.awaitPicture(Film.rgb(1));
		RealImageJ.await("one frame per second", () -> {
			if (live.figures().startsWith("0 frames per second, "))
				source.setProcessor(Film.rgb((int) (System.nanoTime() % 1000)));
			return live.figures().startsWith("1 frame per second, ") ? true : null;
		});
	}

	@Test
	void aMaskedNumberBeyondFewerClustersIsToldAndMasksNothing() throws Exception {
		live.show("masked").type("masked", "4").type("clusters", "3");
		assertTrue(live.message().startsWith("masked = 4: takes none, or cluster numbers from 1 to 3"),
			live.message());
		live.awaitPicture(still(3).masked().getProcessor());
		live.type("masked", "2").awaitPicture(still(3).masked(2).getProcessor());
		assertEquals("", live.message());
	}

	@Test
	void aPauseFreezesAndGoesOnWithTheNewest() throws Exception {
		live.pause(true);
		for (int t = 1; t < 9; t++)
			source.setProcessor(Film.rgb(t));
		RealImageJ.settle();
		live.show("labels");
		RealImageJ.await("labels", () -> live.image().getBitDepth() == 8 ? true : null);
		live.show("segmented").awaitPicture(Film.rgb(0));
		live.pause(false).awaitPicture(Film.rgb(8));
	}

	@Test
	void aSnapshotOpensTheOriginalTheSegmentedAndTheMasked() throws Exception {
		live.type("clusters", "3")
			.type("masked", "1,3")
			.awaitPicture(still(3).masked(1, 3).getProcessor())
			.press("Snapshot");
		awaitImages(5);
		final ImagePlus original = image("film-snapshot-1");
		assertSame(source, original);
		assertTrue(source.getCalibration().equals(original.getCalibration()));
		assertSame(still(3).segmented(), image("film-snapshot-1-segmented"));
		assertSame(still(3).masked(1, 3), image("film-snapshot-1-masked"));
		assertTrue(source.getCalibration().equals(image("film-snapshot-1-masked").getCalibration()));
		assertFalse(source.isLocked());
	}

	@Test
	void aSnapshotOfNothingMaskedHasEachMasked() throws Exception {
		source.setRoi(new Roi(5, 6, 30, 20));
		live.show("labels");
		RealImageJ.await("labels of the selection",
			() -> live.image().getBitDepth() == 8 && live.image().getProcessor().get(0, 0) == 0
				? true
				: null);
		live.press("Snapshot").press("Snapshot");
		awaitImages(8);
		assertEquals(source.getRoi(), image("film-snapshot-2").getRoi());
		final ImagePlus masked = image("film-snapshot-1-masked");
		assertEquals(still(5).maskedEach().getStackSize(), masked.getStackSize());
		assertSame(still(5).maskedEach(), masked);
		assertSame(still(5).segmented(), image("film-snapshot-2-segmented"));
	}

	/** They say how they are displayed, too. */
	@Test
	void aSnapshotOfSixteenBitsIsDisplayedAsItsSource() throws Exception {
		final ImageProcessor frame = Film.grey16(1);
		frame.setMinAndMax(500, 9000);
		source.setProcessor(frame);
		source.updateAndDraw();
		live.awaitPicture(Film.grey16(1)).press("Snapshot");
		awaitImages(5);
		for (final ImagePlus shown : new ImagePlus[] { live.image(), image("film-snapshot-1"),
			image("film-snapshot-1-segmented") })
		{
			assertEquals(500, shown.getDisplayRangeMin());
			assertEquals(9000, shown.getDisplayRangeMax());
		}
	}

	@Test
	void aSnapshotOfSeveralChannelsHasThem() throws Exception {
		EventQueue.invokeAndWait(live.window()::close);
		final ImagePlus composite = Film.composite(2);
		RealImageJ.show(composite);
		live = LiveDriver.start("clusters=5 masked=2").press("Snapshot");
		awaitImages(6);
		for (final String kind : new String[] { "", "-segmented", "-masked" })
			RealImageJ.await("snapshot" + kind,
				() -> WindowManager.getImage("composite-snapshot-1" + kind));
		final ImagePlus original = image("composite-snapshot-1");
		assertSame(composite, original);
		assertTrue(LiveDriver.isSame(new ColorProcessor(composite.getImage()),
			new ColorProcessor(original.getImage())));
		assertSame(composite, image("composite-snapshot-1-segmented"));
		assertSame(Segmentation.of(composite, KMeansOptions.defaults().withClusters(5)).masked(2),
			image("composite-snapshot-1-masked"));
	}

	/** The frame has fewer colours than clusters were asked for. */
	@Test
	void aMaskedClusterThatIsNotThereMasksNothing() throws Exception {
		final ImageProcessor two = Pictures.row(0x102030, 0xa0b0c0).getProcessor();
		live.show("masked").type("masked", "1,4");
		source.setProcessor(two);
		final ImageProcessor masked = two.duplicate();
		masked.set(0, 0, 0);
		live.awaitPicture(masked).press("Snapshot");
		awaitImages(5);
		assertTrue(LiveDriver.isSame(masked, image("film-snapshot-1-masked").getProcessor()));
		assertEquals("", live.message());
	}

	private static void awaitImages(final int n) throws Exception {
		RealImageJ.await(n + " images", () -> WindowManager.getWindowCount() == n ? true : null);
		RealImageJ.settleWindow();
	}

	@Test
	void afterTheEndAllIsDisabled() throws Exception {
		live.type("clusters", "0");
		assertTrue(live.isEnabled());
		LiveSession.running().get(0).live().stop();
		live.awaitMessage("Ended");
		assertEquals("Ended", live.message());
		assertEquals("1 frame, 0 dropped", live.figures());
		assertFalse(live.isRed());
		assertFalse(live.isEnabled());
		source.setProcessor(Film.rgb(1));
		RealImageJ.settle();
		assertTrue(LiveDriver.isSame(Film.rgb(0), live.image().getProcessor()));
	}

	/** So that what is recorded begins and ends as the user did. */
	@Test
	void theRecorderHearsOfSnapshotsAndOfTheEnd() throws Exception {
		new Recorder();
		live.press("Snapshot");
		awaitImages(5);
		EventQueue.invokeAndWait(live.window()::close);
		RealImageJ.await("the end", () -> LiveSession.running().isEmpty() ? true : null);
		assertEquals(Arrays.asList("run(\"K-Means Live Snapshot\");", "run(\"K-Means Live Stop\");"),
			Arrays.stream(Recorder.getInstance().getText().split("\n"))
				.filter(line -> line.startsWith("run("))
				.collect(Collectors.toList()));
	}

	@Test
	void theWindowIsBesideItsSourceAndHoldsAllOfItsPanel() throws Exception {
		RealImageJ.await("a place beside the source",
			() -> live.window().getBounds().intersects(source.getWindow().getBounds()) ? null : true);
		assertInside(live.window().getComponent(1));
	}

	private void assertInside(final Component part) {
		final Rectangle place = part.getBounds();
		final Container whole = part.getParent();
		assertTrue(new Rectangle(0, 0, whole.getWidth(), whole.getHeight()).contains(place),
			part + " in " + whole);
		if (part instanceof Container)
			Arrays.stream(((Container) part).getComponents()).forEach(this::assertInside);
	}

	/** Hundreds of clusters of noise take many seconds, but nobody waits for them. */
	@Test
	void whatIsNotWantedAnyMoreIsNotFinished() throws Exception {
		final long start = System.nanoTime();
		live.type("clusters", "400");
		source.setProcessor(Film.noise());
		RealImageJ.settle();
		Thread.sleep(100);
		live.type("clusters", "1").press("Snapshot");
		awaitImages(5);
		live.type("clusters", "400");
		Thread.sleep(100);
		EventQueue.invokeAndWait(live.window()::close);
		LiveDriver.awaitThreadEnd(source);
		final long seconds = (System.nanoTime() - start) / 1_000_000_000;
		assertTrue(seconds < 5, seconds + " seconds");
	}

	/** A large frame of noise takes long; meanwhile events are served. */
	@Test
	void theEventThreadNeverComputes() throws Exception {
		final Set<String> computed = ConcurrentHashMap.newKeySet();
		final Thread[] events = new Thread[1];
		EventQueue.invokeAndWait(() -> events[0] = Thread.currentThread());
		final Thread watch = new Thread(() -> watch(events[0], computed));
		watch.start();
		final ImageProcessor noise = Film.noise();
		live.type("clusters", "12");
		final long start = System.nanoTime();
		source.setProcessor(noise);
		long longest = 0;
		while (live.image().getWidth() < noise.getWidth()) {
			final long asked = System.nanoTime();
			RealImageJ.settle();
			longest = Math.max(longest, System.nanoTime() - asked);
			Thread.sleep(1);
		}
		final long whole = System.nanoTime() - start;
		watch.interrupt();
		watch.join();
		assertEquals(Collections.emptySet(), computed);
		assertTrue(longest < whole / 2, longest / 1_000_000 + " of " + whole / 1_000_000 + " ms");
	}

	/** What the event thread does of what the worker should do. */
	private static void watch(final Thread events, final Set<String> computed) {
		for (; !Thread.currentThread().isInterrupted(); LockSupport.parkNanos(500_000))
			Arrays.stream(events.getStackTrace())
				.map(StackTraceElement::getClassName)
				.filter(name -> name.matches(".*\\.(KMeans|Workspace|FrameSegmenter|SegmentedFrame)"))
				.forEach(computed::add);
	}
}
