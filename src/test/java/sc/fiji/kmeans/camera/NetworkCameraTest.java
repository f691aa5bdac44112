package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.camera.MjpegServer.jpeg;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.camera.MjpegServer.Style;
import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;

/** A network camera whose server does what it should. */
class NetworkCameraTest {

	/** No stall on a busy computer, but no long pauses. */
	static final Timeouts SHORT = new Timeouts(5000, 5000, 20, 50);
	private static final Color ONE = new Color(200, 40, 90);
	private static final Color OTHER = new Color(10, 130, 220);

	private MjpegServer server;
	private final RecordingListener listener = new RecordingListener();
	private final Frame frame = new Frame();

	@BeforeEach
	void serve() throws IOException {
		server = new MjpegServer();
	}

	@AfterEach
	void close() throws IOException {
		server.close();
	}

	@ParameterizedTest
	@EnumSource(Style.class)
	void picturesOfEveryStyleArrive(final Style style) throws IOException {
		try (MjpegServer styled = new MjpegServer(style)) {
			styled.send(jpeg(64, 48, ONE));
			final NetworkCamera camera = new NetworkCamera(styled.address(), SHORT);
			camera.start(listener);
			listener.awaitArrivals(1);
			assertShown(camera, 64, 48, ONE);
			styled.send(jpeg(32, 16, OTHER));
			listener.awaitArrivals(2);
			assertShown(camera, 32, 16, OTHER);
			camera.stop();
			assertEquals(Collections.emptyList(), listener.troubles());
		}
	}

	@Test
	void theNewestWinsAndTheOthersAreMissed() throws IOException {
		server.send(jpeg(64, 48, ONE));
		final NetworkCamera camera = started();
		for (int i = 0; i < 20; i++)
			server.send(jpeg(64, 48, ONE));
		server.send(jpeg(64, 48, OTHER));
		listener.awaitArrivals(22);
		assertEquals(22, listener.arrivals());
		assertShown(camera, 64, 48, OTHER);
		assertFalse(camera.read(frame));
		camera.stop();
	}

	@Test
	void framesOfOneSizeUseTheSameArray() throws IOException {
		server.send(jpeg(64, 48, ONE));
		final NetworkCamera camera = started();
		assertShown(camera, 64, 48, ONE);
		final Object pixels = frame.channels()[0].getPixels();
		server.send(jpeg(64, 48, OTHER));
		listener.awaitArrivals(2);
		assertShown(camera, 64, 48, OTHER);
		assertSame(pixels, frame.channels()[0].getPixels());
		camera.stop();
	}

	@Test
	void theSamePictureAgainIsNoOther() throws IOException {
		server.send(jpeg(64, 48, Color.BLACK));
		final NetworkCamera camera = started();
		assertShown(camera, 64, 48, Color.BLACK);
		server.send(jpeg(64, 48, Color.BLACK));
		listener.awaitArrivals(2);
		assertFalse(camera.read(frame));
		assertTrue(new JpegDecoder().decode(bytes(jpeg(64, 48, Color.BLACK)), new Frame()));
		camera.stop();
	}

	@Test
	void greyPicturesKeepTheirValues() throws IOException {
		final BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
		Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(),
			(byte) 100);
		server.send(jpeg(grey));
		final NetworkCamera camera = started();
		assertShown(camera, 16, 16, new Color(100, 100, 100));
		camera.stop();
	}

	@Test
	void itIsCalledByItsAddressWithoutSecrets() throws IOException {
		assertEquals("http://cam:81/a/b",
			new NetworkCamera("http://me:secret@cam:81/a/b?pwd=secret#x").name());
		assertEquals("https://[::1]/a", new NetworkCamera("https://[::1]/a").name());
	}

	@Test
	void imagesOfItAreCalledSo() throws IOException {
		server.send(jpeg(64, 48, ONE));
		final NetworkCamera camera = started();
		assertShown(camera, 64, 48, ONE);
		assertEquals(server.address(), camera.image(frame).getTitle());
		camera.stop();
	}

	@Test
	void itStartsOnce() throws IOException {
		server.send(jpeg(64, 48, ONE));
		final NetworkCamera camera = started();
		assertThrows(IllegalStateException.class, () -> camera.start(listener));
		camera.stop();
	}

	@Test
	void stoppedBeforeTheStartItDoesNothing() throws IOException {
		final NetworkCamera camera = new NetworkCamera(server.address(), SHORT);
		camera.stop();
		camera.stop();
		camera.start(listener);
		assertFalse(camera.read(frame));
		assertEquals(0, server.requests());
	}

	@Test
	void nothingIsHeardAfterTheStop() throws IOException {
		for (int i = 0; i < 20; i++) {
			server.send(jpeg(64, 48, ONE));
			final NetworkCamera camera = started();
			server.send(jpeg(64, 48, OTHER));
			camera.stop();
			final int heard = listener.arrivals();
			server.send(jpeg(64, 48, ONE));
			RecordingListener.pause(5);
			assertEquals(heard, listener.arrivals());
		}
		assertEquals(Collections.emptyList(), listener.troubles());
		assertEquals(Collections.emptyList(), listener.ends());
	}

	@Test
	void noThreadsAndSocketsStay() throws IOException {
		server.send(jpeg(64, 48, ONE));
		for (int i = 0; i < 20; i++) {
			final NetworkCamera camera = started();
			camera.stop();
			camera.stop();
		}
		RecordingListener.await(
			() -> RecordingListener.count("K-means network camera") == 0 && server.connections() == 0);
		assertEquals(20, server.requests());
	}

	/** As in a window whose lock the listener needs, too. */
	@Test
	void stoppingWithALockOfTheListenerDoesNotHang() throws IOException {
		final Object lock = new Object();
		server.send(jpeg(64, 48, ONE));
		final NetworkCamera camera = new NetworkCamera(server.address(), SHORT);
		camera.start(new Locking(lock));
		final long begin = System.nanoTime();
		synchronized (lock) {
			server.send(jpeg(64, 48, OTHER));
			RecordingListener.pause(50);
			camera.stop();
		}
		assertTrue(System.nanoTime() - begin < 1_000_000_000L);
	}

	private static final class Locking implements FrameSource.Listener {

		private final Object lock;

		Locking(final Object lock) {
			this.lock = lock;
		}

		@Override
		public void arrived() {
			synchronized (lock) {
				lock.notifyAll();
			}
		}

		@Override
		public void trouble(final String message) {}

		@Override
		public void ended(final String why) {}
	}

	private NetworkCamera started() throws IOException {
		final int before = listener.arrivals();
		final NetworkCamera camera = new NetworkCamera(server.address(), SHORT);
		camera.start(listener);
		listener.awaitArrivals(before + 1);
		return camera;
	}

	private void assertShown(final FrameSource camera, final int width, final int height,
		final Color color)
	{
		assertTrue(camera.read(frame));
		assertColor(frame, width, height, color);
	}

	/** JPEG is right to a few values. */
	static void assertColor(final Frame frame, final int width, final int height, final Color color) {
		assertEquals(width, frame.channels()[0].getWidth());
		assertEquals(height, frame.channels()[0].getHeight());
		for (final int pixel : (int[]) frame.channels()[0].getPixels()) {
			assertEquals(color.getRed(), pixel >>> 16, 3);
			assertEquals(color.getGreen(), pixel >> 8 & 0xff, 3);
			assertEquals(color.getBlue(), pixel & 0xff, 3);
		}
	}

	static Bytes bytes(final byte[] array) {
		final Bytes bytes = new Bytes();
		bytes.add(array, 0, array.length);
		return bytes;
	}
}
