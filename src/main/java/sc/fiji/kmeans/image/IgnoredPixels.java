package sc.fiji.kmeans.image;

import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * Which pixels of an image are left out, because they are background or no data;
 * immutable.
 */
public final class IgnoredPixels {

	private final IgnoredValues ignored;
	private final OptionalDouble noData;
	private final Calibration calibration;

	/** @param calibration for values of background; values of no data have none */
	public IgnoredPixels(final IgnoredValues ignored, final OptionalDouble noData,
		final Calibration calibration)
	{
		this.ignored = ignored;
		this.noData = noData;
		this.calibration = calibration;
	}

	/** The same background without a value of no data. */
	public IgnoredPixels onlyBackground() {
		return new IgnoredPixels(ignored, OptionalDouble.empty(), calibration);
	}

	public boolean haveNoData() {
		return noData.isPresent();
	}

	/** The value of no data as its file has it, of which there is one. */
	public String noDataText() {
		final double value = noData.getAsDouble() - SignedPixels.shift(calibration);
		return value == (long) value ? Long.toString((long) value) : Float.toString((float) value);
	}

	/** Whether there is no background. */
	boolean areNone() {
		return ignored == IgnoredValues.NONE;
	}

	/**
	 * A mask of pixels without those that are no data.
	 *
	 * @param plane of 8 or 16 bits, or of colours
	 * @param bounds of the mask in the plane
	 * @param mask null for all pixels
	 * @return the same mask if none can be no data
	 */
	byte[] withoutNoData(final ImageProcessor plane, final Rectangle bounds, final byte[] mask) {
		if (!noData.isPresent()) return mask;
		final IntPredicate missing = missing(plane);
		final byte[] data = mask == null ? all(bounds) : mask.clone();
		for (int i = 0; i < data.length; i++)
			if (missing.test(plane.get(bounds.x + i % bounds.width, bounds.y + i / bounds.width)))
				data[i] = 0;
		return data;
	}

	private IntPredicate missing(final ImageProcessor plane) {
		final double value = noData.getAsDouble();
		if (!(plane instanceof ColorProcessor)) return pixel -> pixel == value;
		return rgb -> (rgb >> 16 & 0xff) == value || (rgb >> 8 & 0xff) == value
			|| (rgb & 0xff) == value;
	}

	private static byte[] all(final Rectangle bounds) {
		final byte[] all = new byte[bounds.width * bounds.height];
		Arrays.fill(all, (byte) 255);
		return all;
	}

	/**
	 * Tells which values of 8 or 16 bits, or colours, are left out. Of grey values
	 * black is 0 and white the largest; of colours, the grey ones stand for them.
	 */
	IntPredicate of(final PixelFormat format) {
		if (format.components() == 1) return greys(format.bits())::get;
		if (ignored.isValue())
			throw refused("black, white or a colour such as #f0f0f0", "an image of colours");
		final int colour = ignored.colour();
		final double tolerance = ignored.tolerance();
		return rgb -> isNear(rgb, colour, 16, tolerance) && isNear(rgb, colour, 8, tolerance)
			&& isNear(rgb, colour, 0, tolerance);
	}

	private static boolean isNear(final int rgb, final int colour, final int shift,
		final double tolerance)
	{
		return Math.abs((rgb >> shift & 0xff) - (colour >> shift & 0xff)) <= tolerance;
	}

	/** The values of a number of bits that are left out. */
	private BitSet greys(final int bits) {
		if (!ignored.isValue() && !ignored.isGrey())
			throw refused("black, white, a grey such as #f0f0f0 or a value such as 12.5", "a grey image");
		final int max = (1 << bits) - 1;
		final BitSet greys = new BitSet();
		IntStream.rangeClosed(0, max)
			.filter(raw -> ignored.isValue()
				? isNear((float) calibration.getCValue((double) raw), ignored.value())
				: Math.abs(raw - grey(max)) <= ignored.tolerance())
			.forEach(greys::set);
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
		return value >= (float) (middle - ignored.tolerance())
			&& value <= (float) (middle + ignored.tolerance());
	}

	/**
	 * Tells which pixels of several channels, or with a fraction, are left out: those
	 * whose every channel is the value, black 0, or, of 8 or 16 bits, white, and those
	 * of which a channel is no data.
	 *
	 * @param frame its channels
	 * @return nothing if all count
	 */
	public Optional<Predicate<float[]>> of(final ImageProcessor[] frame) {
		if (!noData.isPresent()) return areNone() ? Optional.empty() : Optional.of(background(frame));
		// As a pixel that is not a zero of another sign.
		final float missing = (float) noData.getAsDouble() + 0f;
		return Optional.of(background(frame).or(pixel -> !all(pixel, x -> x != missing)));
	}

	/** The same of channels of 8 bits, packed. */
	Optional<IntPredicate> arePacked(final ImageProcessor[] frame) {
		return of(frame).map(ignores -> {
			final int channels = frame.length;
			return pixel -> {
				final float[] own = new float[channels];
				for (int c = 0; c < own.length; c++)
					own[c] = pixel >>> Byte.SIZE * (own.length - 1 - c) & 0xff;
				return ignores.test(own);
			};
		});
	}

	private Predicate<float[]> background(final ImageProcessor[] frame) {
		if (areNone()) return pixel -> false;
		if (frame[0] instanceof FloatProcessor) return ofReals();
		if (!ignored.isBlack() && !ignored.isWhite() && !ignored.isValue())
			throw refused("black, white or a value such as 12.5", "a multi-channel image");
		final BitSet greys = greys(frame[0].getBitDepth());
		return pixel -> all(pixel, x -> greys.get((int) x));
	}

	private Predicate<float[]> ofReals() {
		if (!ignored.isBlack() && !ignored.isValue())
			throw refused("black (that is 0) or a value such as 12.5", "a 32-bit image");
		final double middle = ignored.isValue() ? ignored.value() : 0;
		return pixel -> all(pixel, x -> isNear((float) x, middle));
	}

	private static boolean all(final float[] pixel, final DoublePredicate condition) {
		for (final float x : pixel)
			if (!condition.test(x)) return false;
		return true;
	}

	private IllegalArgumentException refused(final String takes, final String image) {
		return new IllegalArgumentException(
			"ignore = " + ignored + ": takes none, " + takes + " for " + image);
	}
}
