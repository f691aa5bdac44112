package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.http.Header;
import org.apache.http.HttpResponse;

/** Asks a server for its pictures. */
final class MjpegRequest {

	/** Servers that send nothing but JPEGs have many names for that, or none. */
	private static final Pattern PICTURES = Pattern
		.compile("|multipart/.*|image/p?jpe?g|video/.*jpe?g|application/octet-stream");
	private static final int MOST_MOVES = 5;
	private static final int UNAUTHORIZED = 401;

	private final HttpConnection connection;

	MjpegRequest(final HttpConnection connection) {
		this.connection = connection;
	}

	/**
	 * @return a stream of JPEG pictures, with or without something between them, which
	 *         ends with the connection
	 * @throws StreamException if something else comes
	 */
	InputStream open(final NetworkAddress address) throws IOException {
		NetworkAddress at = address;
		HttpResponse answer = loggedIn(at);
		for (int i = 0; i < MOST_MOVES && isMoved(answer); i++) {
			at = at.movedTo(header(answer, "Location"));
			answer = loggedIn(at);
		}
		return pictures(answer, at);
	}

	private static boolean isMoved(final HttpResponse answer) {
		return status(answer) / 100 == 3 && !header(answer, "Location").isEmpty();
	}

	/** The password is sent at once: most cameras know nothing else. */
	private HttpResponse loggedIn(final NetworkAddress at) throws IOException {
		final Login login = at.login();
		final HttpResponse answer = connection.get(at, login == null ? null : login.basic());
		if (login == null || status(answer) != UNAUTHORIZED) return answer;
		final String digest = Digest.header(answer.getHeaders("WWW-Authenticate"), login, at.file());
		return digest == null ? answer : connection.get(at, digest);
	}

	private static InputStream pictures(final HttpResponse answer, final NetworkAddress at)
		throws IOException
	{
		if (status(answer) == UNAUTHORIZED)
			throw new StreamException(at.login() == null
				? "the server asks for a user and a password, as in http://user:password@camera"
				: "the server refused the user or the password");
		if (status(answer) != 200)
			throw new StreamException("the server answered " + statusText(answer));
		final String type = type(answer);
		if (!PICTURES.matcher(type).matches()) throw new StreamException("the server sent " + type);
		if (type.startsWith("image/") && answer.containsHeader("Content-Length"))
			throw new StreamException("the server sent a single picture");
		return answer.getEntity().getContent();
	}

	private static int status(final HttpResponse answer) {
		return answer.getStatusLine().getStatusCode();
	}

	/** The status as in "404 Not Found". */
	private static String statusText(final HttpResponse answer) {
		return (status(answer) + " " + printable(answer.getStatusLine().getReasonPhrase())).trim();
	}

	/** As in "text/html"; empty if the server does not tell. */
	private static String type(final HttpResponse answer) {
		return printable(header(answer, "Content-Type").split(";", 2)[0]).toLowerCase(Locale.ROOT);
	}

	/** The first of that name; empty if there is none. */
	private static String header(final HttpResponse answer, final String name) {
		final Header header = answer.getFirstHeader(name);
		return header == null ? "" : header.getValue();
	}

	/** Of what a server sent, what fits into a sentence. */
	private static String printable(final String text) {
		final String plain = text.replaceAll("[^ -~]", "").trim();
		return plain.substring(0, Math.min(plain.length(), 60));
	}
}
