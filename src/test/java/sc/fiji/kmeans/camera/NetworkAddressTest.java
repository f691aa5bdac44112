package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are taken apart, and no message has the password. */
class NetworkAddressTest {

	@ParameterizedTest
	@CsvSource({ "http://cam/video,cam,80,/video", "https://cam,cam,443,/",
		"http://10.0.0.7:8080/a?b=c,10.0.0.7,8080,/a?b=c", "HTTP://Cam/,Cam,80,/",
		"http://cam?x=1,cam,80,/?x=1", "http://cam/a#part,cam,80,/a",
		"http://[fe80::1]:81/v,fe80::1,81,/v", "'  http://cam/two words ',cam,80,/two%20words" })
	void parts(final String text, final String host, final int port, final String file)
		throws IOException
	{
		final NetworkAddress address = NetworkAddress.of(text);
		assertEquals(host, address.host());
		assertEquals(port, address.port());
		assertEquals(file, address.file());
		assertNull(address.login());
	}

	/** Whatever the user and the password are, encoded they come through. */
	@Property(tries = 200)
	void aLoginIsDecoded(@ForAll final String user, @ForAll final String password)
		throws IOException
	{
		if (user.isEmpty() && password.isEmpty()) return;
		final Login login = NetworkAddress
			.of("http://" + encoded(user) + ":" + encoded(password) + "@cam/video")
			.login();
		assertEquals(replaced(user), login.user);
		assertEquals(replaced(password), login.password);
	}

	private static String encoded(final String text) throws UnsupportedEncodingException {
		return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
	}

	/** UTF-8 has no halves of pairs. */
	private static String replaced(final String text) throws UnsupportedEncodingException {
		return new String(text.getBytes("UTF-8"), "UTF-8");
	}

	@ParameterizedTest
	@CsvSource({ "u@cam,u,''", "u:@cam,u,''", ":p@cam,'',p", "u:p:q@cam,u,p:q", "u:a+b@cam,u,a+b",
		"u:100%@cam,u,100%", "u:a@b@cam,u,a@b", "u:%C3%A9@cam,u,\u00e9" })
	void loginsByHand(final String text, final String user, final String password)
		throws IOException
	{
		final Login login = NetworkAddress.of("http://" + text).login();
		assertEquals(user, login.user);
		assertEquals(password, login.password);
	}

	@Test
	void itIsShownWithoutSecrets() throws IOException {
		assertEquals("http://cam:81/video",
			NetworkAddress.of("http://user:secret@cam:81/video?pwd=secret#secret").shown());
		assertEquals("https://cam", NetworkAddress.of("https://user@cam").shown());
	}

	@ParameterizedTest
	@ValueSource(strings = { "user:secret@cam", "ftp://user:secret@cam", "http://user:se/cret@cam",
		"http://user:se#cret@cam", "http://user:secret@", "http://user:secret@cam:99999/",
		"http://user:secret@cam/a\u0007b", "http://cam:x/?pwd=secret", "http://user:se?cret@cam" })
	void noRefusalHasThePassword(final String text) {
		final String message = assertThrows(IOException.class, () -> NetworkAddress.of(text))
			.getMessage();
		assertFalse(message.replaceFirst(": takes the address.*", "").contains("cret"), message);
		assertTrue(message.contains(": takes the address of an MJPEG stream"), message);
	}

	/** The password goes to the same host, and not from https to http. */
	@ParameterizedTest
	@CsvSource({ "http://u:p@cam/a,/b,http://cam/b,true", "http://u:p@cam/a/x,y,http://cam/a/y,true",
		"http://u:p@cam/a,http://CAM:81/b,http://CAM:81/b,true",
		"http://u:p@cam/a,https://cam/b,https://cam/b,true",
		"https://u:p@cam/a,http://cam/b,http://cam/b,false",
		"http://u:p@cam/a,http://other/b,http://other/b,false",
		"http://u:p@cam/a,//other/b,http://other/b,false" })
	void moving(final String from, final String to, final String shown, final boolean keepsLogin)
		throws IOException
	{
		final NetworkAddress moved = NetworkAddress.of(from).movedTo(to);
		assertEquals(shown, moved.shown());
		assertEquals(keepsLogin, moved.login() != null);
	}

	@Test
	void whoMovesElsewhereMayHaveALoginThere() throws IOException {
		assertEquals("v", NetworkAddress.of("http://u:p@cam").movedTo("http://v:q@other").login().user);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://cam/b", "mailto:a", "http://", "http://cam:x/" })
	void movingToNoAddressIsRefused(final String to) {
		assertThrows(StreamException.class, () -> NetworkAddress.of("http://u:p@cam/a").movedTo(to));
	}

	/** The example of RFC 7617. */
	@Test
	void aBasicHeader() {
		assertEquals("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", new Login("Aladdin", "open sesame").basic());
	}
}
