package sc.fiji.kmeans.segment;

import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * Segments frames that come one after another, as from a camera. Each starts
 * from the clusters of the one before and keeps their numbers, so that colours hold
 * still; a change of scene, of the type or of the number of channels starts afresh
 * with all attempts ({@link KMeans#follow}). What is large is used again for the
 * next frame. For one thread at a time.
 */
public final class FrameSegmenter {

	private final SegmentationOptions options;
	private final Progress progress;
	private final Planes planes;
	private final FrameWorker worker;
	/** Null before the first frame. */
	private SegmentedFrame before;

	/**
	 * @param options how to segment; options of stacks are ignored
	 * @param progress may cancel; after that this is of no use any more
	 * @param planes for pictures of frames
	 */
	public FrameSegmenter(final SegmentationOptions options, final Progress progress,
		final Planes planes)
	{
		this.options = options;
		this.progress = progress;
		this.planes = planes;
		// Frames have no calibration.
		worker = FrameWorker.ofFilm(options,
			new IgnoredPixels(options.ignored(), options.noData(), new Calibration()));
	}

	/**
	 * Segments the next frame.
	 *
	 * @param channels of the frame, of any type; they know how they are shown, and
	 *          do not change while the result is in use
	 * @param selection whose pixels count, if it is an area; may be null
	 * @return to be used until the next frame is segmented
	 * @throws IllegalArgumentException if there are no pixels, or frame and options
	 *           do not fit
	 * @throws CancellationException if the progress cancelled
	 */
	public SegmentedFrame segment(final ImageProcessor[] channels, final Roi selection) {
		before = worker
			.segmented(channels, selection,
				Learning.after(before == null ? null : before.clusters(), options.names()), progress)
			.orElseThrow(() -> new IllegalArgumentException("There are no pixels to cluster"))
			.paintedOn(planes);
		return before;
	}
}
