package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of a GIF file. */
class GifFileTest extends PictureFileContract {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	GifFileTest() {
		super("gif", GifFile::new, true);
	}

	private GifFileTest put(final int... values) {
		for (final int value : values)
			bytes.write(value);
		return this;
	}

	/** @param colours of the table of all frames, a power of 2; 0 for none */
	private GifFileTest head(final int width, final int height, final int colours) {
		put('G', 'I', 'F', '8', '9', 'a', width & 0xff, width >> 8, height & 0xff, height >> 8);
		final int flags = colours == 0 ? 0 : 0x80 | Integer.numberOfTrailingZeros(colours) - 1;
		return put(flags, 0, 0).put(new int[3 * colours]);
	}

	private GifFileTest frame(final int width, final int height, final int bits, final byte[] data) {
		put(0x2c, 0, 0, 0, 0, width & 0xff, width >> 8, height & 0xff, height >> 8, 0, bits);
		return blocks(data);
	}

	/** Blocks of up to 255 bytes, and an empty one. */
	private GifFileTest blocks(final byte[] data) {
		for (int at = 0; at < data.length; at += 255) {
			bytes.write(Math.min(255, data.length - at));
			bytes.write(data, at, Math.min(255, data.length - at));
		}
		return put(0);
	}

	/** Random pixels of two bits. */
	private static byte[] pixels(final int n, final long seed) {
		final Random random = new Random(seed);
		final byte[] pixels = new byte[n];
		for (int i = 0; i < n; i++)
			pixels[i] = (byte) random.nextInt(4);
		return CodeWriter.gif(2).whole(pixels, 4096);
	}

	/** Number of frames. */
	private int read() throws IOException {
		final PictureFile file = file(bytes.toByteArray());
		file.check(file.head(), bytes.size());
		return file.frames();
	}

	private String refusal() {
		return assertThrows(IOException.class, this::read).getMessage();
	}

	@Property(tries = 30)
	void framesAreCountedAmongExtensions(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int n) throws IOException
	{
		final Random random = new Random(seed);
		final GifFileTest gif = new GifFileTest().head(30, 30, 2 << random.nextInt(8));
		for (int frame = 0; frame < n; frame++) {
			if (random.nextBoolean()) gif.put(0x21, 0xf9).blocks(new byte[4]);
			if (random.nextBoolean()) gif.put(0x21, 0xfe).blocks(new byte[random.nextInt(600)]);
			final int width = 1 + random.nextInt(30);
			gif.frame(width, 20, 2, pixels(20 * width, seed));
		}
		assertEquals(n, gif.put(0x3b).read());
	}

	@Test
	void aFrameMayHaveATableOfItsOwn() throws IOException {
		head(1, 1, 0).put(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x81).put(new int[3 * 4]);
		assertEquals(1, put(2).blocks(pixels(1, 1)).put(0x3b).read());
	}

	@Test
	void aSizeHas16Bits() throws IOException {
		assertSize(300, 65535, file(head(300, 65535, 0).bytes.toByteArray()).head());
		assertFalse(file(new GifFileTest().head(0, 1, 0).bytes.toByteArray()).head().hasPixels());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9, 200 })
	void pixelsHaveOneToEightBits(final int bits) {
		assertEquals("this image is damaged: pixels of " + bits + " bits: takes 1 to 8",
			head(1, 1, 2).frame(1, 1, bits, new byte[9]).refusal());
	}

	@Property(tries = 20)
	void eachFrameHasItsPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int n)
	{
		final GifFileTest gif = new GifFileTest().head(50, 1, 4).frame(n, 1, 2, pixels(n, seed));
		assertEquals("this image is damaged: frame 2 has " + n + " of its " + (n + 1) + " pixels",
			gif.frame(n + 1, 1, 2, pixels(n, seed)).put(0x3b).refusal());
	}

	@Test
	void codesAreThoseOfTheTable() {
		final byte[] data = CodeWriter.gif(2).clear().code(7).bytes();
		assertEquals("this image is damaged: frame 1 is no LZW data",
			head(1, 1, 4).frame(1, 1, 2, data).refusal());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 0x20, 0x2d, 0xff })
	void otherBlocksAreUnknown(final int block) {
		assertEquals("this image is damaged: block " + block + " is unknown",
			head(1, 1, 2).frame(1, 1, 2, pixels(1, 1)).put(block).refusal());
	}

	@Test
	void aFileHasAFrame() {
		assertEquals("this image is damaged: it has no frame", head(1, 1, 2).put(0x3b).refusal());
	}

	@Test
	void withoutItsEndItIsCutShort() {
		assertThrows(EOFException.class, head(1, 1, 2).frame(1, 1, 2, pixels(1, 1))::read);
	}

	/** ImageJ reads a single picture with another reader. */
	@Test
	void anAnimationThatGoesOnWithAFullTableIsNotReadByImageJ() throws IOException {
		final byte[] noise = new byte[9000];
		new Random(1).nextBytes(noise);
		final byte[] full = CodeWriter.gif(8).whole(noise, 5000);
		head(9000, 1, 256).frame(9000, 1, 8, full);
		assertEquals(1, new GifFileTest().head(9000, 1, 256).frame(9000, 1, 8, full).put(0x3b).read());
		assertEquals("ImageJ can not read this animated GIF file: it goes on with a full table",
			frame(9000, 1, 8, full).put(0x3b).refusal());
	}
}
