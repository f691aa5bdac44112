package sc.fiji.kmeans.image;

import ij.measure.Calibration;

import java.io.IOException;
import java.util.zip.CRC32;

import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;

/**
 * Which values stored numbers of 8 or 16 bits stand for; immutable. Where two images have
 * different ones, the same number is another value, and pixels of both can not be counted
 * together.
 */
final class ValueScale {

	/** Numbers stand for themselves. */
	static final ValueScale NONE = new ValueScale(0, 0, 0);

	private static final long MOST = 0xffff_ffffL;

	/** The value of 0 and of the largest number. */
	private final float first;
	private final float last;
	/** Of all values; 0 if numbers stand for themselves. */
	private final int checksum;

	private ValueScale(final float first, final float last, final int checksum) {
		this.first = first;
		this.last = last;
		this.checksum = checksum;
	}

	/** @param bits of a number, 8 or 16 */
	static ValueScale of(final Calibration calibration, final int bits) {
		if (!calibration.calibrated()) return NONE;
		final CRC32 sum = new CRC32();
		boolean isChanged = false;
		for (int number = 0; number < 1 << bits; number++) {
			final float value = (float) calibration.getCValue((double) number);
			isChanged |= value != number;
			final int valueBits = Float.floatToIntBits(value);
			for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE)
				sum.update(valueBits >> shift & 0xff);
		}
		return isChanged
			? new ValueScale((float) calibration.getCValue(0.0),
				(float) calibration.getCValue((double) ((1 << bits) - 1)), (int) sum.getValue())
			: NONE;
	}

	void write(final CheckedOutput out) throws IOException {
		out.writeNumber(Float.floatToIntBits(first) & MOST);
		out.writeNumber(Float.floatToIntBits(last) & MOST);
		out.writeNumber(checksum & MOST);
	}

	/** @throws IOException if bytes are damaged */
	static ValueScale read(final CheckedInput in) throws IOException {
		return new ValueScale(Float.intBitsToFloat((int) in.readNumber("value", 0, MOST)),
			Float.intBitsToFloat((int) in.readNumber("value", 0, MOST)),
			(int) in.readNumber("checksum", 0, MOST));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ValueScale && toString().equals(other.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	/** For people, to stand behind what they are; the same for equal ones alone. */
	@Override
	public String toString() {
		return checksum == 0
			? ""
			: String.format(" that stand for %s to %s (calibration %08x)", text(first), text(last),
				checksum);
	}

	private static String text(final float value) {
		return value == (long) value ? Long.toString((long) value) : Float.toString(value);
	}
}
