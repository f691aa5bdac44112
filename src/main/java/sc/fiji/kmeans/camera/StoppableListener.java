package sc.fiji.kmeans.camera;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import sc.fiji.kmeans.live.FrameSource;

/** Passes on what it hears, until it is stopped. */
final class StoppableListener implements FrameSource.Listener {

	/**
	 * Whoever stops may hold a lock that the call on its way waits for, and must not
	 * wait for that call for ever. In milliseconds.
	 */
	private static final long LONGEST_CALL = 100;

	private final FrameSource.Listener listener;
	private final ReentrantLock calling = new ReentrantLock();
	private volatile boolean stopped;

	StoppableListener(final FrameSource.Listener listener) {
		this.listener = listener;
	}

	@Override
	public void arrived() {
		pass(FrameSource.Listener::arrived);
	}

	@Override
	public void trouble(final String message) {
		pass(to -> to.trouble(message));
	}

	@Override
	public void ended(final String why) {
		pass(to -> to.ended(why));
	}

	private void pass(final Consumer<FrameSource.Listener> call) {
		calling.lock();
		try {
			if (!stopped) call.accept(listener);
		}
		finally {
			calling.unlock();
		}
	}

	/** No call begins after this, and the one on its way has ended. */
	void stop() {
		stopped = true;
		try {
			if (calling.tryLock(LONGEST_CALL, TimeUnit.MILLISECONDS)) calling.unlock();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
