package sc.fiji.kmeans.cluster;

import java.util.concurrent.CancellationException;

/**
 * Hears how far a computation has come, and may end it.
 * <p>
 * Implementations must bear calls from several threads at once.
 */
@FunctionalInterface
public interface Progress {

	/** Hears nothing and never cancels. */
	Progress NONE = (fraction, word) -> {};

	/**
	 * Called several times a second while there is work.
	 *
	 * @param fraction 0 to 1, the part of the work that is done
	 * @param word what is being done, for a status line
	 * @throws CancellationException to end the computation; it leaves through
	 *           the method that was called with this progress
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
