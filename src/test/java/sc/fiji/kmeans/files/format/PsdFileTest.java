package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Files as Photoshop writes them: the joint picture stands behind all layers. */
class PsdFileTest {

	private static final int GREY = 1;
	private static final int RGB = 3;

	private int version = 1;
	private int mode = RGB;
	private int bits = 8;
	private int channels = 3;
	private int width = 5;
	private int height = 4;
	private boolean areRuns;
	private boolean hasAlpha;
	/** By channel. */
	private int[][] values;

	private void randomize(final Random random) {
		version = 1 + random.nextInt(2);
		mode = random.nextBoolean() ? GREY : RGB;
		bits = random.nextBoolean() ? 8 : 16;
		hasAlpha = random.nextBoolean();
		areRuns = random.nextBoolean();
		width = 1 + random.nextInt(30);
		height = 1 + random.nextInt(30);
		channels = (mode == GREY ? 1 : 3) + (hasAlpha ? 1 : random.nextInt(3));
		fill(random);
	}

	private void fill(final Random random) {
		values = new int[channels][width * height];
		for (final int[] channel : values)
			for (int i = 0; i < channel.length; i++)
				channel[i] = i > 0 && random.nextInt(3) == 0 ? channel[i - 1] : random.nextInt(1 << bits);
		// Something can be seen.
		values[channels - 1][0] = (1 << bits) - 1;
	}

	private byte[] bytes() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		out.writeBytes("8BPS");
		out.writeShort(version);
		out.write(new byte[6]);
		out.writeShort(channels);
		out.writeInt(height);
		out.writeInt(width);
		out.writeShort(bits);
		out.writeShort(mode);
		// A palette of no colours, and a note.
		out.writeInt(0);
		out.writeInt(3);
		out.write(new byte[3]);
		final int layers = 4 * version + 2 + 10;
		writeLength(out, layers);
		writeLength(out, layers - 4 * version);
		// A negative number of layers says that the channel behind the colours is that of alpha.
		out.writeShort(hasAlpha ? -1 : 1);
		out.write(new byte[10]);
		out.writeShort(areRuns ? 1 : 0);
		writePixels(out);
		return bytes.toByteArray();
	}

	private void writeLength(final DataOutputStream out, final int length) throws IOException {
		if (version == 2) out.writeLong(length);
		else out.writeInt(length);
	}

	private void writePixels(final DataOutputStream out) throws IOException {
		if (areRuns) out.write(new byte[channels * height * 2 * version]);
		for (final int[] channel : values)
			for (int y = 0; y < height; y++) {
				final ByteArrayOutputStream row = new ByteArrayOutputStream();
				for (int x = 0; x < width; x++) {
					if (bits == 16) row.write(channel[y * width + x] >> 8);
					row.write(channel[y * width + x]);
				}
				out.write(areRuns ? runs(row.toByteArray()) : row.toByteArray());
			}
	}

	/** PackBits: each byte for itself, or two that are the same. */
	private static byte[] runs(final byte[] row) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < row.length; i++) {
			final boolean isTwice = i + 1 < row.length && row[i] == row[i + 1];
			if (i % 5 == 0) out.write(-128);
			out.write(isTwice ? -1 : 0);
			out.write(row[i]);
			if (isTwice) i++;
		}
		return out.toByteArray();
	}

	private static PsdFile file(final byte[] bytes) {
		return new PsdFile(new DataInputStream(new ByteArrayInputStream(bytes)));
	}

	private static void check(final byte[] bytes) throws IOException {
		final PsdFile file = file(bytes);
		file.check(file.head(), bytes.length);
	}

	private static ImagePlus image(final byte[] bytes) throws IOException {
		return TemporaryFile.with(bytes, PsdFile::image);
	}

	private boolean isSeen(final int i) {
		return !hasAlpha || values[mode == GREY ? 1 : 3][i] > 0;
	}

	@Property(tries = 100)
	void pixelsComeBack(@ForAll final long seed) throws IOException {
		randomize(new Random(seed));
		final byte[] bytes = bytes();
		check(bytes);
		final ImagePlus image = image(bytes);
		assertEquals(width, image.getWidth());
		assertEquals(height, image.getHeight());
		final boolean isColour = mode == RGB && bits == 8;
		assertEquals(isColour ? 24 : bits, image.getBitDepth());
		assertEquals(mode == RGB && bits == 16 ? 3 : 1, image.getStackSize());
		for (int i = 0; i < width * height; i++) {
			if (!isSeen(i)) continue;
			if (isColour) {
				assertEquals(values[0][i] << 16 | values[1][i] << 8 | values[2][i],
					image.getProcessor().get(i) & 0xffffff);
				continue;
			}
			for (int n = 0; n < image.getStackSize(); n++)
				assertEquals(values[n][i], image.getStack().getProcessor(n + 1).get(i));
		}
	}

	@Property(tries = 40)
	void whatCanNotBeSeenIsNotSelected(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		randomize(random);
		hasAlpha = true;
		channels = mode == GREY ? 2 : 4;
		fill(random);
		for (int i = 1; i < width * height; i++)
			if (random.nextBoolean()) values[channels - 1][i] = 0;
		final ImagePlus image = image(bytes());
		final ImageProcessor pixels = image.getProcessor();
		for (int i = 0; i < pixels.getPixelCount(); i++)
			assertEquals(isSeen(i),
				image.getRoi() == null || image.getRoi().contains(i % width, i / width));
	}

	/** Nothing worse than a word happens to a file that is cut or changed. */
	@Property(tries = 150)
	void damageIsAnIoException(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		randomize(random);
		final byte[] bytes = bytes();
		// But for the size, which a check compares with the memory.
		for (int n = random.nextInt(4); n > 0; n--)
			bytes[26 + random.nextInt(bytes.length - 26)] = (byte) random.nextInt();
		final byte[] cut = random.nextBoolean()
			? bytes
			: Arrays.copyOf(bytes, random.nextInt(bytes.length));
		try {
			check(cut);
			image(cut);
		}
		catch (final IOException seen) {
			// As it should be.
		}
	}

	private String refusal() {
		values = new int[channels][width * height];
		return assertThrows(IOException.class, () -> check(bytes())).getMessage();
	}

	@Test
	void otherKindsAreNamed() {
		final String kind = "this kind of image is not read: PSD that is not grey or RGB of 8 or 16"
			+ " bits: save it as TIFF";
		bits = 32;
		assertEquals(kind, refusal());
		bits = 8;
		mode = 4;
		assertEquals(kind, refusal());
		mode = RGB;
		channels = 2;
		assertEquals(kind, refusal());
	}

	@Test
	void otherVersionsAreDamage() {
		version = 3;
		assertEquals("this image is damaged: its version is 3", refusal());
	}

	/** A byte of the file stands for 64 pixels at most. */
	@Test
	void hugeSizesAreRefused() {
		width = 20_000;
		height = 20_000;
		values = new int[channels][0];
		final String message = assertThrows(IOException.class, () -> {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			final DataOutputStream out = new DataOutputStream(bytes);
			out.writeBytes("8BPS");
			out.writeShort(1);
			out.write(new byte[6]);
			out.writeShort(3);
			out.writeInt(height);
			out.writeInt(width);
			out.writeShort(8);
			out.writeShort(RGB);
			check(bytes.toByteArray());
		}).getMessage();
		assertTrue(message.contains("its file is too short for 20000 x 20000 pixels"), message);
	}
}
