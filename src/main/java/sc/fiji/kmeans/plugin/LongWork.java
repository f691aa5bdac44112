package sc.fiji.kmeans.plugin;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work in a thread of its own, so that a command ends at once when it is cancelled, also
 * where the work can not hear of it, such as while it takes much memory. The work is left
 * behind then: it is not interrupted, for that may close the file of a virtual stack; it
 * ends where it reports next, and what it made is dropped.
 */
final class LongWork {

	private static final int MILLIS = 20;

	private LongWork() {}

	/**
	 * The result of some work. In the event thread it is done at once, for what waits
	 * there for a thread that needs an event waits for ever.
	 *
	 * @param work changes nothing that others see, and reports to the progress
	 * @throws CancellationException if the work or the progress throws it, or this thread
	 *           is interrupted
	 */
	static <T> T result(final Supplier<T> work, final StatusProgress progress) {
		try {
			return EventQueue.isDispatchThread() ? work.get() : await(started(work), progress);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		catch (final ExecutionException failed) {
			throw thrown(failed.getCause());
		}
		finally {
			progress.end();
		}
	}

	private static <T> FutureTask<T> started(final Supplier<T> work) {
		final FutureTask<T> task = new FutureTask<>(work::get);
		final Thread thread = new Thread(task, "K-Means");
		thread.setDaemon(true);
		thread.start();
		return task;
	}

	private static <T> T await(final FutureTask<T> task, final StatusProgress progress)
		throws InterruptedException, ExecutionException
	{
		while (true)
			try {
				return task.get(MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException late) {
				progress.check();
			}
	}

	/** Work throws no others: ImageJ tells the user of them as if there were one thread. */
	private static RuntimeException thrown(final Throwable cause) {
		if (cause instanceof Error) throw (Error) cause;
		return (RuntimeException) cause;
	}
}
