package sc.fiji.kmeans.camera;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A user and a password, and how a server is told them. */
final class Login {

	private final String user;
	private final String password;

	Login(final String user, final String password) {
		this.user = user;
		this.password = password;
	}

	/** The header of RFC 7617. */
	String basic() {
		return "Basic " + Base64.getEncoder()
			.encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The header of RFC 7616.
	 *
	 * @param challenges what the server asks for
	 * @param path what is to be got
	 * @return null if the server does not ask for it
	 */
	String digest(final List<String> challenges, final String path) {
		final Digest digest = Digest.of(challenges);
		return digest == null ? null : digest.header(user, password, path);
	}
}
