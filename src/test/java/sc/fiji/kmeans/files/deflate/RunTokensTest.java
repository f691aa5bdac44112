package sc.fiji.kmeans.files.deflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RunTokensTest {

	/** Some pixels of a few colours, some of noise. */
	private static byte[] pixels(final Random random, final int n, final int step) {
		final byte[] bytes = new byte[n];
		for (int at = 0; at < n;) {
			final int end = Math.min(n, at + 1 + random.nextInt(800));
			final boolean isNoise = random.nextBoolean();
			for (; at < end; at++)
				bytes[at] = isNoise || at < step ? (byte) random.nextInt(3) : bytes[at - step];
		}
		return bytes;
	}

	/** What the tokens mean, behind what was before. */
	private static byte[] meant(final RunTokens tokens, final byte[] before, final int step) {
		byte[] out = before;
		for (int i = 0; i < tokens.size(); i++) {
			final int token = tokens.tokens()[i];
			final int n = token < RunTokens.RUN ? 1 : token - RunTokens.RUN;
			final int from = out.length;
			out = Arrays.copyOf(out, from + n);
			for (int j = 0; j < n; j++)
				out[from + j] = token < RunTokens.RUN ? (byte) token : out[from + j - step];
		}
		return out;
	}

	@Property(tries = 200)
	void tokensMeanTheBytes(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int step, @ForAll @IntRange(max = 3000) final int n)
	{
		final byte[] bytes = pixels(new Random(seed), n, step);
		final RunTokens tokens = new RunTokens(step, n);
		tokens.read(bytes, 0, n);
		assertArrayEquals(bytes, meant(tokens, new byte[0], step));
		for (int i = 0; i < tokens.size(); i++)
			assertTrue(
				tokens.tokens()[i] <= RunTokens.RUN + RunTokens.MOST && (tokens.tokens()[i] < RunTokens.RUN
					|| tokens.tokens()[i] >= RunTokens.RUN + RunTokens.LEAST));
	}

	/** A part looks back at the one before, and the same object takes one after the other. */
	@Property(tries = 100)
	void partsFollowEachOther(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int step)
	{
		final Random random = new Random(seed);
		final byte[] bytes = pixels(random, 2000, step);
		final RunTokens tokens = new RunTokens(step, 700);
		byte[] out = new byte[0];
		for (int from = 0; from < bytes.length;) {
			final int to = Math.min(bytes.length, from + 1 + random.nextInt(700));
			tokens.read(bytes, from, to);
			out = meant(tokens, out, step);
			from = to;
		}
		assertArrayEquals(bytes, out);
	}

	/** One colour is a pixel, and runs as long as there may be. */
	@Property(tries = 30)
	void oneColourTakesHardlyAnyTokens(@ForAll @IntRange(min = 1, max = 4) final int step,
		@ForAll @IntRange(min = 10, max = 5000) final int n)
	{
		final byte[] bytes = new byte[n];
		for (int i = 0; i < n; i++)
			bytes[i] = (byte) (i % step);
		final RunTokens tokens = new RunTokens(step, n);
		tokens.read(bytes, 0, n);
		final int runs = (n - step + RunTokens.MOST - 1) / RunTokens.MOST;
		assertTrue(tokens.size() <= step + runs + 2, tokens.size() + " tokens of " + n);
	}

	@Property(tries = 20)
	void noiseIsItself(@ForAll final long seed) {
		final byte[] bytes = new byte[500];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (7 * i);
		final RunTokens tokens = new RunTokens(3, bytes.length);
		tokens.read(bytes, 0, bytes.length);
		assertEquals(bytes.length, tokens.size());
	}
}
