package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.camera.MjpegServer.jpeg;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.live.Frame;

/** What goes wrong after pictures came, and that they come again. */
class NetworkTroubleTest {

	private static final String LOST = ": connection lost, trying again";
	private static final Color ONE = new Color(200, 40, 90);
	private static final Color OTHER = new Color(10, 130, 220);

	private MjpegServer server;
	private NetworkCamera camera;
	private final RecordingListener listener = new RecordingListener();
	private final Frame frame = new Frame();

	@BeforeEach
	void start() throws IOException {
		server = new MjpegServer();
		server.send(jpeg(64, 48, ONE));
		start(NetworkCameraTest.SHORT);
	}

	private void start(final Timeouts timeouts) throws IOException {
		final int before = listener.arrivals();
		camera = new NetworkCamera(server.address("me:topsecret"), timeouts);
		camera.start(listener);
		listener.awaitArrivals(before + 1);
	}

	@AfterEach
	void close() throws IOException {
		camera.stop();
		server.close();
		for (final String message : listener.troubles())
			assertFalse(message.contains("topsecret"), message);
		assertEquals(Collections.emptyList(), listener.ends());
	}

	@Test
	void aBrokenConnectionIsMadeAgain() throws IOException {
		server.refuse(true);
		server.breakOff();
		listener.awaitTroubles(1);
		RecordingListener.await(() -> server.requests() > 3);
		server.refuse(false);
		comesAgain(LOST);
	}

	/** A start, half of a picture's data, and an end. */
	static byte[] undecodable() throws IOException {
		final BufferedImage noise = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
		noise.setRGB(0, 0, 64, 48, new Random(1).ints(64 * 48).toArray(), 0, 64);
		final byte[] whole = jpeg(noise);
		final byte[] half = Arrays.copyOf(whole, whole.length / 2);
		half[half.length - 2] = (byte) 0xff;
		half[half.length - 1] = (byte) 0xd9;
		return half;
	}

	@Test
	void picturesThatCanNotBeDecodedAreTold() throws IOException {
		for (int n = 1; listener.troubles().isEmpty(); n++) {
			assertTrue(n < 100);
			final int before = listener.arrivals();
			server.send(undecodable());
			listener.awaitArrivals(before + 1);
			assertFalse(camera.read(frame));
		}
		for (int n = 0; n < 2; n++) {
			final int before = listener.arrivals();
			server.send(jpeg(64, 48, ONE));
			listener.awaitArrivals(before + 1);
			assertEquals(n == 0, camera.read(frame));
		}
		assertEquals(Arrays.asList(server.address() + ": the pictures cannot be decoded", ""),
			listener.troubles());
	}

	/** Bytes come without end, but nothing that is a whole picture. */
	@Test
	void noWholePicturesAreTold() throws Exception {
		camera.stop();
		start(new Timeouts(5000, 100, 20, 50));
		final byte[] cut = Arrays.copyOf(undecodable(), 200);
		for (int n = 0; listener.troubles().isEmpty(); n++) {
			assertTrue(n < 1000);
			server.sendRaw(cut);
			Thread.sleep(10);
		}
		assertEquals(server.address() + ": no whole picture comes, trying again",
			listener.troubles().get(0));
	}

	@Test
	void aStallIsABreak() throws IOException {
		camera.stop();
		start(new Timeouts(5000, 200, 20, 50));
		comesAgain(LOST);
	}

	@Test
	void aPageInsteadIsTold() throws IOException {
		server.page("200 OK", "Content-Type: text/html; charset=UTF-8\r\n");
		server.breakOff();
		listener.awaitTroubles(2);
		server.page(null, null);
		comesAgain(LOST, ": the server sent text/html, trying again");
	}

	@Test
	void anotherPasswordIsTold() throws IOException {
		server.guard(MjpegGuard.basic("me:changed"));
		server.breakOff();
		listener.awaitTroubles(2);
		server.guard(MjpegGuard.NONE);
		comesAgain(LOST, ": the server refused the user or the password, trying again");
	}

	private void comesAgain(final String... troubles) {
		listener.awaitTroubles(troubles.length + 1);
		assertEquals(Stream
			.concat(Arrays.stream(troubles).map(trouble -> server.address() + trouble), Stream.of(""))
			.collect(Collectors.toList()), listener.troubles().subList(0, troubles.length + 1));
		listener.awaitArrivals(2);
		assertTrue(camera.read(frame));
		NetworkCameraTest.assertColor(frame, 64, 48, ONE);
	}

	@Test
	void aCutPictureIsLeftOut() throws IOException {
		final byte[] whole = jpeg(64, 48, ONE);
		// in its head, in its pixels, and all but the last marker
		for (final int length : new int[] { 100, whole.length - 20, whole.length - 2 })
			server.send(Arrays.copyOf(whole, length));
		// bytes of a head that miss may be taken from what follows
		for (int i = 0; i < 3; i++)
			server.send(jpeg(64, 48, OTHER));
		listener.awaitArrivals(3);
		assertTrue(camera.read(frame));
		NetworkCameraTest.assertColor(frame, 64, 48, OTHER);
		assertEquals(Collections.emptyList(), listener.troubles());
	}

	@Test
	void aPictureWithBrokenPixelsLeavesTheFrameAlone() throws IOException {
		assertTrue(camera.read(frame));
		final byte[] whole = jpeg(640, 480, OTHER);
		final byte[] half = Arrays.copyOf(whole, whole.length / 2);
		half[half.length - 2] = (byte) 0xff;
		half[half.length - 1] = (byte) 0xd9;
		server.send(half);
		listener.awaitArrivals(2);
		assertFalse(camera.read(frame));
		NetworkCameraTest.assertColor(frame, 64, 48, ONE);
		server.send(whole);
		listener.awaitArrivals(3);
		assertTrue(camera.read(frame));
		NetworkCameraTest.assertColor(frame, 640, 480, OTHER);
	}

	@Test
	void rubbishIsSkipped() throws IOException {
		final byte[] rubbish = new byte[200_000];
		new Random(1).nextBytes(rubbish);
		server.sendRaw(rubbish);
		server.sendRaw(
			"Content-Length: 99999999999\r\n\r\n\u00ff\u00d8".getBytes(StandardCharsets.ISO_8859_1));
		for (int i = 0; i < 3; i++)
			server.send(jpeg(64, 48, OTHER));
		RecordingListener
			.await(() -> camera.read(frame) && ((int[]) frame.channels()[0].getPixels())[0] >> 16 < 20);
		NetworkCameraTest.assertColor(frame, 64, 48, OTHER);
	}

	@Test
	void itStopsAtOnceWhileStalled() {
		stopsAtOnce();
	}

	@Test
	void itStopsAtOnceWhileAChunkIsAwaited() throws IOException {
		camera.stop();
		try (MjpegServer chunked = new MjpegServer(MjpegServer.Style.CHUNKED)) {
			chunked.send(jpeg(64, 48, ONE));
			camera = new NetworkCamera(chunked.address(), NetworkCameraTest.SHORT);
			camera.start(listener);
			stopsAtOnce();
		}
	}

	@Test
	void itStopsAtOnceWhileItConnects() throws IOException {
		camera.stop();
		try (FullServer full = new FullServer()) {
			camera = new NetworkCamera(full.address(), NetworkCameraTest.SHORT);
			final CompletableFuture<Void> start = CompletableFuture.runAsync(this::startAgain);
			RecordingListener.pause(200);
			assertFalse(start.isDone());
			stopsAtOnce();
			start.join();
		}
	}

	private void startAgain() {
		try {
			camera.start(listener);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void itStopsAtOnceWhileItTriesAgain() throws IOException {
		server.refuse(true);
		server.breakOff();
		listener.awaitTroubles(1);
		stopsAtOnce();
	}

	private void stopsAtOnce() {
		final long begin = System.nanoTime();
		camera.stop();
		RecordingListener.await(() -> RecordingListener.count("K-means network camera") == 0);
		assertTrue(System.nanoTime() - begin < 1_000_000_000L);
	}

	@Test
	void itStopsWhileItStarts() throws Exception {
		try (MjpegServer silent = new MjpegServer()) {
			final NetworkCamera slow = new NetworkCamera(silent.address(), NetworkCameraTest.SHORT);
			final CountDownLatch returned = new CountDownLatch(1);
			new Thread(() -> {
				try {
					slow.start(listener);
					returned.countDown();
				}
				catch (final IOException e) {
					throw new AssertionError(e);
				}
			}).start();
			RecordingListener.await(() -> silent.connections() == 1);
			slow.stop();
			assertTrue(returned.await(1000, TimeUnit.MILLISECONDS));
		}
	}
}
