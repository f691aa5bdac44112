package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;

/** Sorted vectors as bytes, as they go to other machines. */
class VectorBytesLawsTest {

	private static int compare(final float[] a, final float[] b) {
		for (int c = 0; c < a.length; c++)
			if (a[c] != b[c]) return Float.compare(a[c], b[c]);
		return 0;
	}

	/** By their numbers, channel by channel. */
	private static TreeMap<float[], Long> random(final Random random, final PixelKind kind) {
		final TreeMap<float[], Long> vectors = new TreeMap<>(VectorBytesLawsTest::compare);
		final int levels = random.nextBoolean() ? 3 : kind.areReal() ? 0 : 1 << 8;
		for (int i = random.nextInt(200); i > 0; i--) {
			final float[] vector = new float[kind.channels()];
			for (int c = 0; c < vector.length; c++)
				vector[c] = levels > 0 ? random.nextInt(levels) : (random.nextFloat() + 1) * (c + 1);
			vectors.merge(vector, 1 + (random.nextLong() >>> 10 + random.nextInt(50)), Long::sum);
		}
		return vectors;
	}

	private static ChannelVectors list(final PixelKind kind, final TreeMap<float[], Long> vectors) {
		final VectorList list = new VectorList(kind.channels(), vectors.size());
		vectors.forEach(list::add);
		return list.vectors();
	}

	private static byte[] bytes(final PixelKind kind, final ChannelVectors vectors)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		VectorBytes.write(kind, vectors, out);
		out.finish();
		return bytes.toByteArray();
	}

	private static ChannelVectors read(final PixelKind kind, final byte[] bytes) throws IOException {
		return VectorBytes.read(kind, new CheckedInput(new ByteArrayInputStream(bytes)));
	}

	@Property(tries = 80)
	void vectorsComeBack(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int channels, @ForAll final boolean isReal)
		throws IOException
	{
		final PixelKind kind = PixelKind.of(isReal ? 32 : 16, channels);
		final TreeMap<float[], Long> expected = random(new Random(seed), kind);
		final ChannelVectors vectors = read(kind, bytes(kind, list(kind, expected)));
		assertEquals(expected.size(), vectors.size());
		int i = 0;
		for (final float[] vector : expected.keySet()) {
			for (int c = 0; c < channels; c++)
				assertEquals(vector[c], vectors.value(i, c));
			assertEquals(expected.get(vector), vectors.weight(i++));
		}
	}

	/** Numbers as they are written, whatever they mean. */
	private static void refused(final PixelKind kind, final long... numbers) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		for (final long number : numbers)
			out.writeNumber(number);
		out.finish();
		final String message = assertThrows(IOException.class, () -> read(kind, bytes.toByteArray()))
			.getMessage();
		assertTrue(message.startsWith("damaged bytes: "), message);
	}

	/** A vector twice, numbers that no pixel has, more pixels than a long can count. */
	@Test
	void whatCanNotBeIsRefused() throws IOException {
		final PixelKind kind = PixelKind.of(16, 2);
		final long zero = -(long) Integer.MIN_VALUE;
		refused(kind, 2, zero, zero, 0, 0, 0, 0, 0, 0);
		refused(kind, 1, zero, zero, 1 << 16, 0, 0);
		refused(kind, 1, zero - 1, zero, 0, 0, 0);
		refused(kind, 1, zero, zero, 0, 0, Long.MAX_VALUE);
		refused(kind, 2, zero, zero, 0, 0, Long.MAX_VALUE - 1, 1, 0, 0);
		refused(kind, Integer.MAX_VALUE, zero, zero);
	}

	@Test
	void nothingIsNothing() throws IOException {
		final PixelKind kind = PixelKind.of(32, 3);
		assertEquals(0,
			read(kind, bytes(kind, list(kind, new TreeMap<>(VectorBytesLawsTest::compare)))).size());
	}
}
