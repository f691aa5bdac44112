package sc.fiji.kmeans.plugin.dialog;

import ij.gui.GUI;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a window covers no other one, or as little as can be where there is no room; immutable. */
public final class FreePlace {

	/** That of the source first. */
	private final List<Rectangle> taken;

	/** @param taken what is not to be covered, one rectangle or more; that of the source first */
	public FreePlace(final List<Rectangle> taken) {
		this.taken = taken;
	}

	/** Beside a single window. */
	static FreePlace beside(final Window other) {
		return new FreePlace(Collections.singletonList(other.getBounds()));
	}

	/** Where a window of a size goes beside another one, on the screen of that. */
	public static Optional<Point> of(final Dimension size, final Window other) {
		return beside(other).of(new Rectangle(size), GUI.getMaxWindowBounds(other))
			.map(Rectangle::getLocation);
	}

	/** The place nearest to that of a window where all of it is on the screen, if it fits there. */
	public static Point onScreen(final Rectangle bounds, final Rectangle screen) {
		return new Point(Math.max(screen.x, Math.min(bounds.x, screen.x + screen.width - bounds.width)),
			Math.max(screen.y, Math.min(bounds.y, screen.y + screen.height - bounds.height)));
	}

	/**
	 * The best place for a window: of those that cover least, that nearest to the right of the
	 * source; nothing if it is larger than the screen.
	 */
	public Optional<Rectangle> of(final Rectangle bounds, final Rectangle screen) {
		return places(bounds, screen).filter(screen::contains)
			.min(Comparator.comparingLong(this::covered).thenComparingDouble(this::distance));
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

	/** How many pixels of others a window covers there. */
	public long covered(final Rectangle place) {
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
