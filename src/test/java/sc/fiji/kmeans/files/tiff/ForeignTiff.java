package sc.fiji.kmeans.files.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * A TIFF file as other programs write it: any order of bytes, strips or tiles, samples beside each
 * other or in planes, compressed or not, with or without differences, plain or big. It has one
 * page.
 */
final class ForeignTiff {

	private static final int[] COMPRESSIONS = { 1, 5, 8, 32773, 32946 };

	final int width;
	final int height;
	final int samples;
	/** Of a sample: 8, 16, 32 or 64. */
	final int bits;
	/** 1 for whole numbers, 2 for those with a sign, 3 for floating point. */
	final int format;
	final boolean isPlanar;
	/** The numbers of each sample; only their bits count. */
	final long[][] values;
	private final ByteOrder order;
	private final boolean isBig;
	private final boolean isTiled;
	private final int blockWidth;
	private final int blockHeight;
	private final int compression;
	private final int predictor;
	private final TreeMap<Integer, long[]> entries = new TreeMap<>();

	ForeignTiff(final Random random, final int samples, final int bits, final int format) {
		this.samples = samples;
		this.bits = bits;
		this.format = format;
		width = 1 + random.nextInt(50);
		height = 1 + random.nextInt(50);
		isPlanar = samples > 1 && random.nextBoolean();
		order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		isBig = random.nextBoolean();
		isTiled = random.nextBoolean();
		blockWidth = isTiled ? 16 * (1 + random.nextInt(3)) : width;
		blockHeight = isTiled ? 16 * (1 + random.nextInt(3)) : 1 + random.nextInt(height);
		compression = COMPRESSIONS[random.nextInt(COMPRESSIONS.length)];
		final boolean isPredicted = compression != 1 && compression != 32773 && random.nextBoolean();
		predictor = !isPredicted ? 1 : format == 3 && random.nextBoolean() ? 3 : 2;
		values = new long[samples][width * height];
		for (final long[] sample : values)
			for (int i = 0; i < sample.length; i++)
				sample[i] = i > 0 && random.nextInt(3) == 0 ? sample[i - 1] : value(random);
	}

	/** Numbers that floats of 32 bits hold. */
	private long value(final Random random) {
		if (format != 3) return random.nextLong() & (1L << Math.min(24, bits)) - 1;
		if (bits == 16) return random.nextInt(1 << 15);
		return bits == 32
			? Float.floatToIntBits(random.nextFloat() - 0.5f)
			: Double.doubleToLongBits(random.nextFloat() - 0.5f);
	}

	/** One more entry of whole numbers. */
	ForeignTiff with(final int tag, final long... numbers) {
		entries.put(tag, numbers);
		return this;
	}

	byte[] bytes() {
		final List<byte[]> blocks = blocks();
		final int head = isBig ? 16 : 8;
		final long[] offsets = new long[blocks.size()];
		final long[] lengths = new long[blocks.size()];
		long at = head;
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = at;
			lengths[i] = blocks.get(i).length;
			at += lengths[i];
		}
		addEntries(offsets, lengths);
		final byte[] directory = directory(at);
		final ByteBuffer out = ByteBuffer.allocate((int) at + directory.length).order(order);
		out.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'))
			.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'))
			.putShort((short) (isBig ? 43 : 42));
		if (isBig) out.putShort((short) 8).putShort((short) 0).putLong(at);
		else out.putInt((int) at);
		blocks.forEach(out::put);
		return out.put(directory).array();
	}

	private void addEntries(final long[] offsets, final long[] lengths) {
		with(256, width).with(257, height).with(258, each(bits)).with(259, compression);
		entries.putIfAbsent(262, new long[] { 1 });
		with(277, samples).with(284, isPlanar ? 2 : 1).with(317, predictor).with(339, each(format));
		if (isTiled) with(322, blockWidth).with(323, blockHeight).with(324, offsets).with(325, lengths);
		else with(273, offsets).with(278, blockHeight).with(279, lengths);
	}

	private long[] each(final long number) {
		final long[] numbers = new long[samples];
		Arrays.fill(numbers, number);
		return numbers;
	}

	/** Entries of numbers of 32 bits, or 64 in big files, and those that do not fit behind them. */
	private byte[] directory(final long at) {
		final int size = isBig ? 8 : 4;
		final int table = (isBig ? 8 : 2) + entries.size() * (4 + 2 * size) + size;
		final ByteBuffer out = ByteBuffer.allocate(table + 100_000).order(order);
		if (isBig) out.putLong(entries.size());
		else out.putShort((short) entries.size());
		int end = table;
		for (final int tag : entries.keySet()) {
			final long[] numbers = entries.get(tag);
			out.putShort((short) tag).putShort((short) (isBig ? 16 : 4));
			put(out, numbers.length);
			put(out, numbers.length == 1 ? numbers[0] : at + end);
			if (numbers.length == 1) continue;
			final ByteBuffer behind = (ByteBuffer) out.duplicate().order(order).position(end);
			for (final long number : numbers)
				put(behind, number);
			end = behind.position();
		}
		put(out, 0);
		return Arrays.copyOf(out.array(), end);
	}

	private void put(final ByteBuffer out, final long number) {
		if (isBig) out.putLong(number);
		else out.putInt((int) number);
	}

	private List<byte[]> blocks() {
		final List<byte[]> blocks = new ArrayList<>();
		for (int plane = 0; plane < (isPlanar ? samples : 1); plane++)
			for (int y = 0; y < height; y += blockHeight)
				for (int x = 0; x < width; x += blockWidth)
					blocks.add(packed(block(plane, x, y)));
		return blocks;
	}

	/** Tiles reach beyond the image. */
	private byte[] block(final int plane, final int x, final int y) {
		final int rows = isTiled ? blockHeight : Math.min(blockHeight, height - y);
		final int n = isPlanar ? 1 : samples;
		final ByteBuffer out = ByteBuffer.allocate(rows * blockWidth * n * bits / 8).order(order);
		for (int row = y; row < y + rows; row++) {
			final long[] before = new long[n];
			final int start = out.position();
			for (int column = x; column < x + blockWidth; column++)
				for (int s = 0; s < n; s++) {
					final long value = row < height && column < width
						? values[isPlanar ? plane : s][row * width + column]
						: 0;
					putSample(out, predictor == 2 ? value - before[s] : value);
					before[s] = value;
				}
			if (predictor == 3) predictFloats(out.array(), start, out.position(), n);
		}
		return out.array();
	}

	private void putSample(final ByteBuffer out, final long value) {
		if (bits == 8) out.put((byte) value);
		else if (bits == 16) out.putShort((short) value);
		else if (bits == 32) out.putInt((int) value);
		else out.putLong(value);
	}

	private void predictFloats(final byte[] bytes, final int from, final int to, final int step) {
		final int size = bits / 8;
		final int n = (to - from) / size;
		final byte[] planes = new byte[to - from];
		for (int i = 0; i < n; i++)
			for (int b = 0; b < size; b++)
				planes[b * n + i] = bytes[from + i * size
					+ (order == ByteOrder.BIG_ENDIAN ? b : size - 1 - b)];
		for (int i = 0; i < planes.length; i++)
			bytes[from + i] = (byte) (planes[i] - (i < step ? 0 : planes[i - step]));
	}

	private byte[] packed(final byte[] block) {
		switch (compression) {
			case 1 :
				return block;
			case 5 :
				return new LzwEncoder().encode(block, true);
			case 32773 :
				return packBits(block);
			default :
				return deflated(block);
		}
	}

	private static byte[] deflated(final byte[] block) {
		final Deflater deflater = new Deflater();
		deflater.setInput(block);
		deflater.finish();
		final byte[] out = new byte[block.length + 100];
		final int n = deflater.deflate(out);
		deflater.end();
		return Arrays.copyOf(out, n);
	}

	/** Runs of 2 to 128 bytes, and others of as many at most. */
	private static byte[] packBits(final byte[] block) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int at = 0; at < block.length;) {
			int run = at + 1;
			while (run < block.length && run - at < 128 && block[run] == block[at])
				run++;
			if (run - at > 1) {
				out.write(1 - (run - at));
				out.write(block[at]);
				at = run;
				continue;
			}
			int end = at + 1;
			while (end < block.length && end - at < 128
				&& (end + 1 == block.length || block[end] != block[end + 1]))
				end++;
			out.write(end - at - 1);
			out.write(block, at, end - at);
			at = end;
		}
		return out.toByteArray();
	}

	@Override
	public String toString() {
		return width + " x " + height + " x " + samples + ", " + bits + " bits, format " + format
			+ (isPlanar ? ", planes" : "") + (isTiled ? ", tiles " : ", strips ") + blockWidth + " x "
			+ blockHeight + ", compression " + compression + ", predictor " + predictor + ", " + order
			+ (isBig ? ", big" : "");
	}
}
