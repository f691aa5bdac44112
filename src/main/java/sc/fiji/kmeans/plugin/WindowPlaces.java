package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import sc.fiji.kmeans.plugin.dialog.FreePlace;

/**
 * Puts new windows beside others, so that none covers another, or as little as can be
 * where there is no room.
 */
final class WindowPlaces {

	private static final int PATIENCE_MILLIS = 500;
	private static final int POLL_MILLIS = 5;

	/** For how many ms more windows are waited for. */
	private int patience = PATIENCE_MILLIS;
	/** The windows that are not to be covered, that of the source first. */
	private final List<Window> placed = new CopyOnWriteArrayList<>();

	/** @param source whose window stays where it is, if it has one */
	WindowPlaces(final ImagePlus source) {
		if (source.getWindow() != null) placed.add(source.getWindow());
	}

	/** Moves the window of an image, if it has one; the first one of all stays. */
	void place(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		awaitActivation(window);
		if (!placed.isEmpty()) {
			if (!window.isActive()) moveWhenActivated(window);
			move(window);
		}
		placed.add(window);
	}

	/**
	 * Only then the window has its frame, and the window manager has put it where it wants
	 * it; what is moved before may be moved back. There may be no manager, and the user may
	 * work in another program, so the wait for all windows together has an end.
	 */
	private void awaitActivation(final ImageWindow window) {
		while (!EventQueue.isDispatchThread() && !window.isActive() && patience > 0) {
			IJ.wait(POLL_MILLIS);
			patience -= POLL_MILLIS;
		}
	}

	/** Once, where the wait was too short and the window manager has put it over others since. */
	private void moveWhenActivated(final Window window) {
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(final WindowEvent event) {
				window.removeWindowListener(this);
				if (free(window).covered(window.getBounds()) > 0) move(window);
			}
		});
	}

	private void move(final Window window) {
		free(window).of(window.getBounds(), GUI.getMaxWindowBounds(window)).ifPresent(place -> {
			window.setBounds(place);
			// A window manager may place a new window after that.
			EventQueue.invokeLater(() -> window.setBounds(place));
		});
	}

	/** What is not to be covered by a window. */
	private FreePlace free(final Window window) {
		final List<Rectangle> others = placed.stream()
			.filter(other -> other != window)
			.map(Window::getBounds)
			.collect(Collectors.toList());
		return new FreePlace(others);
	}
}
