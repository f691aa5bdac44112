package sc.fiji.kmeans.camera;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password. */
final class Login {

	final String user;
	final String password;

	Login(final String user, final String password) {
		this.user = user;
		this.password = password;
	}

	/** The header of RFC 7617. */
	String basic() {
		return "Basic " + Base64.getEncoder()
			.encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}
}
