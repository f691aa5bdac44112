package sc.fiji.kmeans.base;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does what can not tell how far it is beside a thread that may cancel it. */
public final class BackgroundWork {

	private static final int MILLIS = 20;

	private BackgroundWork() {}

	/**
	 * The result of some work.
	 *
	 * @param work is interrupted, and nobody waits for its end, if it is cancelled
	 * @param check is called again and again meanwhile
	 * @throws CancellationException if the check throws it, or this thread is
	 *           interrupted
	 */
	public static <T> T get(final Callable<T> work, final Runnable check) {
		return get(work, check, true);
	}

	/**
	 * As above, but work that is cancelled is left behind and not interrupted: it has to
	 * find out by itself.
	 */
	public static <T> T getOrLeave(final Callable<T> work, final Runnable check) {
		return get(work, check, false);
	}

	private static <T> T get(final Callable<T> work, final Runnable check,
		final boolean isInterrupted)
	{
		final FutureTask<T> task = new FutureTask<>(work);
		final Thread thread = new Thread(task, "K-Means");
		thread.setDaemon(true);
		thread.start();
		try {
			return await(task, check);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		catch (final ExecutionException failed) {
			throw thrown(failed.getCause());
		}
		finally {
			task.cancel(isInterrupted);
		}
	}

	private static <T> T await(final FutureTask<T> task, final Runnable check)
		throws InterruptedException, ExecutionException
	{
		while (true) {
			check.run();
			try {
				return task.get(MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException late) {
				// looks again
			}
		}
	}

	private static RuntimeException thrown(final Throwable cause) {
		if (cause instanceof Error) throw (Error) cause;
		return cause instanceof RuntimeException
			? (RuntimeException) cause
			: new IllegalStateException(cause);
	}
}
