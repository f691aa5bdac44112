package sc.fiji.kmeans.files.tiff;

import ij.measure.Calibration;

import java.io.IOException;
import java.nio.ByteBuffer;

import sc.fiji.kmeans.files.format.TiffDirectory;

/** How many pixels there are in a unit of length, as ImageJ takes it; immutable. */
final class Resolution {

	private static final int X = 282;
	private static final int Y = 283;
	private static final int UNIT = 296;
	private static final int NONE = 1;
	private static final int INCH = 2;
	private static final int CENTIMETRE = 3;
	/** It says nothing: programs write it that know none. */
	private static final double OF_SCREENS = 72;

	private final double x;
	private final double y;
	private final int unit;

	private Resolution(final double x, final double y, final int unit) {
		this.x = x;
		this.y = y;
		this.unit = unit;
	}

	static Resolution of(final TiffDirectory directory) throws IOException {
		return new Resolution(ratio(directory, X), ratio(directory, Y),
			(int) directory.number(UNIT, INCH));
	}

	/** 0 if there is none. */
	private static double ratio(final TiffDirectory directory, final int tag) throws IOException {
		final ByteBuffer values = directory.values(tag);
		if (values.remaining() < 2 * Integer.BYTES) return 0;
		final double numerator = values.getInt() & 0xffffffffL;
		final double ratio = numerator / (values.getInt() & 0xffffffffL);
		return Double.isInfinite(ratio) || Double.isNaN(ratio) ? 0 : ratio;
	}

	void calibrate(final Calibration calibration) {
		if (unit == NONE) calibration.setUnit(" ");
		if (x <= 0 || y <= 0 || unit == INCH && x == OF_SCREENS) return;
		calibration.pixelWidth = 1 / x;
		calibration.pixelHeight = 1 / y;
		if (unit == INCH) calibration.setUnit("inch");
		if (unit == CENTIMETRE) calibration.setUnit("cm");
	}
}
