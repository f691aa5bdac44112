package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import sc.fiji.kmeans.live.FrameSource;

/** The thread that waits for the frames of a camera, and tells of them. */
final class FrameThread {

	private final Thread thread;
	/** Zero when frames are sure to come, none can come, or it was stopped. */
	private final CountDownLatch begun = new CountDownLatch(1);
	/** Why none can come; null if some can. */
	private volatile IOException failure;
	/** Null before the start. */
	private StoppableListener listener;
	private boolean stopped;
	/** What was told last; of the thread alone. */
	private String trouble = "";

	/** @param work ends soon after this was stopped */
	FrameThread(final String name, final Runnable work) {
		thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.setPriority(Math.max(thread.getPriority() - 3, Thread.MIN_PRIORITY));
	}

	/**
	 * Starts the work and waits until it has begun; does nothing if it was stopped
	 * before.
	 *
	 * @param patience in milliseconds
	 * @param late what is thrown if it takes longer
	 * @throws IOException if it failed
	 */
	void start(final FrameSource.Listener to, final int patience, final Supplier<IOException> late)
		throws IOException
	{
		if (!start(to)) return;
		try {
			if (!begun.await(patience, TimeUnit.MILLISECONDS)) throw late.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("the start was interrupted");
		}
		if (failure != null) throw failure;
	}

	private synchronized boolean start(final FrameSource.Listener to) {
		if (listener != null) throw new IllegalStateException("started before");
		if (stopped) return false;
		listener = new StoppableListener(to);
		thread.start();
		return true;
	}

	boolean hasBegun() {
		return begun.getCount() == 0;
	}

	/** Frames are sure to come. */
	void begin() {
		begun.countDown();
	}

	/** No frames can come. */
	void fail(final IOException why) {
		failure = why;
		stop();
	}

	void arrived() {
		arrived("");
	}

	/** @param message about the frame; empty if all is well */
	void arrived(final String message) {
		begin();
		tell(message);
		listener.arrived();
	}

	/** @param message is told once; empty if all is well again */
	void tell(final String message) {
		if (message.equals(trouble)) return;
		trouble = message;
		listener.trouble(message);
	}

	void ended(final String why) {
		listener.ended(why);
	}

	/** @return whether it was not stopped meanwhile */
	synchronized boolean pause(final long milliseconds) {
		final long end = System.nanoTime() + milliseconds * 1_000_000;
		try {
			for (long rest = end - System.nanoTime(); rest > 0
				&& !stopped; rest = end - System.nanoTime())
				TimeUnit.NANOSECONDS.timedWait(this, rest);
		}
		catch (final InterruptedException e) {
			stopped = true;
		}
		return !stopped;
	}

	/** The listener hears nothing from now on; does not wait for the thread. */
	void stop() {
		final StoppableListener last = end();
		begun.countDown();
		if (last != null) last.stop();
	}

	private synchronized StoppableListener end() {
		stopped = true;
		notifyAll();
		return listener;
	}
}
