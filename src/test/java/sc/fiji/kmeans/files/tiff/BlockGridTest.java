package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class BlockGridTest {

	private static final int DEFLATE = 8;

	private static BlockGrid grid(final PageOfFile told) throws IOException {
		return told.read(page -> new BlockGrid(page, 0));
	}

	private static void refused(final String message, final PageOfFile told) {
		final String said = assertThrows(IOException.class, () -> grid(told)).getMessage();
		assertTrue(said.contains(message), said);
	}

	private static int[] places(final int n, final int first) {
		return IntStream.range(0, n).map(i -> first + 100 * i).toArray();
	}

	/** Every pixel is in one block, at the place that the grid tells. */
	@Property(tries = 60)
	void tilesCoverThePage(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final int width = 1 + random.nextInt(100);
		final int height = 1 + random.nextInt(100);
		final int tileWidth = 16 * (1 + random.nextInt(3));
		final int tileHeight = 16 * (1 + random.nextInt(3));
		final int samples = 1 + random.nextInt(3);
		final int across = (width + tileWidth - 1) / tileWidth;
		final int down = (height + tileHeight - 1) / tileHeight;
		final int n = across * down * samples;
		final BlockGrid grid = grid(new PageOfFile(width, height).each(258, samples, 8)
			.with(259, DEFLATE)
			.with(277, samples)
			.with(284, 2)
			.with(322, tileWidth)
			.with(323, tileHeight)
			.with(324, places(n, 1000))
			.with(325, places(n, 1)));
		assertTrue(grid.isTiled);
		assertEquals(across, grid.across);
		assertEquals(down, grid.down);
		assertEquals(tileWidth, grid.rowBytes());
		for (int plane = 0, block = 0; plane < samples; plane++)
			for (int row = 0; row < down; row++)
				for (int column = 0; column < across; column++, block++) {
					assertEquals(block, grid.index(plane, column, row));
					assertEquals(1000 + 100 * block, grid.offset(block));
					assertEquals(1 + 100 * block, grid.length(block));
					assertEquals(tileHeight, grid.rows(row));
				}
	}

	@Property(tries = 60)
	void stripsCoverThePage(@ForAll @IntRange(min = 1, max = 100) final int height,
		@ForAll @IntRange(min = 1, max = 120) final int rows) throws IOException
	{
		final int strip = Math.min(rows, height);
		final int down = (height + strip - 1) / strip;
		final BlockGrid grid = grid(new PageOfFile(7, height).with(258, 4)
			.with(259, DEFLATE)
			.with(273, places(down, 8))
			.with(278, rows)
			.with(279, places(down, 1)));
		assertFalse(grid.isTiled);
		assertEquals(1, grid.across);
		assertEquals(down, grid.down);
		assertEquals(4, grid.rowBytes());
		assertEquals(height, IntStream.range(0, down).map(grid::rows).sum());
	}

	/** One strip needs no number of rows, and uncompressed no length. */
	@Test
	void oneStripNeedsNotTellHowLongItIs() throws IOException {
		final BlockGrid grid = grid(new PageOfFile(10, 20).with(258, 16).with(273, 8));
		assertEquals(1, grid.down);
		assertEquals(400, grid.length(0));
		refused("has 0 blocks of pixels, and needs 1",
			new PageOfFile(10, 20).with(258, 16).with(259, DEFLATE).with(273, 8));
	}

	@Test
	void missingBlocksAreNamed() {
		refused("has 2 blocks of pixels, and needs 4",
			new PageOfFile(10, 20).with(273, 8, 9).with(278, 5).with(279, 1, 1));
		refused("has 1 blocks of pixels, and needs 2",
			new PageOfFile(10, 20).with(322, 16).with(323, 16).with(324, 8, 9).with(325, 1));
	}

	@Test
	void oddTilesAreRefused() {
		refused("tiles have a side of 0 pixels",
			new PageOfFile(10, 20).with(322, 0).with(323, 16).with(324, 8).with(325, 1));
		refused("tiles have a side of 2000000 pixels",
			new PageOfFile(10, 20).with(322, 16).with(323, 2_000_000).with(324, 8).with(325, 1));
	}

	/** ImageJ writes a stack with the directory of its first image alone. */
	@Test
	void imagesWithoutDirectoriesFollowEachOther() throws IOException {
		final PageOfFile told = new PageOfFile(10, 20).with(258, 16).with(273, 8).with(279, 400);
		for (int before = 0; before < 5; before++) {
			final int n = before;
			assertEquals(8L + 400 * n, (long) told.read(page -> new BlockGrid(page, n).offset(0)));
		}
		final PageOfFile strips = new PageOfFile(10, 20).with(258, 16)
			.with(273, 8, 208)
			.with(278, 10)
			.with(279, 200, 200);
		assertThrows(IOException.class, () -> strips.read(page -> new BlockGrid(page, 1)));
	}
}
