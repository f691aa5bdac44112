package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Against an encoder that keeps texts as they are, as Welch describes it. */
class LzwTest {

	private static byte[] encoded(final byte[] bytes) {
		return new LzwEncoder().encode(bytes, true);
	}

	private static byte[] random(final Random random, final int n) {
		final byte[] bytes = new byte[n];
		final int values = 1 << random.nextInt(9);
		for (int i = 0; i < n; i++)
			bytes[i] = i > 3 && random.nextInt(4) > 0
				? bytes[i - 1 - random.nextInt(3)]
				: (byte) random.nextInt(values);
		return bytes;
	}

	@Property(tries = 150)
	void whatIsEncodedComesBack(@ForAll final long seed, @ForAll @IntRange(max = 20_000) final int n)
		throws IOException
	{
		final byte[] bytes = random(new Random(seed), n);
		final byte[] out = new byte[n];
		assertEquals(n, Lzw.decode(encoded(bytes), out));
		assertArrayEquals(bytes, out);
	}

	@Property(tries = 50)
	void theEndNeedNotBeTold(@ForAll final long seed, @ForAll @IntRange(max = 2000) final int n)
		throws IOException
	{
		final byte[] bytes = random(new Random(seed), n);
		final byte[] out = new byte[n];
		assertEquals(n, Lzw.decode(new LzwEncoder().encode(bytes, false), out));
		assertArrayEquals(bytes, out);
	}

	/** As much as there is room for. */
	@Property(tries = 50)
	void lessRoomHoldsTheBeginning(@ForAll final long seed,
		@ForAll @IntRange(max = 500) final int room) throws IOException
	{
		final byte[] bytes = random(new Random(seed), 1000);
		final byte[] out = new byte[room];
		assertEquals(room, Lzw.decode(encoded(bytes), out));
		assertArrayEquals(Arrays.copyOf(bytes, room), out);
	}

	@Property(tries = 100)
	void fewerBytesGiveTheBeginning(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final byte[] bytes = random(random, 1000);
		final byte[] all = encoded(bytes);
		final byte[] out = new byte[bytes.length];
		final int done = Lzw.decode(Arrays.copyOf(all, random.nextInt(all.length)), out);
		assertArrayEquals(Arrays.copyOf(bytes, done), Arrays.copyOf(out, done));
	}

	/** Whatever bytes: as many as there is room for at most, or a word. */
	@Property(tries = 300)
	void anyBytesEnd(@ForAll final byte[] bytes, @ForAll @IntRange(max = 3000) final int room) {
		try {
			final int done = Lzw.decode(bytes, new byte[room]);
			assertTrue(done >= 0 && done <= room);
		}
		catch (final IOException e) {
			assertEquals("is no LZW data", e.getMessage());
		}
	}

	/** "A code that is not there yet": its text is the one before, and its own first byte again. */
	@Test
	void aTextThatRepeatsItself() throws IOException {
		final byte[] bytes = "aaaaaaaaaaaabababababababab".getBytes(StandardCharsets.US_ASCII);
		final byte[] out = new byte[bytes.length];
		assertEquals(bytes.length, Lzw.decode(encoded(bytes), out));
		assertArrayEquals(bytes, out);
	}

	/** The first code after the table is cleared is a byte. */
	@Test
	void aCodeThatNobodyHasSeenIsRefused() {
		// 256, then 300, of 9 bits each.
		final byte[] bytes = { (byte) 0x80, 0x4b, 0 };
		assertThrows(IOException.class, () -> Lzw.decode(bytes, new byte[9]));
	}

	/** Also where a stream does not begin with it. */
	@Property(tries = 20)
	void fullTablesAreBegunAfresh(@ForAll final long seed) throws IOException {
		final byte[] bytes = new byte[30_000];
		new Random(seed).nextBytes(bytes);
		final byte[] out = new byte[bytes.length];
		assertEquals(bytes.length, Lzw.decode(encoded(bytes), out));
		assertArrayEquals(bytes, out);
	}
}
