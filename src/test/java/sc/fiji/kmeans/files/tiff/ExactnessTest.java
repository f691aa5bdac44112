package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.samples.TiffBytes;

/** Numbers that floats do not hold are refused, but for those that stand for no data. */
class ExactnessTest {

	private static final int SIDE = 16;
	private static final String BEYOND = "this TIFF file has numbers such as ";
	private static final String ALIKE = "this TIFF file has numbers from ";
	private static final String WHOLE = "this TIFF file has whole numbers such as ";

	private static float[] read(final TiffBytes bytes) throws IOException {
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			Files.write(file, bytes.bytes());
			try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
				return (float[]) image.whole().getProcessor().getPixels();
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static TiffBytes doubles(final double... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		bytes.asDoubleBuffer().put(values);
		return TiffBytes.grey(values.length, 1, 64, bytes.array()).with(339, TiffBytes.SHORT, 3);
	}

	private static TiffBytes wholes(final int... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		bytes.asIntBuffer().put(values);
		return TiffBytes.grey(values.length, 1, 32, bytes.array()).with(339, TiffBytes.SHORT, 2);
	}

	private static void assertRefused(final String begin, final TiffBytes bytes) {
		final String said = assertThrows(IOException.class, () -> read(bytes)).getMessage();
		assertTrue(said.startsWith(begin), said);
	}

	/** Of so many values that the range is hardly ever much smaller. */
	@Property(tries = 200)
	void realNumbersAreReadIfTheirRangeIsWideBesideTheirSize(@ForAll final long seed)
		throws IOException
	{
		final Random random = new Random(seed);
		final double size = Math.scalb(1 + random.nextDouble(), random.nextInt(200) - 100);
		final int bits = random.nextInt(40);
		final double[] values = random.doubles(SIDE * SIDE)
			.map(x -> size * (1 + Math.scalb(x, -bits)))
			.toArray();
		// The float next to a number is about 2^-23 of it apart, and 256 of them are 2^-15.
		if (bits > 16) assertRefused(ALIKE, doubles(values));
		else if (bits < 14) assertEquals((float) values[7], read(doubles(values))[7]);
	}

	@Test
	void numbersThatFloatsHoldAreReadWhateverTheirRange() throws IOException {
		assertArrayEquals(new float[] { 1e9f, 1e9f + 64 }, read(doubles(1e9, 1e9 + 64)));
		assertArrayEquals(new float[] { 0.5f, 0.1f, 0 }, read(doubles(0.5, 0.1, 0)));
	}

	@Test
	void whatStandsForNoDataMayBeAnything() throws IOException {
		assertRefused(BEYOND, doubles(-Double.MAX_VALUE, 1, 2));
		final TiffBytes told = doubles(-Double.MAX_VALUE, 1, 2).text(42113, "-1.79769313486232e+308");
		assertArrayEquals(new float[] { Float.NEGATIVE_INFINITY, 1, 2 }, read(told));
		assertRefused(WHOLE, wholes(123_456_789, 1));
		assertEquals(1, read(wholes(123_456_789, 1).text(42113, "123456789"))[1]);
	}

	@Property(tries = 200)
	void wholeNumbersAreExactOrRefused(@ForAll final int value) throws IOException {
		if ((int) (float) value == value) assertEquals(value, (int) read(wholes(value, 0))[0]);
		else assertRefused(WHOLE, wholes(value, 0));
	}
}
