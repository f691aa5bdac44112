package sc.fiji.kmeans.cluster;

import java.util.concurrent.CancellationException;

/**
 * A progress whose cancellation lasts: all threads of the work hear of it, also where who
 * cancelled it wants something else by then.
 */
final class LastingProgress implements Progress {

	private final Progress progress;
	private volatile boolean isCancelled;

	LastingProgress(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public void report(final double fraction, final String word) {
		if (isCancelled) throw new CancellationException();
		try {
			progress.report(fraction, word);
		}
		catch (final CancellationException cancelled) {
			isCancelled = true;
			throw cancelled;
		}
	}
}
