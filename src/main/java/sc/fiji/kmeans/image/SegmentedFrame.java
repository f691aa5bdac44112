package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Arrays;
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

	SegmentedFrame(final SegmentedPlane plane, final SegmentationOptions options) {
		this.plane = plane;
		this.options = options;
	}

	/** Before any merging. */
	public Clusters clusters() {
		return plane.clusters().clusters();
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
	public ImageProcessor masked(final BitSet removed, final ImageProcessor spare) {
		return shown(plane.masked(removed::get, Background.BLACK, new ImageProcessor[] { spare }));
	}

	/**
	 * The label of each pixel, in the colours of labels.
	 *
	 * @param spare an earlier picture that may be painted over, or null
	 */
	public ImageProcessor labels(final ImageProcessor spare) {
		final ImageProcessor labels = plane.labels();
		final ImageProcessor picture = SegmentedPlane.isLike(spare, labels)
			? spare
			: labels.createProcessor(labels.getWidth(), labels.getHeight());
		System.arraycopy(labels.getPixels(), 0, picture.getPixels(), 0, labels.getPixelCount());
		Palette.showLabels(picture);
		return picture;
	}

	private ImageProcessor shown(final ImageProcessor[] channels) {
		if (channels.length == 1) return channels[0];
		final ImageStack stack = new ImageStack(channels[0].getWidth(), channels[0].getHeight());
		for (final ImageProcessor channel : channels)
			stack.addSlice(channel);
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels.length, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setLuts(Arrays.stream(channels).map(ImageProcessor::getLut).toArray(LUT[]::new));
		return new ColorProcessor(composite.getImage());
	}

	/**
	 * An image of this frame segmented by the clusters of the frame.
	 *
	 * @param image of the same pixels, with the same selection
	 */
	public Segmentation of(final ImagePlus image) {
		return Segmentation.apply(Collections.singletonList(plane.clusters()), image, options,
			Progress.NONE);
	}
}
