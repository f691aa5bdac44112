package sc.fiji.kmeans.plugin;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;

/** The events of windows. */
public final class Events {

	private Events() {}

	/**
	 * Waits for all events of now, such as of a window that is closing, which
	 * clears the status line when it is done.
	 */
	public static void await() {
		if (!GraphicsEnvironment.isHeadless()) inTurn(() -> {});
	}

	/** Does something in the event thread, after the events of now, and waits; there is a display. */
	public static void inTurn(final Runnable work) {
		try {
			if (EventQueue.isDispatchThread()) work.run();
			else EventQueue.invokeAndWait(work);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException failed) {
			throw new IllegalStateException(failed.getCause());
		}
	}
}
