package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;

import sc.fiji.kmeans.cluster.Progress;

/**
 * Shows progress in ImageJ's progress bar and status line, and cancels when
 * Escape was pressed or the window of the image was closed. After its end it shows nothing
 * and cancels whatever still reports.
 */
final class StatusProgress implements Progress {

	private static final long NANOS_BETWEEN_PAINTS = 50_000_000;

	private final ImageWindow window;
	/** Threads overtake each other, but the bar goes forward only. */
	private final DoubleAccumulator shown = new DoubleAccumulator(Math::max, 0);
	private final AtomicLong lastPaint = new AtomicLong(System.nanoTime());
	private volatile boolean hasEnded;

	StatusProgress(final ImagePlus image) {
		window = image.getWindow();
	}

	@Override
	public void report(final double fraction, final String word) {
		check();
		shown.accumulate(fraction);
		final long now = System.nanoTime();
		final long last = lastPaint.get();
		if (now - last < NANOS_BETWEEN_PAINTS || !lastPaint.compareAndSet(last, now)) return;
		paint(word);
	}

	/** @throws CancellationException if there is no need to go on */
	void check() {
		if (hasEnded || IJ.escapePressed() || window != null && window.isClosed())
			throw new CancellationException();
	}

	private synchronized void paint(final String word) {
		if (hasEnded) return;
		IJ.showStatus("K-means: " + word);
		IJ.showProgress(shown.get());
	}

	/** Returns when nothing is being shown. */
	synchronized void end() {
		hasEnded = true;
	}
}
