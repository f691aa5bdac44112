package sc.fiji.kmeans.files.tiff;

import ij.measure.Calibration;

/** How large pixels are, as a description tells; immutable. */
final class PixelSize {

	static final PixelSize UNKNOWN = new PixelSize(0, 0, 0, null);

	private final double width;
	private final double height;
	private final double depth;
	private final String unit;

	/** @param unit null if none is told */
	PixelSize(final double width, final double height, final double depth, final String unit) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.unit = unit;
	}

	/** Sizes that are not told stay as they are. */
	void calibrate(final Calibration calibration) {
		if (width > 0) calibration.pixelWidth = width;
		if (height > 0) calibration.pixelHeight = height;
		if (depth > 0) calibration.pixelDepth = depth;
		if (unit != null) calibration.setUnit(unit);
	}
}
