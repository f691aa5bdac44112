package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.Opener;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.files.tiff.TiffImage;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.samples.TiffBytes;

/** The value that a file says is no data, as the pixels hold it that ImageJ makes of the file. */
class NoDataTest {

	private static final int PHOTOMETRIC = 262;
	private static final int SAMPLES = 277;
	private static final int FORMAT = 339;
	private static final int TAG = 42113;
	private static final int SIGNED = 2;
	private static final int REAL = 3;

	@TempDir
	private Path folder;

	/** A file of two pixels, of which the second is the one that is told. */
	private static TiffBytes file(final int bits, final int format, final long pixel,
		final String told)
	{
		final ByteBuffer pixels = ByteBuffer.allocate(8 + 2 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
		pixels.putLong(bits / 8, pixel);
		return TiffBytes.grey(2, 1, bits, Arrays.copyOf(pixels.array(), 2 * bits / 8))
			.with(FORMAT, TiffBytes.SHORT, format)
			.text(TAG, told);
	}

	/** What the reader of the file makes of the second pixel. */
	private static double pixel(final Path path) throws IOException {
		if (ImageKind.TIFF.check(path).run())
			return new Opener().openTiff(path.getParent() + "/", path.getFileName().toString())
				.getProcessor()
				.getf(1, 0);
		try (TiffImage image = new TiffImage(path, PageMeaning.FRAMES)) {
			return image.whole().getProcessor().getf(1, 0);
		}
	}

	private static Void assertAsRead(final Path path) throws IOException {
		assertEquals(OptionalDouble.of(pixel(path)), NoData.in(path));
		return null;
	}

	@Property(tries = 30)
	void wholeNumbersAreThoseThatAreRead(@ForAll final int number, @ForAll final boolean isSigned)
		throws IOException
	{
		for (final int bits : new int[] { 8, 16, 32 }) {
			// Of 32 bits those that floats have, too.
			final long all = isSigned ? number >> 32 - bits : (number & 0xffffffffL) >> 32 - bits;
			final long value = bits == 32 ? all & ~0xff : all;
			TemporaryFile.with(file(bits, isSigned ? SIGNED : 1, value, "" + value).bytes(),
				NoDataTest::assertAsRead);
		}
	}

	@Property(tries = 30)
	void realNumbersAreThoseThatAreRead(
		@ForAll @FloatRange(min = -Float.MAX_VALUE, max = Float.MAX_VALUE) final float number)
		throws IOException
	{
		TemporaryFile.with(
			file(32, REAL, Float.floatToIntBits(number), Double.toString(number)).bytes(),
			NoDataTest::assertAsRead);
	}

	@ParameterizedTest
	@CsvSource({ "7,7", "' 7 ',7", "+7,7", "7.,7", "7.00,7", "70e-1,7", ".7E+1,7", "0007,7", "-0,0" })
	void numbersAreWrittenInManyWays(final String text, final double value) throws IOException {
		assertEquals(value, in(file(8, 1, 0, text)).getAsDouble(), 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7 8", "7f", "0x7", "1e", "e1", ".", "+", "--7", "7,5", "NaN",
		"Infinity", "seven" })
	void whatIsNoNumberIsNone(final String text) throws IOException {
		assertFalse(in(file(8, 1, 0, text)).isPresent());
		assertFalse(in(file(32, REAL, 0, text)).isPresent());
	}

	/** It is left out anyway, and passed on. */
	@ParameterizedTest
	@ValueSource(strings = { "nan", "NaN", " -nan " })
	void notANumberIsOnlyWritten(final String text) throws IOException {
		final Path path = Files.write(folder.resolve("nan.tif"), file(32, REAL, 0, text).bytes());
		assertFalse(NoData.in(path).isPresent());
		assertTrue(Double.isNaN(NoData.written(path).getAsDouble()));
		assertFalse(in(file(16, 1, 0, text)).isPresent());
	}

	/** ImageJ makes 255 of a pixel of one bit. */
	@Test
	void aPixelOfOneBitIsBlackOrWhite() throws IOException {
		assertEquals(255, in(file(8, 1, 0, "1").with(258, TiffBytes.SHORT, 1)).getAsDouble());
		assertEquals(0, in(file(8, 1, 0, "0").with(258, TiffBytes.SHORT, 1)).getAsDouble());
		assertFalse(in(file(8, 1, 0, "2").with(258, TiffBytes.SHORT, 1)).isPresent());
	}

	/** It mixes their components, so that none has the value of the file. */
	@Test
	void inksHaveNone() throws IOException {
		assertFalse(in(file(8, 1, 7, "7").with(PHOTOMETRIC, TiffBytes.SHORT, 5)).isPresent());
	}

	/** They are shifted so that their order stays. */
	@Test
	void ofSignedPixelsItIsShifted() throws IOException {
		assertEquals(128 - 5, in(file(8, SIGNED, 0, "-5")).getAsDouble());
		assertEquals(32768 - 5, in(file(16, SIGNED, 0, "-5")).getAsDouble());
		assertEquals(32768 - 5,
			in(file(16, SIGNED, 0, "-5").with(SAMPLES, TiffBytes.SHORT, 3)).getAsDouble());
	}

	/** It is the usual one of such files, and no float is as large. */
	@Test
	void theLargestNumberOf32BitsIsRead() throws IOException {
		TemporaryFile.with(file(32, 1, 0xffffffffL, "4294967295").bytes(), NoDataTest::assertAsRead);
	}

	private OptionalDouble in(final TiffBytes tiff) throws IOException {
		return TemporaryFile.with(tiff.bytes(), NoData::in);
	}

	@ParameterizedTest
	@CsvSource({ "8,1,-9999", "8,1,256", "8,1,7.5", "8,2,128", "16,1,-1", "16,1,65536", "16,2,40000",
		"32,2,1e10", "8,1,nan", "8,1,''", "8,1,none", "32,3,nan", "32,3,inf", "8,1,1e999" })
	void aValueThatNoPixelHasIsNone(final int bits, final int format, final String text)
		throws IOException
	{
		assertFalse(in(file(bits, format, 0, text)).isPresent());
	}

	@Test
	void aFileWithoutTheTagHasNone() throws IOException {
		final Path plain = Files.write(folder.resolve("plain.tif"),
			TiffBytes.grey(2, 2, 8, new byte[4]).bytes());
		assertFalse(NoData.in(plain).isPresent());
		assertFalse(NoData.in(folder).isPresent());
		assertFalse(NoData.in(folder.resolve("missing")).isPresent());
		for (final byte[] bytes : new byte[][] { {}, { 'I' }, "II*\0".getBytes(),
			"II*\0\377\377\377\377".getBytes(), "a text file".getBytes() })
			assertFalse(NoData.in(Files.write(folder.resolve("bad"), bytes)).isPresent());
	}
}
