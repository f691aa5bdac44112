package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.samples.TiffBytes;

/**
 * Files whose heads tell of more than there is, and compressed pixels that end too
 * early: refused before anything is made as large, and never filled up.
 */
class WrongHeadTest {

	private static final int SIZE = 60;
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int PREDICTOR = 317;
	private static final int COLOUR_MAP = 320;
	private static final int DESCRIPTION = 270;
	private static final int COMPRESSION = 259;

	@TempDir
	private Path folder;

	@Test
	void aPlainFileIsRead() throws IOException {
		assertNotNull(open(grey().bytes()));
		assertNotNull(open(packed(5, lzw()).bytes()));
		assertNotNull(open(packed(8, deflated(pixels(), null)).bytes()));
		assertNotNull(open(packed(32773, packBits()).bytes()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 273, 279, 258, 270, 282, 320, 50838 })
	void anEntryHasNoMoreValuesThanTheFileHolds(final int tag) {
		for (final int count : new int[] { 5000, 100_000_000, Integer.MAX_VALUE, -1 })
			assertRefused(
				"damaged: its entry " + tag + " has " + (count & 0xffffffffL)
					+ " values, more than the file holds",
				grey().with(tag, TiffBytes.LONG, 1, 2, 3).count(tag, count).bytes());
	}

	@Test
	void imageJsOwnDataAreAsLongAsTheFile() {
		assertRefused("its entry 50838 tells of more bytes than the file holds",
			grey().with(50838, TiffBytes.LONG, 12, 1 << 30).with(50839, TiffBytes.LONG, 8).bytes());
		final TiffBytes labels = TiffBytes.grey(12, 1, 8, new byte[12])
			.with(50838, TiffBytes.LONG, 12, 4)
			.with(50839, TiffBytes.LONG, 8);
		labels.onlyStrip(ByteBuffer.allocate(12)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(0x494a494a)
			.putInt(0x6c61626c)
			.putInt(Integer.MAX_VALUE)
			.array());
		assertRefused("its entry 50839 tells of 2147483647 data, and there are 1", labels.bytes());
	}

	@ParameterizedTest
	@CsvSource({ "100000,100000", "0,9", "-1,9", "2147483647,1", "30000,30000" })
	void anImageIsNoLargerThanFileAndMemory(final int width, final int height) {
		assertRefused("", TiffBytes.grey(width, height, 8, new byte[9]).bytes());
		assertRefused("",
			TiffBytes.grey(width, height, 16, new byte[9]).with(COMPRESSION, TiffBytes.SHORT, 8).bytes());
	}

	@Test
	void aStackHasNoMoreImagesThanTheFileHolds() {
		assertRefused("",
			grey().text(DESCRIPTION, "ImageJ=1.54p\nimages=2000000000\nslices=2000000000\n").bytes());
		assertRefused("fewer bytes than its pixels need",
			grey().text(DESCRIPTION, "ImageJ=1.54p\nimages=2\nslices=2\n").bytes());
	}

	@Test
	void stripsThatAreMissingOrOverlapAreRefused() throws IOException {
		assertRefused("an image has 1 strips, and its 60 rows are 6",
			grey().with(278, TiffBytes.LONG, 10).bytes());
		final byte[] half = Arrays.copyOf(pixels(), SIZE * SIZE / 2);
		final TiffBytes two = TiffBytes.grey(SIZE, SIZE, 8, half)
			.with(278, TiffBytes.LONG, SIZE / 2)
			.strip(half);
		// ImageJ would read on behind the first one.
		assertNotNull(open(two.with(273, TiffBytes.LONG, 9, 8).bytes()));
		assertRefused("its strips overlap",
			two.with(COMPRESSION, TiffBytes.SHORT, 8).with(279, TiffBytes.LONG, 3000, 3000).bytes());
		assertRefused("truncated", two.with(279, TiffBytes.LONG, 3000, 1 << 30).bytes());
	}

	@Test
	void pixelsThatEndTooEarlyAreNotFilledUp() {
		assertRefused("strip 1 of 1 has ", packed(5, half(lzw())).bytes());
		assertRefused("strip 1 of 1 has ", packed(32773, half(packBits())).bytes());
		assertRefused("strip 1 of 1 has 1800 bytes, and its rows 3600",
			packed(8, deflated(half(pixels()), null)).bytes());
		assertRefused("strip 1 of 1 ends too early", packed(8, half(deflated(pixels(), null))).bytes());
		assertRefused("strip 1 of 1 takes a preset dictionary",
			packed(8, deflated(pixels(), new byte[] { 1, 2, 3 })).bytes());
		assertRefused("strip 1 of 1 is no Deflate data", packed(8, pixels()).bytes());
		assertRefused("strip 1 of 1 is no LZW data", packed(5, new byte[SIZE]).bytes());
	}

	@Test
	void aStripHoldsNoMoreThanItsRows() {
		final byte[] bomb = deflated(new byte[1 << 26], null);
		assertRefused("damaged: strip 1 of 2 has ",
			TiffBytes.grey(SIZE, SIZE, 8, bomb)
				.strip(bomb)
				.with(278, TiffBytes.LONG, SIZE / 2)
				.with(COMPRESSION, TiffBytes.SHORT, 8)
				.bytes());
	}

	@Test
	void whatImageJReadsWrongIsReadOrRefused() throws IOException {
		assertRefused("this TIFF file has predictor 3 of 8 bits",
			packed(8, deflated(pixels(), null)).with(PREDICTOR, TiffBytes.SHORT, 3).bytes());
		assertRefused("strip 1 ends too early", packed(7, pixels()).bytes());
		assertNotNull(open(packed(8, deflated(pixels(), null)).with(258, TiffBytes.SHORT, 1).bytes()));
		assertNotNull(open(packed(32773, packBits()).with(278, TiffBytes.LONG, -1).bytes()));
	}

	@Test
	void aColourMapIsInTheFile() {
		assertRefused("its entry 320 has 768 values",
			grey().with(COLOUR_MAP, TiffBytes.SHORT, 1, 2, 3).count(COLOUR_MAP, 768).bytes());
	}

	@ParameterizedTest
	@ValueSource(ints = { 2000, 50_000_000, Integer.MAX_VALUE, -1 })
	void aBmpFileHasNoMoreColoursThanBytes(final int colours) {
		final byte[] bmp = SampleFile.PALETTE_BMP.bytes();
		little(bmp).putInt(46, colours);
		assertRefused("colours, more than the file holds", bmp);
	}

	@Test
	void aBmpFileHoldsItsPixels() {
		for (final int side : new int[] { 1000, 100_000, Integer.MAX_VALUE, Integer.MIN_VALUE }) {
			final byte[] bmp = SampleFile.BMP.bytes();
			little(bmp).putInt(22, side);
			assertRefused("", bmp);
		}
		final byte[] bmp = SampleFile.BMP.bytes();
		little(bmp).putInt(10, Integer.MAX_VALUE);
		assertRefused("truncated", bmp);
	}

	/** Few bytes that tell of a picture of a billion pixels. */
	@Test
	void aBombIsRefused() throws IOException {
		assertRefused("its file is too short for 32000 x 32000 pixels", png(32000));
		final byte[] jpeg = SampleFile.JPEG.bytes();
		final int frame = find(jpeg, 0xff, 0xc0);
		ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 32000).putShort(frame + 7, (short) 32000);
		assertRefused("its file is too short for 32000 x 32000 pixels", jpeg);
		final byte[] gif = SampleFile.GIF.bytes();
		little(gif).putShort(6, (short) 65000).putShort(8, (short) 65000);
		assertRefused("65000 x 65000", gif);
	}

	@Test
	void aFrameOfAGifFileHasAllItsPixels() {
		for (final SampleFile sample : new SampleFile[] { SampleFile.GIF, SampleFile.ANIMATED_GIF }) {
			final byte[] gif = sample.bytes();
			final int frame = find(gif, 0x2c, 0, 0, 0, 0, SampleFile.WIDTH, 0);
			little(gif).putShort(frame + 7, (short) (2 * SampleFile.HEIGHT));
			assertRefused("frame 1 has 384 of its 768 pixels", gif);
		}
	}

	@Test
	void aChangedByteOfAPngFileIsFound() {
		final byte[] whole = SampleFile.PNG.bytes();
		for (int at = 0; at < whole.length; at++) {
			final byte[] png = whole.clone();
			png[at] ^= 4;
			assertRefused("", png);
		}
	}

	@Test
	void whatAReaderSaysStandsBehindWhatItMeans() throws IOException {
		final byte[] jpeg = picture("jpg");
		Arrays.fill(jpeg, find(jpeg, 0xff, 0xc4) + 5, find(jpeg, 0xff, 0xc4) + 21, (byte) 255);
		assertRefused("this image is damaged: Bogus Huffman table definition", jpeg);
		final byte[] bmp = picture("bmp");
		bmp[30] = 99;
		assertRefused("this image is damaged: Invalid compression specified", bmp);
	}

	@Test
	void codesOfAFrameAreInItsTable() {
		final byte[] gif = { 'G', 'I', 'F', '8', '9', 'a', 2, 0, 2, 0, (byte) 0x80, 0, 0, 0, 0, 0, 9, 9,
			9, 0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x3c, 0, 0, 0x3b };
		assertRefused("this image is damaged: frame 1 is no LZW data", gif);
	}

	private static byte[] picture(final String format) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR), format, bytes);
		return bytes.toByteArray();
	}

	private void assertRefused(final String reason, final byte[] bytes) {
		assertTimeoutPreemptively(LIMIT, () -> {
			final String said = assertThrows(IOException.class, () -> open(bytes)).getMessage();
			assertTrue(said.contains(reason), said);
		});
	}

	private Object open(final byte[] bytes) throws IOException {
		return new ImageFile(Files.write(folder.resolve("file"), bytes)).open();
	}

	private static ByteBuffer little(final byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static int find(final byte[] bytes, final int... sought) {
		for (int at = 0;; at++) {
			int n = 0;
			while (n < sought.length && (bytes[at + n] & 0xff) == sought[n])
				n++;
			if (n == sought.length) return at;
		}
	}

	private static TiffBytes grey() {
		return TiffBytes.grey(SIZE, SIZE, 8, pixels());
	}

	private static TiffBytes packed(final int compression, final byte[] strip) {
		return grey().onlyStrip(strip).with(COMPRESSION, TiffBytes.SHORT, compression);
	}

	/** Hard to compress. */
	private static byte[] pixels() {
		final byte[] pixels = new byte[SIZE * SIZE];
		new Random(5).nextBytes(pixels);
		return pixels;
	}

	private static byte[] half(final byte[] bytes) {
		return Arrays.copyOf(bytes, bytes.length / 2);
	}

	private static byte[] deflated(final byte[] bytes, final byte[] dictionary) {
		final Deflater deflater = new Deflater();
		if (dictionary != null) deflater.setDictionary(dictionary);
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] result = new byte[bytes.length + 100];
		return Arrays.copyOf(result, deflater.deflate(result));
	}

	/** Runs of 100 bytes as they are. */
	private static byte[] packBits() {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		final byte[] pixels = pixels();
		for (int at = 0; at < pixels.length; at += 100) {
			packed.write(99);
			packed.write(pixels, at, 100);
		}
		return packed.toByteArray();
	}

	/** Codes of 9 bits; the table is emptied before they would need more. */
	private static byte[] lzw() {
		final StringBuilder bits = new StringBuilder();
		final byte[] pixels = pixels();
		for (int i = 0; i < pixels.length; i++)
			bits.append(i % 200 == 0 ? code(256) : "").append(code(pixels[i] & 0xff));
		bits.append(code(257)).append("0000000");
		final byte[] bytes = new byte[bits.length() / 8];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
		return bytes;
	}

	private static String code(final int code) {
		return Integer.toBinaryString(1 << 9 | code).substring(1);
	}

	/** A small picture whose head, with a right check sum, says otherwise. */
	private static byte[] png(final int side) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
		final ByteBuffer png = ByteBuffer.wrap(bytes.toByteArray());
		png.putInt(16, side).putInt(20, side);
		final CRC32 sum = new CRC32();
		sum.update(png.array(), 12, 17);
		assertEquals(13, png.getInt(8));
		return png.putInt(29, (int) sum.getValue()).array();
	}
}
