package sc.fiji.kmeans.camera;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answers: its status, its headers and what follows. RFC 7230. */
final class HttpAnswer {

	private static final Pattern STATUS = Pattern.compile("(?:HTTP/\\d[.\\d]*|ICY)\\s+(\\d{3})(.*)");
	/** Longer headers are rubbish. */
	private static final int MOST_HEADERS = 1 << 16;

	private final int status;
	private final String reason;
	private final Map<String, List<String>> headers = new HashMap<>();
	private final InputStream body;

	/** @param in buffered */
	HttpAnswer(final InputStream in) throws IOException {
		final Matcher line = STATUS.matcher(line(in));
		if (!line.matches()) throw new StreamException("the server sent something else than HTTP");
		status = Integer.parseInt(line.group(1));
		reason = printable(line.group(2));
		readHeaders(in);
		body = header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")
			? new ChunkedInput(in)
			: in;
	}

	private void readHeaders(final InputStream in) throws IOException {
		int length = 0;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			length += line.length();
			if (length > MOST_HEADERS)
				throw new StreamException("the server sent something else than HTTP");
			final String[] parts = line.split(":", 2);
			if (parts.length == 2)
				headers.computeIfAbsent(parts[0].trim().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
					.add(parts[1].trim());
		}
	}

	/** Without its end. */
	static String line(final InputStream in) throws IOException {
		final ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) throw new EOFException();
			if (line.size() > MOST_HEADERS)
				throw new StreamException("the server sent something else than HTTP");
			if (next != '\r') line.write(next);
		}
		return line.toString("ISO-8859-1");
	}

	/** Of what a server sent, what fits into a sentence. */
	private static String printable(final String text) {
		final String plain = text.replaceAll("[^ -~]", "").trim();
		return plain.substring(0, Math.min(plain.length(), 60));
	}

	int status() {
		return status;
	}

	/** The status as in "404 Not Found". */
	String statusText() {
		return (status + " " + reason).trim();
	}

	/** As in "text/html"; empty if the server does not tell. */
	String type() {
		return printable(header("content-type").split(";", 2)[0]).toLowerCase(Locale.ROOT);
	}

	boolean hasLength() {
		return headers.containsKey("content-length");
	}

	/** The first of that name, in lower case; empty if there is none. */
	String header(final String name) {
		final List<String> values = headers(name);
		return values.isEmpty() ? "" : values.get(0);
	}

	List<String> headers(final String name) {
		return headers.getOrDefault(name, Collections.emptyList());
	}

	InputStream body() {
		return body;
	}
}
