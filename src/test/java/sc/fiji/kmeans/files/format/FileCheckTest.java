package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.samples.TiffBytes;

/** What holds of the check of every kind of file, and of those of TIFF files. */
class FileCheckTest {

	private static final int COMPRESSION = 259;
	private static final int DESCRIPTION = 270;

	private static <T> T check(final byte[] bytes, final Use<T> use) throws IOException {
		return TemporaryFile.with(bytes, path -> use.of(ImageKind.of(path).get().check(path)));
	}

	/** What is done with a check. */
	private interface Use<T> {

		T of(FileCheck check) throws IOException;
	}

	private static int frames(final byte[] bytes) throws IOException {
		return check(bytes, check -> {
			check.run();
			return check.frames();
		});
	}

	private static String refusal(final byte[] bytes) {
		return assertThrows(IOException.class, () -> check(bytes, FileCheck::run)).getMessage();
	}

	@ParameterizedTest
	@EnumSource
	void aWholeFileIsForImageJ(final SampleFile sample) throws IOException {
		assertTrue(check(sample.bytes(), FileCheck::hasHead));
		assertEquals(sample != SampleFile.PALETTE_BMP, check(sample.bytes(), FileCheck::run));
		assertEquals(sample.isStack() ? 3 : 1, frames(sample.bytes()));
	}

	@ParameterizedTest
	@EnumSource
	void aCheckCanBeRunAgain(final SampleFile sample) throws IOException {
		check(sample.bytes(), check -> {
			for (int n = 0; n < 3; n++)
				assertEquals(sample != SampleFile.PALETTE_BMP, check.run());
			assertEquals(sample.isStack() ? 3 : 1, check.frames());
			return null;
		});
	}

	/** Then only the head is there, and no reader is asked. */
	@ParameterizedTest
	@EnumSource
	void aThirdOfAFileIsRefused(final SampleFile sample) throws IOException {
		final byte[] third = Arrays.copyOf(sample.bytes(), sample.bytes().length / 3);
		assertThrows(IOException.class, () -> check(third, FileCheck::run));
	}

	@ParameterizedTest
	@EnumSource(names = { "PNG", "GIF", "BMP", "JPEG" })
	void aHeadWithoutItsSizeIsNone(final SampleFile sample) throws IOException {
		assertFalse(check(Arrays.copyOf(sample.bytes(), 9), FileCheck::hasHead));
	}

	@Test
	void aHeadOfNoPixelsIsNone() throws IOException {
		final byte[] gif = SampleFile.GIF.bytes();
		gif[6] = 0;
		assertFalse(check(gif, FileCheck::hasHead));
		final byte[] bmp = SampleFile.BMP.bytes();
		ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, 0);
		assertFalse(check(bmp, FileCheck::hasHead));
	}

	/** ImageJ would show other colours, so ImageIO has to read it. */
	@Test
	void aPictureOfSixteenBitsAPixelIsNotForImageJ() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(5, 5, BufferedImage.TYPE_USHORT_555_RGB), "bmp", bytes);
		assertFalse(check(bytes.toByteArray(), FileCheck::run));
	}

	private static TiffBytes grey(final int bits, final int bytes) {
		return TiffBytes.grey(6, 5, bits, new byte[bytes]);
	}

	/** In bytes: all of 6 x 5 pixels, of 1 bit in rows of whole bytes. */
	@ParameterizedTest
	@CsvSource({ "1,5", "8,30", "16,60", "32,120" })
	void ofATiffFileAllBytesAreThere(final int bits, final int bytes) throws IOException {
		assertEquals(1, frames(grey(bits, bytes).bytes()));
	}

	@Test
	void imageJTellsOfAStackInWords() throws IOException {
		final String words = "ImageJ=1.54p\nimages=%1$d\nslices=%1$d\n";
		assertEquals(4, frames(grey(8, 120).text(DESCRIPTION, String.format(words, 4)).bytes()));
		assertTrue(refusal(
			TiffBytes.grey(60, 50, 8, new byte[3000]).text(DESCRIPTION, String.format(words, 4)).bytes())
			.startsWith("this TIFF file has fewer bytes than its pixels need"));
	}

	/** A description that is not by ImageJ is a text as any other. */
	@Test
	void othersTellNothingInWords() throws IOException {
		assertEquals(1, frames(grey(8, 30).text(DESCRIPTION, "images=4\nslices=4\n").bytes()));
	}

	@Test
	void aFileOfTiffIsOneForAllPrograms() {
		assertEquals("this image is damaged: it has 0 x 5 pixels",
			refusal(TiffBytes.grey(0, 5, 8, new byte[30]).bytes()));
		assertTrue(refusal(new byte[] { 'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0 })
			.endsWith("a directory has 0 entries: takes 1 to 1000"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 6, 7, 34712 })
	void compressionsThatImageJDoesNotKnowAreNotForIt(final int compression) throws IOException {
		assertFalse(
			check(grey(8, 30).with(COMPRESSION, TiffBytes.SHORT, compression).bytes(), FileCheck::run));
	}

	/** Predictor, planes, signed bytes, unsigned 32 bits, tiles, a transparent sample. */
	@ParameterizedTest
	@CsvSource({ "317,3,32", "266,2,8", "274,6,8", "339,2,8", "339,1,32", "339,3,16", "322,16,8",
		"277,2,8", "262,6,8", "262,8,8" })
	void whatImageJShowsWrongIsNotForIt(final int tag, final int value, final int bits)
		throws IOException
	{
		final TiffBytes tiff = grey(bits, 30 * bits / 8);
		assertFalse(check(tiff.with(tag, TiffBytes.SHORT, value).bytes(), FileCheck::run));
	}
}
