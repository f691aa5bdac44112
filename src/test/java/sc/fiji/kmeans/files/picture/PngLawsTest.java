package sc.fiji.kmeans.files.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** ImageIO reads what is written, whatever rows come at once. */
class PngLawsTest {

	private static final int KINDS = 7;

	private interface Use {

		void with(Path file) throws IOException;
	}

	private static void inFile(final Use use) throws IOException {
		final Path file = Files.createTempFile("kmeans", ".png");
		try {
			use.with(file);
		}
		finally {
			Files.delete(file);
		}
	}

	/**
	 * Greys of 8 or 16 bits, colours, the same with alpha, numbers of a palette, greys of 8 or 16
	 * bits with alpha.
	 */
	private static ImageProcessor random(final Random random, final int kind) {
		final int width = 1 + random.nextInt(60);
		final int height = 1 + random.nextInt(60);
		final ImageProcessor pixels = kind == 0 || kind == 4 || kind == 5
			? new ByteProcessor(width, height)
			: kind == 1 || kind == 6
				? new ShortProcessor(width, height)
				: new ColorProcessor(width, height);
		final int often = random.nextInt(10);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i,
				i > 0 && random.nextInt(10) < often
					? pixels.get(i - 1)
					: kind == 2
						? random.nextInt() | 0xff000000
						: random.nextInt() & (kind == 1 || kind == 6 ? 0xffff : kind == 3 ? -1 : 0xff));
		if (kind == 4) pixels.setLut(LUT.createLutFromColor(Color.ORANGE));
		return pixels;
	}

	private static ImageProcessor rows(final ImageProcessor pixels, final int first, final int n) {
		pixels.setRoi(0, first, pixels.getWidth(), n);
		final ImageProcessor rows = pixels.crop();
		pixels.resetRoi();
		// Crop forgets what is above the three bytes of a colour in no case.
		return rows;
	}

	/** Some rows, and how opaque they are. */
	private static ImageProcessor[] planes(final ImageProcessor pixels, final int kind,
		final int first, final int n)
	{
		final ImageProcessor rows = rows(pixels, first, n);
		if (!hasAlpha(kind)) return new ImageProcessor[] { rows };
		final ByteProcessor alpha = new ByteProcessor(rows.getWidth(), n);
		for (int i = 0; i < alpha.getPixelCount(); i++)
			alpha.set(i, alpha(rows.get(i), kind));
		return new ImageProcessor[] { rows, alpha };
	}

	private static boolean hasAlpha(final int kind) {
		return kind == 3 || kind > 4;
	}

	/** Of a colour what is above it, of a grey anything. */
	private static int alpha(final int pixel, final int kind) {
		return kind == 3 ? pixel >>> 24 : pixel * 31 + 7 & 0xff;
	}

	private static BandedPicture picture(final ImageProcessor pixels, final int kind) {
		final BandedPicture plain = new BandedPicture(new ImagePlus("", rows(pixels, 0, 1)),
			pixels.getHeight());
		return hasAlpha(kind) ? plain.withAlpha() : plain;
	}

	private static void write(final PictureRows out, final ImageProcessor pixels, final int kind,
		final Random random) throws IOException
	{
		for (int y = 0; y < pixels.getHeight();) {
			final int n = 1 + random.nextInt(pixels.getHeight() - y);
			out.write(planes(pixels, kind, y, n));
			y += n;
		}
		out.close();
	}

	private static void assertPixels(final ImageProcessor expected, final int kind,
		final BufferedImage read)
	{
		assertEquals(expected.getWidth(), read.getWidth());
		assertEquals(expected.getHeight(), read.getHeight());
		assertEquals(hasAlpha(kind), read.getColorModel().hasAlpha());
		for (int y = 0; y < read.getHeight(); y++)
			for (int x = 0; x < read.getWidth(); x++)
				if (kind == 2 || kind == 3) assertEquals(expected.get(x, y), read.getRGB(x, y));
				else {
					final int pixel = expected.get(x, y);
					assertEquals(pixel, read.getRaster().getSample(x, y, 0));
					if (hasAlpha(kind))
						assertEquals(alpha(pixel, kind) * (kind == 6 ? 257 : 1),
							read.getRaster().getSample(x, y, 1));
				}
	}

	@Property(tries = 100)
	void pixelsComeBack(@ForAll final long seed, @ForAll @IntRange(max = KINDS - 1) final int kind)
		throws IOException
	{
		final Random random = new Random(seed);
		final ImageProcessor pixels = random(random, kind);
		inFile(file -> {
			assertEquals(".png", picture(pixels, kind).extension());
			write(picture(pixels, kind).open(file), pixels, kind, random);
			assertPixels(pixels, kind, ImageIO.read(file.toFile()));
		});
	}

	/**
	 * How rows are grouped changes the file, but not its pixels; the same rows give the same bytes.
	 */
	@Property(tries = 40)
	void theSameRowsGiveTheSameBytes(@ForAll final long seed,
		@ForAll @IntRange(max = KINDS - 1) final int kind) throws IOException
	{
		final ImageProcessor pixels = random(new Random(seed), kind);
		inFile(one -> inFile(other -> {
			write(picture(pixels, kind).open(one), pixels, kind, new Random(seed));
			write(picture(pixels, kind).open(other), pixels, kind, new Random(seed));
			assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
		}));
	}

	/** Rows that were written for themselves, perhaps by another machine. */
	@Property(tries = 60)
	void partsMakeTheWhole(@ForAll final long seed, @ForAll @IntRange(max = KINDS - 1) final int kind)
		throws IOException
	{
		final Random random = new Random(seed);
		final ImageProcessor pixels = random(random, kind);
		final BandedPicture picture = picture(pixels, kind);
		inFile(whole -> inFile(direct -> {
			final PictureRows plain = picture.open(direct);
			final PictureRows out = picture.open(whole);
			for (int y = 0; y < pixels.getHeight();) {
				final int first = y;
				final int n = 1 + random.nextInt(pixels.getHeight() - y);
				plain.write(planes(pixels, kind, first, n));
				inFile(part -> {
					final PictureRows rows = picture.openPart(part, n);
					rows.write(planes(pixels, kind, first, n));
					rows.close();
					out.write(new StoredRows("segmented", part, n, rows.figures()));
				});
				y += n;
			}
			plain.close();
			out.close();
			assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(whole));
			assertPixels(pixels, kind, ImageIO.read(whole.toFile()));
		}));
	}

	@Property(tries = 10)
	void palettesComeBack(@ForAll final long seed) throws IOException {
		final ImageProcessor pixels = random(new Random(seed), 4);
		inFile(file -> {
			write(picture(pixels, 4).open(file), pixels, 4, new Random(seed));
			final BufferedImage read = ImageIO.read(file.toFile());
			for (int i = 0; i < 256; i++)
				assertEquals(pixels.getColorModel().getRGB(i), read.getColorModel().getRGB(i));
		});
	}

	/** A picture of one colour is hardly more than its head. */
	@Property(tries = 5)
	void oneColourIsSmall(@ForAll @IntRange(min = 1, max = 0xffffff) final int colour)
		throws IOException
	{
		final ImageProcessor pixels = new ColorProcessor(500, 500);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, colour | 0xff000000);
		inFile(file -> {
			final PictureRows out = picture(pixels, 2).open(file);
			out.write(pixels);
			out.close();
			assertTrue(Files.size(file) < 3000, Files.size(file) + " bytes");
		});
	}
}
