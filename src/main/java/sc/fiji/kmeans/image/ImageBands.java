package sc.fiji.kmeans.image;

import ij.ImagePlus;

import java.io.IOException;

/**
 * An image that is read in bands of rows, and never has to be in memory as a whole; it may
 * have more pixels than an array takes.
 * <p>
 * Contract: bands may be read again, and are the same each time; by one thread at a time.
 */
public interface ImageBands {

	/** In pixels. */
	int width();

	/** In pixels. */
	int height();

	/** How many rows a band has, but for the last one, which may have less. */
	int rows();

	/** Number of bands of a frame. */
	default int bands() {
		return (height() - 1) / rows() + 1;
	}

	/**
	 * All that the image has besides its pixels: of each plane some row, with the title,
	 * calibration, look-up tables and labels of slices of the whole, in the shape of the whole.
	 */
	ImagePlus head();

	/**
	 * Reads a band of a frame with all its channels; as in the head, look-up tables of 8 bits
	 * may tell colours.
	 *
	 * @param frame 1 to the number of frames of the head
	 * @param first row, counted from 0
	 * @param rows how many
	 * @return an image of nothing else, which nobody else has; pixels beyond its selection, if it
	 *         has an area, do not count
	 * @throws IOException with the reason, if they can not be read
	 */
	ImagePlus band(int frame, int first, int rows) throws IOException;
}
