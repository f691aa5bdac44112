package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Bands follow each other, each once, and are the rows of the image. */
class BandedFramesTest {

	private static ImagePlus random(final Random random) {
		final ImagePlus image = IJ.createHyperStack("image", 1 + random.nextInt(20),
			1 + random.nextInt(40), 1 + random.nextInt(3), 1, 1 + random.nextInt(3), 16);
		for (int n = 1; n <= image.getStackSize(); n++) {
			final ImageProcessor plane = image.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, random.nextInt(1 << 16));
		}
		return image;
	}

	@Property(tries = 60)
	void bandsAreTheRowsOfTheFrame(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 45) final int rows)
	{
		final ImagePlus image = random(new Random(seed));
		final BandedFrames frames = new BandedFrames(new BandsOfImage(image, rows));
		assertEquals(image.getWidth(), frames.width());
		assertEquals(image.getHeight(), frames.height());
		final int channels = image.getNChannels();
		for (int frame = 1; frame <= image.getStackSize() / channels; frame++) {
			final int first = (frame - 1) * channels;
			final int[] next = new int[2];
			frames.each(frame, band -> {
				assertEquals(next[0], band.first());
				assertEquals(channels, band.channels().length);
				for (int c = 0; c < channels; c++)
					assertRows(image.getStack().getProcessor(first + c + 1), band.first(),
						band.channels()[c]);
				next[0] += band.channels()[0].getHeight();
				next[1]++;
			});
			assertEquals(image.getHeight(), next[0]);
			assertEquals(frames.size(), next[1]);
		}
	}

	private static void assertRows(final ImageProcessor plane, final int first,
		final ImageProcessor band)
	{
		for (int y = 0; y < band.getHeight(); y++)
			for (int x = 0; x < band.getWidth(); x++)
				assertEquals(plane.get(x, first + y), band.get(x, y));
	}

	@Test
	void bandsTellWhichPixelsCount() {
		final ImagePlus image = IJ.createImage("", "8-bit", 10, 30, 1);
		image.setRoi(new Roi(2, 12, 5, 4));
		final List<String> told = new ArrayList<>();
		new BandedFrames(new BandsOfImage(image, 10)).each(1,
			band -> told.add(band.isEmpty() ? "empty" : String.valueOf(band.selection().getBounds())));
		assertEquals("empty", told.get(0));
		assertTrue(told.get(1).endsWith("[x=2,y=2,width=5,height=4]"), told.get(1));
		assertEquals("empty", told.get(2));
	}

	/** An image that fails to read some band. */
	private static ImageBands failing(final ImageBands bands, final int failing,
		final Throwable failure)
	{
		return new ImageBands() {

			@Override
			public int width() {
				return bands.width();
			}

			@Override
			public int height() {
				return bands.height();
			}

			@Override
			public int rows() {
				return bands.rows();
			}

			@Override
			public ImagePlus head() {
				return bands.head();
			}

			@Override
			public ImagePlus band(final int frame, final int first, final int rows) throws IOException {
				if (first / bands.rows() != failing) return bands.band(frame, first, rows);
				if (failure instanceof IOException) throw (IOException) failure;
				throw (RuntimeException) failure;
			}
		};
	}

	/** Those before it are used, and the reason is that of the file. */
	@Property(tries = 20)
	void whatCanNotBeReadEndsIt(@ForAll @IntRange(max = 4) final int failing) {
		final ImageBands bands = new BandsOfImage(IJ.createImage("", "8-bit", 4, 50, 1), 10);
		final AtomicInteger used = new AtomicInteger();
		final IOException broken = new IOException("broken");
		assertSame(broken,
			assertThrows(UncheckedIOException.class,
				() -> new BandedFrames(failing(bands, failing, broken)).each(1,
					band -> used.incrementAndGet()))
				.getCause());
		assertEquals(failing, used.get());
		final IllegalStateException bug = new IllegalStateException("bug");
		assertSame(bug, assertThrows(IllegalStateException.class,
			() -> new BandedFrames(failing(bands, failing, bug)).each(1, band -> {})));
	}

	@Test
	void whatCanNotBeUsedEndsItToo() {
		final BandedFrames frames = new BandedFrames(
			new BandsOfImage(IJ.createImage("", "8-bit", 4, 50, 1), 10));
		final IOException full = new IOException("full");
		assertSame(full, assertThrows(UncheckedIOException.class, () -> frames.each(1, band -> {
			throw full;
		})).getCause());
		final int[] bands = new int[1];
		frames.each(1, band -> bands[0]++);
		assertEquals(5, bands[0]);
	}

	/** A power of two, some megabytes; tiles as they are, if they are not too high. */
	@Property(tries = 200)
	void bandsHaveSomeMegabytes(@ForAll @IntRange(min = 1, max = 1 << 28) final int bytes,
		@ForAll @IntRange(min = 1, max = 3000) final int step)
	{
		final int rows = BandedFrames.rows(bytes, step);
		assertTrue(rows >= 1);
		final boolean isHigh = (long) step * bytes > 1 << 27;
		if (rows > 1 && (isHigh || rows % step != 0)) assertTrue((long) rows * bytes <= 16 << 20);
		if (!isHigh && step > 128) assertEquals(0, rows % step);
		assertEquals(1, Integer.bitCount(BandedFrames.rows(bytes, 1)));
	}

	/** By pixels of a frame, or by memory of all. */
	@Test
	void largeImages() {
		assertFalse(ImageSize.isLarge(1 << 24, 8));
		assertTrue(ImageSize.isLarge((1 << 24) + 1, 1));
		assertTrue(ImageSize.isLarge(1 << 24, 9));
		assertFalse(ImageSize.isLarge(IJ.createImage("", "RGB", 1000, 1000, 1)));
		assertTrue(ImageSize.isLarge(IJ.createImage("", "32-bit", 2000, 2000, 9)));
		final ImagePlus small = IJ.createImage("", "16-bit", 100, 100, 4);
		assertEquals(ImageSize.isLarge(small), ImageSize.isLarge(new BandsOfImage(small, 10)));
	}
}
