package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.camera.MjpegServer.jpeg;

import java.awt.Color;
import java.io.IOException;
import java.util.Collections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of which no pictures come, and passwords. */
class NetworkRefusalTest {

	private static final Timeouts SHORT = new Timeouts(1000, 300, 20, 50);
	private static final String LOGIN = "me:p%40ss%2fw+%C3%B6rd";

	private MjpegServer server;
	private final RecordingListener listener = new RecordingListener();

	@BeforeEach
	void serve() throws IOException {
		server = new MjpegServer();
		server.send(jpeg(64, 48, Color.BLUE));
	}

	@AfterEach
	void close() throws IOException {
		server.close();
		RecordingListener.await(
			() -> RecordingListener.count("K-means network camera") == 0 && server.connections() == 0);
		assertEquals(Collections.emptyList(), listener.troubles());
		assertEquals(Collections.emptyList(), listener.ends());
	}

	@Test
	void aPage() {
		server.page("200 OK", "Content-Type: text/html; charset=UTF-8\r\n");
		assertRefused("the server sent text/html");
	}

	@Test
	void aStatus() {
		server.page("404 Not Found", "Content-Type: text/html\r\n");
		assertRefused("the server answered 404 Not Found");
	}

	@Test
	void aSinglePicture() {
		server.page("200 OK", "Content-Type: image/jpeg\r\nContent-Length: 13\r\n");
		assertRefused("the server sent a single picture");
	}

	@Test
	void noPictures() {
		server.page("200 OK", "Content-Type: multipart/x-mixed-replace; boundary=cut\r\n");
		assertRefused("the connection ended before a picture came");
	}

	@ParameterizedTest
	@ValueSource(strings = { "220 FTP server ready\r\n", "<html></html>\n\n", "HTTP/1.1 OK\r\n\r\n" })
	void noHttp(final String answer) {
		server.answer(answer);
		assertRefused("the server sent something else than HTTP");
	}

	@Test
	void aHeadWithoutEnd() {
		for (final String part : new String[] { "x", "X: y\r\n" }) {
			server.answer("HTTP/1.1 200 OK\r\n" + String.join("", Collections.nCopies(100_000, part)));
			assertRefused("the server sent something else than HTTP");
		}
	}

	@Test
	void noAnswer() {
		server.refuse(true);
		assertRefused("the connection ended before a picture came");
	}

	@Test
	void silence() throws IOException {
		try (MjpegServer silent = new MjpegServer()) {
			assertRefused(silent.address(), silent.address(), "no whole picture came within 1 seconds");
		}
	}

	@Test
	void aConnectionThatNobodyAccepts() throws IOException {
		try (FullServer full = new FullServer()) {
			assertRefused(full.address(), full.address(), "no whole picture came within 1 seconds");
		}
	}

	/** From its beginning to its end mark there is something, but no picture. */
	@Test
	void picturesThatNobodyCanDecode() throws IOException {
		server.page(null, "");
		server.send(NetworkTroubleTest.undecodable());
		assertRefused(server.address(), server.address(), "no whole picture came within 1 seconds");
	}

	@Test
	void aRefusedConnection() throws IOException {
		server.close();
		assertRefused("the connection was refused");
	}

	@Test
	void anUnknownHost() {
		assertRefused("http://me:pw@no-such-host.invalid/video", "http://no-such-host.invalid/video",
			"there is no host of that name");
		assertRefused("http://no such\u2003host.invalid/", "http://no%20such%20host.invalid/",
			"there is no host of that name");
	}

	@Test
	void encryptionThatTheServerDoesNotKnow() {
		final String address = server.address().replace("http:", "https:");
		assertRefused(address, address, "the server has no https that is trusted");
	}

	@Test
	void moving() throws IOException {
		try (MjpegServer old = new MjpegServer()) {
			old.page("302 Found", "Location: " + server.address() + "\r\n");
			server.guard(MjpegGuard.basic("me:pw"));
			assertStarts(old.address("me:pw"));
			old.page("302 Found", "Location: /video\r\n");
			assertRefused(old.address(), old.address(), "the server answered 302 Found");
			old.page("302 Found", "Location: rtsp://127.0.0.1/\r\n");
			assertRefused(old.address(), old.address(), "the server sent on to what is no such address");
		}
	}

	/** Another name is another host, though it is the same computer. */
	@Test
	void noPasswordForAnotherHost() throws IOException {
		try (MjpegServer old = new MjpegServer()) {
			old.page("302 Found",
				"Location: " + server.address().replace("127.0.0.1", "localhost") + "\r\n");
			assertStarts(old.address("me:pw"));
			assertEquals("", server.authorization());
			server.guard(MjpegGuard.digest("auth", "me:pw"));
			assertRefused(old.address("me:pw"), old.address(),
				"the server asks for a user and a password, as in http://user:password@camera");
			assertEquals("", server.authorization());
		}
	}

	@Test
	void basic() throws IOException {
		server.guard(MjpegGuard.basic("me:p@ss/w+\u00f6rd"));
		assertStarts(server.address(LOGIN));
		assertEquals(1, server.requests());
		assertPasswordIsTold();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "auth", "auth-int,auth" })
	void digest(final String qop) throws IOException {
		server.guard(MjpegGuard.digest(qop, "me:p@ss/w+\u00f6rd"));
		assertStarts(server.address(LOGIN));
		assertEquals(2, server.requests());
		assertPasswordIsTold();
	}

	@Test
	void digestAmongOthersInOneHeader() throws IOException {
		server.guard(MjpegGuard.digest("auth", "me:p@ss/w+\u00f6rd", ", "));
		assertStarts(server.address(LOGIN));
	}

	private void assertPasswordIsTold() {
		assertRefused(server.address("me:topsecret"), server.address(),
			"the server refused the user or the password");
		assertRefused("the server asks for a user and a password, as in http://user:password@camera");
	}

	private void assertStarts(final String address) throws IOException {
		final NetworkCamera camera = new NetworkCamera(address, SHORT);
		camera.start(listener);
		camera.stop();
	}

	private void assertRefused(final String what) {
		assertRefused(server.address(), server.address(), what);
	}

	private void assertRefused(final String address, final String shown, final String what) {
		final String message = assertThrows(IOException.class,
			() -> new NetworkCamera(address, SHORT).start(listener)).getMessage();
		assertEquals(shown + ": takes the address of an MJPEG stream, but " + what, message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "camera", "rtsp://me:topsecret@camera/a", "me:topsecret@camera",
		"http://", "http://me:topsecret@", "http:///a", "http://me:topsecret@camera:abc/",
		"http://me:topsecret@camera:70000/", "http://me:tops/topsecret@camera/",
		"http://me:12/topsecret@camera", "http://me:t?topsecret@camera", "http://me:t#topsecret@camera",
		"http://me:topsecret@camera/a\r\nX: y", "http://me:@topsecret@:x/" })
	void whatIsNoAddress(final String address) {
		final String message = assertThrows(IOException.class, () -> new NetworkCamera(address))
			.getMessage();
		assertTrue(message.contains(": takes the address of an MJPEG stream as http://"), message);
		assertFalse(message.contains("topsecret"), message);
		assertFalse(message.contains("\n"), message);
	}
}
