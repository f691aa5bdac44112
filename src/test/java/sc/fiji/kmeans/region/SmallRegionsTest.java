package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages;

class SmallRegionsTest {

	@Property
	void regionsDissolveOneByOne(@ForAll final long seed,
		@ForAll @IntRange(max = 30) final int minSize)
	{
		final int[][] labels = random(new Random(seed));
		final int[][] expected = NaiveRegions.dissolved(labels, minSize);
		assertArrayEquals(expected, dissolved(labels, minSize));
		assertArrayEquals(expected, dissolved(expected, minSize));
	}

	@Property
	void labelsMayHave16Bits(@ForAll final long seed) {
		final int[][] labels = random(new Random(seed));
		final ImageProcessor wide = processor(labels,
			new ShortProcessor(labels[0].length, labels.length));
		wide.multiply(1000);
		SmallRegions.dissolve(wide, 6, Progress.NONE);
		wide.multiply(0.001);
		assertArrayEquals(dissolved(labels, 6), rows(wide));
	}

	/** One large region in stripes of others, which is small all the same. */
	@Test
	void everyStretchOfWorkReports() {
		final ImageProcessor labels = new ByteProcessor(400, 400);
		for (int i = 0; i < 160_000; i++)
			labels.set(i, i / 400 % 4 == 0 ? 2 : i % 400 == 0 ? 1 : 3);
		final AtomicInteger reports = new AtomicInteger();
		SmallRegions.dissolve(labels, 1 << 20, (fraction, word) -> reports.incrementAndGet());
		// Made, connected, queued, dissolved, labelled: each every 16,384 pixels.
		assertTrue(reports.get() >= 5 * 160_000 / 16_384, reports + " reports");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void everyRegionHasAPixel(final int minSize) {
		final int[][] labels = random(new Random(1));
		assertArrayEquals(labels, dissolved(labels, minSize));
	}

	@Test
	void mostNeighboursDecideAndOfEqualsTheLowestLabel() {
		// Around the 2: three 1 and five 3.
		assertEquals(3, dissolved(new int[][] { { 1, 3, 3 }, { 1, 2, 3 }, { 1, 3, 3 } }, 2)[1][1]);
		// Four of each.
		assertEquals(1, dissolved(new int[][] { { 1, 1, 3 }, { 1, 2, 3 }, { 1, 3, 3 } }, 2)[1][1]);
	}

	@Test
	void cornersConnect() {
		final int[][] labels = { { 1, 2, 2 }, { 2, 1, 2 }, { 2, 2, 1 } };
		assertArrayEquals(labels, dissolved(labels, 3));
		assertArrayEquals(new int[][] { { 2, 2, 2 }, { 2, 2, 2 }, { 2, 2, 2 } }, dissolved(labels, 4));
	}

	@Test
	void nothingIsNoNeighbour() {
		final int[][] labels = { { 0, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 0, 2 } };
		assertArrayEquals(labels, dissolved(labels, 100));
		assertArrayEquals(new int[][] { { 0, 0, 3 }, { 0, 3, 3 } },
			dissolved(new int[][] { { 0, 0, 3 }, { 0, 1, 3 } }, 2));
	}

	@Test
	void whatGrowsOnTheWayIsNotDissolved() {
		// The first 2 becomes 1, both 1 become 2, and with these four are enough.
		assertArrayEquals(new int[][] { { 2, 2, 2, 2, 3, 3, 3, 3 } },
			dissolved(new int[][] { { 2, 1, 2, 2, 3, 3, 3, 3 } }, 4));
	}

	@Test
	void aNegativeSizeIsRefused() {
		assertEquals("smallest region = -1: takes 0 pixels or more",
			assertThrows(IllegalArgumentException.class,
				() -> SmallRegions.dissolve(new ByteProcessor(2, 2), -1, Progress.NONE)).getMessage());
	}

	/** Trying all regions after every change would take days. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 5, 200 })
	void millionsOfPixelsTakeNoDays(final int labels) {
		final Random random = new Random(1);
		final ImageProcessor noise = TestImages.fill(new ByteProcessor(1920, 1080),
			i -> 1 + random.nextInt(labels));
		assertTimeoutPreemptively(Duration.ofMinutes(4),
			() -> SmallRegions.dissolve(noise, 50, Progress.NONE));
	}

	/** Up to 144 pixels of some labels; smooth ones, too. */
	private static int[][] random(final Random random) {
		final int[][] labels = new int[1 + random.nextInt(12)][1 + random.nextInt(12)];
		final int k = 1 + random.nextInt(5);
		final int lowest = random.nextInt(2);
		final double smoothness = random.nextDouble();
		for (int y = 0; y < labels.length; y++)
			for (int x = 0; x < labels[y].length; x++)
				labels[y][x] = x > 0 && random.nextDouble() < smoothness
					? labels[y][x - 1]
					: lowest + random.nextInt(k);
		return labels;
	}

	private static int[][] dissolved(final int[][] labels, final int minSize) {
		final ImageProcessor image = processor(labels,
			new ByteProcessor(labels[0].length, labels.length));
		SmallRegions.dissolve(image, minSize, Progress.NONE);
		return rows(image);
	}

	private static ImageProcessor processor(final int[][] rows, final ImageProcessor image) {
		return TestImages.fill(image, i -> rows[i / image.getWidth()][i % image.getWidth()]);
	}

	private static int[][] rows(final ImageProcessor image) {
		return IntStream.range(0, image.getHeight())
			.mapToObj(y -> IntStream.range(0, image.getWidth()).map(x -> image.get(x, y)).toArray())
			.toArray(int[][]::new);
	}
}
