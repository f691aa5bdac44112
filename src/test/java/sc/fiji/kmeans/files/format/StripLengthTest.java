package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.FileInfo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strip has as many bytes as were compressed. */
class StripLengthTest {

	private static byte[] noise(final long seed, final int n) {
		final byte[] noise = new byte[n];
		new Random(seed).nextBytes(noise);
		return noise;
	}

	private static long length(final int compression, final byte[] strip) throws IOException {
		return new StripLength(strip, 1_000_000).of(compression);
	}

	@ParameterizedTest
	@ValueSource(ints = { FileInfo.COMPRESSION_NONE, FileInfo.COMPRESSION_UNKNOWN })
	void withoutCompressionItIsTheLength(final int compression) throws IOException {
		assertEquals(0, length(compression, new byte[0]));
		assertEquals(77, length(compression, noise(1, 77)));
	}

	@ParameterizedTest
	@ValueSource(ints = { FileInfo.LZW, FileInfo.LZW_WITH_DIFFERENCING })
	void lzwIsFollowed(final int compression) throws IOException {
		assertEquals(500, length(compression, CodeWriter.tiff().whole(noise(2, 500), 4000)));
	}

	/** Runs of any kind, and their lengths. */
	private static final class PackBits {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private int length;

		private PackBits(final Random random) {
			for (int run = random.nextInt(20); run > 0; run--) {
				final int kind = random.nextInt(5);
				if (kind == 0) bytes.write(-128);
				else if (kind < 3) repeat(2 + random.nextInt(127));
				else copy(1 + random.nextInt(128));
			}
		}

		private void repeat(final int n) {
			bytes.write(1 - n);
			bytes.write(7);
			length += n;
		}

		private void copy(final int n) {
			bytes.write(n - 1);
			bytes.write(new byte[n], 0, n);
			length += n;
		}
	}

	@Property(tries = 100)
	void runsHaveTheirLengths(@ForAll final long seed) throws IOException {
		final PackBits packed = new PackBits(new Random(seed));
		assertEquals(packed.length, length(FileInfo.PACK_BITS, packed.bytes.toByteArray()));
	}

	@Property(tries = 50)
	void noPartOfRunsIsMore(@ForAll final long seed) {
		final PackBits packed = new PackBits(new Random(seed));
		final byte[] all = packed.bytes.toByteArray();
		for (int part = 0; part < all.length; part++)
			assertTrue(lengthOrNone(FileInfo.PACK_BITS, Arrays.copyOf(all, part)) <= packed.length);
	}

	/** -1 if it is refused, as too short. */
	private static long lengthOrNone(final int compression, final byte[] strip) {
		try {
			return length(compression, strip);
		}
		catch (final IOException e) {
			assertEquals("ends too early", e.getMessage());
			return -1;
		}
	}

	@Test
	void aRunHasItsBytes() throws IOException {
		// 3 bytes as they are; nothing; then 129 - 1 of the same, as -127 says
		assertEquals(3 + 128, length(FileInfo.PACK_BITS, new byte[] { 2, 1, 2, 3, -128, -127, 9 }));
		assertEquals(-1, lengthOrNone(FileInfo.PACK_BITS, new byte[] { 2, 1, 2 }));
		assertEquals(-1, lengthOrNone(FileInfo.PACK_BITS, new byte[] { -5 }));
		assertEquals(0, length(FileInfo.PACK_BITS, new byte[] { -128, -128 }));
	}

	private static byte[] deflated(final byte[] bytes, final int level) {
		final Deflater deflater = new Deflater(level);
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] result = new byte[2 * bytes.length + 100];
		final int n = deflater.deflate(result);
		deflater.end();
		return Arrays.copyOf(result, n);
	}

	@Property(tries = 50)
	void whatWasDeflatedIsInflated(@ForAll final long seed,
		@ForAll @IntRange(max = 40_000) final int n, @ForAll @IntRange(max = 9) final int level)
		throws IOException
	{
		final byte[] strip = deflated(noise(seed, n), level);
		assertEquals(n, length(FileInfo.ZIP, strip));
		assertEquals(n, length(FileInfo.ZIP_WITH_DIFFERENCING, strip));
	}

	/** Also where nothing but the check sum is missing: ImageJ waits for it for ever. */
	@Property(tries = 20)
	void noPartOfDeflatedBytesIsTaken(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 300) final int n)
	{
		final byte[] strip = deflated(noise(seed, n), 6);
		for (int part = 0; part < strip.length; part++) {
			final StripLength length = new StripLength(Arrays.copyOf(strip, part), n);
			assertEquals("ends too early",
				assertThrows(IOException.class, () -> length.of(FileInfo.ZIP)).getMessage());
		}
	}

	@Property(tries = 20)
	void aWrongCheckSumIsFound(@ForAll final long seed, @ForAll @IntRange(max = 3) final int at) {
		final byte[] strip = deflated(noise(seed, 100), 6);
		strip[strip.length - 1 - at] ^= 1;
		assertEquals("is no Deflate data",
			assertThrows(IOException.class, () -> length(FileInfo.ZIP, strip)).getMessage());
	}

	@Test
	void beyondTheLimitLittleIsCounted() throws IOException {
		final byte[] bomb = deflated(new byte[1 << 22], 9);
		final long length = new StripLength(bomb, 1000).of(FileInfo.ZIP);
		assertTrue(1000 < length && length < 1 << 16, length + " bytes");
		final byte[] runs = new byte[2000];
		Arrays.fill(runs, (byte) -127);
		assertEquals(1024, new StripLength(runs, 1000).of(FileInfo.PACK_BITS));
	}
}
