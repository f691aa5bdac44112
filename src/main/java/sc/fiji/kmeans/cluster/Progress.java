package sc.fiji.kmeans.cluster;

import java.util.concurrent.CancellationException;

/**
 * Hears how far a computation is, and may cancel it.
 * <p>
 * Contract: several threads may call it at once.
 */
@FunctionalInterface
public interface Progress {

	/** Hears nothing and never cancels. */
	Progress NONE = (fraction, word) -> {};

	/**
	 * Called several times a second during work.
	 *
	 * @param fraction of the work that is done, 0 to 1
	 * @param word what is being done, for a status line
	 * @throws CancellationException to cancel the computation; the method that was called
	 *           with this progress throws it
	 */
	void report(double fraction, String word);

	/**
	 * The progress of a part of the work.
	 *
	 * @param from fraction of the whole at which the part begins
	 * @param to fraction of the whole at which the part ends
	 */
	default Progress part(final double from, final double to) {
		return (fraction, word) -> report(from + fraction * (to - from), word);
	}
}
