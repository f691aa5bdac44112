package sc.fiji.kmeans.cluster;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the steps of work that several threads share; the fraction that they report
 * never falls.
 */
public final class Steps {

	/** Those that nobody hears of. */
	public static final Steps UNHEARD = new Steps(Progress.NONE, "", 0);

	private final Progress progress;
	private final String word;
	private final long total;
	private final AtomicLong done = new AtomicLong();

	/**
	 * Reports the beginning.
	 *
	 * @param progress whose cancellation lasts
	 * @param word what is being done, for a status line
	 * @param total number of steps
	 */
	public Steps(final Progress progress, final String word, final long total) {
		this.progress = new LastingProgress(progress);
		this.word = word;
		this.total = total;
		report(0);
	}

	/**
	 * Counts a step; to be called after each.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public void done() {
		report(done.incrementAndGet());
	}

	/**
	 * Checks for a cancellation; to be called now and then where a step takes long.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public void check() {
		report(done.get());
	}

	/** For work within a step: it may be cancelled, and how far it is is not told. */
	public Progress within() {
		return (fraction, other) -> check();
	}

	private void report(final long steps) {
		progress.report(Math.min(1, (double) steps / Math.max(1, total)), word);
	}
}
