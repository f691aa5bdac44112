package sc.fiji.kmeans.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many events there were in the last second. */
final class Rate {

	private static final long SECOND = 1_000_000_000;

	/** Of the events of the last second, the first one first. */
	private final Deque<Long> times = new ArrayDeque<>();

	/** @param now in nanoseconds, like all times here */
	void add(final long now) {
		forget(now);
		times.add(now);
	}

	double perSecond(final long now) {
		forget(now);
		return times.size();
	}

	private void forget(final long now) {
		while (!times.isEmpty() && now - times.peek() >= SECOND)
			times.remove();
	}
}
