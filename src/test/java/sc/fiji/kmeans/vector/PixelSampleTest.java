package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.image.PixelArea;

import org.junit.jupiter.api.Test;

class PixelSampleTest {

	private static final int PIXELS = 64_000;

	private final float[][] pixels = new float[PIXELS][2];

	PixelSampleTest() {
		final Random random = new Random(1);
		for (int i = 0; i < PIXELS; i++)
			pixels[i] = new float[] { i, random.nextFloat() };
	}

	/** The first numbers of those that are drawn of some rows of a frame. */
	private Set<Float> drawn(final PixelSample sample, final int length, final int frame) {
		final VectorSource source = new DrawnPixels(CountedVectors.source(pixels, length), sample,
			(long) frame << Integer.SIZE);
		final float[][] read = new float[2][PIXELS + 10];
		final Set<Float> all = new HashSet<>();
		for (int block = 0; block < source.blocks(); block++) {
			final int n = source.read(block, read, 10);
			for (int i = 10; i < 10 + n; i++) {
				assertEquals(pixels[(int) read[0][i]][1], read[1][i]);
				assertTrue(all.add(read[0][i]));
			}
		}
		return all;
	}

	@Test
	void sparserOnesAreHalfOfTheOnesBefore() {
		PixelSample sample = PixelSample.ALL;
		Set<Float> before = drawn(sample, 640, 1);
		assertEquals(PIXELS, before.size());
		for (int halvings = 1; halvings < 8; halvings++) {
			sample = sample.sparser();
			final Set<Float> now = drawn(sample, 640, 1);
			assertTrue(before.containsAll(now));
			// Six deviations of a binomial number.
			assertEquals(PIXELS / sample.interval(), now.size(),
				6 * Math.sqrt(PIXELS / (double) sample.interval()));
			before = now;
		}
	}

	@Test
	void framesAndRowsAreDrawnApart() {
		final PixelSample half = PixelSample.ALL.sparser();
		final Set<Float> one = drawn(half, 640, 1);
		final Set<Float> both = new HashSet<>(one);
		both.retainAll(drawn(half, 640, 2));
		assertEquals(PIXELS / 4.0, both.size(), 6 * Math.sqrt(PIXELS / 4.0));
		final Set<Float> ofFirstRow = new HashSet<>();
		one.forEach(i -> ofFirstRow.add(i % 640));
		assertEquals(640, ofFirstRow.size());
	}

	@Test
	void someBlocksAreThoseOfAll() {
		final VectorSource all = CountedVectors.source(pixels, 640);
		final VectorSource some = new SomeBlocks(all, 3, 5);
		assertEquals(2, some.blocks());
		final float[][] read = new float[2][640];
		assertEquals(640, some.read(1, read, 0));
		assertEquals(pixels[4 * 640][1], read[1][0]);
	}

	/** Of whole numbers no others are read; of the same real ones all are, and some are kept. */
	@Property(tries = 40)
	void whatIsReadIsTheSameHoweverItIsRead(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int halvings,
		@ForAll @IntRange(min = 0, max = 2) final int odd)
	{
		final Random random = new Random(seed);
		final int width = 1 + random.nextInt(90);
		final int height = 1 + random.nextInt(40);
		final ImageProcessor[] whole = new ImageProcessor[2];
		for (int c = 0; c < 2; c++) {
			whole[c] = odd == 0 ? new ByteProcessor(width, height) : new ShortProcessor(width, height);
			for (int i = 0; i < width * height; i++)
				whole[c].set(i, random.nextInt(odd == 0 ? 256 : 65_536));
		}
		final ImageProcessor[] real = { whole[0].convertToFloatProcessor(),
			whole[1].convertToFloatProcessor() };
		// A selection of rows that begin elsewhere.
		final Roi roi = odd < 2 ? null : new Roi(width / 3, height / 3, 1 + width / 2, 1 + height / 2);
		PixelSample sample = PixelSample.ALL;
		for (int i = 0; i < halvings; i++)
			sample = sample.sparser();
		assertEquals(read(whole, roi, sample), read(real, roi, sample));
	}

	private static List<String> read(final ImageProcessor[] frame, final Roi roi,
		final PixelSample sample)
	{
		final VectorPixels pixels = new VectorPixels(frame, PixelArea.of(frame[0], roi), null);
		final VectorSource drawn = new DrawnPixels(pixels, sample, 7);
		final float[][] vectors = new float[2][3 + drawn.blockLength()];
		final List<String> all = new ArrayList<>();
		for (int block = 0; block < drawn.blocks(); block++) {
			final int n = drawn.read(block, vectors, 3);
			for (int i = 3; i < 3 + n; i++)
				all.add(block + ": " + vectors[0][i] + ", " + vectors[1][i]);
		}
		return all;
	}

	/** Two million pixels, or fewer that have many channels. */
	@Test
	void memoryIsBoundedByPixelsAndByNumbers() {
		assertFalse(PixelSample.FITTING.isExceeded(2_000_000, 3));
		assertTrue(PixelSample.FITTING.isExceeded(2_000_001, 1));
		assertFalse(PixelSample.FITTING.isExceeded(80_000, 99));
		assertTrue(PixelSample.FITTING.isExceeded(80_001, 99));
		assertFalse(PixelSample.ALL.isExceeded(Integer.MAX_VALUE, 99));
	}
}
