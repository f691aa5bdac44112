package sc.fiji.kmeans.image;

import ij.ImagePlus;

/**
 * How large an image is. A large one is read in bands of rows where its file allows it, and is
 * learned from a sample where too many of its pixels differ. Both depend on the image alone, so
 * that results are the same on all machines, and wherever it is read.
 */
public final class ImageSize {

	/** Pixels of a frame. */
	private static final long MOST_PIXELS = 1 << 24;
	/** Of all frames, in memory. */
	private static final long MOST_BYTES = 1 << 27;

	private ImageSize() {}

	/**
	 * Whether an image is large.
	 *
	 * @param pixels of a frame
	 * @param bytes that a pixel of all its frames and channels takes in memory
	 */
	public static boolean isLarge(final long pixels, final long bytes) {
		return pixels > MOST_PIXELS || pixels * bytes > MOST_BYTES;
	}

	public static boolean isLarge(final ImagePlus image) {
		return isLarge((long) image.getWidth() * image.getHeight(), bytes(image));
	}

	public static boolean isLarge(final ImageBands image) {
		return isLarge((long) image.width() * image.height(), bytes(image.head()));
	}

	private static long bytes(final ImagePlus image) {
		return (long) image.getStackSize() * image.getBytesPerPixel();
	}
}
