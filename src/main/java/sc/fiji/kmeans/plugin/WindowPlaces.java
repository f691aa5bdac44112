package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts new windows beside others where there is room, so that none covers another. */
final class WindowPlaces {

	/** The windows that are not to be covered. */
	private final List<Rectangle> taken = new ArrayList<>();

	/** @param source whose window stays where it is, if it has one */
	WindowPlaces(final ImagePlus source) {
		if (source.getWindow() != null) taken.add(source.getWindow().getBounds());
	}

	/** Moves the window of an image, if it has one, unless there is no room. */
	void place(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		free(window.getBounds(), screen).ifPresent(window::setLocation);
		taken.add(window.getBounds());
	}

	/** To the right of a window that was placed, or else below one. */
	private Optional<Point> free(final Rectangle bounds, final Rectangle screen) {
		return Stream.concat(taken.stream().map(other -> new Point(other.x + other.width,
			other.y)), taken.stream().map(other -> new Point(other.x, other.y +
				other.height))).filter(place -> isFree(new Rectangle(place, bounds.getSize()),
					screen)).findFirst();
	}

	private boolean isFree(final Rectangle bounds, final Rectangle screen) {
		return screen.contains(bounds) && taken.stream().noneMatch(bounds::intersects);
	}
}
