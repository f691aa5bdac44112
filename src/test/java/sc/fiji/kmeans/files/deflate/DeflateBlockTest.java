package sc.fiji.kmeans.files.deflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Java's own inflater is the judge. */
class DeflateBlockTest {

	private static final int LAST = 3;
	private static final int LAST_BITS = 10;

	private static byte[] inflated(final byte[] block, final int n) throws DataFormatException {
		final Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(block);
			final byte[] out = new byte[n + 1];
			int done = 0;
			for (int more = 1; more > 0; done += more)
				more = inflater.inflate(out, done, out.length - done);
			assertTrue(inflater.finished());
			return Arrays.copyOf(out, done);
		}
		finally {
			inflater.end();
		}
	}

	private static byte[] pixels(final Random random, final int n, final int step) {
		final byte[] bytes = new byte[n];
		final int colours = 1 + random.nextInt(200);
		final int often = random.nextInt(10);
		for (int at = 0; at < n; at++)
			bytes[at] = at >= step && random.nextInt(10) < often
				? bytes[at - step]
				: (byte) random.nextInt(colours);
		return bytes;
	}

	private static BitOutput ended(final BitOutput out) {
		out.reserve(Long.BYTES);
		out.put(LAST, LAST_BITS);
		return out;
	}

	@Property(tries = 200)
	void aBlockIsReadAsItsBytes(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int step, @ForAll @IntRange(max = 4000) final int n)
		throws DataFormatException
	{
		final byte[] bytes = pixels(new Random(seed), n, step);
		final RunTokens tokens = new RunTokens(step, n);
		tokens.read(bytes, 0, n);
		final BitOutput out = new BitOutput(1);
		new DeflateBlock(step, tokens).write(bytes, 0, n, out);
		assertArrayEquals(bytes, inflated(ended(out).toBytes(), n));
	}

	/** Each looks back over the end of the one before. */
	@Property(tries = 60)
	void blocksFollowEachOther(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int step) throws DataFormatException
	{
		final Random random = new Random(seed);
		final byte[] bytes = pixels(random, 5000, step);
		final RunTokens tokens = new RunTokens(step, bytes.length);
		final BitOutput out = new BitOutput(1);
		for (int from = 0; from < bytes.length;) {
			final int to = Math.min(bytes.length, from + 1 + random.nextInt(3000));
			tokens.read(bytes, from, to);
			new DeflateBlock(step, tokens).write(bytes, from, to, out);
			from = to;
		}
		assertArrayEquals(bytes, inflated(ended(out).toBytes(), bytes.length));
	}

	/** The largest step that looks back is that of the window. */
	@Property(tries = 20)
	void farPixelsAreFound(@ForAll final long seed) throws DataFormatException {
		final Random random = new Random(seed);
		final int step = 1 + random.nextInt(1 << 15);
		final byte[] row = new byte[step];
		random.nextBytes(row);
		final byte[] bytes = new byte[2 * step + random.nextInt(step)];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = row[i % step];
		final RunTokens tokens = new RunTokens(step, bytes.length);
		tokens.read(bytes, 0, bytes.length);
		final BitOutput out = new BitOutput(1);
		new DeflateBlock(step, tokens).write(bytes, 0, bytes.length, out);
		assertArrayEquals(bytes, inflated(ended(out).toBytes(), bytes.length));
	}

	/** What gets no smaller is stored, at the cost of five bytes a block of 65,535. */
	@Property(tries = 10)
	void noiseIsStored(@ForAll final long seed, @ForAll @IntRange(max = 140_000) final int n)
		throws DataFormatException
	{
		final byte[] bytes = new byte[n];
		new Random(seed).nextBytes(bytes);
		final BitOutput out = new BitOutput(1);
		final RunTokens tokens = new RunTokens(3, n);
		tokens.read(bytes, 0, n);
		new DeflateBlock(3, tokens).write(bytes, 0, n, out);
		assertTrue(out.size() <= n + 5 * (n / 65_535 + 1) + 1, out.size() + " of " + n);
		assertArrayEquals(bytes, inflated(ended(out).toBytes(), n));
	}

	@Property(tries = 20)
	void nothingIsAnEmptyBlock(@ForAll @IntRange(min = 1, max = 8) final int step)
		throws DataFormatException
	{
		final BitOutput out = new BitOutput(1);
		DeflateBlock.store(new byte[0], 0, 0, out);
		assertEquals(5, out.size());
		assertEquals(0, inflated(ended(out).toBytes(), 0).length);
	}

	/** Of parts of any length, added one after the other. */
	@Property(tries = 100)
	void theSumOfPartsIsThatOfAll(@ForAll final long seed,
		@ForAll @IntRange(max = 9) final int parts)
	{
		final Random random = new Random(seed);
		final Adler32 all = new Adler32();
		final JoinedSum joined = new JoinedSum();
		for (int i = 0; i < parts; i++) {
			final byte[] part = new byte[random.nextInt(70_000)];
			random.nextBytes(part);
			if (random.nextBoolean()) Arrays.fill(part, (byte) 255);
			final Adler32 own = new Adler32();
			own.update(part, 0, part.length);
			all.update(part, 0, part.length);
			joined.add(own.getValue(), part.length);
		}
		assertEquals(all.getValue(), joined.value());
	}
}
