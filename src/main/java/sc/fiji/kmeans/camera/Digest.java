package sc.fiji.kmeans.camera;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's question for proof of a password, by RFC 7616 or RFC 2617, with MD5;
 * each is answered once.
 */
final class Digest {

	private static final Pattern BEGIN = Pattern.compile("(?i)\\bdigest\\s");
	private static final Pattern PARAMETER = Pattern
		.compile("([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
	/** Of the answers to one question. */
	private static final String COUNT = "00000001";

	private final Map<String, String> asked;

	private Digest(final Map<String, String> asked) {
		this.asked = asked;
	}

	/** @return null if there is none among the questions */
	static Digest of(final List<String> challenges) {
		for (final String challenge : challenges) {
			final Matcher begin = BEGIN.matcher(challenge);
			if (!begin.find()) continue;
			final Map<String, String> asked = parameters(challenge.substring(begin.end()));
			if (asked.getOrDefault("algorithm", "MD5").equalsIgnoreCase("MD5")) return new Digest(asked);
		}
		return null;
	}

	private static Map<String, String> parameters(final String challenge) {
		final Map<String, String> parameters = new HashMap<>();
		final Matcher matcher = PARAMETER.matcher(challenge);
		while (matcher.find())
			parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT),
				matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
		return parameters;
	}

	/** The answer. */
	String header(final String user, final String password, final String path) {
		final String secret = md5(user + ":" + asked("realm") + ":" + password);
		final String request = md5("GET:" + path);
		final String escaped = user.replaceAll("([\"\\\\])", "\\\\$1");
		return "Digest username=\"" + escaped + "\", realm=\"" + asked("realm") + "\", nonce=\""
			+ asked("nonce") + "\", uri=\"" + path + "\", algorithm=MD5"
			+ (asked.containsKey("opaque") ? ", opaque=\"" + asked("opaque") + "\"" : "")
			+ (asked.containsKey("qop")
				? protectedProof(secret, request)
				: proof(secret + ":" + asked("nonce") + ":" + request));
	}

	private String protectedProof(final String secret, final String request) {
		final String own = new BigInteger(64, new SecureRandom()).toString(16);
		return ", qop=auth, nc=" + COUNT + ", cnonce=\"" + own + "\""
			+ proof(String.join(":", secret, asked("nonce"), COUNT, own, "auth", request));
	}

	private static String proof(final String text) {
		return ", response=\"" + md5(text) + "\"";
	}

	private String asked(final String parameter) {
		return asked.getOrDefault(parameter, "");
	}

	private static String md5(final String text) {
		try {
			return String.format("%032x", new BigInteger(1,
				MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8))));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has MD5", e);
		}
	}
}
