package sc.fiji.kmeans.files.deflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own reader is the judge. */
class PixelDeflateTest {

	/** Number of bytes, how many of them differ, and the most and the least that is left. */
	@ParameterizedTest
	@CsvSource({ "0,1,20,1", "1,256,20,1", "100000,1,1000,1", "100000,256,100100,100000",
		"100000,2,30000,100", "5000,256,5100,4900" })
	void noiseIsStored(final int length, final int values, final int most, final int least)
		throws DataFormatException
	{
		final byte[] bytes = noise(new Random(length), length, values);
		final byte[] packed = new PixelDeflate(1).stream(bytes);
		assertTrue(packed.length <= most && packed.length >= least, packed.length + " bytes");
		assertArrayEquals(bytes, inflated(packed, 0, packed.length, false, length));
	}

	private static byte[] noise(final Random random, final int length, final int values) {
		final byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++)
			bytes[i] = (byte) random.nextInt(values);
		return bytes;
	}

	/** Runs and noise of all kinds, also longer than a block; pixels of few and of many bytes. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 14, 257, 4096, 32768, 40000 })
	void allThatGoesInComesOut(final int step) throws DataFormatException {
		final Random random = new Random(step);
		for (final int length : new int[] { 0, 1, 2, 3, 4, 5, 17, 258, 259, 1000, 300_000 })
			for (final int run : new int[] { 1, 4, 3000 }) {
				final byte[] bytes = runs(random, length, step, run);
				final byte[] packed = new PixelDeflate(step).stream(bytes);
				assertArrayEquals(bytes, inflated(packed, 0, packed.length, false, length));
			}
	}

	/** Rare bytes among them: codes as long as they get. */
	private static byte[] runs(final Random random, final int length, final int step, final int run) {
		final byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++)
			bytes[i] = i >= step && random.nextInt(run) > 0
				? bytes[i - step]
				: (byte) Math.scalb(1.0, random.nextInt(8) * random.nextInt(2));
		return bytes;
	}

	@Test
	void codesAreNoLongerThanDeflateTakes() throws DataFormatException {
		final byte[] bytes = new byte[1 << 17];
		int at = 0;
		// As often as Fibonacci's numbers: each code would be one bit longer than the next.
		for (int value = 1, n = 1, next = 1; at + n < bytes.length; value++, next += n, n = next - n) {
			Arrays.fill(bytes, at, at + n, (byte) value);
			at += n;
		}
		shuffle(bytes, new Random(1));
		final byte[] packed = new PixelDeflate(1).stream(bytes);
		assertArrayEquals(bytes, inflated(packed, 0, packed.length, false, bytes.length));
	}

	private static void shuffle(final byte[] bytes, final Random random) {
		for (int i = bytes.length - 1; i > 0; i--) {
			final int other = random.nextInt(i + 1);
			final byte kept = bytes[i];
			bytes[i] = bytes[other];
			bytes[other] = kept;
		}
	}

	@Test
	void partsFollowEachOther() throws DataFormatException {
		final Random random = new Random(3);
		final byte[] all = new byte[5000];
		final byte[] packed = new byte[20_000];
		final JoinedSum sum = new JoinedSum();
		int size = 0;
		for (int from = 0, n; from < all.length; from += n) {
			n = Math.min(all.length - from, random.nextInt(700));
			final byte[] some = runs(random, n, 3, 5);
			System.arraycopy(some, 0, all, from, n);
			size = append(new PixelDeflate(3).part(some, n), packed, size);
			sum.add(adler(some), n);
		}
		size = append(PixelDeflate.last(), packed, size);
		assertArrayEquals(all, inflated(packed, 0, size, true, all.length));
		assertEquals(adler(all), sum.value());
	}

	private static int append(final byte[] some, final byte[] all, final int size) {
		System.arraycopy(some, 0, all, size, some.length);
		return size + some.length;
	}

	@Test
	void sumsOfManyBytesAreJoined() {
		final byte[] bytes = new byte[300_000];
		Arrays.fill(bytes, (byte) -1);
		final JoinedSum sum = new JoinedSum();
		sum.add(adler(bytes), bytes.length);
		sum.add(adler(bytes), bytes.length);
		assertEquals(adler(bytes, bytes), sum.value());
	}

	private static long adler(final byte[]... parts) {
		final Adler32 sum = new Adler32();
		for (final byte[] part : parts)
			sum.update(part, 0, part.length);
		return sum.getValue();
	}

	/** All bytes of a stream that ends. */
	private static byte[] inflated(final byte[] packed, final int from, final int length,
		final boolean isRaw, final int most) throws DataFormatException
	{
		final Inflater inflater = new Inflater(isRaw);
		inflater.setInput(packed, from, length);
		final byte[] out = new byte[most + 1];
		int size = 0;
		for (int n = 1; n > 0; size += n)
			n = inflater.inflate(out, size, out.length - size);
		assertTrue(inflater.finished());
		inflater.end();
		return Arrays.copyOf(out, size);
	}
}
