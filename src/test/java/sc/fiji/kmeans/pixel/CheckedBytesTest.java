package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Numbers and texts come back as they went, and no byte that is not theirs. */
class CheckedBytesTest {

	/** Of any size, small ones as often as large ones. */
	private static long[] numbers(final Random random, final int n) {
		final long[] numbers = new long[n];
		Arrays.setAll(numbers, i -> random.nextLong() >>> 1 + random.nextInt(Long.SIZE - 1));
		return numbers;
	}

	/** Numbers as they are written, whatever they mean. */
	static byte[] written(final long... numbers) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		for (final long number : numbers)
			out.writeNumber(number);
		out.finish();
		return bytes.toByteArray();
	}

	private static long[] read(final InputStream bytes, final int n) throws IOException {
		final CheckedInput in = new CheckedInput(bytes);
		final long[] numbers = new long[n];
		for (int i = 0; i < n; i++)
			numbers[i] = in.readNumber();
		in.finish();
		return numbers;
	}

	private static long[] read(final byte[] bytes, final int n) throws IOException {
		return read(new ByteArrayInputStream(bytes), n);
	}

	/** Gives a few bytes at once, as a network does. */
	private static InputStream slow(final byte[] bytes, final Random random) {
		return new FilterInputStream(new ByteArrayInputStream(bytes)) {

			@Override
			public int read(final byte[] into, final int from, final int n) throws IOException {
				return super.read(into, from, n == 0 ? 0 : 1 + random.nextInt(Math.min(n, 5)));
			}
		};
	}

	@Property(tries = 100)
	void numbersComeBack(@ForAll final long seed, @ForAll @IntRange(max = 2000) final int n)
		throws IOException
	{
		final Random random = new Random(seed);
		final long[] numbers = numbers(random, n);
		assertArrayEquals(numbers, read(written(numbers), n));
		assertArrayEquals(numbers, read(slow(written(numbers), random), n));
	}

	/** More than one block holds. */
	@Property(tries = 3)
	void manyNumbersComeBack(@ForAll final long seed) throws IOException {
		final long[] numbers = numbers(new Random(seed), 60_000);
		final byte[] bytes = written(numbers);
		assertTrue(bytes.length > 2 * CheckedOutput.BLOCK);
		assertArrayEquals(numbers, read(bytes, numbers.length));
	}

	/** Seven bits a byte: up to 127 one, up to 16,383 two. */
	@Test
	void smallNumbersTakeFewBytes() throws IOException {
		final int nothing = written().length;
		assertEquals(16, written(0).length - nothing + 7);
		final long[] least = { 0, 128, 16_384, 1 << 21, 1L << 62 };
		final int[] bytes = { 1, 2, 3, 4, 9 };
		for (int i = 0; i < least.length; i++)
			assertEquals(bytes[i], written(least[i], 0).length - written(0).length);
	}

	@Property(tries = 100)
	void everyChangedBitIsSeen(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final long[] numbers = numbers(random, 1 + random.nextInt(50));
		final byte[] bytes = written(numbers);
		bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(Byte.SIZE);
		assertTrue(assertThrows(IOException.class, () -> read(bytes, numbers.length)).getMessage()
			.startsWith("damaged bytes: "));
	}

	@Property(tries = 100)
	void everyLostByteIsSeen(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final long[] numbers = numbers(random, 1 + random.nextInt(50));
		final byte[] bytes = written(numbers);
		final byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
		assertThrows(IOException.class, () -> read(cut, numbers.length));
	}

	/** What follows is somebody else's, and is not read. */
	@Property(tries = 30)
	void nothingBehindTheEndIsRead(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final long[] numbers = numbers(random, random.nextInt(50));
		final byte[] bytes = written(numbers);
		final ByteArrayInputStream more = new ByteArrayInputStream(
			Arrays.copyOf(bytes, bytes.length + 10));
		assertArrayEquals(numbers, read(more, numbers.length));
		assertEquals(10, more.available());
	}

	/** Blocks that change places are seen, though each is whole. */
	@Test
	void blocksInAnotherOrderAreSeen() throws IOException {
		final long[] numbers = new long[2 * CheckedOutput.BLOCK];
		final byte[] bytes = written(numbers);
		final int block = 8 + CheckedOutput.BLOCK;
		final byte[] swapped = bytes.clone();
		System.arraycopy(bytes, 0, swapped, block, block);
		System.arraycopy(bytes, block, swapped, 0, block);
		assertThrows(IOException.class, () -> read(swapped, numbers.length));
	}

	@Test
	void moreOrLessThanWasWrittenIsRefused() throws IOException {
		assertThrows(IOException.class, () -> read(written(1, 2, 3), 2));
		assertThrows(IOException.class, () -> read(written(1, 2, 3), 4));
		assertThrows(IOException.class, () -> read(new byte[0], 0));
	}

	@Test
	void boundsAreNamed() throws IOException {
		final CheckedInput in = new CheckedInput(new ByteArrayInputStream(written(7, 7, 7)));
		assertEquals(7, in.readNumber("kind", 7, 7));
		assertEquals("damaged bytes: kind = 7: takes 0 to 6",
			assertThrows(IOException.class, () -> in.readNumber("kind", 0, 6)).getMessage());
		assertEquals("damaged bytes: kind = 7: takes 8 to 9",
			assertThrows(IOException.class, () -> in.readNumber("kind", 8, 9)).getMessage());
	}

	@Property(tries = 100)
	void textsComeBack(@ForAll final String text) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		out.writeText(text);
		out.writeNumber(5);
		out.finish();
		final CheckedInput in = new CheckedInput(new ByteArrayInputStream(bytes.toByteArray()));
		// What is no character becomes a question mark.
		assertEquals(text.replaceAll("[\\x{d800}-\\x{dfff}]", "?"), in.readText("name", 1 << 20));
		assertEquals(5, in.readNumber());
		in.finish();
	}

	/** Nobody makes room for what the bytes only tell of. */
	@Test
	void longTextsAreRefused() throws IOException {
		final CheckedInput in = new CheckedInput(new ByteArrayInputStream(written(Integer.MAX_VALUE)));
		assertTrue(assertThrows(IOException.class, () -> in.readText("name", 100)).getMessage()
			.contains("length of name = 2147483647: takes 0 to 100"));
	}
}
