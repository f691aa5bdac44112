package sc.fiji.kmeans.camera;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for a password. */
interface MjpegGuard {

	MjpegGuard NONE = new MjpegGuard() {

		@Override
		public String question() {
			return "";
		}

		@Override
		public boolean admits(final String authorization) {
			return true;
		}
	};

	/** Headers, each with its end. */
	String question();

	/** @param authorization the header; empty if there is none */
	boolean admits(String authorization);

	/** @param login as user:password */
	static MjpegGuard basic(final String login) {
		final String right = "Basic "
			+ Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
		return new MjpegGuard() {

			@Override
			public String question() {
				return "WWW-Authenticate: Basic realm=\"camera\"\r\n";
			}

			@Override
			public boolean admits(final String authorization) {
				return authorization.equals(right);
			}
		};
	}

	/**
	 * @param qop what to offer; empty for none, as in RFC 2069
	 * @param login as user:password
	 */
	static MjpegGuard digest(final String qop, final String login) {
		return digest(qop, login, "\r\nWWW-Authenticate: ");
	}

	/** @param between what separates it from other ways to log in */
	static MjpegGuard digest(final String qop, final String login, final String between) {
		final String[] parts = login.split(":", 2);
		final String secret = md5(parts[0] + ":IP camera, 2nd floor:" + parts[1]);
		return new MjpegGuard() {

			@Override
			public String question() {
				return "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", algorithm=SHA-256\r\n"
					+ "WWW-Authenticate: Basic realm=\"other\"" + between
					+ "Digest realm=\"IP camera, 2nd floor\", nonce=\"a1b2=\", opaque=\"o\""
					+ (qop.isEmpty() ? "" : ", qop=\"" + qop + "\"") + "\r\n";
			}

			@Override
			public boolean admits(final String header) {
				if (!header.startsWith("Digest ") || !value(header, "nonce").equals("a1b2=")
					|| !value(header, "opaque").equals("o")) return false;
				final String middle = qop.isEmpty()
					? ":"
					: ":" + value(header, "nc") + ":" + value(header, "cnonce") + ":" + value(header, "qop")
						+ ":";
				return value(header, "response")
					.equals(md5(secret + ":a1b2=" + middle + md5("GET:" + value(header, "uri"))));
			}
		};
	}

	static String value(final String header, final String name) {
		final Matcher matcher = Pattern.compile("[ ,]" + name + "=(?:\"([^\"]*)\"|([^,]*))")
			.matcher(header);
		if (!matcher.find()) return "";
		return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
	}

	static String md5(final String text) {
		try {
			return String.format("%032x", new BigInteger(1,
				MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8))));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}
}
