package sc.fiji.kmeans.camera;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/**
 * A camera on the loopback address that sends what a test tells it to: it stalls
 * as long as it is told nothing. Whoever connects gets the last picture at once.
 */
public final class MjpegServer implements Closeable {

	/** How servers tell that pictures follow, and what they put between them. */
	enum Style {

		LENGTH("multipart/x-mixed-replace; boundary=cut",
			"--cut\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"), WRONG_LENGTH(
				"multipart/x-mixed-replace;boundary=cut",
				"--cut\r\nContent-Type: image/jpeg\r\nContent-Length: 7%d\r\n\r\n"), NO_LENGTH(
					"multipart/x-mixed-replace; boundary=cut",
					"\r\n--cut\r\nContent-Type: image/jpeg\r\n\r\n"), QUOTED(
						"Multipart/X-Mixed-Replace; boundary=\"my cut\"",
						"--my cut\r\nContent-type: image/jpeg\r\n\r\n"), DASHED(
							"multipart/x-mixed-replace; boundary=--cut",
							"--cut\nContent-Type: image/jpeg\n\n"), DOUBLY_DASHED(
								"multipart/x-mixed-replace; boundary=--cut",
								"----cut\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"), NO_BOUNDARY(
									"multipart/x-mixed-replace", "\r\n\r\n"), PLAIN("image/jpeg", ""), UNNAMED(null,
										""), CHUNKED("multipart/x-mixed-replace; boundary=cut",
											"--cut\r\nContent-Type: image/jpeg\r\n\r\n"), OLD("HTTP/1.0 200",
												"image/jpeg", ""), ICY("ICY 200 OK", "image/jpeg", ""), WRONG_TOTAL(
													"HTTP/1.1 200 OK", "multipart/x-mixed-replace\r\nContent-Length: 9",
													""), NO_HEADER("HTTP/1.1 200 OK", "image/jpeg\r\nthis is none", "");

		private final String status;
		private final String type;
		private final String before;

		Style(final String type, final String before) {
			this("HTTP/1.1 200 OK", type, before);
		}

		Style(final String status, final String type, final String before) {
			this.status = status;
			this.type = type;
			this.before = before;
		}

		private String head() {
			return status + "\r\n" + (type == null ? "" : "Content-Type: " + type + "\r\n")
				+ (this == CHUNKED ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n";
		}
	}

	private final Style style;
	private final ServerSocket server;
	/** All that are connected, also those that only got a page. */
	private final List<Socket> connected = new ArrayList<>();
	private final List<Socket> watching = new ArrayList<>();
	private byte[] last;
	/** Null for pictures. */
	private String page;
	private MjpegGuard guard = MjpegGuard.NONE;
	private boolean refusing;
	private int requests;
	/** The header of the last request; empty if there was none. */
	private String lastAuthorization;

	public MjpegServer() throws IOException {
		this(Style.LENGTH);
	}

	MjpegServer(final Style style) throws IOException {
		this.style = style;
		server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		thread(this::accept);
	}

	private static void thread(final Runnable run) {
		final Thread thread = new Thread(run, "MJPEG server");
		thread.setDaemon(true);
		thread.start();
	}

	public String address() {
		return "http://127.0.0.1:" + server.getLocalPort() + "/video";
	}

	/** @param login as user:password */
	String address(final String login) {
		return address().replace("//", "//" + login + "@");
	}

	/** A picture of one colour. */
	static byte[] jpeg(final int width, final int height, final Color color) throws IOException {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		final Graphics graphics = image.getGraphics();
		graphics.setColor(color);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		return jpeg(image);
	}

	public static byte[] jpeg(final BufferedImage image) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", out);
		return out.toByteArray();
	}

	/** Sends a picture to all that are connected, and to those that will be. */
	public synchronized void send(final byte[] jpeg) {
		last = jpeg;
		sendRaw(part(jpeg));
	}

	/** Sends bytes as they are. */
	synchronized void sendRaw(final byte[] bytes) {
		for (final Socket socket : new ArrayList<>(watching))
			try {
				write(socket, bytes);
			}
			catch (final IOException e) {
				watching.remove(socket);
			}
	}

	private byte[] part(final byte[] jpeg) {
		final ByteArrayOutputStream part = new ByteArrayOutputStream();
		final byte[] before = String.format(style.before, jpeg.length)
			.getBytes(StandardCharsets.US_ASCII);
		part.write(before, 0, before.length);
		part.write(jpeg, 0, jpeg.length);
		return part.toByteArray();
	}

	private void write(final Socket socket, final byte[] bytes) throws IOException {
		final OutputStream out = socket.getOutputStream();
		if (style == Style.CHUNKED)
			out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.write(bytes);
		if (style == Style.CHUNKED) out.write(new byte[] { '\r', '\n' });
	}

	/** Ends all connections; whoever connects again is served. */
	synchronized void breakOff() throws IOException {
		for (final Socket socket : connected)
			socket.close();
		watching.clear();
	}

	/** Whether to end every new connection without an answer. */
	synchronized void refuse(final boolean all) {
		refusing = all;
	}

	/**
	 * Answers with a page to those that connect from now on.
	 *
	 * @param status as in "404 Not Found"; null for pictures again
	 * @param headers each with its end
	 */
	synchronized void page(final String status, final String headers) {
		page = status == null ? null : "HTTP/1.1 " + status + "\r\n" + headers + "\r\n<html></html>";
	}

	/** Answers with this to those that connect from now on. */
	synchronized void answer(final String all) {
		page = all;
	}

	synchronized void guard(final MjpegGuard by) {
		guard = by;
	}

	/** How many are connected now. */
	synchronized int connections() {
		return connected.size();
	}

	synchronized int requests() {
		return requests;
	}

	synchronized String authorization() {
		return lastAuthorization;
	}

	@Override
	public void close() throws IOException {
		server.close();
		breakOff();
	}

	private void accept() {
		try {
			for (;;) {
				final Socket socket = server.accept();
				thread(() -> serve(socket));
			}
		}
		catch (final IOException e) {
			// closed
		}
	}

	/** Ends when the other side closes the connection. */
	private void serve(final Socket socket) {
		synchronized (this) {
			connected.add(socket);
		}
		try (Socket own = socket) {
			final BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			if (answer(socket, request(in))) while (in.read() >= 0);
		}
		catch (final IOException e) {
			// gone
		}
		synchronized (this) {
			connected.remove(socket);
			watching.remove(socket);
		}
	}

	/**
	 * Does not wait for the end of a request that is encrypted.
	 *
	 * @return the header Authorization; empty if there is none
	 */
	private static String request(final BufferedReader in) throws IOException {
		String authorization = "";
		in.mark(1);
		if (in.read() == 0x16) return authorization;
		in.reset();
		for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
			if (line.toLowerCase(Locale.ROOT).startsWith("authorization: "))
				authorization = line.substring(15);
		return authorization;
	}

	/** @return whether pictures follow */
	private synchronized boolean answer(final Socket socket, final String authorization)
		throws IOException
	{
		requests++;
		lastAuthorization = authorization;
		if (refusing) return false;
		final String refusal = guard.admits(authorization)
			? page
			: "HTTP/1.1 401 Unauthorized\r\n" + guard.question() + "\r\n<html></html>";
		socket.getOutputStream()
			.write((refusal == null ? style.head() : refusal).getBytes(StandardCharsets.ISO_8859_1));
		if (refusal != null) return false;
		if (last != null) write(socket, part(last));
		return watching.add(socket);
	}
}
