package sc.fiji.kmeans.image;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

/** The whole way of one plane, without the copies that an ImagePlus needs. */
public final class Plane {

	private Plane() {}

	/** From pixels to labels and segmented pixels in hand. */
	public static ImageProcessor segment(final ImageProcessor pixels,
		final KMeansOptions options)
	{
		return new SegmentedPlane(pixels, null, options, Progress.NONE).segmented();
	}
}
