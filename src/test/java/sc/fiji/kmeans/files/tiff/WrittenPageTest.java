package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class WrittenPageTest {

	private static ImagePlus like(final int bits, final int channels, final int frames) {
		final ImagePlus image = IJ.createHyperStack("", 30, 1, channels, 1, frames, bits);
		return bits == 24 ? IJ.createImage("", "RGB", 30, 1, frames) : image;
	}

	/** The numbers of an entry; null if there is none. */
	private static long[] numbers(final WrittenPage page, final int tag) {
		for (final TiffEntry entry : page.entries()) {
			if (entry.tag != tag) continue;
			final ByteBuffer values = ByteBuffer.wrap(entry.values()).order(ByteOrder.LITTLE_ENDIAN);
			return IntStream.range(0, entry.count())
				.mapToLong(i -> entry.type == TiffEntry.SHORT
					? values.getShort() & 0xffff
					: values.getInt() & 0xffffffffL)
				.toArray();
		}
		return null;
	}

	@Property(tries = 60)
	void entriesTellTheShape(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int bits = new int[] { 8, 16, 24, 32 }[random.nextInt(4)];
		final int channels = bits == 24 ? 1 : 1 + random.nextInt(5);
		final int frames = 1 + random.nextInt(3);
		final int height = 1 + random.nextInt(500);
		final boolean isTiled = random.nextBoolean();
		final WrittenPage page = new WrittenPage(like(bits, channels, frames), height, isTiled,
			random.nextBoolean());
		assertArrayEquals(new long[] { 30 }, numbers(page, 256));
		assertArrayEquals(new long[] { height }, numbers(page, 257));
		assertEquals(bits == 24 ? 3 : channels, page.samples * page.planes);
		assertEquals(frames * page.planes, page.pages());
		assertEquals(page.samples, numbers(page, 258).length);
		assertEquals(bits == 24 ? 8 : bits, numbers(page, 258)[0]);
		assertEquals(bits == 32 ? 3 : 1, numbers(page, 339)[0]);
		assertEquals(isTiled, numbers(page, 322) != null);
		assertEquals(height, isTiled ? height : IntStream.range(0, page.down()).map(page::rows).sum());
		assertTrue((long) page.across() * page.blockWidth >= 30);
		assertTrue((long) page.down() * page.blockHeight >= height);
		assertEquals(1, Integer.bitCount(page.blockHeight));
	}

	/** In the order of their tags but for those that are added. */
	@Property(tries = 20)
	void tagsAscend(@ForAll @IntRange(min = 1, max = 5) final int channels) {
		final WrittenPage page = new WrittenPage(like(8, channels, 1), 20, true, false);
		final int[] tags = page.entries().stream().mapToInt(entry -> entry.tag).sorted().toArray();
		assertEquals(tags.length, IntStream.of(tags).distinct().count());
	}

	/** A colour to other programs, so each is written for itself. */
	@Test
	void threeChannelsOfAByteAreNoColour() {
		assertEquals(3, new WrittenPage(like(8, 3, 1), 20, true, false).planes);
		assertEquals(1, new WrittenPage(like(8, 4, 1), 20, true, false).planes);
		assertEquals(1, new WrittenPage(like(16, 3, 1), 20, true, false).planes);
		assertEquals(4, new WrittenPage(like(8, 4, 1), 20, false, false).planes);
	}

	/** Up to 2 GB ImageJ reads it; above 4 GB offsets need 64 bits. */
	@Test
	void formsBySize() {
		final ImagePlus wide = new ImagePlus("", new ByteProcessor(50_000, 1));
		final int[] heights = { 40_000, 45_000, 79_000, 81_000 };
		for (final int height : heights) {
			final WrittenPage page = new WrittenPage(wide, height);
			assertEquals(height > 42_949, page.isTiled, height + " rows");
			assertEquals(height > 80_000, page.isBig, height + " rows");
		}
	}

	/** Rows of tiles are in memory. */
	@Test
	void tilesOfWideImagesAreLow() {
		assertEquals(256,
			new WrittenPage(new ImagePlus("", new ByteProcessor(100_000, 1)), 9, true, true).blockHeight);
		assertEquals(16, new WrittenPage(new ImagePlus("", new ByteProcessor(2_000_000, 1)), 9, true,
			true).blockHeight);
	}

	@Test
	void palettesAreWritten() {
		final ByteProcessor pixels = new ByteProcessor(30, 1);
		pixels.setLut(LUT.createLutFromColor(Color.RED));
		final WrittenPage page = new WrittenPage(new ImagePlus("", pixels), 20);
		final long[] map = numbers(page, 320);
		assertEquals(3 * 256, map.length);
		assertEquals(0xffff, map[255]);
		assertEquals(0, map[256 + 255]);
		assertArrayEquals(new long[] { 3 }, numbers(page, 262));
	}

	@Test
	void sizesArePixelsInAUnit() {
		final ImagePlus like = like(8, 1, 1);
		assertEquals(null, numbers(new WrittenPage(like, 20), 282));
		like.getCalibration().pixelWidth = 0.5;
		like.getCalibration().pixelHeight = 0.25;
		like.getCalibration().setUnit("cm");
		final WrittenPage page = new WrittenPage(like, 20);
		assertArrayEquals(new long[] { 3 }, numbers(page, 296));
		final TiffEntry x = page.entries().stream().filter(entry -> entry.tag == 282).findFirst().get();
		assertEquals(TiffEntry.ratio(282, 2), x);
	}

	/** Blocks of a part are as those of the whole. */
	@Property(tries = 30)
	void partsHaveTheBlocksOfTheWhole(@ForAll @IntRange(min = 1, max = 600) final int rows,
		@ForAll final boolean isTiled)
	{
		final WrittenPage page = new WrittenPage(like(16, 2, 3), 700, isTiled, false);
		final WrittenPage part = page.part(rows);
		assertEquals(page.blockWidth, part.blockWidth);
		assertEquals(page.blockHeight, part.blockHeight);
		assertEquals(page.planes, part.pages());
		assertEquals(rows, part.height);
	}

	@Test
	void stacksAreDescribedForImageJ() {
		final ImageStack stack = new ImageStack(30, 1);
		for (int i = 0; i < 6; i++)
			stack.addSlice(new ByteProcessor(30, 1));
		final ImagePlus like = new ImagePlus("", stack);
		like.setDimensions(2, 3, 1);
		final String text = new WrittenPage(like, 20, false, false).entries()
			.stream()
			.filter(entry -> entry.tag == 270)
			.map(entry -> new String(entry.values()))
			.findFirst()
			.get();
		assertTrue(text.startsWith("ImageJ=") && text.contains("images=6\nchannels=2\n")
			&& text.contains("slices=3\nframes=1\n"), text);
	}
}
