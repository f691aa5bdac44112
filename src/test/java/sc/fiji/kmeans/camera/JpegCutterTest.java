package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;

/** Pictures are found byte by byte, whatever is around them and in them. */
class JpegCutterTest {

	private static final int LIMIT = 1 << 20;
	private static final int COPIES = 100;

	private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

	@Test
	void picturesWithTextBetweenThem() throws IOException {
		final byte[] one = noise(40, false);
		final byte[] other = noise(300, true);
		stream.write("\r\n--x\r\nContent-Length: 5\r\n\r\n".getBytes());
		stream.write(one);
		stream.write(other);
		stream.write("--x\r\n\r\n".getBytes());
		stream.write(one);
		assertCut(one, other, one);
	}

	@Test
	void aPictureInThePicture() throws IOException {
		final byte[] small = noise(16, false);
		final byte[] whole = noise(40, false);
		final ByteArrayOutputStream nested = new ByteArrayOutputStream();
		nested.write(whole, 0, 2);
		nested.write(new byte[] { (byte) 0xff, (byte) 0xe1, (byte) (small.length + 2 >> 8),
			(byte) (small.length + 2) });
		nested.write(small);
		nested.write(whole, 2, whole.length - 2);
		stream.write(nested.toByteArray());
		stream.write(whole);
		assertCut(nested.toByteArray(), whole);
	}

	@Test
	void aPictureThatIsCutInItsPixels() throws IOException {
		final byte[] whole = noise(40, false);
		for (int missing = 1; missing < 300; missing++)
			stream.write(whole, 0, whole.length - missing);
		stream.write(whole);
		assertCut(whole);
	}

	@Test
	void aPictureThatIsCutAnywhere() throws IOException {
		final byte[] whole = noise(24, false);
		for (int length = 0; length < whole.length; length += 7) {
			stream.reset();
			stream.write(whole, 0, length);
			for (int i = 0; i < COPIES; i++)
				stream.write(whole);
			final JpegCutter cutter = new JpegCutter(new ByteArrayInputStream(stream.toByteArray()),
				LIMIT);
			final Bytes picture = new Bytes();
			// at most 64 kB and a picture are lost
			for (int i = 0; i < COPIES - 2 - 65536 / whole.length; i++)
				cutter.next(picture);
			assertArrayEquals(whole, array(picture));
		}
	}

	@Test
	void noPictureInAsMuchAsIsAllowed() throws IOException {
		final byte[] rubbish = new byte[2 * LIMIT];
		new Random(3).nextBytes(rubbish);
		assertThrows(StreamException.class,
			() -> new JpegCutter(new ByteArrayInputStream(rubbish), LIMIT).next(new Bytes()));
	}

	private void assertCut(final byte[]... pictures) throws IOException {
		for (final int most : new int[] { 1, 7, 1 << 20 }) {
			final JpegCutter cutter = new JpegCutter(new Dripping(stream.toByteArray(), most), LIMIT);
			final Bytes picture = new Bytes();
			for (final byte[] expected : pictures) {
				cutter.next(picture);
				assertArrayEquals(expected, array(picture));
			}
			assertThrows(EOFException.class, () -> cutter.next(picture));
		}
	}

	private static byte[] array(final Bytes bytes) {
		return Arrays.copyOf(bytes.array(), bytes.length());
	}

	private static byte[] noise(final int size, final boolean progressive) throws IOException {
		final BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(size);
		for (int i = 0; i < size * size; i++)
			image.setRGB(i % size, i / size, random.nextInt());
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
			writer.setOutput(to);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		writer.dispose();
		return out.toByteArray();
	}

	/** Gives a few bytes at a time. */
	private static final class Dripping extends InputStream {

		private final InputStream in;
		private final int most;

		Dripping(final byte[] bytes, final int most) {
			in = new ByteArrayInputStream(bytes);
			this.most = most;
		}

		@Override
		public int read() throws IOException {
			return in.read();
		}

		@Override
		public int read(final byte[] bytes, final int first, final int length) throws IOException {
			return in.read(bytes, first, Math.min(most, length));
		}
	}
}
