package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
	private final List<Rectangle> taken = new ArrayList<>();

	/** @param source whose window stays where it is, if it has one */
	WindowPlaces(final ImagePlus source) {
		if (source.getWindow() != null) taken.add(source.getWindow().getBounds());
	}

	/** Moves the window of an image, if it has one; the first one of all stays. */
	void place(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		awaitActivation(window);
		if (!taken.isEmpty()) move(window, GUI.getMaxWindowBounds(window));
		taken.add(window.getBounds());
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

	private void move(final ImageWindow window, final Rectangle screen) {
		places(window.getBounds(), screen).filter(screen::contains)
			.min(Comparator.comparingLong(this::covered).thenComparingDouble(this::distance))
			.ifPresent(place -> {
				window.setBounds(place);
				// A window manager may place a new window after that.
				EventQueue.invokeLater(() -> window.setBounds(place));
			});
	}

	/** Flush with the edges of windows and the screen. */
	private Stream<Rectangle> places(final Rectangle bounds, final Rectangle screen) {
		return edges(bounds.width, screen.x, screen.width, r -> r.x, r -> r.width).boxed()
			.flatMap(x -> edges(bounds.height, screen.y, screen.height, r -> r.y, r -> r.height)
				.mapToObj(y -> new Rectangle(x, y, bounds.width, bounds.height)));
	}

	/** Where a window of a width or height can begin along one axis. */
	private IntStream edges(final int length, final int begin, final int room,
		final ToIntFunction<Rectangle> place, final ToIntFunction<Rectangle> size)
	{
		return IntStream.concat(IntStream.of(begin, begin + room - length),
			taken.stream().flatMapToInt(other -> {
				final int at = place.applyAsInt(other);
				return IntStream.of(at, at + size.applyAsInt(other), at - length);
			}));
	}

	/** How many pixels of others it would cover. */
	private long covered(final Rectangle place) {
		return taken.stream()
			.map(place::intersection)
			.filter(common -> !common.isEmpty())
			.mapToLong(common -> (long) common.width * common.height)
			.sum();
	}

	/** To the place on the right of the source. */
	private double distance(final Rectangle place) {
		final Rectangle source = taken.get(0);
		return place.getLocation().distance(source.x + source.width, source.y);
	}
}
