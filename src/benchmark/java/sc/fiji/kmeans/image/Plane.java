package sc.fiji.kmeans.image;

import ij.measure.Calibration;
import ij.process.ImageProcessor;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.LabelTables;
import sc.fiji.kmeans.pixel.PixelCounter;

/**
 * The whole way of one plane, without the copies that an ImagePlus needs; buffers
 * are kept from one to the next, as from frame to frame of a stack.
 */
public final class Plane {

	private final PixelCounter counter = new PixelCounter();
	private final LabelTables tables = new LabelTables();
	// What was segmented last.
	private ImageProcessor[] frame;
	private FramePixels values;
	private LearnedClusters learned;

	/** From pixels to labels and segmented pixels in hand. */
	public ImageProcessor segment(final ImageProcessor pixels, final KMeansOptions options) {
		frame = new ImageProcessor[] { pixels };
		final SegmentationOptions all = SegmentationOptions.defaults().with(options);
		values = FramePixels.of(frame, null, new IgnoredPixels(all, new Calibration()), null);
		final Learning learning = new Learning(all, counter);
		learning.add(values, Progress.NONE);
		learned = learning.learned(KnownClusters.NONE, Progress.NONE);
		return label();
	}

	/** Labels and segmented pixels of what was segmented last, made once more. */
	public ImageProcessor label() {
		return new SegmentedPlane(frame,
			new Labelling(values, learned, tables).labels(null, Progress.NONE), learned, true)
			.segmented(new Steps(Progress.NONE, "", 0))[0];
	}
}
