package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Against an encoder that keeps texts as they are, as Welch describes it. */
class LzwTest {

	private static final int CLEAR = 256;
	private static final int END = 257;
	/** A full table is begun afresh before a code would have 13 bits. */
	private static final int MOST = 4094;

	/** Codes of growing width, the highest bit first. */
	private static final class Encoder {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();
		private final Map<String, Integer> codes = new HashMap<>();
		private int held;
		private int bits;

		private byte[] encode(final byte[] bytes, final boolean ends) {
			clear();
			String text = "";
			for (final byte one : bytes) {
				final String longer = text + (char) (one & 0xff);
				if (codes.containsKey(longer)) {
					text = longer;
					continue;
				}
				put(codes.get(text));
				codes.put(longer, codes.size() + 2);
				if (codes.size() + 2 == MOST) clear();
				text = String.valueOf((char) (one & 0xff));
			}
			if (!text.isEmpty()) put(codes.get(text));
			// The reader adds a text for the last code, too.
			if (!text.isEmpty() && ends) codes.put("end" + codes.size(), codes.size() + 2);
			if (ends) put(END);
			if (bits > 0) out.write(held << 8 - bits);
			return out.toByteArray();
		}

		private void clear() {
			if (!codes.isEmpty()) put(CLEAR);
			codes.clear();
			for (int i = 0; i < CLEAR; i++)
				codes.put(String.valueOf((char) i), i);
			if (out.size() == 0 && bits == 0) put(CLEAR);
		}

		/** As wide as the next code needs it, one earlier than in GIF files. */
		private void put(final int code) {
			final int next = codes.size() + 2;
			final int width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9;
			for (int b = width - 1; b >= 0; b--) {
				held = held << 1 | code >> b & 1;
				if (++bits == 8) {
					out.write(held);
					held = 0;
					bits = 0;
				}
			}
		}
	}

	private static byte[] encoded(final byte[] bytes) {
		return new Encoder().encode(bytes, true);
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
		assertEquals(n, Lzw.decode(new Encoder().encode(bytes, false), out));
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
