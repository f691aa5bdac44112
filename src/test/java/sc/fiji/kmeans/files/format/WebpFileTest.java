package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Heads of WebP files: one picture, or a canvas with chunks of all kinds. */
class WebpFileTest {

	private static final int SIDE = 1 << 14;

	private final ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);

	private void put(final String letters) {
		out.put(letters.getBytes(StandardCharsets.US_ASCII));
	}

	private void begin() {
		out.clear();
		put("RIFF\0\0\0\0WEBP");
	}

	/** The size of all that follows, and bytes so far. */
	private byte[] bytes() {
		out.putInt(4, out.position() - 8);
		return Arrays.copyOf(out.array(), out.position());
	}

	/** A frame begins with three bytes and a mark, then the sides. */
	private void putLossy(final int width, final int height) {
		put("VP8 ");
		out.putInt(20).put(new byte[6]).putInt(width | height << 16).put(new byte[10]);
	}

	/** A mark, then the sides, less 1, of 14 bits each. */
	private void putLossless(final int width, final int height) {
		put("VP8L");
		out.putInt(15).put((byte) 0x2f).putInt(width - 1 | height - 1 << 14).put(new byte[11]);
	}

	private void putCanvas(final int flags, final int width, final int height) {
		put("VP8X");
		out.putInt(10).put((byte) flags).put(new byte[3]);
		put24(width - 1);
		put24(height - 1);
	}

	private void put24(final int number) {
		out.putShort((short) number).put((byte) (number >> 16));
	}

	private static WebpFile file(final byte[] bytes) {
		return new WebpFile(new DataInputStream(new ByteArrayInputStream(bytes)));
	}

	private static PictureHead check(final byte[] bytes) throws IOException {
		final WebpFile file = file(bytes);
		final PictureHead head = file.head();
		file.check(head, bytes.length);
		return head;
	}

	private String refusal() {
		return assertThrows(IOException.class, () -> check(bytes())).getMessage();
	}

	@Property(tries = 60)
	void headsTellTheSize(@ForAll @IntRange(min = 1, max = SIDE - 1) final int width,
		@ForAll @IntRange(min = 1, max = SIDE - 1) final int height, @ForAll final boolean isLossy)
		throws IOException
	{
		begin();
		if (isLossy) putLossy(width, height);
		else putLossless(width, height);
		final PictureHead head = file(bytes()).head();
		assertFalse(head.isForImageJ());
		PictureFileContract.assertSize(width, height, head);
	}

	/** The canvas, then other chunks, then the picture of it. */
	@Property(tries = 40)
	void aCanvasHasAPictureOfItsSize(@ForAll @IntRange(min = 1, max = 300) final int width,
		@ForAll @IntRange(min = 1, max = 300) final int height, @ForAll final boolean isLossy)
		throws IOException
	{
		begin();
		putCanvas(0x10, width, height);
		put("ICCP");
		// An odd length is filled up.
		out.putInt(3).put(new byte[4]);
		if (isLossy) putLossy(width, height);
		else putLossless(width, height);
		PictureFileContract.assertSize(width, height, check(bytes()));
	}

	@Test
	void aPictureOfAnotherSizeIsDamage() {
		begin();
		putCanvas(0, 10, 10);
		putLossy(10, 9);
		assertEquals("this image is damaged: its picture has another size than it says", refusal());
	}

	@Test
	void filmsAreNamed() {
		begin();
		putCanvas(2, 10, 10);
		putLossy(10, 10);
		assertTrue(refusal().contains("animated WebP: save its frames as PNG or TIFF"));
	}

	@Test
	void otherChunksAreDamage() {
		begin();
		put("ALPH");
		out.putInt(2).putShort((short) 0);
		assertEquals("this image is damaged: its head is broken", refusal());
		out.clear();
		put("RAFF\0\0\0\0WEBP");
		putLossy(3, 3);
		assertEquals("this image is damaged: its head is missing", refusal());
	}

	/** More pixels than copies of them can stand for. */
	@Test
	void hugePicturesAreRefused() {
		begin();
		putLossless(SIDE, SIDE);
		assertTrue(refusal().contains("its file is too short for 16384 x 16384 pixels"));
	}

	@Test
	void whatIsCutIsMissed() throws IOException {
		begin();
		putCanvas(0, 10, 10);
		putLossy(10, 10);
		final byte[] bytes = bytes();
		check(bytes);
		for (int length = 0; length < bytes.length; length++) {
			final byte[] cut = Arrays.copyOf(bytes, length);
			assertThrows(EOFException.class, () -> check(cut), length + " bytes");
		}
	}

	@Property(tries = 200)
	void damageIsAnIoException(@ForAll final long seed) {
		final Random random = new Random(seed);
		begin();
		if (random.nextBoolean()) putCanvas(random.nextInt(256), 7, 8);
		putLossless(7, 8);
		final byte[] bytes = bytes();
		for (int n = 1 + random.nextInt(4); n > 0; n--)
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
		try {
			check(bytes);
		}
		catch (final IOException seen) {
			// As it should be.
		}
	}
}
