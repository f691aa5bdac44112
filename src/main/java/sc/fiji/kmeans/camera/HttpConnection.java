package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.MessageConstraintException;
import org.apache.http.ProtocolVersion;
import org.apache.http.RequestLine;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.AbstractExecutionAwareRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.entity.ContentLengthStrategy;
import org.apache.http.impl.DefaultHttpResponseFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.ConnectionShutdownException;
import org.apache.http.impl.conn.DefaultHttpResponseParserFactory;
import org.apache.http.impl.conn.ManagedHttpClientConnectionFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.entity.LaxContentLengthStrategy;
import org.apache.http.message.BasicRequestLine;

/**
 * One request at a time, which any thread can end for good at any moment: also while
 * another thread connects, or waits for bytes. {@link java.net.HttpURLConnection} is
 * no such: while it connects or waits for a chunk, nothing but its timeout ends it.
 * <p>
 * Whoever loads this class must be ready for a LinkageError.
 */
final class HttpConnection {

	/** Longer heads are rubbish. */
	private static final MessageConstraints HEAD = MessageConstraints.custom()
		.setMaxLineLength(1 << 16)
		.setMaxHeaderCount(1 << 10)
		.build();

	private final CloseableHttpClient client = HttpClients.createMinimal(connections());
	private final HttpClientContext context = HttpClientContext.create();
	/** Null before the first. */
	private Get request;
	private boolean closed;

	/** @param patience to connect, and for all that is read, in milliseconds */
	HttpConnection(final int patience) {
		context.setRequestConfig(
			RequestConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).build());
	}

	private static PoolingHttpClientConnectionManager connections() {
		final PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
			new ManagedHttpClientConnectionFactory(null, new DefaultHttpResponseParserFactory(
				new LenientLines(), DefaultHttpResponseFactory.INSTANCE), length(), null));
		connections.setDefaultConnectionConfig(ConnectionConfig.custom()
			.setCharset(StandardCharsets.UTF_8)
			.setMalformedInputAction(CodingErrorAction.REPLACE)
			.setMessageConstraints(HEAD)
			.build());
		return connections;
	}

	/** Pictures come without end, whatever length the head tells. */
	private static ContentLengthStrategy length() {
		return message -> LaxContentLengthStrategy.INSTANCE
			.determineLength(message) == ContentLengthStrategy.CHUNKED
				? ContentLengthStrategy.CHUNKED
				: ContentLengthStrategy.IDENTITY;
	}

	/**
	 * Asks, after hanging up.
	 *
	 * @param authorization null for none
	 */
	HttpResponse get(final NetworkAddress at, final String authorization) throws IOException {
		final HttpHost host = new HttpHost(at.host(), at.port(), at.isSecure() ? "https" : "http");
		try {
			return client.execute(host, begun(new Get(at, authorization)), context);
		}
		catch (ClientProtocolException | MessageConstraintException e) {
			throw new StreamException("the server sent something else than HTTP");
		}
	}

	private synchronized Get begun(final Get next) throws IOException {
		hangUp();
		if (closed) throw new IOException("closed");
		request = next;
		return next;
	}

	/** How long to wait for bytes from now on, in milliseconds. */
	void setPatience(final int patience) {
		try {
			context.getConnection().setSocketTimeout(patience);
		}
		catch (final ConnectionShutdownException e) {
			// Whoever reads next learns it.
		}
	}

	/** An answer that is closed would be read to its end, which never comes. */
	synchronized void hangUp() {
		if (request != null) request.abort();
	}

	synchronized void close() {
		closed = true;
		hangUp();
	}

	/** Takes the path as it is. */
	private static final class Get extends AbstractExecutionAwareRequest {

		private final String path;

		Get(final NetworkAddress at, final String authorization) {
			path = at.file();
			setHeader("Host", at.hostAndPort());
			setHeader("User-Agent", "ImageJ");
			setHeader("Accept", "multipart/x-mixed-replace, image/jpeg, */*");
			setHeader("Connection", "close");
			if (authorization != null) setHeader("Authorization", authorization);
		}

		@Override
		public ProtocolVersion getProtocolVersion() {
			return HttpVersion.HTTP_1_1;
		}

		@Override
		public RequestLine getRequestLine() {
			return new BasicRequestLine("GET", path, getProtocolVersion());
		}
	}
}
