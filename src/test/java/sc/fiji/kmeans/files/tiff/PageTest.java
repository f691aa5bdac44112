package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class PageTest {

	private static Page page(final PageOfFile told) throws IOException {
		return told.read(page -> page);
	}

	private static void refused(final String message, final PageOfFile told) {
		final String said = assertThrows(IOException.class, () -> page(told)).getMessage();
		assertTrue(said.contains(message), said);
	}

	@Test
	void whatIsNotToldIsOneBitOfGrey() throws IOException {
		final Page page = page(new PageOfFile(5, 4));
		assertEquals("5 x 4", page.size());
		assertEquals("1 x 1 bits", page.type());
		assertEquals(Page.GREY, page.photometric);
		assertEquals(Page.UNCOMPRESSED, page.compression);
		assertEquals(1, page.planes());
		assertEquals(1, page.channels());
		assertEquals(-1, page.alpha());
		assertFalse(page.isColour() || page.isPrint() || page.isPlanar || page.isBitReversed);
	}

	@Test
	void oddSizesAreRefused() {
		refused("0 columns: takes 1 to", new PageOfFile(0, 4));
		refused("0 rows: takes 1 to", new PageOfFile(5, 0));
		refused("0 samples of a pixel", new PageOfFile(5, 4).with(277, 0));
		refused("5000 samples of a pixel: takes 1 to 4096", new PageOfFile(5, 4).with(277, 5000));
		refused("65 bits of a sample: takes 1 to 64", new PageOfFile(5, 4).with(258, 65));
		refused("samples of several bits: [8, 16]", new PageOfFile(5, 4).with(258, 8, 16));
		refused("samples of several formats: [1, 3]", new PageOfFile(5, 4).with(339, 1, 3));
	}

	private static PageOfFile colour(final int samples) {
		return new PageOfFile(5, 4).each(258, samples, 8).with(262, Page.RGB).with(277, samples);
	}

	@Test
	void threeSamplesAreAColour() throws IOException {
		final Page page = page(colour(3));
		assertTrue(page.isColour());
		assertEquals(3, page.samplesPerBlock());
		assertEquals("3 x 8 bits", page.type());
	}

	/** 0: something else; 1: colours were multiplied by it; 2: they were not. */
	@Test
	void aFourthSampleMayBeAlpha() throws IOException {
		final Page other = page(colour(4).with(338, 0));
		assertEquals(-1, other.alpha());
		assertEquals(4, other.channels());
		assertFalse(other.isColour());
		final Page associated = page(colour(4).with(338, 1));
		assertEquals(3, associated.alpha());
		assertTrue(associated.isAssociated() && associated.isColour());
		final Page plain = page(colour(4).with(338, 2));
		assertEquals(3, plain.alpha());
		assertEquals(3, plain.channels());
		assertTrue(!plain.isAssociated() && plain.isColour());
	}

	/** Behind others. */
	@Test
	void alphaIsWhereTheEntryTellsIt() throws IOException {
		final Page page = page(colour(5).with(338, 0, 2));
		assertEquals(4, page.alpha());
		assertEquals(4, page.channels());
		assertFalse(page.isAssociated());
	}

	@Test
	void planesHaveBlocksOfTheirOwn() throws IOException {
		final Page page = page(colour(3).with(284, 2));
		assertTrue(page.isPlanar);
		assertEquals(3, page.planes());
		assertEquals(1, page.samplesPerBlock());
		assertEquals(1, page(new PageOfFile(5, 4).with(258, 8).with(284, 2)).planes());
	}

	@Test
	void fourInksAreAColour() throws IOException {
		final Page page = page(new PageOfFile(5, 4).each(258, 4, 8).with(262, Page.CMYK).with(277, 4));
		assertTrue(page.isPrint());
		assertFalse(page.isColour());
	}

	/** Numbers with a sign are no parts of a colour, nor are those of 16 bits. */
	@Test
	void otherSamplesAreNoColour() throws IOException {
		assertFalse(page(colour(3).each(339, 3, 2)).isColour());
		assertFalse(
			page(new PageOfFile(5, 4).each(258, 3, 16).with(262, Page.RGB).with(277, 3)).isColour());
	}

	@Test
	void typesTellSignsAndFloats() throws IOException {
		assertEquals("1 x 16 bits (signed)",
			page(new PageOfFile(5, 4).with(258, 16).with(339, 2)).type());
		assertEquals("1 x 32 bits (floating point)",
			page(new PageOfFile(5, 4).with(258, 32).with(339, 3)).type());
	}

	@Test
	void smallerCopiesAndMasks() throws IOException {
		final int[] kinds = { 0, 1, 2, 4, 5 };
		for (final int kind : kinds) {
			final boolean[] told = new boolean[2];
			new PageOfFile(5, 4).with(254, kind).read(page -> {
				told[0] = Page.isReduced(page.directory);
				told[1] = Page.isMask(page.directory);
				return page;
			});
			assertEquals((kind & 1) == 1, told[0], "kind " + kind);
			assertEquals((kind & 4) == 4, told[1], "kind " + kind);
		}
	}

	@Test
	void palettes() throws IOException {
		final int[] map = new int[3 * 16];
		for (int i = 0; i < map.length; i++)
			map[i] = i * 1000;
		final long[] read = new PageOfFile(5, 4).with(258, 4)
			.with(262, Page.PALETTE)
			.with(320, map)
			.read(Page::palette);
		assertEquals(map.length, read.length);
		for (int i = 0; i < map.length; i++)
			assertEquals(map[i], read[i]);
		assertArrayEquals(new long[0], new PageOfFile(5, 4).read(Page::palette));
	}
}
