package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.image.PageMeaning;

/** What is written is read back, in bands of any size, from strips and tiles, plain and big. */
class TiffLawsTest {

	private static ImagePlus image(final Random random) {
		final int width = 1 + random.nextInt(random.nextBoolean() ? 40 : 300);
		final int height = 1 + random.nextInt(random.nextBoolean() ? 40 : 300);
		final int kind = random.nextInt(4);
		final int channels = kind == 3 ? 1 : 1 + random.nextInt(5);
		final int frames = 1 + random.nextInt(3);
		final ImageStack stack = new ImageStack(width, height);
		for (int n = 0; n < channels * frames; n++)
			stack.addSlice(plane(random, kind, width, height));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels, frames, 1);
		return channels > 1 ? new CompositeImage(image, CompositeImage.COMPOSITE) : image;
	}

	private static ImageProcessor plane(final Random random, final int kind, final int width,
		final int height)
	{
		final ImageProcessor plane = kind == 0
			? new ByteProcessor(width, height)
			: kind == 1
				? new ShortProcessor(width, height)
				: kind == 2 ? new FloatProcessor(width, height) : new ColorProcessor(width, height);
		for (int i = 0; i < plane.getPixelCount(); i++) {
			if (kind == 2) plane.setf(i, random.nextFloat());
			else
				plane.set(i, kind == 3 ? random.nextInt() & 0xffffff : random.nextInt(1 << 8 * kind + 8));
		}
		return plane;
	}

	private static void write(final ImagePlus image, final Path file, final WrittenPage page,
		final Random random) throws IOException
	{
		final int channels = image.getNChannels();
		try (TiffWriter out = new TiffWriter(file, page)) {
			for (int n = 0; n < image.getStackSize(); n += channels)
				for (int y = 0; y < image.getHeight();) {
					final int rows = 1 + random.nextInt(image.getHeight() - y);
					out.write(rows(image, n, y, rows));
					y += rows;
				}
		}
	}

	/** Each frame in two parts, of which the first ends where a block does. */
	@Property(tries = 40)
	void partsJoinedAreTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ImagePlus image = image(random);
		final WrittenPage page = new WrittenPage(image, image.getHeight(), random.nextBoolean(),
			random.nextBoolean());
		final Path whole = Files.createTempFile("kmeans", ".tif");
		final Path joined = Files.createTempFile("kmeans", ".tif");
		try {
			write(image, whole, page, random);
			try (TiffWriter out = new TiffWriter(joined, page)) {
				for (int n = 0; n < image.getStackSize(); n += image.getNChannels()) {
					final int first = random.nextInt(page.down()) * page.blockHeight;
					if (first > 0) writePart(rows(image, n, 0, first), page, out);
					writePart(rows(image, n, first, page.height - first), page, out);
				}
			}
			assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(joined));
		}
		finally {
			Files.delete(whole);
			Files.delete(joined);
		}
	}

	private static void writePart(final ImageProcessor[] rows, final WrittenPage page,
		final TiffWriter whole) throws IOException
	{
		final Path file = Files.createTempFile("kmeans", ".tif");
		final TiffWriter part = new TiffWriter(file, page.part(rows[0].getHeight()));
		part.write(rows);
		part.close();
		whole.write(file, rows[0].getHeight(), part.figures());
		Files.delete(file);
	}

	/** Of the channels behind a number of planes. */
	private static ImageProcessor[] rows(final ImagePlus image, final int before, final int y,
		final int rows)
	{
		final ImageProcessor[] part = new ImageProcessor[image.getNChannels()];
		for (int c = 0; c < part.length; c++) {
			final ImageProcessor plane = image.getStack().getProcessor(before + c + 1);
			plane.setRoi(0, y, image.getWidth(), rows);
			part[c] = plane.crop();
			plane.resetRoi();
		}
		return part;
	}

	@Property(tries = 40)
	void whatIsWrittenIsReadWholeAndInBands(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ImagePlus image = image(random);
		final boolean isTiled = random.nextBoolean();
		final WrittenPage page = new WrittenPage(image, image.getHeight(), isTiled,
			random.nextBoolean());
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			write(image, file, page, random);
			try (TiffImage read = new TiffImage(file, PageMeaning.FRAMES)) {
				assertSame(image, read.whole());
				assertBand(image, read, random);
			}
			if (!isTiled && !page.isBig)
				assertSame(image, new Opener().openTiff(file.getParent() + "/", file.getFileName() + ""));
		}
		finally {
			Files.delete(file);
		}
	}

	private static void assertSame(final ImagePlus image, final ImagePlus read) {
		assertEquals(image.getNChannels(), read.getNChannels());
		assertEquals(image.getStackSize(), read.getStackSize());
		for (int n = 1; n <= image.getStackSize(); n++)
			assertPlane(image.getStack().getProcessor(n), read.getStack().getProcessor(n));
	}

	private static void assertPlane(final ImageProcessor plane, final ImageProcessor read) {
		assertEquals(plane.getBitDepth(), read.getBitDepth());
		assertEquals(plane.getWidth(), read.getWidth());
		if (plane instanceof FloatProcessor)
			assertArrayEquals((float[]) plane.getPixels(), (float[]) read.getPixels());
		else
			assertArrayEquals(plane.getIntArray(), rgb(read).getIntArray());
	}

	/** The highest byte of a colour says nothing. */
	private static ImageProcessor rgb(final ImageProcessor read) {
		for (int i = 0; read instanceof ColorProcessor && i < read.getPixelCount(); i++)
			read.set(i, read.get(i) & 0xffffff);
		return read;
	}

	private static void assertBand(final ImagePlus image, final TiffImage read, final Random random)
		throws IOException
	{
		for (int i = 0; i < 5; i++) {
			final int frame = 1 + random.nextInt(read.frames());
			final int first = random.nextInt(image.getHeight());
			final int rows = 1 + random.nextInt(image.getHeight() - first);
			final ImagePlus band = read.band(frame, first, rows);
			final ImageProcessor[] expected = rows(image, (frame - 1) * image.getNChannels(), first,
				rows);
			assertEquals(expected.length, band.getNChannels());
			for (int c = 0; c < expected.length; c++)
				assertPlane(expected[c], band.getStack().getProcessor(c + 1));
		}
		assertTrue(read.step() >= 1 && read.step() <= Math.max(256, image.getHeight()));
		assertEquals(image.getStackSize(), read.head().getStackSize());
		assertEquals(image.getBitDepth(), read.bitDepth());
	}
}
