package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import sc.fiji.kmeans.live.Frame;

/** Cameras, with others in their place. */
class CameraTest {

	private static final int STALL = 100;

	private final CameraStandIn plugged = new CameraStandIn("Eye", "Microscope", "Eye");
	private final Cameras cameras = new Cameras(plugged, 2000);
	private final RecordingListener listener = new RecordingListener();
	private final Frame frame = new Frame();

	/** After each test, all cameras are free and no thread is left. */
	@AfterEach
	void allIsFree() {
		RecordingListener
			.await(() -> plugged.isFree() && RecordingListener.count("K-means camera") == 0);
		plugged.assertRulesWereKept();
	}

	@Test
	void camerasAndResolutionsAreListed() throws IOException {
		assertEquals(Arrays.asList("Eye", "Microscope", "Eye (2)"), Camera.names(cameras));
		assertEquals(Arrays.asList("3840x2160", "640x480", "320x240"),
			Camera.resolutions(cameras, "Eye (2)"));
		assertEquals(Camera.resolutions(cameras, "Eye"), Camera.resolutions(cameras, ""));
	}

	@Test
	void framesComeInTheResolutionThatWasAskedFor() throws IOException {
		final Camera camera = started("Microscope", "320x240");
		assertEquals("Microscope", camera.name());
		plugged.give(0x123456);
		assertShown(camera, 320, 240, 0x123456);
		assertEquals("Microscope", camera.image(frame).getTitle());
		camera.stop();
	}

	@Test
	void theFirstAndTheUsualAndTheFastestAreTaken() throws IOException {
		final Camera camera = started("", "");
		assertEquals("Eye", camera.name());
		assertEquals(2, plugged.opened().id);
		camera.stop();
	}

	@Test
	void theNewestWinsAndIsReadOnce() throws IOException {
		final Camera camera = started("", "320x240");
		assertFalse(camera.read(frame));
		for (int i = 1; i <= 10; i++) {
			plugged.give(i);
			listener.awaitArrivals(i);
		}
		assertShown(camera, 320, 240, 10);
		assertFalse(camera.read(frame));
		plugged.give(10);
		listener.awaitArrivals(11);
		assertFalse(camera.read(frame));
		camera.stop();
	}

	@Test
	void theFirstFrameIsNewEvenIfItIsBlack() throws IOException {
		final Camera camera = started("", "320x240");
		plugged.give(0);
		assertShown(camera, 320, 240, 0);
		camera.stop();
	}

	@Test
	void nothingIsHeardAndReadAfterTheStop() throws IOException {
		final Camera camera = started("", "320x240");
		plugged.give(1);
		listener.awaitArrivals(1);
		camera.stop();
		camera.stop();
		plugged.give(2);
		RecordingListener.await(plugged::isFree);
		assertFalse(camera.read(frame));
		assertEquals(1, listener.arrivals());
		assertEquals(Collections.emptyList(), listener.troubles());
		assertEquals(Collections.emptyList(), listener.ends());
	}

	@Test
	void stoppedBeforeTheStartItOpensNothing() throws IOException {
		final Camera camera = Camera.open(cameras, "", "", STALL);
		camera.stop();
		camera.start(listener);
		assertEquals(0, plugged.openings());
	}

	@Test
	void stoppedWhileItStartsItFreesTheCamera() throws Exception {
		plugged.setOpeningTime(600);
		final Camera camera = Camera.open(cameras, "", "", STALL);
		final Thread starting = new Thread(() -> {
			try {
				camera.start(listener);
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		});
		starting.start();
		RecordingListener.await(() -> RecordingListener.count("K-means camera") == 1);
		RecordingListener.pause(30);
		final long begin = System.nanoTime();
		camera.stop();
		starting.join(1000);
		assertTrue(System.nanoTime() - begin < 400_000_000L);
		RecordingListener.await(plugged::isFree);
		assertEquals(1, plugged.openings());
	}

	@Test
	void manyStartsAndStops() throws IOException {
		for (int i = 0; i < 20; i++)
			started("", "320x240").stop();
	}

	@Test
	void whileOneIsUsedTheListIsKnownAndNoOtherStarts() throws IOException {
		final Camera camera = started("", "320x240");
		assertEquals(3, Camera.names(cameras).size());
		assertMessage("another live view uses a camera: close it and try again",
			() -> started("Microscope", ""));
		camera.stop();
	}

	@Test
	void aStallIsTroubleAndTheCameraIsOpenedAnew() throws IOException {
		final Camera camera = started("", "320x240");
		listener.awaitTroubles(1);
		RecordingListener.await(() -> plugged.openings() > 2);
		// one that comes between two openings is lost
		RecordingListener.await(() -> {
			plugged.give(7);
			return listener.troubles().size() > 1;
		});
		assertEquals(Arrays.asList("Eye: no frames come, trying again", ""),
			listener.troubles().subList(0, 2));
		camera.stop();
	}

	@Test
	void anUnpluggedCameraEnds() throws IOException {
		final Camera camera = started("Microscope", "320x240");
		plugged.give(1);
		listener.awaitArrivals(1);
		plugged.unplug("Microscope");
		listener.awaitEnd();
		assertEquals(Arrays.asList("the camera Microscope was unplugged"), listener.ends());
		camera.stop();
	}

	@Test
	void aCameraThatFailsEnds() throws IOException {
		final Camera camera = started("", "320x240");
		plugged.fail();
		listener.awaitEnd();
		assertEquals(Arrays.asList("the cable was cut"), listener.ends());
		camera.stop();
	}

	@Test
	void aBusyCameraIsTold() {
		plugged.setBusy(true);
		assertMessage("the camera Eye cannot be opened at 640x480: "
			+ "close other programs that use it and try again", () -> started("", ""));
		assertEquals(Collections.emptyList(), listener.ends());
	}

	@Test
	void anUnknownCameraIsTold() {
		assertMessage("camera = Nose: takes Eye, Microscope, Eye (2)",
			() -> Camera.open(cameras, "Nose", "", STALL));
	}

	@Test
	void anUnknownResolutionIsTold() {
		assertMessage("resolution = 1x1: takes 3840x2160, 640x480, 320x240",
			() -> Camera.open(cameras, "", "1x1", STALL));
	}

	private Camera started(final String name, final String resolution) throws IOException {
		final Camera camera = Camera.open(cameras, name, resolution, STALL);
		camera.start(listener);
		return camera;
	}

	private void assertShown(final Camera camera, final int width, final int height, final int rgb) {
		final int[] expected = new int[width * height];
		Arrays.fill(expected, rgb);
		RecordingListener.await(() -> camera.read(frame));
		assertEquals(width, frame.channels()[0].getWidth());
		assertTrue(Arrays.equals(expected, (int[]) frame.channels()[0].getPixels()));
	}

	private static void assertMessage(final String message, final Executable action) {
		assertEquals(message, assertThrows(IOException.class, action).getMessage());
	}
}
