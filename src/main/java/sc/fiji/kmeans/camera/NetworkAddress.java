package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a stream is, and who is let in. */
final class NetworkAddress {

	private static final Pattern PARTS = Pattern
		.compile("(?i)(https?://)(?:([^/?#]*)@)?([^/?#@]+[^#]*)(?:#.*)?");
	private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x1f\\x7f]");
	private static final String TAKES = ": takes the address of an MJPEG stream as http://camera:8080/video"
		+ " or http://user:password@camera:8080/video"
		+ " (in the password, %40 for @, %2F for /, %3F for ? and %23 for #)";

	private final URL url;
	/** Null for whoever asks. */
	private final Login login;

	private NetworkAddress(final URL url, final Login login) {
		this.url = url;
		this.login = login;
	}

	/**
	 * @param text as {@code http://user:password@host:port/path}; what is not a
	 *          letter or a digit in the user and the password, in percent encoding
	 * @throws IOException if it is none, with a message without the password
	 */
	static NetworkAddress of(final String text) throws IOException {
		final Matcher parts = PARTS.matcher(text.trim());
		if (UNPRINTABLE.matcher(text.trim()).find() || !parts.matches()) throw refused(text);
		// Somebody who forgot to encode a password; nobody may see it as a path.
		if (parts.group(2) == null && parts.group(3).contains("@")) throw refused(text);
		try {
			return new NetworkAddress(url(parts), login(parts.group(2)));
		}
		catch (final MalformedURLException e) {
			throw refused(text);
		}
	}

	private static URL url(final Matcher parts) throws MalformedURLException {
		final URL url = new URL(parts.group(1) + parts.group(3).replaceAll("(?U)\\s", "%20"));
		if (url.getHost().isEmpty() || url.getPort() > 0xffff) throw new MalformedURLException();
		return url;
	}

	private static Login login(final String text) {
		if (text == null || text.isEmpty()) return null;
		final int colon = text.indexOf(':');
		return colon < 0
			? new Login(decoded(text), "")
			: new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
	}

	/** As it stands if it is no percent encoding. */
	private static String decoded(final String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), "UTF-8");
		}
		catch (UnsupportedEncodingException | IllegalArgumentException e) {
			return text;
		}
	}

	/** Names the text without what may be a password. */
	private static IOException refused(final String text) {
		final String shown = text.trim()
			.replaceFirst("(?s)^((?i)[a-z]*://)?.*@", "$1")
			.replaceFirst("(?s)[?#].*", "");
		return new IOException(UNPRINTABLE.matcher(shown).replaceAll(" ") + TAKES);
	}

	/**
	 * The password goes with it to the same host alone, and never from https to http.
	 *
	 * @throws StreamException if the location is no such address
	 */
	NetworkAddress movedTo(final String location) throws StreamException {
		try {
			final NetworkAddress moved = of(new URL(url, location).toString());
			final boolean trusted = moved.host().equalsIgnoreCase(host())
				&& (moved.isSecure() || !isSecure());
			return trusted ? new NetworkAddress(moved.url, login) : moved;
		}
		catch (final IOException e) {
			throw new StreamException("the server sent on to what is no such address");
		}
	}

	/** Without user, password and query: that may hold a password, too. */
	String shown() {
		return url.getProtocol() + "://" + hostAndPort() + url.getPath();
	}

	String hostAndPort() {
		return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
	}

	String host() {
		return url.getHost().replaceAll("[\\[\\]]", "");
	}

	int port() {
		return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
	}

	boolean isSecure() {
		return url.getProtocol().equalsIgnoreCase("https");
	}

	/** What the server is asked for. */
	String file() {
		return url.getFile().startsWith("/") ? url.getFile() : "/" + url.getFile();
	}

	/** Null if there is none. */
	Login login() {
		return login;
	}
}
