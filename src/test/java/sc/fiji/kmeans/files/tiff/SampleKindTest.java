package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.Calibration;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class SampleKindTest {

	/** The sample at a place, by the meaning of its bits. */
	private static double meant(final SampleKind kind, final ByteBuffer in, final int at) {
		switch (kind) {
			case BYTE :
				return in.get(at) & 0xff;
			case SIGNED_BYTE :
				return in.get(at);
			case SHORT :
				return in.getShort(at) & 0xffff;
			case SIGNED_SHORT :
				return in.getShort(at);
			case HALF :
				return halfOf(in.getShort(at) & 0xffff);
			case INT :
				return in.getInt(at) & 0xffffffffL;
			case SIGNED_INT :
				return in.getInt(at);
			case FLOAT :
				return in.getFloat(at);
			default :
				return in.getDouble(at);
		}
	}

	/** 2^(e - 15) (1 + f / 1024), and what is denormal, infinite or no number. */
	private static double halfOf(final int bits) {
		final int e = bits >> 10 & 31;
		final double f = (bits & 1023) / 1024.0;
		final double size = e == 31
			? f == 0 ? Double.POSITIVE_INFINITY : Double.NaN
			: e == 0 ? f * Math.pow(2, -14) : (1 + f) * Math.pow(2, e - 15);
		return bits >> 15 == 1 ? -size : size;
	}

	/** As ImageJ shows it: calibrated. */
	private static double shown(final SampleKind kind, final Object pixels, final int i) {
		final Calibration calibration = new Calibration();
		kind.calibrate(calibration);
		if (pixels instanceof float[]) return ((float[]) pixels)[i];
		final int raw = pixels instanceof byte[]
			? ((byte[]) pixels)[i] & 0xff
			: ((short[]) pixels)[i] & 0xffff;
		return calibration.getCValue(raw);
	}

	@Property(tries = 100)
	void everySampleIsAPixelOfItsValue(@ForAll final long seed, @ForAll final SampleKind kind,
		@ForAll @IntRange(min = 1, max = 4) final int samples)
	{
		final Random random = new Random(seed);
		final int n = 1 + random.nextInt(20);
		final int to = random.nextInt(5);
		final int step = samples * kind.bytes();
		final byte[] bytes = new byte[n * step];
		random.nextBytes(bytes);
		final ByteBuffer in = ByteBuffer.wrap(bytes)
			.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final int first = random.nextInt(samples) * kind.bytes();
		final Object pixels = kind.array(to + n + 2);
		kind.copy(new SampleKind.SampleRun(first, step, to, n), in, pixels);
		for (int i = 0; i < n; i++)
			assertEquals((float) meant(kind, in, first + i * step), (float) shown(kind, pixels, to + i),
				kind.toString());
		for (int i = 0; i < to + 2; i++)
			assertEquals(0, Array.getDouble(pixels(pixels), i < to ? i : n + i));
	}

	/** Numbers that can be read one by one. */
	private static double[] pixels(final Object array) {
		final double[] all = new double[Array.getLength(array)];
		for (int i = 0; i < all.length; i++)
			all[i] = ((Number) Array.get(array, i)).doubleValue();
		return all;
	}

	@Test
	void allHalves() {
		for (int bits = 0; bits < 1 << 16; bits++)
			assertEquals((float) halfOf(bits), SampleKind.half((short) bits));
	}

	private static SampleKind of(final int bits, final int format) throws IOException {
		return SampleKind.of(new PageOfFile(1, 1).with(258, bits).with(339, format).read(page -> page));
	}

	@Test
	void kindsByBitsAndFormat() throws IOException {
		assertEquals(SampleKind.BYTE, of(1, 1));
		assertEquals(SampleKind.BYTE, of(8, 4));
		assertEquals(SampleKind.SIGNED_BYTE, of(8, 2));
		assertEquals(SampleKind.SHORT, of(12, 1));
		assertEquals(SampleKind.SIGNED_SHORT, of(16, 2));
		assertEquals(SampleKind.HALF, of(16, 3));
		assertEquals(SampleKind.INT, of(32, 1));
		assertEquals(SampleKind.SIGNED_INT, of(32, 2));
		assertEquals(SampleKind.FLOAT, of(32, 3));
		assertEquals(SampleKind.DOUBLE, of(64, 3));
	}

	/** Signed numbers of parts of bytes, floats of 24 bits, complex numbers, whole numbers of 64. */
	@Test
	void othersAreRefused() {
		final int[][] others = { { 4, 2 }, { 12, 2 }, { 24, 3 }, { 24, 1 }, { 32, 5 }, { 64, 1 },
			{ 64, 2 }, { 8, 3 } };
		for (final int[] other : others)
			assertTrue(assertThrows(IOException.class, () -> of(other[0], other[1])).getMessage()
				.contains("samples of " + other[0] + " bits, format " + other[1]));
	}

	@Test
	void whatFloatsDoNotHoldIsRounded() {
		for (final SampleKind kind : SampleKind.values())
			assertEquals(
				kind == SampleKind.INT || kind == SampleKind.SIGNED_INT || kind == SampleKind.DOUBLE,
				kind.isRounded());
	}
}
