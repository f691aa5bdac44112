package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of BMP files, old and new. */
class BmpFileTest extends PictureFileContract {

	private static final int FILE_HEAD = 14;

	private int offset = FILE_HEAD + 40;
	private int size = 40;
	private int height = 2;
	private int bits = 24;
	private int compression;
	private int colours;

	BmpFileTest() {
		super("bmp", BmpFile::new, true);
	}

	/** Three pixels wide: a row takes 4 bytes times the bits of a pixel over 8, at most. */
	private byte[] bytes(final int length) {
		final ByteBuffer file = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'B').put((byte) 'M').putInt(0).putInt(0).putInt(offset).putInt(size);
		if (size == 12) file.putShort((short) 3).putShort((short) height).putShort((short) 1);
		else file.putInt(3).putInt(height).putShort((short) 1);
		file.putShort((short) bits).putInt(compression).putInt(0).putInt(0).putInt(0).putInt(colours);
		return Arrays.copyOf(file.array(), length);
	}

	private PictureHead head() throws IOException {
		return file(bytes(200)).head();
	}

	@ParameterizedTest
	@ValueSource(ints = { 12, 40, 52, 56, 108, 124 })
	void headsOfAllVersionsTellTheSize(final int version) throws IOException {
		size = version;
		assertSize(3, 2, head());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 11, 13, 39, 125, -1, Integer.MAX_VALUE })
	void otherHeadsAreRefused(final int version) {
		size = version;
		assertEquals("this image is damaged: its head has " + version + " bytes",
			assertThrows(IOException.class, this::head).getMessage());
	}

	/** Then the first row is the upper one. */
	@Test
	void aHeightMayBeNegative() throws IOException {
		height = -2;
		assertSize(3, 2, head());
		height = 0;
		assertFalse(head().hasPixels());
	}

	/** Bits of a pixel, compression, colours, where pixels begin: whether ImageJ reads it. */
	@ParameterizedTest
	@CsvSource({ "24,0,0,54,true", "24,0,7,54,true", "32,0,0,54,true", "32,0,1,54,false",
		"32,3,0,54,false", "16,0,0,54,false", "8,0,0,1078,true", "8,0,0,1077,false",
		"8,0,256,1078,true", "8,0,2,62,true", "8,0,2,61,false", "8,0,257,2000,false",
		"8,1,0,1078,false", "4,0,0,118,true", "4,0,0,117,false", "1,0,0,62,true", "1,0,3,66,false",
		"2,0,0,70,false", "0,0,0,54,false" })
	void imageJReadsWhatIsPlain(final int pixelBits, final int packed, final int palette,
		final int pixels, final boolean isRead) throws IOException
	{
		bits = pixelBits;
		compression = packed;
		colours = palette;
		offset = pixels;
		assertEquals(isRead, head().isForImageJ());
	}

	@Test
	void imageJTakesThePaletteFromBehindAPlainHead() throws IOException {
		bits = 8;
		colours = 2;
		offset = 1000;
		assertEquals(true, head().isForImageJ());
		size = 108;
		assertFalse(head().isForImageJ());
	}

	/**
	 * Bits of a pixel, and how many bytes two rows of three pixels take, each up to a multiple of 4.
	 */
	@ParameterizedTest
	@CsvSource({ "1,8", "4,8", "8,8", "16,16", "24,24", "32,24" })
	void allRowsAreInTheFile(final int pixelBits, final int rows) throws IOException {
		bits = pixelBits;
		read(bytes(offset + rows));
		assertThrows(EOFException.class, () -> read(bytes(offset + rows - 1)));
		height = -2;
		read(bytes(offset + rows));
		assertThrows(EOFException.class, () -> read(bytes(offset + rows - 1)));
		compression = 3;
		assertThrows(EOFException.class, () -> read(bytes(offset + rows - 1)));
	}

	/** A run of a byte for the length and one for the value. */
	@Test
	void runsAreNotLongerThanTheirBytesSay() throws IOException {
		bits = 8;
		compression = 1;
		height = 58 * 256 / 3;
		read(bytes(58));
		height++;
		assertEquals("this image is damaged: its file is too short for 3 x 4950 pixels",
			refusal(bytes(58)));
	}

	@Test
	void pixelsBeginBehindTheHead() {
		offset = FILE_HEAD + 39;
		assertEquals("this image is damaged: its pixels begin in its head", refusal(bytes(200)));
	}

	@Test
	void thePaletteIsInTheFile() throws IOException {
		bits = 8;
		colours = 4;
		// four colours of four bytes, and two rows of four bytes
		offset += 16;
		read(bytes(offset + 8));
		colours = 7;
		assertEquals("this image is damaged: it has 7 colours, more than the file holds",
			refusal(bytes(offset + 8)));
		colours = -1;
		assertEquals("this image is damaged: it has 4294967295 colours, more than the file holds",
			refusal(bytes(200)));
	}
}
