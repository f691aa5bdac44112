package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Pictures of values, as files give them or as Java has decoded them. */
class SamplePlanesTest {

	private static final int SIDE = 6;

	/** Rounded to 0 to 255; what is not 0 stays so. */
	private static int spread(final int value, final int most) {
		return value == 0 ? 0 : Math.max(1, (int) Math.floor(value * 255.0 / most + 0.5));
	}

	private static int[][] random(final Random random, final int values, final int most) {
		final int[][] all = new int[values][];
		for (int v = 0; v < values; v++)
			all[v] = random.ints(SIDE * SIDE, 0, most + 1).toArray();
		return all;
	}

	private static ImagePlus picture(final int[][] all, final int most) throws IOException {
		final SamplePlanes planes = new SamplePlanes(SIDE, SIDE, all.length, most);
		for (int v = 0; v < all.length; v++)
			for (int i = 0; i < SIDE * SIDE; i++)
				planes.set(i % SIDE, i / SIDE, v, all[v][i]);
		return planes.picture().image();
	}

	@Property(tries = 60)
	void greysStayAsTheyAre(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 65535) final int most) throws IOException
	{
		final int[][] all = random(new Random(seed), 1, most);
		final ImagePlus image = picture(all, most);
		assertEquals(most > 255 ? 16 : 8, image.getBitDepth());
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(all[0][i], image.getProcessor().get(i));
	}

	/** One bit is black or white. */
	@Property(tries = 10)
	void bitsAreBlackAndWhite(@ForAll final long seed) throws IOException {
		final int[][] all = random(new Random(seed), 1, 1);
		final ImagePlus image = picture(all, 1);
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(255 * all[0][i], image.getProcessor().get(i));
	}

	@Property(tries = 60)
	void coloursAreSpread(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 255) final int most) throws IOException
	{
		final int[][] all = random(new Random(seed), 3, most);
		final ImagePlus image = picture(all, most);
		assertEquals(24, image.getBitDepth());
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(
				spread(all[0][i], most) << 16 | spread(all[1][i], most) << 8 | spread(all[2][i], most),
				image.getProcessor().get(i) & 0xffffff);
	}

	@Property(tries = 30)
	void wideColoursAreChannels(@ForAll final long seed,
		@ForAll @IntRange(min = 256, max = 65535) final int most) throws IOException
	{
		final int[][] all = random(new Random(seed), 3, most);
		final ImagePlus image = picture(all, most);
		assertEquals(3, image.getNChannels());
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < SIDE * SIDE; i++)
				assertEquals(all[c][i], image.getStack().getProcessor(c + 1).get(i));
	}

	@Property(tries = 60)
	void whatHasNoAlphaIsNotSelected(@ForAll final long seed, @ForAll final boolean isGrey,
		@ForAll @IntRange(min = 1, max = 65535) final int most) throws IOException
	{
		final Random random = new Random(seed);
		final int[][] all = random(random, isGrey ? 2 : 4, most);
		final int[] alpha = all[all.length - 1];
		for (int i = 0; i < alpha.length; i++)
			if (random.nextBoolean()) alpha[i] = 0;
		alpha[0] = 1;
		final ImagePlus image = picture(all, most);
		for (int i = 0; i < alpha.length; i++)
			assertEquals(alpha[i] > 0,
				image.getRoi() == null || image.getRoi().contains(i % SIDE, i / SIDE));
	}

	@Test
	void picturesOfNothingAreRefused() {
		final int[][] all = random(new Random(1), 2, 255);
		all[1] = new int[SIDE * SIDE];
		final IOException e = assertThrows(IOException.class, () -> picture(all, 255));
		assertTrue(e.getMessage().contains("transparent"), e.getMessage());
	}

	private static BufferedImage decoded(final Random random, final int type) {
		final BufferedImage picture = type == BufferedImage.TYPE_BYTE_INDEXED
			? new BufferedImage(SIDE, SIDE, type, palette(random))
			: new BufferedImage(SIDE, SIDE, type);
		for (int i = 0; i < SIDE * SIDE; i++)
			for (int band = 0; band < picture.getRaster().getNumBands(); band++)
				picture.getRaster()
					.setSample(i % SIDE, i / SIDE, band,
						random.nextInt(1 << picture.getSampleModel().getSampleSize(band)));
		return picture;
	}

	private static IndexColorModel palette(final Random random) {
		final byte[][] colours = new byte[3][256];
		for (final byte[] colour : colours)
			random.nextBytes(colour);
		return new IndexColorModel(8, 256, colours[0], colours[1], colours[2]);
	}

	/** Colours as Java has them, but not grey values, which Java changes. */
	@Property(tries = 40)
	void decodedColoursStay(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final int[] types = { BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR,
			BufferedImage.TYPE_BYTE_INDEXED };
		final BufferedImage picture = decoded(random, types[random.nextInt(types.length)]);
		final ImagePlus image = RasterPixels.of(picture).image();
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(picture.getRGB(i % SIDE, i / SIDE) & 0xffffff,
				image.getProcessor().get(i) & 0xffffff);
	}

	@Property(tries = 30)
	void decodedGreysStay(@ForAll final long seed, @ForAll final boolean isWide) throws IOException {
		final BufferedImage picture = decoded(new Random(seed),
			isWide ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
		final ImagePlus image = RasterPixels.of(picture).image();
		assertEquals(isWide ? 16 : 8, image.getBitDepth());
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(picture.getRaster().getSample(i % SIDE, i / SIDE, 0),
				image.getProcessor().get(i));
	}

	@Property(tries = 30)
	void decodedAlphaSelects(@ForAll final long seed) throws IOException {
		final BufferedImage picture = decoded(new Random(seed), BufferedImage.TYPE_INT_ARGB);
		for (int x = 0; x < SIDE; x++)
			picture.getRaster().setSample(x, 2, 3, 0);
		picture.getRaster().setSample(0, 0, 3, 9);
		final ImagePlus image = RasterPixels.of(picture).image();
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(picture.getRGB(i % SIDE, i / SIDE) >>> 24 > 0,
				image.getRoi().contains(i % SIDE, i / SIDE));
	}
}
