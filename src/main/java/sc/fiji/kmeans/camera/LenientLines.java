package sc.fiji.kmeans.camera;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.http.Header;
import org.apache.http.HttpVersion;
import org.apache.http.ParseException;
import org.apache.http.StatusLine;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicLineParser;
import org.apache.http.message.BasicStatusLine;
import org.apache.http.message.ParserCursor;
import org.apache.http.util.CharArrayBuffer;

/** Understands what cameras answer that is not quite HTTP. */
final class LenientLines extends BasicLineParser {

	private static final Pattern STATUS = Pattern.compile("(?:HTTP/\\d[.\\d]*|ICY)\\s+(\\d{3})(.*)");

	/** So that no first lines are skipped. */
	@Override
	public boolean hasProtocolVersion(final CharArrayBuffer line, final ParserCursor cursor) {
		return true;
	}

	@Override
	public StatusLine parseStatusLine(final CharArrayBuffer line, final ParserCursor cursor) {
		final Matcher status = STATUS.matcher(line.toString());
		if (!status.matches()) throw new ParseException("no status");
		return new BasicStatusLine(HttpVersion.HTTP_1_1, Integer.parseInt(status.group(1)),
			status.group(2));
	}

	@Override
	public Header parseHeader(final CharArrayBuffer line) {
		try {
			return super.parseHeader(line);
		}
		catch (final ParseException e) {
			return new BasicHeader(line.toString(), "");
		}
	}
}
