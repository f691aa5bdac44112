package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.concurrent.CancellationException;

/** The outline of the pixels of a label. */
public final class TracedRegion {

	private TracedRegion() {}

	/**
	 * The selection of all pixels of a label: a traced outline if there is only one,
	 * or else composite.
	 *
	 * @param labels of 8 or 16 bits
	 * @return null if no pixel has the label
	 * @throws CancellationException if the thread is interrupted
	 */
	public static Roi of(final ImageProcessor labels, final int label) {
		final ImageProcessor view = view(labels);
		view.setThreshold(label, label, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(view);
		// An interrupted conversion gives null, too.
		if (Thread.currentThread().isInterrupted()) throw new CancellationException();
		return roi;
	}

	/** The same pixels with thresholds of their own. */
	private static ImageProcessor view(final ImageProcessor labels) {
		final int width = labels.getWidth();
		final int height = labels.getHeight();
		final Object pixels = labels.getPixels();
		return pixels instanceof byte[]
			? new ByteProcessor(width, height, (byte[]) pixels)
			: new ShortProcessor(width, height, (short[]) pixels, null);
	}
}
