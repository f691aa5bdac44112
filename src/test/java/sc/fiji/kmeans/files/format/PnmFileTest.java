package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of PBM, PGM, PPM and PAM files. */
class PnmFileTest {

	private static ImagePlus image(final String text) throws IOException {
		final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		final PnmFile file = new PnmFile(new DataInputStream(new ByteArrayInputStream(bytes)));
		file.check(file.head(), bytes.length);
		return TemporaryFile.with(bytes, PnmFile::image);
	}

	private static String refusal(final String text) {
		return assertThrows(IOException.class, () -> image(text)).getMessage();
	}

	/** Two pixels each; 1 is black in a bitmap. */
	@ParameterizedTest
	@CsvSource({ "P1 2 1 10, 0, 255", "P1 2 1 1 0, 0, 255", "P2 2 1 9 7 9, 7, 9",
		"P2 2 1 65535 7 40000, 7, 40000", "'P2 #\n2 1 # x 3\n255 1 #y\r200', 1, 200",
		"P5 2 1 255 AB, 65, 66", "P5 2 1 256 \0A\0B, 65, 66", "P3 2 1 255 0 0 9 1 0 0, 9, 65536",
		"P3 2 1 15 0 0 15 0 1 0, 255, 4352" })
	void valuesAreThoseOfTheFile(final String text, final int first, final int second)
		throws IOException
	{
		final ImagePlus image = image(text);
		assertEquals(first, image.getProcessor().get(0) & 0xffffff);
		assertEquals(second, image.getProcessor().get(1) & 0xffffff);
	}

	@Test
	void alphaSelects() throws IOException {
		final String head = "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 2\nMAXVAL 255\nTUPLTYPE X\nENDHDR\n";
		assertEquals(null, image(head + "A\1B\377").getRoi());
		assertEquals(1, image(head + "A\0B\1").getRoi().getBounds().x);
		assertEquals("all pixels are transparent", refusal(head + "A\0B\0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "P2 2 1 9 7 10", "P2 2 1 9 7 x", "P2 2 1 0 0 0", "P2 x 1 9 7 9",
		"P2 2 1 70000 1 1", "P1 2 1 12" })
	void otherValuesAreDamage(final String text) {
		assertEquals("this image is damaged", refusal(text).split(":")[0]);
	}

	@Test
	void morePixelsThanTheFileHoldsAreMissing() {
		refusal("P5 2 2 255 ABC");
		refusal("P2 2 2 255 1 2 3");
		refusal("P4 9 1 A");
		assertEquals("this kind of image is not read",
			refusal("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 255\nENDHDR\n12345").split(":")[0]);
	}

	/** More than a whole number of 32 bits. */
	@ParameterizedTest
	@ValueSource(strings = { "P5 4000000000 4000000000 255 A",
		"P7\nWIDTH 4000000000\nHEIGHT 4000000000\nDEPTH 1\nMAXVAL 255\nENDHDR\nA" })
	void hugeSizesAreNumbers(final String text) throws IOException {
		final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		final PictureHead head = new PnmFile(new DataInputStream(new ByteArrayInputStream(bytes)))
			.head();
		assertTrue(head.hasPixels());
		assertThrows(EOFException.class, () -> image(text));
		assertEquals("this image is damaged: a number is 4000000000, which is too large",
			refusal("P5 1 1 4000000000 A"));
	}
}
