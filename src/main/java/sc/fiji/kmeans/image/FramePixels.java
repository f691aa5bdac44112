package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;

import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * The pixels of a frame: values of a format, vectors, or both. One channel of whole
 * numbers, or colours, are values; several channels, or numbers with a fraction, are
 * vectors; up to three channels of 8 bits are both.
 */
public final class FramePixels {

	/** Channels of 8 bits that are counted as fast as colours. */
	private static final int MAX_PACKED = 3;

	private final PixelArea area;
	private final ImagePixels values;
	private final VectorPixels vectors;

	private FramePixels(final PixelArea area, final ImagePixels values, final VectorPixels vectors) {
		this.area = area;
		this.values = values;
		this.vectors = vectors;
	}

	/**
	 * @param frame its channels
	 * @param selection null for the whole frame
	 */
	public static FramePixels of(final ImageProcessor[] frame, final Roi selection,
		final IgnoredPixels ignored)
	{
		final PixelArea area = PixelArea.of(frame[0], selection);
		if (frame.length == 1 && !(frame[0] instanceof FloatProcessor))
			return new FramePixels(area, ImagePixels.of(frame[0], area, ignored), null);
		return new FramePixels(area, isPacked(frame) ? ImagePixels.of(frame, area, ignored) : null,
			new VectorPixels(frame, area, ignored.of(frame).orElse(null)));
	}

	private static boolean isPacked(final ImageProcessor[] frame) {
		return frame.length > 1 && frame.length <= MAX_PACKED
			&& Arrays.stream(frame).allMatch(channel -> channel instanceof ByteProcessor);
	}

	/** The pixels as values; null if they are vectors alone. */
	public ImagePixels values() {
		return values;
	}

	/** The pixels as vectors; null if they are values alone. */
	public VectorPixels vectors() {
		return vectors;
	}

	/** Whether pixels are colours. */
	public boolean areColours() {
		return values != null && values.format().equals(PixelFormat.RGB);
	}

	/** Whether they have 32 bits, and so no unit of their own. */
	public boolean areReal() {
		return vectors != null && vectors.areReal();
	}

	/** Of the plane. */
	public int width() {
		return area.width;
	}

	/** Of the plane. */
	public int height() {
		return area.height;
	}

	/** Number of rows of the selection's bounding box. */
	public int rows() {
		return area.bounds.height;
	}

	/** Length of such a row. */
	public int rowLength() {
		return area.bounds.width;
	}

	/** Where such a row begins in an array of the plane. */
	public int index(final int row) {
		return area.index(row);
	}

	/** Whether they are all pixels of the plane, as far as one knows without a look at each. */
	public boolean areAll() {
		return vectors == null ? values.areAll() : vectors.areAll();
	}

	/** @throws IllegalArgumentException if clusters do not fit */
	public void requireKind(final ClusterKind clusters) {
		final ClusterKind own = areColours()
			? ClusterKind.ofColours(clusters.colorSpace())
			: ClusterKind.ofValues(vectors == null ? 1 : vectors.channels());
		if (!clusters.isLike(own))
			throw new IllegalArgumentException(
				"clusters of " + clusters + ": do not fit an image of " + (areColours() ? "colours" : own));
	}
}
