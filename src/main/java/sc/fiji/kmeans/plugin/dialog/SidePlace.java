package sc.fiji.kmeans.plugin.dialog;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a window goes that is not to cover another one. */
public final class SidePlace {

	private SidePlace() {}

	/**
	 * On the right of another window, or else on the left, below or above it.
	 *
	 * @param size of the window
	 * @param other where the other window is
	 * @param screen where there is room for windows
	 * @return nothing if there is no room on any side
	 */
	public static Optional<Point> of(final Dimension size, final Rectangle other,
		final Rectangle screen)
	{
		final int x = kept(other.x, screen.x, screen.width - size.width);
		final int y = kept(other.y, screen.y, screen.height - size.height);
		return Stream
			.of(new Point(other.x + other.width, y), new Point(other.x - size.width, y),
				new Point(x, other.y + other.height), new Point(x, other.y - size.height))
			.filter(place -> screen.contains(new Rectangle(place, size)))
			.findFirst();
	}

	private static int kept(final int place, final int first, final int room) {
		return Math.max(first, Math.min(place, first + room));
	}
}
