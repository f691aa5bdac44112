package sc.fiji.kmeans.live;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * What an image holds at a moment: which pixels, of how many channels, and which selection.
 * Two are the same if they hold the same objects; what these contain does not count.
 */
final class ImageState {

	/** Null where there are none. */
	private final Object pixels;
	private final int width;
	private final int channels;
	/** Null for none. */
	private final Roi selection;

	ImageState(final ImagePlus image) {
		final ImageProcessor plane = CurrentPlane.of(image);
		pixels = plane == null ? null : plane.getPixels();
		width = plane == null ? 0 : plane.getWidth();
		channels = image.getNChannels();
		selection = image.getRoi();
	}

	/** @param other may be null */
	boolean isSame(final ImageState other) {
		return other != null && pixels == other.pixels && width == other.width
			&& channels == other.channels && selection == other.selection;
	}
}
