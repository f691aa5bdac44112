package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Where a run stands, shared by its attempts: they tell it what they have done,
 * and pass here often enough for a cancelled run to end within a blink.
 */
final class Checkpoint {

	/** Distances that may be computed between two passes: a millisecond or so. */
	static final int WORK = 1 << 18;

	/** What a comparison takes, in distances: orders may be of any kind. */
	private static final int COMPARISON = 64;

	private final Progress progress;
	/** What is being done, for a status line. */
	private final String word;
	private final DoubleAdder done = new DoubleAdder();

	/** @param progress whose cancellation lasts */
	Checkpoint(final Progress progress) {
		this(new LastingProgress(progress), "clustering");
	}

	private Checkpoint(final Progress progress, final String word) {
		this.progress = progress;
		this.word = word;
	}

	/** For what is done before, and is no part of the work. */
	Checkpoint before(final String other) {
		return new Checkpoint(progress, other);
	}

	void advance(final double fraction) {
		done.add(fraction);
		pass();
	}

	void pass() {
		progress.report(Math.min(1, done.sum()), word);
	}

	/** The same order for one sort, which passes now and then. */
	<T> Comparator<T> passing(final Comparator<T> order) {
		final int[] compared = new int[1];
		return (a, b) -> {
			passAt(compared[0]++, COMPARISON);
			return order.compare(a, b);
		};
	}

	/**
	 * Passes at the first of some items that are compared with k centres, and at the first of the
	 * next ones.
	 */
	void passAt(final int item, final int k) {
		if (item % Math.max(1, WORK / k) == 0) pass();
	}
}
