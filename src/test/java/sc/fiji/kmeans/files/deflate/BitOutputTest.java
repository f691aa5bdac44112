package sc.fiji.kmeans.files.deflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against bits that are set one by one. */
class BitOutputTest {

	/** The lowest bit of a byte first. */
	private static final class NaiveBits {

		private final BitSet bits = new BitSet();
		private int size;

		private void put(final long value, final int n) {
			for (int b = 0; b < n; b++)
				bits.set(size++, (value >> b & 1) == 1);
		}

		private void align() {
			size = (size + 7) / 8 * 8;
		}

		private byte[] toBytes() {
			final byte[] bytes = new byte[(size + 7) / 8];
			for (int i = 0; i < size; i++)
				if (bits.get(i)) bytes[i / 8] |= 1 << i % 8;
			return bytes;
		}
	}

	private static long value(final Random random, final int n) {
		return n == 0 ? 0 : random.nextLong() >>> Long.SIZE - n;
	}

	@Property(tries = 200)
	void bitsFollowEachOther(@ForAll final long seed, @ForAll @IntRange(max = 100) final int puts) {
		final Random random = new Random(seed);
		final BitOutput out = new BitOutput(random.nextInt(20));
		final NaiveBits naive = new NaiveBits();
		for (int i = 0; i < puts; i++) {
			final int n = random.nextInt(BitOutput.MOST_BITS + 1);
			final long value = value(random, n);
			out.reserve(Long.BYTES);
			out.put(value, n);
			naive.put(value, n);
			if (random.nextInt(10) == 0) {
				out.align();
				naive.align();
			}
		}
		assertArrayEquals(naive.toBytes(), out.toBytes());
		assertEquals(naive.toBytes().length, out.size());
	}

	@Property(tries = 100)
	void bytesFollowWholeBytes(@ForAll final long seed) {
		final Random random = new Random(seed);
		final BitOutput out = new BitOutput(1);
		final NaiveBits naive = new NaiveBits();
		for (int i = 0; i < 10; i++) {
			out.reserve(Long.BYTES);
			out.put(i, 5);
			out.align();
			naive.put(i, 5);
			naive.align();
			final byte[] some = new byte[random.nextInt(30)];
			random.nextBytes(some);
			final int from = random.nextInt(some.length + 1);
			out.put(some, from, some.length - from);
			for (int at = from; at < some.length; at++)
				naive.put(some[at], 8);
		}
		assertArrayEquals(naive.toBytes(), out.toBytes());
	}

	/** The words of tokens, three at once where they are bytes. */
	@Property(tries = 200)
	void wordsOfTokensFollowEachOther(@ForAll final long seed,
		@ForAll @IntRange(max = 200) final int n)
	{
		final Random random = new Random(seed);
		final long[] words = new long[300];
		for (int token = 0; token < words.length; token++) {
			final int bits = random.nextInt(token < 256 ? 16 : 32);
			words[token] = value(random, bits) << BitOutput.SIZE | bits;
		}
		final char[] tokens = new char[n + 3];
		final int most = random.nextBoolean() ? 256 : 300;
		for (int i = 0; i < n; i++)
			tokens[i] = (char) random.nextInt(most);
		final int begun = random.nextInt(8);
		final BitOutput out = new BitOutput(4 * n + Long.BYTES);
		final NaiveBits naive = new NaiveBits();
		out.put(0, begun);
		naive.put(0, begun);
		out.put(tokens, n, words);
		for (int i = 0; i < n; i++)
			naive.put(words[tokens[i]] >>> BitOutput.SIZE,
				(int) words[tokens[i]] & (1 << BitOutput.SIZE) - 1);
		assertArrayEquals(naive.toBytes(), out.toBytes());
	}
}
