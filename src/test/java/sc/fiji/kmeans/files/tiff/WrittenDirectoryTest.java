package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.format.TiffDirectory;
import sc.fiji.kmeans.files.format.TiffFile;

/** Read back by the reader, which was tested with files of others. */
class WrittenDirectoryTest {

	private static final int[] TYPES = { TiffEntry.SHORT, TiffEntry.LONG, TiffEntry.LONG8 };

	private static long[] numbers(final Random random, final int type) {
		final long most = type == TiffEntry.SHORT ? 1 << 16 : 1L << 32;
		return random.longs(1 + random.nextInt(5), 0, most).toArray();
	}

	private static void writeHead(final RandomAccessFile file, final boolean isBig)
		throws IOException
	{
		final ByteBuffer head = ByteBuffer.allocate(isBig ? 16 : 8).order(ByteOrder.LITTLE_ENDIAN);
		head.put((byte) 'I').put((byte) 'I').putShort((short) (isBig ? 43 : 42));
		if (isBig) head.putShort((short) 8);
		file.write(head.array());
	}

	@Property(tries = 80)
	void entriesComeBack(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final boolean isBig = random.nextBoolean();
		final List<List<TiffEntry>> written = new ArrayList<>();
		final List<List<long[]>> values = new ArrayList<>();
		final Path path = Files.createTempFile("kmeans", ".tif");
		try {
			try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
				writeHead(file, isBig);
				long link = isBig ? 8 : 4;
				for (int n = 1 + random.nextInt(4); n > 0; n--) {
					// Pixels of any length.
					file.write(new byte[random.nextInt(20)]);
					written.add(new ArrayList<>());
					values.add(new ArrayList<>());
					for (int tag = 300, m = 1 + random.nextInt(6); m > 0; m--) {
						final int type = TYPES[random.nextInt(TYPES.length)];
						final long[] numbers = numbers(random, type);
						values.get(values.size() - 1).add(numbers);
						written.get(written.size() - 1)
							.add(TiffEntry.numbers(tag += 1 + random.nextInt(50), type, numbers));
					}
					link = new WrittenDirectory(file, isBig).write(written.get(written.size() - 1), link);
				}
			}
			try (TiffFile file = new TiffFile(path)) {
				final List<TiffDirectory> read = TiffDirectory.all(file);
				assertEquals(written.size(), read.size());
				for (int d = 0; d < read.size(); d++)
					for (int e = 0; e < written.get(d).size(); e++) {
						final TiffEntry entry = written.get(d).get(e);
						assertEquals(0, read.get(d).start() % 2);
						assertEquals(entry.type, read.get(d).typeOf(entry.tag));
						assertArrayEquals(values.get(d).get(e), read.get(d).numbers(entry.tag));
					}
			}
		}
		finally {
			Files.delete(path);
		}
	}

	/** In whatever order the bytes come, they are written with the lowest first. */
	@Property(tries = 60)
	void bytesOfBothOrdersAreTheSame(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int[] sizes = { 0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8 };
		final int type = 1 + random.nextInt(12);
		final byte[] bytes = new byte[sizes[type] * 2 * (1 + random.nextInt(4))];
		random.nextBytes(bytes);
		final byte[] reversed = bytes.clone();
		for (int at = 0; at < bytes.length; at += sizes[type])
			for (int i = 0; i < sizes[type]; i++)
				reversed[at + i] = bytes[at + sizes[type] - 1 - i];
		final TiffEntry little = TiffEntry.of(300, type,
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
		final TiffEntry big = TiffEntry.of(300, type,
			ByteBuffer.wrap(reversed).order(ByteOrder.BIG_ENDIAN));
		assertArrayEquals(bytes, little.values());
		assertEquals(little, big);
		assertEquals(little.hashCode(), big.hashCode());
	}

	@Test
	void textsEndWithZero() {
		final TiffEntry entry = TiffEntry.text(270, "\u00b5m");
		assertEquals(TiffEntry.ASCII, entry.type);
		assertEquals(3, entry.count());
		assertArrayEquals(new byte[] { (byte) 0xb5, 'm', 0 }, entry.values());
	}

	/** To a millionth, or of many to a whole number. */
	@Property(tries = 60)
	void ratios(@ForAll final long seed) {
		final double value = Math.pow(10, new Random(seed).nextDouble() * 12 - 3);
		final ByteBuffer values = ByteBuffer.wrap(TiffEntry.ratio(282, value).values())
			.order(ByteOrder.LITTLE_ENDIAN);
		final double ratio = (values.getInt() & 0xffffffffL) / (double) (values.getInt() & 0xffffffffL);
		assertEquals(Math.min(value, 0xffffffffL), ratio, value < 1000 ? 1e-6 : 0.5);
	}

	@Test
	void entriesOfOtherValuesAreOthers() {
		final TiffEntry entry = TiffEntry.numbers(300, TiffEntry.SHORT, 1, 2);
		assertEquals(2, entry.count());
		for (final TiffEntry other : Arrays.asList(TiffEntry.numbers(301, TiffEntry.SHORT, 1, 2),
			TiffEntry.numbers(300, TiffEntry.LONG, 1, 2), TiffEntry.numbers(300, TiffEntry.SHORT, 2, 1)))
			assertNotEquals(entry, other);
	}
}
