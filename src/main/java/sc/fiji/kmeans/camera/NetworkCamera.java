package sc.fiji.kmeans.camera;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;

/**
 * A camera in the network that sends JPEG pictures over HTTP without end (MJPEG),
 * as IP cameras and phones do. After a break, it is connected again.
 */
public final class NetworkCamera implements FrameSource {

	/** Bytes; more for one picture are rubbish. */
	private static final int LARGEST_PICTURE = 64 << 20;
	/** Broken pictures in turn that are no accident. */
	private static final int MOST_BROKEN = 5;
	private static final String JARS = "httpclient-4.5.14.jar with httpcore-4.4.16.jar and commons-logging-1.3.5.jar";

	private final NetworkAddress address;
	private final Timeouts timeouts;
	private final HttpConnection connection;
	private final NewestBytes newest = new NewestBytes();
	private final FrameThread thread = new FrameThread("K-means network camera", this::run);

	/** Of the thread that reads the stream alone. */
	private Bytes written = new Bytes();
	private int failures;
	/** For pictures before the first one that can be decoded. */
	private final JpegDecoder trial = new JpegDecoder();

	/** Of the thread that reads frames alone. */
	private Bytes read = new Bytes();
	private final JpegDecoder decoder = new JpegDecoder();
	/** How many pictures in turn could not be decoded. */
	private volatile int broken;

	/**
	 * @param address as {@code http://user:password@host:port/path}, with http or
	 *          https, with or without user and password; both in percent encoding
	 * @throws IOException if it is no address, or the library for HTTP is missing, with a
	 *           message for the user
	 */
	public NetworkCamera(final String address) throws IOException {
		this(address, Timeouts.USUAL);
	}

	NetworkCamera(final String address, final Timeouts timeouts) throws IOException {
		this.address = NetworkAddress.of(address);
		this.timeouts = timeouts;
		connection = connection(timeouts.connect);
	}

	private static HttpConnection connection(final int timeouts) throws IOException {
		try {
			return new HttpConnection(timeouts);
		}
		catch (final LinkageError e) {
			throw new IOException(MissingLibrary.message("network cameras", JARS), e);
		}
	}

	@Override
	public String name() {
		return address.shown();
	}

	@Override
	public void start(final Listener listener) throws IOException {
		try {
			thread.start(listener, timeouts.connect, () -> refusal(new SocketTimeoutException()));
		}
		catch (final IOException e) {
			stop();
			throw e;
		}
	}

	private void run() {
		try {
			do
				watch();
			while (thread.pause(timeouts.pause(failures)));
		}
		finally {
			connection.close();
		}
	}

	/** Returns when the stream has ended. */
	private void watch() {
		try {
			final Watched watched = new Watched(new MjpegRequest(connection).open(address));
			final JpegCutter cutter = new JpegCutter(watched, LARGEST_PICTURE);
			for (;;) {
				cutter.next(written);
				watched.bringsPicture();
				connection.setPatience(timeouts.stall);
				if (thread.hasBegun() || isPicture(written)) arrived();
			}
		}
		catch (final IOException e) {
			lost(e);
		}
		finally {
			connection.hangUp();
		}
	}

	/** Ends when it has brought no picture for too long, whatever else it brings. */
	private final class Watched extends FilterInputStream {

		private static final long NANOS = 1_000_000;

		private long last = System.nanoTime();

		private Watched(final InputStream in) {
			super(in);
		}

		private void bringsPicture() {
			last = System.nanoTime();
		}

		/** Before the first picture the start has its own timeouts. */
		@Override
		public int read(final byte[] buffer, final int from, final int length) throws IOException {
			if (thread.hasBegun() && System.nanoTime() - last > 2 * NANOS * timeouts.stall)
				throw new StreamException("no whole picture comes");
			return super.read(buffer, from, length);
		}
	}

	private boolean isPicture(final Bytes bytes) {
		trial.decode(bytes, new Frame());
		return !trial.isBroken();
	}

	private void arrived() {
		written = newest.put(written);
		failures = 0;
		thread.arrived(broken < MOST_BROKEN ? "" : name() + ": the pictures cannot be decoded");
	}

	private void lost(final IOException cause) {
		failures++;
		if (thread.hasBegun())
			thread.tell(
				name() + ": " + (cause instanceof StreamException ? cause.getMessage() : "connection lost")
					+ ", trying again");
		else
			thread.fail(refusal(cause));
	}

	private IOException refusal(final IOException cause) {
		return new IOException(name() + ": takes the address of an MJPEG stream, but " + what(cause),
			cause);
	}

	/** What came instead; exceptions of others may hold anything, also passwords. */
	private String what(final IOException cause) {
		if (cause instanceof StreamException) return cause.getMessage();
		if (cause instanceof UnknownHostException) return "there is no host of that name";
		if (cause instanceof InterruptedIOException)
			return "no whole picture came within " + timeouts.connect / 1000 + " seconds";
		if (cause instanceof ConnectException || cause instanceof NoRouteToHostException)
			return "the connection was refused";
		return cause instanceof SSLException
			? "the server has no https that is trusted"
			: "the connection ended before a picture came";
	}

	@Override
	public boolean read(final Frame frame) {
		final Bytes picture = newest.take(read);
		if (picture == null) return false;
		read = picture;
		final boolean isNew = decoder.decode(picture, frame);
		broken = decoder.isBroken() ? broken + 1 : 0;
		return isNew;
	}

	@Override
	public void stop() {
		// First of all, so that nobody hears of the break that follows.
		thread.stop();
		connection.close();
	}
}
