package sc.fiji.kmeans.camera;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.http.Header;
import org.apache.http.HttpException;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.auth.DigestScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;

/** A server's question for proof of a password, by RFC 7616 or RFC 2617, with MD5. */
final class Digest {

	private static final Pattern BEGIN = Pattern.compile("(?i)\\bdigest\\s");

	private Digest() {}

	/**
	 * The header that proves it.
	 *
	 * @param challenges what the server asks for
	 * @param path what is to be got
	 * @return null if the server does not ask for this
	 */
	static String header(final Header[] challenges, final Login login, final String path) {
		return Arrays.stream(challenges)
			.map(challenge -> header(challenge, login, path))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static String header(final Header challenge, final Login login, final String path) {
		final DigestScheme scheme = new DigestScheme(StandardCharsets.UTF_8);
		final Matcher begin = BEGIN.matcher(challenge.getValue());
		if (!begin.find()) return null;
		try {
			scheme.processChallenge(
				new BasicHeader(challenge.getName(), challenge.getValue().substring(begin.start())));
			final String algorithm = scheme.getParameter("algorithm");
			return algorithm == null || algorithm.equalsIgnoreCase("MD5")
				? scheme
					.authenticate(new UsernamePasswordCredentials(login.user, login.password),
						new BasicHttpRequest("GET", path), null)
					.getValue()
				: null;
		}
		catch (final HttpException e) {
			return null;
		}
	}
}
