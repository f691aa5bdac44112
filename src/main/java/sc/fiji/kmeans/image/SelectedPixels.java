package sc.fiji.kmeans.image;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import ij.process.PolygonFiller;

import java.awt.Rectangle;
import java.awt.geom.Area;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The pixels of a plane that a selection selects; what lies outside counts for nothing. */
public final class SelectedPixels {

	/** ImageJ makes a mask of all of a selection; larger ones are cut off before. */
	private static final long LARGE = 1 << 24;

	private SelectedPixels() {}

	/** An area, or of one that is large and reaches out of a plane its part within. */
	static Roi within(final Roi area, final ImageProcessor plane) {
		final Rectangle bounds = area.getBounds();
		final Rectangle all = new Rectangle(plane.getWidth(), plane.getHeight());
		if ((long) bounds.width * bounds.height <= LARGE || all.contains(bounds)) return area;
		if (area instanceof OvalRoi) return selection(mask((OvalRoi) area, plane));
		return area instanceof PolygonRoi
			? selection(mask((PolygonRoi) area, plane))
			: new ShapeRoi(area).and(new ShapeRoi(new Roi(all)));
	}

	// As the masks that ImageJ makes of all of them.

	private static ByteProcessor mask(final OvalRoi oval, final ImageProcessor plane) {
		final int width = plane.getWidth();
		final ByteProcessor mask = new ByteProcessor(width, plane.getHeight());
		for (int i = 0; i < mask.getPixelCount(); i++)
			if (oval.contains(i % width, i / width)) mask.set(i, 255);
		return mask;
	}

	private static ByteProcessor mask(final PolygonRoi polygon, final ImageProcessor plane) {
		final FloatPolygon corners = polygon.getFloatPolygon();
		final ByteProcessor mask = new ByteProcessor(plane.getWidth(), plane.getHeight());
		new PolygonFiller(corners.xpoints, corners.ypoints, corners.npoints, 0, 0)
			.fillByteProcessorMask(mask);
		return mask;
	}

	private static Roi selection(final ByteProcessor mask) {
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi selection = new ThresholdToSelection().convert(mask);
		return selection == null ? new ShapeRoi(new Area()) : selection;
	}

	/** Whether it is an area that has no pixel of a plane. */
	public static boolean isEmpty(final Roi selection, final ImageProcessor plane) {
		return selection.isArea() && !of(selection, plane).findAny().isPresent();
	}

	/** 1 for each pixel of an area, 0 for the others. */
	public static ImageProcessor mask(final Roi area, final ImageProcessor plane) {
		final ImageProcessor mask = new ByteProcessor(plane.getWidth(), plane.getHeight());
		mask.setColor(1);
		mask.fill(within(area, plane));
		return mask;
	}

	/** The places, row by row, of pixels below an area, a line or points. */
	public static IntStream of(final Roi selection, final ImageProcessor plane) {
		final int width = plane.getWidth();
		if (!selection.isArea())
			return Arrays.stream(selection.getContainedPoints())
				.filter(p -> p.x >= 0 && p.y >= 0 && p.x < width && p.y < plane.getHeight())
				.mapToInt(p -> p.y * width + p.x);
		final ImageProcessor mask = mask(selection, plane);
		return IntStream.range(0, mask.getPixelCount()).filter(i -> mask.get(i) > 0);
	}
}
