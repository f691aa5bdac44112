package sc.fiji.kmeans.image;

import ij.measure.Calibration;

import java.io.IOException;

import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;
import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * What the pixels of an image are: colours, values of 8, 16 or 32 bits, or vectors of these,
 * and which values their numbers stand for; immutable. Pixels of the same kind can be counted
 * together.
 */
public final class PixelKind {

	private static final int COLOURS = 24;
	private static final int REAL = 32;
	/** Channels of 8 bits that are counted as fast as colours. */
	private static final int MOST_PACKED = 3;
	private static final int MOST_CHANNELS = 1 << 16;

	private static final int MINUS_ZERO = Integer.MIN_VALUE;

	/** Of a channel; 24 for colours. */
	private final int bits;
	private final int channels;
	/** None of colours and of 32 bits. */
	private final ValueScale scale;

	private PixelKind(final int bits, final int channels, final ValueScale scale) {
		this.bits = bits;
		this.channels = channels;
		this.scale = scale;
	}

	public static PixelKind ofColours() {
		return new PixelKind(COLOURS, 1, ValueScale.NONE);
	}

	/** @param bits 8, 16 or 32 */
	public static PixelKind of(final int bits, final int channels) {
		return new PixelKind(bits, channels, ValueScale.NONE);
	}

	/**
	 * Whether pixels are counted as values, of all channels or of some.
	 *
	 * @param bits 8, 16, 24 for colours, or 32
	 */
	public static boolean areValues(final int bits, final int channels) {
		return bits == COLOURS || of(bits, channels).areValues();
	}

	/** The same, whose numbers stand for the values that a calibration tells, if it tells any. */
	public PixelKind with(final Calibration calibration) {
		return areColours() || areReal()
			? this
			: new PixelKind(bits, channels, ValueScale.of(calibration, bits));
	}

	public boolean areColours() {
		return bits == COLOURS;
	}

	/** Whether they have 32 bits, and so no unit of their own. */
	public boolean areReal() {
		return bits == REAL;
	}

	public int channels() {
		return channels;
	}

	/** Whether they are vectors, also where they are counted as values. */
	public boolean areVectors() {
		return channels > 1 || areReal();
	}

	/** Whether they are counted as values of the format. */
	public boolean areValues() {
		return !areVectors() || bits == Byte.SIZE && channels <= MOST_PACKED;
	}

	/** Of values. */
	public PixelFormat format() {
		if (areColours()) return PixelFormat.RGB;
		return channels == 1 ? PixelFormat.grey(bits) : PixelFormat.channels(channels);
	}

	/** Whether a number may be that of a channel. */
	public boolean fits(final float number) {
		return areReal()
			? Math.abs(number) < Float.MAX_VALUE && Float.floatToIntBits(number) != MINUS_ZERO
			: number >= 0 && number < 1 << bits && number == (int) number;
	}

	public void write(final CheckedOutput out) throws IOException {
		out.writeNumber(bits);
		out.writeNumber(channels);
		scale.write(out);
	}

	/** @throws IOException if bytes are damaged or no kind */
	public static PixelKind read(final CheckedInput in) throws IOException {
		final int bits = (int) in.readNumber("bits", Byte.SIZE, REAL);
		if (bits % Byte.SIZE != 0) throw CheckedInput.damaged("pixels of " + bits + " bits");
		final int most = bits == COLOURS ? 1 : MOST_CHANNELS;
		return new PixelKind(bits, (int) in.readNumber("channels", 1, most), ValueScale.read(in));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PixelKind && bits == ((PixelKind) other).bits
			&& channels == ((PixelKind) other).channels && scale.equals(((PixelKind) other).scale);
	}

	@Override
	public int hashCode() {
		return 31 * channels + bits;
	}

	/** For people. */
	@Override
	public String toString() {
		if (areColours()) return "colours";
		return (channels == 1 ? bits + "-bit values" : channels + " channels of " + bits + " bits")
			+ scale;
	}
}
