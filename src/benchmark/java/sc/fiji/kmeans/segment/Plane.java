package sc.fiji.kmeans.segment;

import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.util.Optional;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * The whole way of one plane, without the copies that an ImagePlus needs; buffers
 * are kept from one to the next, as from frame to frame of a stack.
 */
public final class Plane {

	private KMeansOptions options;
	private FrameWorker worker;
	// What was segmented last.
	private ImageProcessor[] frame;
	private ImageClusters learned;

	/** From pixels to labels and segmented pixels in hand. */
	public ImageProcessor segment(final ImageProcessor plane, final KMeansOptions how) {
		if (!how.equals(options)) prepare(how);
		frame = new ImageProcessor[] { plane };
		final SegmentedFrame segmented = worker
			.segmented(frame, null, Learning.anew(Optional.empty()), Progress.NONE)
			.get();
		learned = segmented.clusters();
		return segmented.segmented();
	}

	private void prepare(final KMeansOptions how) {
		final SegmentationOptions all = SegmentationOptions.defaults().with(how);
		options = how;
		worker = new FrameWorker(all,
			new IgnoredPixels(all.ignored(), all.noData(), new Calibration()));
	}

	/** Labels and segmented pixels of what was segmented last, made once more. */
	public ImageProcessor label() {
		return worker.labelled(frame, null, learned, Progress.NONE).segmented();
	}
}
