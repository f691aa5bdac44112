package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BitsTest {

	private static final int ROWS = 3;

	private static Page page(final int samples, final int bits, final int photometric)
		throws IOException
	{
		return new PageOfFile(samples, ROWS).with(258, bits).with(262, photometric).read(page -> page);
	}

	/** Samples of a row, one bit string, filled up to whole bytes. */
	private static byte[] packed(final int[] row, final int bits) {
		BigInteger all = BigInteger.ONE;
		for (final int value : row)
			all = all.shiftLeft(bits).or(BigInteger.valueOf(value));
		final int fill = (8 - row.length * bits % 8) % 8;
		final byte[] bytes = all.shiftLeft(fill).toByteArray();
		final int n = (row.length * bits + 7) / 8;
		return Arrays.copyOfRange(bytes, bytes.length - n, bytes.length);
	}

	private static int[][] random(final Random random, final int samples, final int bits) {
		final int[][] rows = new int[ROWS][];
		Arrays.setAll(rows, y -> random.ints(samples, 0, 1 << bits).toArray());
		return rows;
	}

	private static byte[] packed(final int[][] rows, final int bits) {
		final int n = (rows[0].length * bits + 7) / 8;
		final ByteBuffer all = ByteBuffer.allocate(n * rows.length);
		for (final int[] row : rows)
			all.put(packed(row, bits));
		return all.array();
	}

	/** From black to white, whatever the number of bits. */
	@Property(tries = 60)
	void greysOfAFewBitsAreSpread(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 7) final int bits,
		@ForAll @IntRange(min = 1, max = 20) final int samples) throws IOException
	{
		final int[][] rows = random(new Random(seed), samples, bits);
		final byte[] out = new Bits(page(samples, bits, 1), ByteOrder.LITTLE_ENDIAN, samples)
			.spread(packed(rows, bits), ROWS);
		assertEquals(ROWS * samples, out.length);
		for (int i = 0; i < out.length; i++)
			assertEquals((int) (rows[i / samples][i % samples] * 255.0 / ((1 << bits) - 1)),
				out[i] & 0xff);
	}

	@Property(tries = 40)
	void numbersOfPalettesStay(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 7) final int bits,
		@ForAll @IntRange(min = 1, max = 20) final int samples) throws IOException
	{
		final int[][] rows = random(new Random(seed), samples, bits);
		final byte[] out = new Bits(page(samples, bits, 3), ByteOrder.BIG_ENDIAN, samples)
			.spread(packed(rows, bits), ROWS);
		for (int i = 0; i < out.length; i++)
			assertEquals(rows[i / samples][i % samples], out[i] & 0xff);
	}

	@Property(tries = 60)
	void moreBitsBecomeSixteenInTheOrderOfTheFile(@ForAll final long seed,
		@ForAll @IntRange(min = 9, max = 15) final int bits,
		@ForAll @IntRange(min = 1, max = 20) final int samples) throws IOException
	{
		final Random random = new Random(seed);
		final int[][] rows = random(random, samples, bits);
		final ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		final ByteBuffer out = ByteBuffer
			.wrap(new Bits(page(samples, bits, 1), order, samples).spread(packed(rows, bits), ROWS))
			.order(order);
		assertEquals(2 * ROWS * samples, out.remaining());
		for (int i = 0; i < ROWS * samples; i++)
			assertEquals(rows[i / samples][i % samples], out.getShort() & 0xffff);
	}
}
