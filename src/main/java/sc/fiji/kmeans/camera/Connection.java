package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One socket at a time, which any thread can close for good at any moment: also
 * while another thread connects, or waits for bytes.
 */
final class Connection {

	/** The plain one: closing one with encryption may wait for its other users. */
	private Socket socket = new Socket();
	private boolean closed;

	/**
	 * Connects, after hanging up.
	 *
	 * @param patience also for all that is read, in milliseconds
	 */
	Socket open(final NetworkAddress address, final int patience) throws IOException {
		final InetSocketAddress host = new InetSocketAddress(address.host(), address.port());
		if (host.isUnresolved()) throw new UnknownHostException();
		final Socket plain = exchange();
		plain.setSoTimeout(patience);
		plain.connect(host, patience);
		return address.isSecure() ? secured(plain, address) : plain;
	}

	private synchronized Socket exchange() throws IOException {
		hangUp();
		if (closed) throw new IOException("closed");
		socket = new Socket();
		return socket;
	}

	private static Socket secured(final Socket plain, final NetworkAddress address)
		throws IOException
	{
		final SSLSocket secure = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
			.createSocket(plain, address.host(), address.port(), true);
		final SSLParameters parameters = secure.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		secure.setSSLParameters(parameters);
		return secure;
	}

	/** How long to wait for bytes from now on, in milliseconds. */
	synchronized void setPatience(final int patience) throws IOException {
		socket.setSoTimeout(patience);
	}

	synchronized void hangUp() {
		try {
			socket.close();
		}
		catch (final IOException e) {
			// It is closed all the same.
		}
	}

	synchronized void close() {
		closed = true;
		hangUp();
	}
}
