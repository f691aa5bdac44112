package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.image.PageMeaning;

/** Whatever way samples are stored, pixels have their values; a band is a part of the whole. */
class ForeignTiffLawsTest {

	private static final int[][] KINDS = { { 8, 1 }, { 8, 2 }, { 16, 1 }, { 16, 2 }, { 16, 3 },
		{ 32, 1 }, { 32, 2 }, { 32, 3 }, { 64, 3 } };

	private interface Use {

		void of(TiffImage image) throws IOException;
	}

	private static void read(final ForeignTiff tiff, final Use use) throws IOException {
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			Files.write(file, tiff.bytes());
			try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
				use.of(image);
			}
		}
		catch (final IOException e) {
			throw new IOException(tiff + ": " + e.getMessage(), e);
		}
		finally {
			Files.delete(file);
		}
	}

	private static ForeignTiff random(final Random random, final int samples) {
		final int[] kind = KINDS[random.nextInt(KINDS.length)];
		return new ForeignTiff(random, samples, kind[0], kind[1]);
	}

	/** What the bits mean. */
	private static double value(final ForeignTiff tiff, final int sample, final int i) {
		final long bits = tiff.values[sample][i];
		if (tiff.format == 1) return bits;
		if (tiff.format == 2) return bits << Long.SIZE - tiff.bits >> Long.SIZE - tiff.bits;
		return tiff.bits == 16
			? SampleKind.half((short) bits)
			: tiff.bits == 32 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
	}

	private static void assertValues(final ForeignTiff tiff, final ImagePlus image, final int first) {
		assertEquals(tiff.samples, image.getStackSize(), tiff.toString());
		for (int s = 0; s < tiff.samples; s++) {
			final ImageProcessor plane = image.getStack().getProcessor(s + 1);
			for (int i = 0; i < plane.getPixelCount(); i++) {
				final double shown = plane.getBitDepth() == 32
					? plane.getf(i)
					: image.getCalibration().getCValue(plane.get(i));
				assertEquals((float) value(tiff, s, first * tiff.width + i), (float) shown,
					tiff.toString());
			}
		}
	}

	@Property(tries = 150)
	void pixelsHaveTheValuesOfTheirSamples(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		// Three of 8 bits are a colour.
		final int samples = random.nextBoolean() ? 1 : 2 + 2 * random.nextInt(2);
		final ForeignTiff tiff = random(random, samples);
		read(tiff, image -> {
			assertEquals(tiff.width, image.width());
			assertEquals(tiff.height, image.height());
			assertEquals(tiff.samples, image.channels());
			assertEquals(1, image.frames());
			assertValues(tiff, image.whole(), 0);
		});
	}

	/** Numbers that are rounded come from top to bottom. */
	@Property(tries = 100)
	void bandsArePartsOfTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ForeignTiff tiff = random(random, random.nextBoolean() ? 1 : 5);
		read(tiff, image -> {
			assertTrue(image.isInBands());
			for (int y = 0; y < tiff.height;) {
				final int rows = 1 + random.nextInt(tiff.height - y);
				assertValues(tiff, image.band(1, y, rows), y);
				y += rows;
			}
		});
	}

	@Property(tries = 80)
	void threeSamplesOfAByteAreAColour(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ForeignTiff tiff = new ForeignTiff(random, 3, 8, 1).with(262, 2);
		read(tiff, image -> {
			assertEquals(24, image.bitDepth());
			assertEquals(1, image.channels());
			final ImageProcessor pixels = image.whole().getProcessor();
			for (int i = 0; i < pixels.getPixelCount(); i++)
				assertEquals(tiff.values[0][i] << 16 | tiff.values[1][i] << 8 | tiff.values[2][i],
					pixels.get(i) & 0xffffff, tiff.toString());
		});
	}

	/** A fourth one tells what can be seen: 2, colours are as they are. */
	@Property(tries = 60)
	void whatCanNotBeSeenIsNotSelected(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ForeignTiff tiff = new ForeignTiff(random, 4, 8, 1).with(262, 2).with(338, 2);
		for (int i = 0; i < tiff.values[3].length; i++)
			if (random.nextBoolean()) tiff.values[3][i] = 0;
		tiff.values[3][0] = 255;
		read(tiff, image -> {
			final ImagePlus whole = image.whole();
			final ImageProcessor pixels = whole.getProcessor();
			final boolean areAll = Arrays.stream(tiff.values[3]).allMatch(alpha -> alpha > 0);
			for (int i = 0; i < pixels.getPixelCount(); i++) {
				final boolean isSeen = areAll || whole.getRoi().contains(i % tiff.width, i / tiff.width);
				assertEquals(tiff.values[3][i] > 0, isSeen, tiff.toString());
				assertEquals(tiff.values[0][i] << 16 | tiff.values[1][i] << 8 | tiff.values[2][i],
					pixels.get(i) & 0xffffff, tiff.toString());
			}
		});
	}

	/**
	 * A file that ends too early, or has a bit changed, is read, refused with a word, or told to be
	 * cut.
	 */
	@Property(tries = 150)
	void damageIsReadOrRefused(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ForeignTiff tiff = random(random, 1 + random.nextInt(4));
		byte[] bytes = tiff.bytes();
		for (int i = random.nextInt(4); i > 0; i--)
			bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
		if (random.nextBoolean()) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			Files.write(file, bytes);
			try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
				if ((long) image.width() * image.height() < 1 << 20) image.whole();
			}
		}
		catch (final IOException e) {
			assertTrue(e instanceof EOFException || e.getMessage() != null, tiff.toString());
		}
		finally {
			Files.delete(file);
		}
	}
}
