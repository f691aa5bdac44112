package sc.fiji.kmeans.files.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An entry of a directory that is written, with its values, the lowest byte first; immutable. */
final class TiffEntry {

	static final int BYTE = 1;
	static final int ASCII = 2;
	static final int SHORT = 3;
	static final int LONG = 4;
	static final int RATIONAL = 5;
	static final int LONG8 = 16;

	/** By the type of an entry. */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8 };
	/** Two numbers of 32 bits each. */
	private static final int SIGNED_RATIONAL = 10;

	final int tag;
	final int type;
	private final byte[] values;

	private TiffEntry(final int tag, final int type, final byte[] values) {
		this.tag = tag;
		this.type = type;
		this.values = values;
	}

	/** @param values in the byte order of the buffer */
	static TiffEntry of(final int tag, final int type, final ByteBuffer values) {
		final byte[] bytes = new byte[values.remaining()];
		values.get(bytes);
		final int size = type == RATIONAL || type == SIGNED_RATIONAL ? 4 : BYTES[type];
		if (values.order() == ByteOrder.BIG_ENDIAN)
			for (int at = 0; at + size <= bytes.length; at += size)
			reverse(bytes, at, size);
		return new TiffEntry(tag, type, bytes);
	}

	private static void reverse(final byte[] bytes, final int at, final int size) {
		for (int i = 0; i < size / 2; i++) {
			final byte low = bytes[at + i];
			bytes[at + i] = bytes[at + size - 1 - i];
			bytes[at + size - 1 - i] = low;
		}
	}

	static TiffEntry text(final int tag, final String text) {
		return new TiffEntry(tag, ASCII, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
	}

	/** @param type SHORT, LONG or LONG8 */
	static TiffEntry numbers(final int tag, final int type, final long... numbers) {
		final ByteBuffer values = ByteBuffer.allocate(BYTES[type] * numbers.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		for (final long number : numbers) {
			if (type == SHORT) values.putShort((short) number);
			else if (type == LONG) values.putInt((int) number);
			else values.putLong(number);
		}
		return new TiffEntry(tag, type, values.array());
	}

	/** @param value above 0 */
	static TiffEntry ratio(final int tag, final double value) {
		final long denominator = value < 1000 ? 1_000_000 : 1;
		final ByteBuffer values = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
		values.putInt((int) Math.min(0xffffffffL, Math.round(value * denominator)));
		values.putInt((int) denominator);
		return new TiffEntry(tag, RATIONAL, values.array());
	}

	/** Number of values. */
	int count() {
		return values.length / BYTES[type];
	}

	/** Not to be changed. */
	byte[] values() {
		return values;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof TiffEntry)) return false;
		final TiffEntry entry = (TiffEntry) other;
		return tag == entry.tag && type == entry.type && Arrays.equals(values, entry.values);
	}

	@Override
	public int hashCode() {
		return 31 * tag + Arrays.hashCode(values);
	}
}
