package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The pixels of a plane that a selection selects; what lies outside counts for nothing. */
final class SelectedPixels {

	/** ImageJ makes a mask of all of a selection; larger ones are cut off before. */
	private static final long LARGE = 1 << 24;

	private SelectedPixels() {}

	/** An area, or of one that is large and reaches out of a plane its part within. */
	static Roi within(final Roi area, final ImageProcessor plane) {
		final Rectangle bounds = area.getBounds();
		final Rectangle all = new Rectangle(plane.getWidth(), plane.getHeight());
		return (long) bounds.width * bounds.height <= LARGE || all.contains(bounds) ? area
			: new ShapeRoi(area).and(new ShapeRoi(new Roi(all)));
	}

	/** 1 for each pixel of an area, 0 for the others. */
	static ImageProcessor mask(final Roi area, final ImageProcessor plane) {
		final ImageProcessor mask = new ByteProcessor(plane.getWidth(), plane.getHeight());
		mask.setColor(1);
		mask.fill(within(area, plane));
		return mask;
	}

	/** The places, row by row, of pixels below an area, a line or points. */
	static IntStream of(final Roi selection, final ImageProcessor plane) {
		final int width = plane.getWidth();
		if (!selection.isArea()) return Arrays.stream(selection.getContainedPoints())
			.filter(p -> p.x >= 0 && p.y >= 0 && p.x < width && p.y < plane.getHeight())
			.mapToInt(p -> p.y * width + p.x);
		final ImageProcessor mask = mask(selection, plane);
		return IntStream.range(0, mask.getPixelCount()).filter(i -> mask.get(i) > 0);
	}
}
