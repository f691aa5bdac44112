package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;

/** What holds for labels without small regions, whatever they were before. */
class WholeRegionsLawsTest {

	private static ImageProcessor random(final Random random) {
		final int width = 1 + random.nextInt(25);
		final int height = 1 + random.nextInt(25);
		final ImageProcessor labels = random.nextBoolean()
			? new ByteProcessor(width, height)
			: new ShortProcessor(width, height);
		final int k = 1 + random.nextInt(4);
		final double smooth = random.nextDouble();
		for (int i = 0; i < labels.getPixelCount(); i++)
			labels.set(i,
				i >= width && random.nextDouble() < smooth ? labels.get(i - width) : random.nextInt(k + 1));
		return labels;
	}

	private static ImageProcessor dissolved(final ImageProcessor labels, final int minSize) {
		final ImageProcessor result = labels.duplicate();
		SmallRegions.dissolve(result, minSize, Progress.NONE);
		return result;
	}

	private static int[][] rows(final ImageProcessor labels) {
		final int[][] rows = new int[labels.getHeight()][labels.getWidth()];
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length; x++)
				rows[y][x] = labels.get(x, y);
		return rows;
	}

	private static void assertSame(final ImageProcessor expected, final ImageProcessor labels) {
		assertArrayEquals(rows(expected), rows(labels));
	}

	/** As if all regions were looked at after every change. */
	@Property(tries = 80)
	void theNaiveWayGivesTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 30) final int minSize)
	{
		final ImageProcessor labels = random(new Random(seed));
		assertArrayEquals(NaiveRegions.dissolved(rows(labels), minSize),
			rows(dissolved(labels, minSize)));
	}

	@Property(tries = 80)
	void twiceIsOnce(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 30) final int minSize)
	{
		final ImageProcessor once = dissolved(random(new Random(seed)), minSize);
		assertSame(once, dissolved(once, minSize));
	}

	/** What is not segmented stays so, and nothing else becomes so; no label is new. */
	@Property(tries = 80)
	void noLabelIsNew(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 30) final int minSize)
	{
		final ImageProcessor labels = random(new Random(seed));
		final ImageProcessor result = dissolved(labels, minSize);
		final boolean[] before = new boolean[10];
		for (int i = 0; i < labels.getPixelCount(); i++)
			before[labels.get(i)] = true;
		for (int i = 0; i < labels.getPixelCount(); i++) {
			assertEquals(labels.get(i) == 0, result.get(i) == 0);
			assertTrue(before[result.get(i)]);
		}
	}

	/** So a size of 0 or 1 changes nothing. */
	@Property(tries = 60)
	void nothingIsSmallerThanAPixel(@ForAll final long seed,
		@ForAll @IntRange(max = 1) final int minSize)
	{
		final ImageProcessor labels = random(new Random(seed));
		assertSame(labels, dissolved(labels, minSize));
	}

	/** One large region takes all that it surrounds. */
	@Property(tries = 40)
	void islandsSink(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ImageProcessor labels = new ByteProcessor(20, 20);
		labels.set(1);
		labels.fill();
		for (int i = 0; i < labels.getPixelCount(); i++)
			labels.set(i, 1);
		for (int n = 5; n > 0; n--)
			labels.set(1 + 4 * random.nextInt(5), 1 + 4 * random.nextInt(5), 2 + random.nextInt(2));
		final ImageProcessor result = dissolved(labels, 2);
		for (int i = 0; i < result.getPixelCount(); i++)
			assertEquals(1, result.get(i));
	}

	@Test
	void itCanBeCancelledAndTellsHowFarItIs() {
		final ImageProcessor labels = new ByteProcessor(300, 300);
		final Random random = new Random(1);
		for (int i = 0; i < labels.getPixelCount(); i++)
			labels.set(i, 1 + random.nextInt(3));
		final AtomicInteger told = new AtomicInteger();
		final double[] last = new double[1];
		SmallRegions.dissolve(labels.duplicate(), 5, (part, word) -> {
			assertEquals("small regions", word);
			assertTrue(part >= 0 && part <= 1);
			last[0] = part;
			told.incrementAndGet();
		});
		assertTrue(told.get() > 5);
		assertThrows(CancellationException.class,
			() -> SmallRegions.dissolve(labels, 5, (part, word) -> {
				if (part > 0.2) throw new CancellationException();
			}));
	}
}
