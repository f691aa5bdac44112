package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.Calibration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Streams as Java's own writer makes them, and what TIFF files leave out of them. */
class JpegStreamTest {

	private static byte[] jpeg(final long seed) throws IOException {
		final BufferedImage picture = new BufferedImage(20, 15, BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(seed);
		for (int i = 0; i < 300; i++)
			picture.setRGB(i % 20, i / 20, random.nextInt());
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(picture, "jpeg", bytes));
		return bytes.toByteArray();
	}

	/** Where the mark of the frame is. */
	private static int frame(final byte[] jpeg) {
		for (int i = 2; i < jpeg.length; i++)
			if (jpeg[i] == -1 && (jpeg[i + 1] & 0xff) == 0xc0) return i;
		throw new AssertionError("no frame");
	}

	@Property(tries = 10)
	void aWholeStreamIsWhole(@ForAll final long seed, @ForAll @IntRange(max = 14) final int behind)
		throws IOException
	{
		final byte[] jpeg = jpeg(seed);
		new JpegStream(jpeg).requireFrame(20, 15);
		assertTrue(new JpegStream(jpeg).isWhole());
		assertTrue(new JpegStream(Arrays.copyOf(jpeg, jpeg.length + behind)).isWhole());
	}

	/** Readers would fill up what is missing with grey. */
	@Property(tries = 30)
	void aCutStreamIsNot(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final byte[] jpeg = jpeg(seed);
		assertFalse(new JpegStream(Arrays.copyOf(jpeg, random.nextInt(jpeg.length - 1))).isWhole());
	}

	@Test
	void otherBitsAreNamed() throws IOException {
		final byte[] jpeg = jpeg(1);
		jpeg[frame(jpeg) + 4] = 12;
		assertTrue(
			assertThrows(IOException.class, () -> new JpegStream(jpeg).requireFrame(20, 15)).getMessage()
				.contains("compressed as JPEG of 12 bits, which is not read"));
	}

	/** Nobody makes room for more pixels than the block has, but for what fills it up. */
	@Test
	void framesAreNoLargerThanTheirBlock() throws IOException {
		final byte[] jpeg = jpeg(1);
		new JpegStream(jpeg).requireFrame(5, 3);
		final int frame = frame(jpeg);
		for (final int side : new int[] { frame + 5, frame + 7 }) {
			final byte[] larger = jpeg.clone();
			larger[side] = 1;
			assertTrue(assertThrows(IOException.class, () -> new JpegStream(larger).requireFrame(20, 15))
				.getMessage()
				.contains("and their block 20 x 15"));
		}
	}

	/** Whatever bytes: it ends. */
	@Property(tries = 200)
	void anyBytesAreLookedThrough(@ForAll final byte[] bytes) {
		try {
			new JpegStream(bytes).requireFrame(20, 15);
		}
		catch (final IOException named) {
			assertTrue(named.getMessage().contains("JPEG"), named.getMessage());
		}
	}

	/** A TIFF file has them once, for all of its streams. */
	@Test
	void tablesAreSharedByStreams() throws IOException {
		final byte[] jpeg = jpeg(1);
		final int frame = frame(jpeg);
		final byte[] tables = Arrays.copyOf(jpeg, frame + 2);
		tables[frame] = -1;
		tables[frame + 1] = (byte) 0xd9;
		final byte[] rest = new byte[jpeg.length - frame + 2];
		rest[0] = -1;
		rest[1] = (byte) 0xd8;
		System.arraycopy(jpeg, frame, rest, 2, jpeg.length - frame);
		assertArrayEquals(jpeg, new JpegStream(rest).with(tables));
		assertArrayEquals(rest, new JpegStream(rest).with(new byte[0]));
	}

	@Test
	void layoutsAreChannelsThenSlicesThenTimes() {
		final Layout plain = Layout.plain(2, 3, 4);
		assertEquals(24, plain.size());
		for (int plane = 0; plane < 24; plane++)
			assertEquals(plane, plain.page(plane));
		assertTrue(plain.names.isEmpty());
		final Calibration calibration = new Calibration();
		plain.calibrate(calibration);
		assertFalse(calibration.scaled());
	}
}
