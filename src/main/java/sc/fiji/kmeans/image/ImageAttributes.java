package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import java.util.stream.IntStream;

/**
 * All that an image has besides its pixels, as it was at one moment; immutable.
 * What the pictures that are made of an image take over from it.
 */
final class ImageAttributes {

	private final String title;
	private final Calibration calibration;
	private final Object info;
	private final String[] properties;
	private final int slices;
	private final int frames;
	private final boolean hyperStack;
	private final String[] sliceLabels;
	private final double displayMin;
	private final double displayMax;

	ImageAttributes(final ImagePlus image) {
		title = image.getTitle();
		calibration = image.getCalibration().copy();
		info = image.getProperty("Info");
		properties = image.getPropertiesAsArray();
		slices = image.getNSlices();
		frames = image.getNFrames();
		hyperStack = image.isHyperStack();
		sliceLabels = sliceLabels(image);
		displayMin = image.getDisplayRangeMin();
		displayMax = image.getDisplayRangeMax();
	}

	/** For a single image ImageJ's stack makes one up, of its title and Info. */
	private static String[] sliceLabels(final ImagePlus image) {
		if (image.getStackSize() == 1) return new String[] { (String) image.getProperty(
			"Label") };
		final ImageStack stack = image.getStack();
		return IntStream.rangeClosed(1, stack.size()).mapToObj(stack::getSliceLabel)
			.toArray(String[]::new);
	}

	/** @param plane 1 to number of planes */
	String sliceLabel(final int plane) {
		return sliceLabels[plane - 1];
	}

	/**
	 * A picture of the same shape.
	 *
	 * @param kind follows the title, after a hyphen
	 */
	ImagePlus picture(final String kind, final ImageStack planes) {
		final ImagePlus picture = new ImagePlus(title + "-" + kind, planes);
		picture.setDimensions(1, slices, frames);
		picture.setOpenAsHyperStack(hyperStack);
		copyTo(picture);
		return picture;
	}

	/** A picture with a row of slices for each plane of the original. */
	ImagePlus expanded(final String kind, final ImageStack planes) {
		final ImagePlus picture = new ImagePlus(title + "-" + kind, planes);
		picture.setDimensions(1, planes.size() / sliceLabels.length,
			sliceLabels.length);
		picture.setOpenAsHyperStack(sliceLabels.length > 1);
		copyTo(picture);
		return picture;
	}

	private void copyTo(final ImagePlus picture) {
		picture.setCalibration(calibration.copy());
		if (info != null) picture.setProperty("Info", info);
		picture.setProperties(properties);
		if (picture.getBitDepth() == 16) picture.setDisplayRange(displayMin,
			displayMax);
	}
}
