package sc.fiji.kmeans.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A TIFF file of one image, made entry by entry, also with entries that are wrong. */
public final class TiffBytes {

	public static final int ASCII = 2;
	public static final int SHORT = 3;
	public static final int LONG = 4;

	private static final int STRIP_OFFSETS = 273;
	private static final int STRIP_LENGTHS = 279;
	private static final int HEAD = 8;

	private final SortedMap<Integer, Entry> entries = new TreeMap<>();
	private final List<byte[]> strips = new ArrayList<>();

	/** Grey values of whole numbers in one strip, to be changed. */
	public static TiffBytes grey(final int width, final int height, final int bits,
		final byte[] pixels)
	{
		return new TiffBytes().with(256, LONG, width)
			.with(257, LONG, height)
			.with(258, SHORT, bits)
			.with(259, SHORT, 1)
			.with(262, SHORT, 1)
			.with(277, SHORT, 1)
			.with(278, LONG, height)
			.strip(pixels);
	}

	/** Adds an entry, or replaces one. */
	public TiffBytes with(final int tag, final int type, final int... values) {
		final int size = type == SHORT ? 2 : 4;
		final ByteBuffer bytes = buffer(size * values.length);
		for (final int value : values)
			if (type == SHORT) bytes.putShort((short) value);
			else bytes.putInt(value);
		entries.put(tag, new Entry(type, values.length, bytes.array()));
		return this;
	}

	public TiffBytes text(final int tag, final String text) {
		final byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
		entries.put(tag, new Entry(ASCII, bytes.length, bytes));
		return this;
	}

	/** An entry with another number of values than there are. */
	public TiffBytes count(final int tag, final int count) {
		final Entry entry = entries.get(tag);
		entries.put(tag, new Entry(entry.type, count, entry.bytes));
		return this;
	}

	public TiffBytes strip(final byte[] strip) {
		strips.add(strip);
		final int[] lengths = strips.stream().mapToInt(s -> s.length).toArray();
		final int[] offsets = new int[lengths.length];
		offsets[0] = HEAD;
		for (int i = 1; i < offsets.length; i++)
			offsets[i] = offsets[i - 1] + lengths[i - 1];
		return with(STRIP_OFFSETS, LONG, offsets).with(STRIP_LENGTHS, LONG, lengths);
	}

	/** In place of all strips. */
	public TiffBytes onlyStrip(final byte[] strip) {
		strips.clear();
		return strip(strip);
	}

	/** The file. */
	public byte[] bytes() {
		final int length = strips.stream().mapToInt(s -> s.length).sum();
		final ByteBuffer directory = buffer(6 + 12 * entries.size());
		final ByteArrayOutputStream values = new ByteArrayOutputStream();
		final int start = HEAD + length;
		directory.putShort((short) entries.size());
		entries.forEach((tag, entry) -> {
			directory.putShort(tag.shortValue()).putShort((short) entry.type).putInt(entry.count);
			if (entry.bytes.length <= 4) directory.put(Arrays.copyOf(entry.bytes, 4));
			else {
				directory.putInt(start + directory.capacity() + values.size());
				values.write(entry.bytes, 0, entry.bytes.length);
			}
		});
		final ByteBuffer file = buffer(start + directory.capacity() + values.size());
		file.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(start);
		strips.forEach(file::put);
		return file.put(directory.array()).put(values.toByteArray()).array();
	}

	private static ByteBuffer buffer(final int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Values behind a tag. */
	private static final class Entry {

		private final int type;
		private final int count;
		private final byte[] bytes;

		private Entry(final int type, final int count, final byte[] bytes) {
			this.type = type;
			this.count = count;
			this.bytes = bytes;
		}
	}
}
