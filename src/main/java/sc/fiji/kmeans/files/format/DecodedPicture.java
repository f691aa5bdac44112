package sc.fiji.kmeans.files.format;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.util.Arrays;

import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.OpaquePixels;

/**
 * A picture as its file has it: one plane of grey values or of colours, or three of
 * red, green and blue, and how opaque each pixel is. Colours belong to the pixels
 * themselves, never mixed with a background.
 */
final class DecodedPicture {

	/** Whatever can be seen at all counts, and only that. */
	private static final int LEAST_ALPHA = 1;

	private final ImageProcessor[] planes;
	/** Of each pixel; null if all are opaque. */
	private final ByteProcessor alpha;

	private DecodedPicture(final ImageProcessor[] planes, final ByteProcessor alpha) {
		this.planes = planes;
		this.alpha = alpha;
	}

	static DecodedPicture of(final ImageProcessor... planes) {
		return new DecodedPicture(planes, null);
	}

	/** @param alpha 0 to 255 */
	DecodedPicture withAlpha(final ByteProcessor alpha) {
		return new DecodedPicture(planes, alpha);
	}

	DecodedPicture turned(final Orientation orientation) {
		return new DecodedPicture(
			Arrays.stream(planes).map(orientation::turned).toArray(ImageProcessor[]::new),
			alpha == null ? null : (ByteProcessor) orientation.turned(alpha));
	}

	/**
	 * The image, in which pixels that count are selected if not all do. The others have the
	 * colours that the file hides.
	 *
	 * @throws IOException if none counts
	 */
	ImagePlus image() throws IOException {
		final ImagePlus image = plain();
		if (alpha == null) return image;
		Alpha.set(image, alpha);
		try {
			OpaquePixels.of(alpha, LEAST_ALPHA).ifPresent(image::setRoi);
			return image;
		}
		catch (final IllegalArgumentException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private ImagePlus plain() {
		if (planes.length == 1) return new ImagePlus("", planes[0]);
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		final String[] names = { "Red", "Green", "Blue" };
		for (int i = 0; i < planes.length; i++)
			stack.addSlice(names[i], planes[i]);
		return new CompositeImage(new ImagePlus("", stack), IJ.COMPOSITE);
	}
}
