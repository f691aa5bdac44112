package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.BitSet;
import java.util.Collections;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;

/**
 * A frame with its clusters, and pictures of it of one plane each, whatever it has
 * of channels: those of a frame with several are shown in colour, as ImageJ shows a
 * composite image.
 */
public final class SegmentedFrame {

	private final SegmentedPlane plane;
	private final SegmentationOptions options;
	private final Painting painting;

	SegmentedFrame(final SegmentedPlane plane,
		final SegmentationOptions options)
	{
		this.plane = plane;
		this.options = options;
		painting = Painting.of(plane.channels());
	}

	/** Before any merging. */
	public Clusters clusters() {
		return plane.clusters().clusters();
	}

	/** Number of labels. */
	int size() {
		return plane.clusters().size();
	}

	/**
	 * The colour of a cluster, 0xRRGGBB; black if the frame has none of the number.
	 *
	 * @param cluster 1 to size
	 */
	private int colour(final int cluster) {
		return plane.clusters().has(cluster) ? painting.colour(plane.clusters().value(
			cluster)) : 0;
	}

	/**
	 * Each selected pixel in the colour of its cluster.
	 *
	 * @param spare an earlier picture that may be painted over, or null
	 */
	public ImageProcessor segmented(final ImageProcessor spare) {
		return shown(plane.segmented(new ImageProcessor[] { spare }));
	}

	/**
	 * The frame with the pixels of some clusters turned black.
	 *
	 * @param removed their numbers
	 * @param spare an earlier picture that may be painted over, or null
	 */
	public ImageProcessor masked(final BitSet removed,
		final ImageProcessor spare)
	{
		return shown(plane.masked(removed::get, Background.BLACK,
			new ImageProcessor[] { spare }));
	}

	/**
	 * The label of each pixel, with the colours of the clusters as look-up table.
	 *
	 * @param spare an earlier picture that may be painted over, or null
	 */
	public ImageProcessor labels(final ImageProcessor spare) {
		final ImageProcessor labels = plane.labels();
		final ImageProcessor picture = SegmentedPlane.isLike(spare, labels) ? spare
			: labels.createProcessor(labels.getWidth(), labels.getHeight());
		System.arraycopy(labels.getPixels(), 0, picture.getPixels(), 0, labels
			.getPixelCount());
		final int top = labels.getBitDepth() == 8 ? 255 : size();
		picture.setLut(Painting.legend(this::colour, size(), top));
		picture.setMinAndMax(0, top);
		return picture;
	}

	private ImageProcessor shown(final ImageProcessor[] channels) {
		if (channels.length == 1) return channels[0];
		final ImageStack stack = new ImageStack(channels[0].getWidth(), channels[0]
			.getHeight());
		for (final ImageProcessor channel : channels)
			stack.addSlice(channel);
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels.length, 1, 1);
		final CompositeImage composite = new CompositeImage(image,
			CompositeImage.COMPOSITE);
		composite.setLuts(painting.luts());
		return new ColorProcessor(composite.getImage());
	}

	/**
	 * An image of this frame segmented by the clusters of the frame.
	 *
	 * @param image of the same pixels, with the same selection
	 */
	public Segmentation of(final ImagePlus image) {
		return Segmentation.apply(Collections.singletonList(plane.clusters()), image,
			options, Progress.NONE);
	}
}
