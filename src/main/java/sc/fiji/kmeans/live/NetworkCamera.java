package sc.fiji.kmeans.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

/**
 * A camera in the network that sends JPEG pictures over HTTP without end (MJPEG),
 * as IP cameras and phones do. After a break, it is connected again.
 */
public final class NetworkCamera implements FrameSource {

	/** Bytes; more for one picture are rubbish. */
	private static final int LARGEST_PICTURE = 64 << 20;

	private final NetworkAddress address;
	private final Patience patience;
	private final Connection connection = new Connection();
	private final NewestBytes newest = new NewestBytes();
	/** Zero when the first picture came, none can come, or it was stopped. */
	private final CountDownLatch begun = new CountDownLatch(1);
	/** Why none can come; null if some can. */
	private volatile IOException failure;
	/** Null before the start. */
	private StoppableListener listener;
	private boolean stopped;

	/** Of the thread that reads the stream alone. */
	private Bytes written = new Bytes();
	private int failures;
	/** Empty if there is none. */
	private String trouble = "";

	/** Of the thread that reads frames alone. */
	private Bytes read = new Bytes();
	private final JpegDecoder decoder = new JpegDecoder();

	/**
	 * @param address as {@code http://user:password@host:port/path}, with http or
	 *          https, with or without user and password; both in percent encoding
	 * @throws IOException if it is no address, with a message for the user
	 */
	public NetworkCamera(final String address) throws IOException {
		this(address, Patience.USUAL);
	}

	NetworkCamera(final String address, final Patience patience)
		throws IOException
	{
		this.address = NetworkAddress.of(address);
		this.patience = patience;
	}

	@Override
	public String name() {
		return address.shown();
	}

	@Override
	public void start(final Listener to) throws IOException {
		if (!begin(to)) return;
		try {
			if (!begun.await(patience.connect, TimeUnit.MILLISECONDS)) failure = refusal(
				new SocketTimeoutException());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			failure = refusal(new StreamException("the start was interrupted"));
		}
		if (failure == null) return;
		stop();
		throw failure;
	}

	/** @return whether it was not stopped before */
	private synchronized boolean begin(final Listener to) {
		if (listener != null) throw new IllegalStateException("started before");
		if (stopped) return false;
		listener = new StoppableListener(to);
		final Thread thread = new Thread(this::run, "K-means network camera");
		thread.setDaemon(true);
		thread.setPriority(Math.max(thread.getPriority() - 3, Thread.MIN_PRIORITY));
		thread.start();
		return true;
	}

	private void run() {
		try {
			while (!isStopped()) {
				watch();
				pause();
			}
		}
		finally {
			connection.close();
		}
	}

	/** Returns when the stream has ended. */
	private void watch() {
		try (InputStream in = new MjpegRequest(connection, patience.connect).open(
			address))
		{
			final JpegCutter cutter = new JpegCutter(in, LARGEST_PICTURE);
			for (;;) {
				cutter.next(written);
				connection.setPatience(patience.stall);
				arrived();
			}
		}
		catch (final IOException e) {
			lost(e);
		}
	}

	private void arrived() {
		written = newest.put(written);
		failures = 0;
		begun.countDown();
		tell("");
		listener.arrived();
	}

	private void lost(final IOException cause) {
		connection.hangUp();
		failures++;
		if (begun.getCount() > 0) {
			failure = refusal(cause);
			stop();
		}
		else tell(name() + ": " + (cause instanceof StreamException ? cause
			.getMessage() : "connection lost") + ", trying again");
	}

	private void tell(final String message) {
		if (message.equals(trouble)) return;
		trouble = message;
		listener.trouble(message);
	}

	private synchronized void pause() {
		final long end = System.nanoTime() + patience.pause(failures) * 1_000_000L;
		try {
			for (long rest = end - System.nanoTime(); rest > 0 && !stopped; rest = end -
				System.nanoTime())
				TimeUnit.NANOSECONDS.timedWait(this, rest);
		}
		catch (final InterruptedException e) {
			stop();
		}
	}

	private synchronized boolean isStopped() {
		return stopped;
	}

	private IOException refusal(final IOException cause) {
		return new IOException(name() +
			": takes the address of an MJPEG stream, but " + what(cause), cause);
	}

	/** What came instead; exceptions of others may hold anything, also passwords. */
	private String what(final IOException cause) {
		if (cause instanceof StreamException) return cause.getMessage();
		if (cause instanceof UnknownHostException)
			return "there is no host of that name";
		if (cause instanceof SocketTimeoutException) return "no picture came within " +
			patience.connect / 1000 + " seconds";
		if (cause instanceof ConnectException ||
			cause instanceof NoRouteToHostException)
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
		return decoder.decode(picture, frame);
	}

	@Override
	public void stop() {
		final StoppableListener last = end();
		begun.countDown();
		// First of all, so that nobody hears of the break that follows.
		if (last != null) last.stop();
		connection.close();
	}

	private synchronized StoppableListener end() {
		stopped = true;
		notifyAll();
		return listener;
	}
}
