package sc.fiji.kmeans.vector;

import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.util.Arrays;

import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.PixelArea;
import sc.fiji.kmeans.image.PixelKind;

/**
 * The pixels of a frame: values of a format, vectors, or both. One channel of whole
 * numbers, or colours, are values; several channels, or numbers with a fraction, are
 * vectors; up to three channels of 8 bits are both.
 */
public final class FramePixels {

	private final PixelArea area;
	private final ImagePixels values;
	private final VectorPixels vectors;

	private final PixelKind kind;

	private FramePixels(final PixelArea area, final PixelKind kind, final ImagePixels values,
		final VectorPixels vectors)
	{
		this.area = area;
		this.kind = kind;
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
		final PixelKind kind = kind(frame);
		return new FramePixels(area, kind, kind.areValues() ? values(frame, area, ignored) : null,
			kind.areVectors() ? new VectorPixels(frame, area, ignored.of(frame).orElse(null)) : null);
	}

	/**
	 * The same at another place of an image.
	 *
	 * @param frame the number of the frame
	 * @param row the number of the first row, from 0
	 */
	public FramePixels at(final int frame, final int row) {
		return vectors == null
			? this
			: new FramePixels(area, kind, values, vectors.from((long) frame << Integer.SIZE | row));
	}

	private static PixelKind kind(final ImageProcessor[] frame) {
		return frame.length == 1 && ImagePixels.areColours(frame[0])
			? PixelKind.ofColours()
			: PixelKind.of(Arrays.stream(frame).mapToInt(ImageProcessor::getBitDepth).max().getAsInt(),
				frame.length);
	}

	private static ImagePixels values(final ImageProcessor[] frame, final PixelArea area,
		final IgnoredPixels ignored)
	{
		return frame.length == 1
			? ImagePixels.of(frame[0], area, ignored)
			: ImagePixels.of(frame, area, ignored);
	}

	/** What they are. */
	public PixelKind kind() {
		return kind;
	}

	/** The pixels as values; null if they are vectors alone. */
	public ImagePixels values() {
		return values;
	}

	/** The pixels as vectors; null if they are values alone. */
	public VectorPixels vectors() {
		return vectors;
	}

	/** Of the plane. */
	public int width() {
		return area.width();
	}

	/** Of the plane. */
	public int height() {
		return area.height();
	}

	/** Number of rows of the selection's bounding box. */
	public int rows() {
		return area.rows();
	}

	/** Length of such a row. */
	public int rowLength() {
		return area.rowLength();
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
		final ClusterKind own = kind.areColours()
			? ClusterKind.ofColours(clusters.colorSpace())
			: ClusterKind.ofValues(kind.channels());
		if (!clusters.isLike(own))
			throw new IllegalArgumentException("clusters of " + clusters + ": do not fit an image of "
				+ (kind.areColours() ? "colours" : own));
	}
}
