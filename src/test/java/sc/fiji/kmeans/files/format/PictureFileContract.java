package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every kind of file with a picture, as Java's own writers make it. */
abstract class PictureFileContract {

	private final String format;
	private final PictureFile.Maker maker;
	/** Whether a check reads as far as the pixels go. */
	private final boolean isChecked;

	PictureFileContract(final String format, final PictureFile.Maker maker, final boolean isChecked) {
		this.format = format;
		this.maker = maker;
		this.isChecked = isChecked;
	}

	final PictureFile file(final byte[] bytes) {
		return maker.of(new DataInputStream(new ByteArrayInputStream(bytes)));
	}

	/** Head and rest. */
	final PictureHead read(final byte[] bytes) throws IOException {
		final PictureFile file = file(bytes);
		final PictureHead head = file.head();
		file.check(head, bytes.length);
		return head;
	}

	final String refusal(final byte[] bytes) {
		return assertThrows(IOException.class, () -> read(bytes)).getMessage();
	}

	/** Random pixels of few colours. */
	final byte[] picture(final int width, final int height, final int type, final long seed)
		throws IOException
	{
		final BufferedImage picture = new BufferedImage(width, height, type);
		final Random random = new Random(seed);
		for (int i = 0; i < width * height; i++)
			picture.setRGB(i % width, i / width, 0xff000000 | 0x3050a0 * random.nextInt(8));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(picture, format, bytes));
		return bytes.toByteArray();
	}

	final byte[] picture(final int width, final int height, final long seed) throws IOException {
		return picture(width, height, BufferedImage.TYPE_3BYTE_BGR, seed);
	}

	static void assertSize(final int width, final int height, final PictureHead head)
		throws IOException
	{
		final double pixels = (double) width * height;
		head.requireAtMost(pixels);
		assertEquals(
			"this image is damaged: its file is too short for " + width + " x " + height + " pixels",
			assertThrows(IOException.class, () -> head.requireAtMost(pixels - 1)).getMessage());
	}

	@Property(tries = 25)
	void theHeadTellsTheSize(@ForAll @IntRange(min = 1, max = 300) final int width,
		@ForAll @IntRange(min = 1, max = 40) final int height) throws IOException
	{
		final PictureHead head = file(picture(width, height, 1)).head();
		assertTrue(head.hasPixels());
		assertSize(width, height, head);
	}

	@Property(tries = 25)
	void aWholeFileIsTaken(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 30) final int width,
		@ForAll @IntRange(min = 1, max = 30) final int height) throws IOException
	{
		final byte[] whole = picture(width, height, seed);
		final PictureFile file = file(whole);
		final PictureHead head = file.head();
		file.check(head, whole.length);
		assertTrue(head.isForImageJ());
		assertEquals(1, file.frames());
	}

	/** Where the check does not see it, a reader will: but the head is whole. */
	@Property(tries = 6)
	void aFileThatIsCutShortIsRefused(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int width) throws IOException
	{
		final byte[] whole = picture(width, 7, seed);
		for (int length = 0; length < whole.length; length++)
			if (isTaken(Arrays.copyOf(whole, length))) assertFalse(isChecked, length + " bytes");
		assertThrows(EOFException.class, () -> file(Arrays.copyOf(whole, 9)).head());
	}

	private boolean isTaken(final byte[] part) {
		try {
			read(part);
			return true;
		}
		catch (final IOException missing) {
			return false;
		}
	}

	/** Whatever is wrong, it is refused as such, and soon. */
	@Property(tries = 300)
	void wrongBytesAreNothingWorseThanDamage(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final byte[] bytes = picture(5, 4, seed);
		for (int n = 1 + random.nextInt(5); n > 0; n--)
			bytes[random.nextInt(Math.min(60, bytes.length))] = (byte) random.nextInt();
		try {
			read(bytes);
		}
		catch (final EOFException missing) {
			// as it is read of a file that is cut short
		}
		catch (final IOException damage) {
			assertTrue(
				damage.getMessage()
					.matches("(this image is damaged: .+|this kind of image is not read: .+|.+ pixels.*)"),
				damage.getMessage());
		}
	}
}
