package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;

/** Counts as bytes: the same values, the same counts, in no more bytes than they need. */
class CountBytesTest {

	private static byte[] bytes(final PixelFormat format, final PixelCounts counts)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		CountBytes.write(format, counts, out);
		out.finish();
		return bytes.toByteArray();
	}

	private static PixelCounts read(final PixelFormat format, final byte[] bytes) throws IOException {
		return CountBytes.read(format, new CheckedInput(new ByteArrayInputStream(bytes)));
	}

	@Property(tries = 80)
	void countsComeBack(@ForAll final long seed, @ForAll @IntRange(max = 7) final int which)
		throws IOException
	{
		final PixelFormat format = CountedValues.FORMATS[which];
		final Random random = new Random(seed);
		final CountedValues expected = new CountedValues(format);
		final HashedCounts counts = new HashedCounts(format);
		for (final int pixel : CountedValues.pixels(format, 1000, random)) {
			final long n = 1 + (random.nextLong() >>> 12 + random.nextInt(52));
			expected.add(Integer.toUnsignedLong(pixel), n);
			counts.add(Integer.toUnsignedLong(pixel), n, Steps.UNHEARD);
		}
		expected.assertCounted(read(format, bytes(format, counts.sorted(Steps.UNHEARD))));
	}

	/** Neighbours that occur once take two bytes each. */
	@Test
	void allGreysTakeTwoBytesEach() throws IOException {
		final PixelFormat format = PixelFormat.grey(16);
		final HashedCounts counts = new HashedCounts(format);
		for (int value = 0; value < 1 << 16; value++)
			counts.add(value, 1, Steps.UNHEARD);
		final int length = bytes(format, counts.sorted(Steps.UNHEARD)).length;
		assertTrue(length < 2 * (1 << 16) + 60, length + " bytes");
	}

	@Test
	void nothingIsANumber() throws IOException {
		assertEquals(0, read(PixelFormat.RGB, CheckedBytesTest.written(0)).size());
	}

	/** Values beyond the format, and counts beyond a long. */
	@Test
	void whatCanNotBeIsRefused() throws IOException {
		final PixelFormat format = PixelFormat.grey(8);
		final byte[][] wrong = { CheckedBytesTest.written(257), CheckedBytesTest.written(1, 256, 0),
			CheckedBytesTest.written(2, 255, 0, 0, 0), CheckedBytesTest.written(1, Long.MAX_VALUE, 0),
			CheckedBytesTest.written(1, 0, Long.MAX_VALUE),
			CheckedBytesTest.written(2, 0, Long.MAX_VALUE - 1, 0, 0) };
		for (final byte[] bytes : wrong)
			assertTrue(assertThrows(IOException.class, () -> read(format, bytes)).getMessage()
				.startsWith("damaged bytes: "));
		assertEquals(255, read(format, CheckedBytesTest.written(1, 255, 0)).value(0));
		assertEquals(Long.MAX_VALUE,
			read(format, CheckedBytesTest.written(1, 0, Long.MAX_VALUE - 1)).pixels());
	}
}
