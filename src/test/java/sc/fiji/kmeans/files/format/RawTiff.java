package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A TIFF file in either byte order, whose directories are written entry by entry. */
public final class RawTiff {

	private static final int LENGTH = 4000;

	private final ByteBuffer bytes;
	/** Where the next directory or value is put. */
	private int end = 8;
	/** Where the offset of the next directory stands. */
	private int link = 4;

	public RawTiff(final ByteOrder order) {
		bytes = ByteBuffer.allocate(LENGTH).order(order);
		bytes.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
		bytes.putShort((short) 42);
	}

	public static RawTiff random(final Random random) {
		return new RawTiff(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
	}

	/** Puts a directory behind what there is, and the others before lead to it. */
	public RawTiff directory(final Entry... entries) {
		bytes.putInt(link, end);
		bytes.putShort(end, (short) entries.length);
		final int start = end + 2;
		link = start + 12 * entries.length;
		end = link + 4;
		for (int i = 0; i < entries.length; i++)
			put(entries[i], start + 12 * i);
		return this;
	}

	private void put(final Entry entry, final int at) {
		bytes.putShort(at, (short) entry.tag).putShort(at + 2, (short) entry.type);
		bytes.putInt(at + 4, entry.count);
		final boolean fits = entry.values(bytes.order()).length <= 4;
		if (!fits) bytes.putInt(at + 8, end);
		((ByteBuffer) bytes.duplicate().position(fits ? at + 8 : end)).put(entry.values(bytes.order()));
		if (!fits) end += entry.values(bytes.order()).length;
	}

	/** The last directory leads to the first one. */
	RawTiff ring() {
		bytes.putInt(link, bytes.getInt(4));
		return this;
	}

	/** Number of bytes up to the last value. */
	int length() {
		return end;
	}

	byte[] bytes() {
		return Arrays.copyOf(bytes.array(), end);
	}

	/** Does something with the file. */
	public <T> T with(final Use<T> use) throws IOException {
		return TemporaryFile.with(bytes(), path -> {
			try (TiffFile file = new TiffFile(path)) {
				return use.of(file);
			}
		});
	}

	/** What is done with it. */
	public interface Use<T> {

		T of(TiffFile file) throws IOException;
	}

	/** An entry as it is meant. */
	public static final class Entry {

		final int tag;
		final int type;
		final int count;
		private final int[] numbers;

		public Entry(final int tag, final int type, final int count, final int... numbers) {
			this.tag = tag;
			this.type = type;
			this.count = count;
			this.numbers = numbers;
		}

		/** Bytes of a text, numbers of 16 or 32 bits. */
		public static Entry of(final int tag, final int type, final int... numbers) {
			return new Entry(tag, type, numbers.length, numbers);
		}

		static Entry text(final int tag, final String text) {
			return of(tag, 2, text.chars().toArray());
		}

		/** Of one to three numbers. */
		static Entry random(final Random random, final int tag) {
			final int type = 3 + random.nextInt(2);
			return of(tag, type, random.ints(1 + random.nextInt(3), 0, 1 << 16).toArray());
		}

		/**
		 * Entries with other tags each, in their order; of none that ImageJ reads in a way of its own.
		 */
		static Entry[] randoms(final Random random) {
			final List<Entry> entries = new ArrayList<>();
			for (int tag = 320, n = 1 + random.nextInt(6); n > 0; n--)
				entries.add(random(random, tag += 1 + random.nextInt(50)));
			return entries.toArray(new Entry[0]);
		}

		int number() {
			return numbers[0];
		}

		private byte[] values(final ByteOrder order) {
			final int size = type == 2 ? 1 : type == 3 ? 2 : 4;
			final ByteBuffer values = ByteBuffer.allocate(size * numbers.length).order(order);
			for (final int number : numbers) {
				if (size == 1) values.put((byte) number);
				else if (size == 2) values.putShort((short) number);
				else values.putInt(number);
			}
			return values.array();
		}
	}
}
