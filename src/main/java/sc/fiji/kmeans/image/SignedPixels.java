package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.measure.Calibration;

/** Pixels that stand for whole numbers with a sign, of which ImageJ has none: they are shifted. */
public final class SignedPixels {

	private static final int OF_8_BITS = 0x80;
	private static final int OF_16_BITS = 0x8000;

	private SignedPixels() {}

	/** The calibration of signed numbers of 8 bits; that of 16 bits is ImageJ's own. */
	public static void calibrate8Bits(final Calibration calibration) {
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -OF_8_BITS, 1 },
			"Gray Value");
	}

	/** Whether the pixels of a picture are such. */
	public static boolean are(final ImagePlus picture) {
		return picture.getBitDepth() <= 16
			&& shift(picture.getCalibration()) == 1 << picture.getBitDepth() - 1;
	}

	/** What was added to the numbers to get the pixels; 0 where they have no sign. */
	static int shift(final Calibration calibration) {
		if (calibration.isSigned16Bit()) return OF_16_BITS;
		final double[] line = calibration.getCoefficients();
		final boolean isSigned8 = calibration.getFunction() == Calibration.STRAIGHT_LINE
			&& line[0] == -OF_8_BITS && line[1] == 1;
		return isSigned8 ? OF_8_BITS : 0;
	}
}
