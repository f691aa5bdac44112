package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Parallel loops that can be cancelled within some milliseconds; no thread goes on with one that
 * was.
 */
final class Checks {

	/** Items between two checks, some of a millisecond. */
	static final int ITEMS = 1 << 14;

	private Checks() {}

	/** Number of steps of a loop over n items. */
	static int steps(final int n) {
		return (n + ITEMS - 1) / ITEMS;
	}

	/**
	 * Does something with each of n items, in no order.
	 *
	 * @throws CancellationException if the progress of the steps throws it
	 */
	static void each(final int n, final Steps steps, final IntConsumer action) {
		parts(n, steps, (from, to) -> {
			for (int i = from; i < to; i++)
				action.accept(i);
		});
	}

	/**
	 * As above, by runs of items.
	 *
	 * @throws CancellationException if the progress of the steps throws it
	 */
	static void parts(final int n, final Steps steps, final Parallel.IndexRange run) {
		Parallel.each(steps(n), step -> {
			run.of(step * ITEMS, Math.min(n, (step + 1) * ITEMS));
			steps.done();
		});
	}

	/**
	 * As above, within a step: the loop checks, and no step is done. A single run needs neither
	 * threads nor a check.
	 *
	 * @throws CancellationException if the progress of the steps throws it
	 */
	static void runs(final int from, final int to, final Steps steps, final Parallel.IndexRange run) {
		if (to - from <= ITEMS) run.of(from, to);
		else Parallel.each(steps(to - from), i -> {
			run.of(from + i * ITEMS, Math.min(to, from + (i + 1) * ITEMS));
			steps.check();
		});
	}
}
