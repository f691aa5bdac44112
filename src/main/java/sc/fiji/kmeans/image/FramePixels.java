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
public final class FramePixels {

	private final ImagePixels pixels;
	/** What the values stand for; null if for themselves. */
	private final ChannelVectors vectors;
	private final boolean areReal;

	private FramePixels(final ImagePixels pixels, final ChannelVectors vectors,
		final boolean areReal)
	{
		this.pixels = pixels;
		this.vectors = vectors;
		this.areReal = areReal;
	}

	/**
	 * @param frame its channels
	 * @param selection null for the whole frame
	 * @param numbering of its vectors, if it has some
	 */
	public static FramePixels of(final ImageProcessor[] frame, final Roi selection,
		final IgnoredPixels ignored, final ChannelVectors.Counting numbering)
	{
		if (!areVectors(frame))
			return new FramePixels(ImagePixels.of(frame[0], selection, ignored), null, false);
		return new FramePixels(
			ImagePixels.ofNumbers(frame[0], selection, numbering.numbers(frame, ignored.of(frame))),
			numbering.vectors(), frame[0] instanceof FloatProcessor);
	}

	/** Vectors of pixels that are read elsewhere. */
	static FramePixels of(final ChannelVectors vectors, final boolean areReal) {
		return new FramePixels(null, vectors, areReal);
	}

	private static boolean areVectors(final ImageProcessor[] frame) {
		return frame.length > 1 || frame[0] instanceof FloatProcessor;
	}

	public ImagePixels pixels() {
		return pixels;
	}

	public PixelFormat format() {
		return pixels.format();
	}

	public ChannelVectors vectors() {
		return vectors;
	}

	/** Whether they have 32 bits, and so no unit of their own. */
	boolean areReal() {
		return areReal;
	}

	/** @throws IllegalArgumentException if clusters do not fit */
	public void requireKind(final ClusterKind clusters) {
		final boolean areColours = format().equals(PixelFormat.RGB);
		final ClusterKind own = areColours
			? ClusterKind.ofColours(clusters.colorSpace())
			: ClusterKind.ofValues(vectors == null ? 1 : vectors.channels());
		if (!clusters.isLike(own))
			throw new IllegalArgumentException(
				"clusters of " + clusters + ": do not fit an image of " + (areColours ? "colours" : own));
	}
}
