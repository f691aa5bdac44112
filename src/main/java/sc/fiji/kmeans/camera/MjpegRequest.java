package sc.fiji.kmeans.camera;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks a server for its pictures. */
final class MjpegRequest {

	/** Servers that send nothing but JPEGs have many names for that, or none. */
	private static final Pattern PICTURES = Pattern
		.compile("|multipart/.*|image/p?jpe?g|video/.*jpe?g|application/octet-stream");
	private static final int MOST_MOVES = 5;
	private static final int UNAUTHORIZED = 401;

	private final Connection connection;
	/** In milliseconds. */
	private final int patience;

	MjpegRequest(final Connection connection, final int patience) {
		this.connection = connection;
		this.patience = patience;
	}

	/**
	 * @return a stream of JPEG pictures, with or without something between them
	 * @throws StreamException if something else comes
	 */
	InputStream open(final NetworkAddress address) throws IOException {
		NetworkAddress at = address;
		HttpAnswer answer = loggedIn(at);
		for (int i = 0; i < MOST_MOVES && isMoved(answer); i++) {
			at = at.movedTo(answer.header("location"));
			answer = loggedIn(at);
		}
		return pictures(answer, at);
	}

	private static boolean isMoved(final HttpAnswer answer) {
		return answer.status() / 100 == 3 && !answer.header("location").isEmpty();
	}

	/** The password is sent at once: most cameras know nothing else. */
	private HttpAnswer loggedIn(final NetworkAddress at) throws IOException {
		final Login login = at.login();
		final HttpAnswer answer = ask(at, login == null ? null : login.basic());
		if (login == null || answer.status() != UNAUTHORIZED) return answer;
		final String digest = login.digest(answer.headers("www-authenticate"), at.file());
		return digest == null ? answer : ask(at, digest);
	}

	/** @param authorization null for none */
	private HttpAnswer ask(final NetworkAddress at, final String authorization) throws IOException {
		final Socket socket = connection.open(at, patience);
		socket.getOutputStream().write(request(at, authorization).getBytes(StandardCharsets.UTF_8));
		socket.getOutputStream().flush();
		return new HttpAnswer(new BufferedInputStream(socket.getInputStream()));
	}

	private static String request(final NetworkAddress at, final String authorization) {
		return "GET " + at.file() + " HTTP/1.1\r\n" + //
			"Host: " + at.hostAndPort() + "\r\n" + //
			"User-Agent: ImageJ\r\n" + //
			"Accept: multipart/x-mixed-replace, image/jpeg, */*\r\n" + //
			"Connection: close\r\n"
			+ (authorization == null ? "" : "Authorization: " + authorization + "\r\n") + "\r\n";
	}

	private static InputStream pictures(final HttpAnswer answer, final NetworkAddress at)
		throws StreamException
	{
		if (answer.status() == UNAUTHORIZED)
			throw new StreamException(at.login() == null
				? "the server asks for a user and a password, as in http://user:password@camera"
				: "the server refused the user or the password");
		if (answer.status() != 200)
			throw new StreamException("the server answered " + answer.statusText());
		if (!PICTURES.matcher(answer.type()).matches())
			throw new StreamException("the server sent " + answer.type());
		if (answer.type().startsWith("image/") && answer.hasLength())
			throw new StreamException("the server sent a single picture");
		return answer.body();
	}
}
