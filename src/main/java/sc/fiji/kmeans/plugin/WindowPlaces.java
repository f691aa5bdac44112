package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts new windows beside others where there is room, so that none covers another. */
final class WindowPlaces {

	/** The windows that are not to be covered, that of the source first. */
	private final List<Rectangle> taken = new ArrayList<>();

	/** @param source whose window stays where it is, if it has one */
	WindowPlaces(final ImagePlus source) {
		if (source.getWindow() != null) taken.add(source.getWindow().getBounds());
	}

	/** Moves the window of an image, if it has one, unless there is no room. */
	void place(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		final Rectangle bounds = window.getBounds();
		places(bounds).filter(place -> isFree(place, GUI.getMaxWindowBounds(window))).min(
			Comparator.comparingDouble(this::distance)).ifPresent(window::setBounds);
		taken.add(window.getBounds());
	}

	/** Beside, below and above each window, flush with another. */
	private Stream<Rectangle> places(final Rectangle bounds) {
		return taken.stream().flatMap(a -> taken.stream().flatMap(b -> IntStream.of(a.x, a.x +
			a.width, a.x - bounds.width).boxed().flatMap(x -> IntStream.of(b.y, b.y + b.height,
				b.y - bounds.height).mapToObj(y -> new Rectangle(x, y, bounds.width,
					bounds.height)))));
	}

	private boolean isFree(final Rectangle place, final Rectangle screen) {
		return screen.contains(place) && taken.stream().noneMatch(place::intersects);
	}

	/** To the place on the right of the source. */
	private double distance(final Rectangle place) {
		final Rectangle source = taken.get(0);
		return place.getLocation().distance(source.x + source.width, source.y);
	}
}
