package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;

/** Which pixels of a plane are selected: a bounding box, and a mask of it; immutable. */
public final class PixelArea {

	/** Of the plane. */
	private final int width;
	/** Of the plane. */
	private final int height;
	private final Rectangle bounds;
	/** Of the bounding box, 0 where not selected; null if all of it is selected. */
	private final byte[] mask;

	private PixelArea(final int width, final int height, final Rectangle bounds, final byte[] mask) {
		this.width = width;
		this.height = height;
		this.bounds = bounds;
		this.mask = mask;
	}

	/**
	 * @param selection an area; anything else selects the whole plane
	 * @throws IllegalArgumentException if no pixel is selected
	 */
	public static PixelArea of(final ImageProcessor plane, final Roi selection) {
		final int width = plane.getWidth();
		final int height = plane.getHeight();
		if (selection == null || !selection.isArea())
			return new PixelArea(width, height, new Rectangle(width, height), null);
		final ImageProcessor shape = new ByteProcessor(width, height);
		shape.setRoi(SelectedPixels.within(selection, plane));
		final PixelArea area = new PixelArea(width, height, shape.getRoi(),
			shape.getMask() == null ? null : (byte[]) shape.getMask().getPixels());
		area.requirePixels(selection);
		return area;
	}

	/** This area without pixels of no data. */
	PixelArea without(final IgnoredPixels ignored, final ImageProcessor plane) {
		return withMask(ignored.withoutNoData(plane, bounds, mask));
	}

	PixelArea withMask(final byte[] other) {
		return other == mask ? this : new PixelArea(width, height, bounds, other);
	}

	private void requirePixels(final Roi selection) {
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++)
				if (isSelected(y, x)) return;
		throw new IllegalArgumentException("The selection has no pixels: " + selection);
	}

	/** @param row and x count from the corner of the bounding box */
	public boolean isSelected(final int row, final int x) {
		return mask == null || mask[row * bounds.width + x] != 0;
	}

	/** Of the plane. */
	public int width() {
		return width;
	}

	/** Of the plane. */
	public int height() {
		return height;
	}

	/** Number of rows of the bounding box. */
	public int rows() {
		return bounds.height;
	}

	/** Number of rows of the plane above the bounding box. */
	public int rowsAbove() {
		return bounds.y;
	}

	/** Length of such a row. */
	public int rowLength() {
		return bounds.width;
	}

	/** Whether all of the bounding box is selected. */
	public boolean isBox() {
		return mask == null;
	}

	/** Whether it is the whole plane. */
	public boolean isWhole() {
		return isBox() && bounds.width == width && bounds.height == height;
	}

	/** Where a row of the bounding box begins in the plane's array. */
	public int index(final int row) {
		return (bounds.y + row) * width + bounds.x;
	}
}
