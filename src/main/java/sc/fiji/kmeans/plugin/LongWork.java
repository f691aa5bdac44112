package sc.fiji.kmeans.plugin;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import sc.fiji.kmeans.base.BackgroundWork;

/**
 * Work in a thread of its own, so that a command ends at once when it is cancelled, also
 * where the work can not hear of it, such as while it takes much memory. The work is left
 * behind then: it is not interrupted, for that may close the file of a virtual stack; it
 * ends where it reports next, and what it made is dropped.
 */
final class LongWork {

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
			return EventQueue.isDispatchThread()
				? work.get()
				: BackgroundWork.getOrLeave(work::get, progress::check);
		}
		finally {
			progress.end();
		}
	}
}
