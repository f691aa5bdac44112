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
		if (GraphicsEnvironment.isHeadless() || EventQueue.isDispatchThread()) return;
		try {
			EventQueue.invokeAndWait(() -> {});
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
