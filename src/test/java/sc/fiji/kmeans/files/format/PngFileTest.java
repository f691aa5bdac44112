package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks of a PNG file, and their check sums. */
class PngFileTest extends PictureFileContract {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	PngFileTest() {
		super("png", PngFile::new, true);
	}

	/** Adds a chunk; a difference of 0 makes its check sum right. */
	private PngFileTest chunk(final String type, final int difference, final byte... data)
		throws IOException
	{
		final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		final CRC32 sum = new CRC32();
		sum.update(name, 0, 4);
		sum.update(data, 0, data.length);
		final DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(data.length);
		out.write(name);
		out.write(data);
		out.writeInt((int) sum.getValue() + difference);
		return this;
	}

	private PngFileTest head(final int width, final int height, final int bits, final int colours,
		final int difference) throws IOException
	{
		bytes.write(SIGNATURE);
		return chunk("IHDR", difference, (byte) (width >> 24), (byte) (width >> 16),
			(byte) (width >> 8), (byte) width, (byte) (height >> 24), (byte) (height >> 16),
			(byte) (height >> 8), (byte) height, (byte) bits, (byte) colours, (byte) 0, (byte) 0,
			(byte) 0);
	}

	/** Ends it, and reads it. */
	private PictureHead read() throws IOException {
		return read(chunk("IEND", 0).bytes.toByteArray());
	}

	private String refusal() {
		return assertThrows(IOException.class, this::read).getMessage();
	}

	/** A byte is at most 1032 bytes of pixels: bits, type of colours, pixels in 10 bytes. */
	@ParameterizedTest
	@CsvSource({ "8,0,10320", "1,0,82560", "16,0,5160", "8,2,3440", "16,2,1720", "8,3,10320",
		"4,3,20640", "8,4,5160", "8,6,2580", "16,6,1290" })
	void deflatedBytesAreNoMoreThanSoManyPixels(final int bits, final int colours, final int most)
		throws IOException
	{
		assertSize(most, 1,
			new PngFileTest().head(most, 1, bits, colours, 0).chunk("IDAT", 0, new byte[10]).read());
		assertEquals("this image is damaged: its file is too short for " + (most + 1) + " x 1 pixels",
			head(most + 1, 1, bits, colours, 0).chunk("IDAT", 0, new byte[10]).refusal());
	}

	@Test
	void pixelsOfSeveralChunksAreCounted() throws IOException {
		head(2064, 1, 8, 0, 0).chunk("IDAT", 0, (byte) 1).chunk("IDAT", 0, (byte) 1).read();
		assertEquals("this image is damaged: its file is too short for 2065 x 1 pixels",
			new PngFileTest().head(2065, 1, 8, 0, 0).chunk("IDAT", 0, new byte[2]).refusal());
	}

	@Test
	void aHeadWithoutSizeHasNoPixels() throws IOException {
		assertFalse(head(0, 9, 8, 0, 0).read().hasPixels());
		assertFalse(new PngFileTest().head(9, -1, 8, 0, 0).read().hasPixels());
	}

	@ParameterizedTest
	@ValueSource(strings = { "IDAT", "PLTE", "tRNS" })
	void aWrongSumOfWhatIsNeededIsFound(final String type) throws IOException {
		assertEquals("this image is damaged: a check sum is wrong",
			head(1, 1, 8, 0, 0).chunk("IDAT", 0, new byte[9]).chunk(type, 1, new byte[6]).refusal());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tEXt", "tIME", "gAMA" })
	void aWrongSumOfWhatNobodyNeedsDoesNotMatter(final String type) throws IOException {
		head(1, 1, 8, 0, 0).chunk(type, 1, new byte[20_000]).chunk("IDAT", 0, new byte[9]).read();
	}

	@Test
	void aWrongSumOfTheHeadIsFoundBehindIt() throws IOException {
		assertEquals("this image is damaged: a check sum is wrong",
			head(1, 1, 8, 0, 7).chunk("IDAT", 0, new byte[9]).refusal());
	}

	@Test
	void theHeadComesFirst() throws IOException {
		bytes.write(SIGNATURE);
		assertEquals("this image is damaged: its head is missing",
			chunk("IDAT", 0, new byte[13]).refusal());
		final PngFileTest longer = new PngFileTest();
		longer.bytes.write(SIGNATURE);
		assertEquals("this image is damaged: its head is missing",
			longer.chunk("IHDR", 0, new byte[14]).refusal());
	}

	@Test
	void withoutItsEndItIsCutShort() throws IOException {
		final byte[] endless = head(1, 1, 8, 0, 0).chunk("IDAT", 0, new byte[9]).bytes.toByteArray();
		assertThrows(EOFException.class, () -> read(endless));
	}

	@Test
	void animationsAreRefusedAndSinglePicturesAreNot() throws IOException {
		final byte[] pixels = new byte[100];
		head(1, 1, 8, 0, 0).chunk("acTL", 0, new byte[] { 0, 0, 0, 1, 0, 0, 0, 0 })
			.chunk("IDAT", 0, pixels)
			.read();
		bytes.reset();
		head(1, 1, 8, 0, 0).chunk("acTL", 0, new byte[] { 0, 0, 0, 2, 0, 0, 0, 0 });
		assertEquals("this kind of image is not read: animated PNG: save its frames as PNG or TIFF",
			assertThrows(IOException.class, () -> chunk("IDAT", 0, pixels).read()).getMessage());
	}
}
