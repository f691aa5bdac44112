package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Lets whoever connects wait, because its queue is full. */
final class FullServer implements Closeable {

	private final ServerSocket server;
	private final List<Socket> queue = new ArrayList<>();

	FullServer() throws IOException {
		server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
		boolean full = false;
		while (!full && queue.size() < 10)
			full = !enqueued();
		assumeTrue(full, "a system that lets connections wait");
	}

	private boolean enqueued() throws IOException {
		final Socket socket = new Socket();
		queue.add(socket);
		try {
			socket.connect(server.getLocalSocketAddress(), 200);
			return true;
		}
		catch (final SocketTimeoutException e) {
			return false;
		}
	}

	String address() {
		return "http://127.0.0.1:" + server.getLocalPort() + "/video";
	}

	@Override
	public void close() throws IOException {
		for (final Socket socket : queue)
			socket.close();
		server.close();
	}
}
