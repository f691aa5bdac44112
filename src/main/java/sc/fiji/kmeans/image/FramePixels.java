package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * The pixels of a frame as values of a format. One channel of whole numbers, or
 * colours, are values as they are. Those of several channels, or with a fraction,
 * are numbers of vectors.
 */
final class FramePixels {

	private final ImagePixels pixels;
	/** What the values stand for; null if for themselves. */
	private final ChannelVectors vectors;

	private FramePixels(final ImagePixels pixels, final ChannelVectors vectors) {
		this.pixels = pixels;
		this.vectors = vectors;
	}

	/**
	 * @param frame its channels
	 * @param selection null for the whole frame
	 * @param vectors takes those of the frame, if it has some
	 */
	static FramePixels of(final ImageProcessor[] frame, final Roi selection,
		final IgnoredPixels ignored, final ChannelVectors vectors)
	{
		if (!areVectors(frame)) return new FramePixels(ImagePixels.of(frame[0],
			selection, ignored), null);
		return new FramePixels(ImagePixels.ofNumbers(frame[0], selection, vectors
			.numbers(frame, ignored.of(frame))), vectors);
	}

	private static boolean areVectors(final ImageProcessor[] frame) {
		return frame.length > 1 || frame[0] instanceof FloatProcessor;
	}

	ImagePixels pixels() {
		return pixels;
	}

	PixelFormat format() {
		return pixels.format();
	}

	ChannelVectors vectors() {
		return vectors;
	}
}
