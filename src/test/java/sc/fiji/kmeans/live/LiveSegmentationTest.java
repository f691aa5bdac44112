package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;

/** The worker, its mail, and its pictures. */
@Timeout(60)
class LiveSegmentationTest {

	private final ScriptedSource source = new ScriptedSource();
	private final RecordingView view = new RecordingView();
	private final LiveSegmentation live = new LiveSegmentation(source,
		options(3, PictureKind.SEGMENTED, "none"), view);

	private static LiveOptions options(final int k, final PictureKind shown, final String masked) {
		return new LiveOptions(
			SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(k)), shown,
			MaskedClusters.given(masked, k));
	}

	@BeforeEach
	void start() throws IOException {
		live.start();
	}

	@AfterEach
	void stop() throws InterruptedException {
		live.stop();
		live.awaitEnd();
	}

	/** Bands of three grey values, a step apart. */
	private static ColorProcessor bands(final int lowest) {
		final ColorProcessor picture = new ColorProcessor(30, 20);
		for (int i = 0; i < 600; i++)
			picture.set(i, 0x10101 * (lowest + i / 200 * 50));
		return picture;
	}

	private void segment(final ImageProcessor... channels) throws Exception {
		source.show(channels);
		assertEquals("segmented", view.next());
	}

	@Test
	void eachFrameIsSegmented() throws Exception {
		for (int n = 1; n <= 3; n++) {
			segment(bands(n));
			assertArrayEquals((int[]) bands(n).getPixels(), (int[]) live.takePicture().getPixels());
			assertEquals(n, view.figures().frames());
			assertEquals(0, view.figures().dropped());
		}
	}

	@Test
	void ofManyFramesTheNewestWinsAndTheOthersAreCounted() throws Exception {
		view.meanwhile(() -> {
			view.meanwhile(() -> {});
			for (int n = 1; n <= 20; n++)
				source.show(bands(n));
		});
		segment(bands(0));
		assertEquals("segmented", view.next());
		assertEquals(19, view.figures().dropped());
		assertEquals(2, view.figures().frames());
		assertArrayEquals((int[]) bands(20).getPixels(), (int[]) live.takePicture().getPixels());
	}

	@Test
	void anUpdateThatChangesNothingIsNoFrame() throws Exception {
		segment(bands(1));
		source.show(bands(1));
		segment(bands(2));
		assertEquals(2, view.figures().frames());
		source.select(new Roi(3, 3, 20, 12));
		segment(bands(2));
	}

	@Test
	void aPictureStaysUntilTheNextIsTaken() throws Exception {
		segment(bands(1));
		final ImageProcessor taken = live.takePicture();
		for (int n = 2; n < 8; n++)
			segment(bands(n));
		assertArrayEquals((int[]) bands(1).getPixels(), (int[]) taken.getPixels());
		assertNotSame(taken, live.takePicture());
		assertSame(live.takePicture(), live.takePicture());
	}

	@Test
	void whatIsShownChangesAtOnceAndSegmentsNothing() throws Exception {
		segment(bands(1));
		live.set(new LiveOptions(live.options().segmentation(), PictureKind.MASKED,
			MaskedClusters.given("2", 3)));
		assertEquals("repainted", view.next());
		final ImageProcessor masked = live.takePicture();
		assertEquals(0, masked.get(15, 10));
		assertEquals(0x010101, masked.get(0, 0));
		live
			.set(new LiveOptions(live.options().segmentation(), PictureKind.LABELS, MaskedClusters.NONE));
		assertEquals("repainted", view.next());
		final ImageProcessor labels = live.takePicture();
		assertTrue(labels instanceof ByteProcessor);
		assertArrayEquals(new int[] { 1, 2, 3 },
			new int[] { labels.get(0), labels.get(300), labels.get(599) });
	}

	@Test
	void otherClustersActOnTheCurrentFrameAlsoInAPause() throws Exception {
		segment(bands(1));
		live.pause(true);
		live.set(options(2, PictureKind.LABELS, "none"));
		assertEquals("repainted", view.next());
		assertEquals(2, live.takePicture().getStats().max, 0);
		assertEquals(1, live.figures().frames());
	}

	@Test
	void aPauseEndsWithTheNewestFrame() throws Exception {
		segment(bands(1));
		live.pause(true);
		source.show(bands(2));
		source.show(bands(3));
		assertTrue(view.isSilent());
		live.pause(false);
		assertEquals("segmented", view.next());
		assertEquals(0, view.figures().dropped());
		assertEquals(2, view.figures().frames());
		assertArrayEquals((int[]) bands(3).getPixels(), (int[]) live.takePicture().getPixels());
	}

	@Test
	void aSnapshotIsTheFrameThatWasSegmentedLast() throws Exception {
		final Random random = new Random(1);
		final ColorProcessor noise = new ColorProcessor(20, 10, random.ints(200, 0, 1 << 24).toArray());
		segment(bands(0));
		segment(noise);
		final Snapshot taken = asked().get();
		segment(bands(4));
		assertArrayEquals((int[]) noise.getPixels(),
			(int[]) taken.original().getProcessor().getPixels());
		assertEquals("scripted-snapshot-1-segmented", taken.segmentation().segmented().getTitle());
	}

	@Test
	void aSnapshotShowsWhatTheLivePictureShows() throws Exception {
		final int[] pixels = new Random(1).ints(200, 0, 1 << 24).toArray();
		segment(new ColorProcessor(20, 10, pixels));
		final Snapshot taken = asked().get();
		assertArrayEquals((int[]) live.takePicture().getPixels(),
			(int[]) taken.segmentation().segmented().getProcessor().getPixels());
	}

	@Test
	void aFrameThatIsRefusedIsToldAndTheNextGoesOn() throws Exception {
		source.select(new Roi(100, 100, 5, 5));
		source.show(bands(1));
		assertTrue(view.next().startsWith("told The selection has no pixels"));
		source.select(null);
		segment(bands(2));
		assertEquals("told ", view.next());
	}

	/** Before the first frame, after a refused one, and after the end. */
	@Test
	void withoutAFrameThereIsNoSnapshot() throws Exception {
		assertFalse(asked().isPresent());
		source.select(new Roi(100, 100, 5, 5));
		source.show(bands(1));
		assertFalse(asked().isPresent());
		live.stop();
		live.awaitEnd();
		assertFalse(asked().isPresent());
	}

	private Optional<Snapshot> asked() throws Exception {
		final CompletableFuture<Optional<Snapshot>> answer = new CompletableFuture<>();
		live.snapshot(answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	@Test
	void typeSizeAndChannelsMayChange() throws Exception {
		segment(bands(1));
		final ImageProcessor grey = bands(2).convertToByte(false);
		segment(grey);
		assertTrue(live.takePicture() instanceof ByteProcessor);
		segment(grey.resize(50, 7));
		assertEquals(50, live.takePicture().getWidth());
		segment(grey.convertToShort(false), bands(7).convertToShort(false));
		assertTrue(live.takePicture() instanceof ColorProcessor);
		segment(grey.convertToFloat());
		assertEquals(32, live.takePicture().getBitDepth());
	}

	@Test
	void theEndOfTheSourceIsTheEnd() throws Exception {
		segment(bands(1));
		source.listener().ended("unplugged");
		assertEquals("ended unplugged", view.next());
		live.awaitEnd();
		assertEquals(1, source.stops());
		source.listener().arrived();
		live.stop();
		assertTrue(view.isSilent());
	}

	@Test
	void stoppingFreesTheSource() throws Exception {
		live.stop();
		live.awaitEnd();
		assertEquals("ended ", view.next());
		assertEquals(1, source.stops());
		assertNull(live.takePicture());
	}

	@Test
	void anErrorIsTheEnd() throws Exception {
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, error) -> thrown.set(error));
		view.meanwhile(() -> {
			throw new IllegalStateException("a bug");
		});
		source.show(bands(1));
		assertTrue(view.next().startsWith("ended An error"));
		live.awaitEnd();
		Thread.setDefaultUncaughtExceptionHandler(before);
		assertEquals("a bug", thrown.get().getMessage());
		assertEquals(1, source.stops());
	}

	@Test
	void aSourceThatCanNotStartIsStoppedAndTheViewHearsNothing() {
		final ScriptedSource broken = new ScriptedSource();
		final RecordingView other = new RecordingView();
		final LiveSegmentation never = new LiveSegmentation(new FailingSource(broken),
			options(3, PictureKind.SEGMENTED, "none"), other);
		assertEquals("no camera", assertThrows(IOException.class, never::start).getMessage());
		assertEquals(1, broken.stops());
		assertTrue(other.isSilent());
	}

	/** Can not be started. */
	private static final class FailingSource implements FrameSource {

		private final ScriptedSource rest;

		private FailingSource(final ScriptedSource rest) {
			this.rest = rest;
		}

		@Override
		public String name() {
			return rest.name();
		}

		@Override
		public void start(final Listener listener) throws IOException {
			throw new IOException("no camera");
		}

		@Override
		public boolean read(final Frame frame) {
			return rest.read(frame);
		}

		@Override
		public void stop() {
			rest.stop();
		}
	}

	@Test
	void optionsAreReadStrictly() {
		assertEquals(PictureKind.MASKED, PictureKind.of("masked"));
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> PictureKind.of("foo")).getMessage()
				.startsWith("show = foo: takes "));
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> MaskedClusters.given("4", 3)).getMessage()
				.startsWith("masked = 4: takes "));
		assertFalse(Arrays.asList(MaskedClusters.given("1,3", 3).numbers()).isEmpty());
	}
}
