package sc.fiji.kmeans.image;

import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.BitSet;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.pixel.PixelFormat;

/** Which pixels of an image are background that is left out; immutable. */
final class IgnoredPixels {

	private final IgnoredValues ignored;
	private final Calibration calibration;

	IgnoredPixels(final IgnoredValues ignored, final Calibration calibration) {
		this.ignored = ignored;
		this.calibration = calibration;
	}

	/** Whether there are none. */
	boolean areNone() {
		return ignored == IgnoredValues.NONE;
	}

	/**
	 * Tells which values of 8 or 16 bits, or colours, are left out. Of grey values
	 * black is 0 and white the largest; of colours, the grey ones stand for them.
	 */
	IntPredicate of(final PixelFormat format) {
		if (format.components() == 1) return greys(format.bits())::get;
		if (ignored.isValue()) throw refused("black, white or a colour such as #f0f0f0",
			"an image of colours");
		return rgb -> isNear(rgb, 16) && isNear(rgb, 8) && isNear(rgb, 0);
	}

	private boolean isNear(final int rgb, final int shift) {
		return Math.abs((rgb >> shift & 0xff) - (ignored.colour() >> shift &
			0xff)) <= ignored.tolerance();
	}

	/** The values of so many bits that are left out. */
	private BitSet greys(final int bits) {
		if (!ignored.isValue() && !ignored.isGrey()) throw refused(
			"black, white, a grey such as #f0f0f0 or a value such as 12.5",
			"a grey image");
		final int max = (1 << bits) - 1;
		final BitSet greys = new BitSet();
		IntStream.rangeClosed(0, max).filter(raw -> ignored.isValue() ? isNear(
			(float) calibration.getCValue((double) raw), ignored.value()) : Math.abs(raw - grey(
				max)) <= ignored.tolerance()).forEach(greys::set);
		return greys;
	}

	private long grey(final int max) {
		return Math.round((ignored.colour() >> 8 & 0xff) / 255.0 * max);
	}

	/**
	 * The bounds are rounded like pixels of 32 bits, so that 0.3 + 0.1 and 0.3 - 0.1
	 * are near 0.3+0.1.
	 */
	private boolean isNear(final float value, final double middle) {
		return value >= (float) (middle - ignored.tolerance()) &&
			value <= (float) (middle + ignored.tolerance());
	}

	/**
	 * Tells which pixels of several channels, or with a fraction, are left out: those
	 * whose every channel is the value, black 0, or, of 8 or 16 bits, white.
	 *
	 * @param frame its channels
	 */
	Predicate<float[]> of(final ImageProcessor[] frame) {
		if (areNone()) return pixel -> false;
		if (frame[0] instanceof FloatProcessor) return ofReals();
		if (!ignored.isBlack() && !ignored.isWhite() && !ignored.isValue())
			throw refused("black, white or a value such as 12.5",
				"a multi-channel image");
		final BitSet greys = greys(frame[0].getBitDepth());
		return pixel -> all(pixel, x -> greys.get((int) x));
	}

	private Predicate<float[]> ofReals() {
		if (!ignored.isBlack() && !ignored.isValue()) throw refused(
			"black (that is 0) or a value such as 12.5", "a 32-bit image");
		final double middle = ignored.isValue() ? ignored.value() : 0;
		return pixel -> all(pixel, x -> isNear((float) x, middle));
	}

	private static boolean all(final float[] pixel,
		final DoublePredicate condition)
	{
		for (final float x : pixel)
			if (!condition.test(x)) return false;
		return true;
	}

	private IllegalArgumentException refused(final String takes,
		final String image)
	{
		return new IllegalArgumentException("ignore = " + ignored + ": takes none, " +
			takes + " for " + image);
	}
}
