package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;

/** Labels that come row by row lose the small regions that they lose as a whole. */
class RegionRowsTest {

	private static byte[] byRows(final ImageProcessor labels, final int minSize, final int stride) {
		final int width = labels.getWidth();
		final ImageProcessor result = labels.duplicate();
		final RegionRows rows = new RegionRows(width, minSize, 255, (row, from, to, label) -> {
			for (int x = from; x <= to; x++)
				result.set(x, row, label);
		});
		for (int y = 0; y < labels.getHeight(); y++) {
			final int[] row = new int[width];
			for (int x = 0; x < width; x++)
				row[x] = labels.get(x, y);
			rows.add(row);
			if ((y + 1) % stride == 0) rows.settle(Long.MAX_VALUE);
		}
		rows.finish();
		return (byte[]) result.getPixels();
	}

	private static byte[] asAWhole(final ImageProcessor labels, final int minSize) {
		final ImageProcessor result = labels.duplicate();
		SmallRegions.dissolve(result, minSize, Progress.NONE);
		return (byte[]) result.getPixels();
	}

	/** Stripes of one column are small as long as rows come. */
	@Test
	void tooManyOpenRegionsAreRefused() {
		final RegionRows rows = new RegionRows(100, 1000, 2, (row, from, to, label) -> {});
		final int[] stripes = IntStream.range(0, 100).map(x -> 1 + x % 2).toArray();
		for (int y = 0; y < 20; y++)
			rows.add(stripes);
		rows.settle(100 * (24 + 3 * 32 + 2 * 8));
		for (int y = 0; y < 200; y++)
			rows.add(stripes);
		assertEquals(
			"min_size = 1000: takes less, such as 500, for this image has too many small regions that"
				+ " touch each other to keep them in memory",
			assertThrows(IllegalArgumentException.class, () -> rows.settle(30000)).getMessage());
	}

	/** Noise, or smooth along rows, columns or both; of all shapes, with a label 0 or without. */
	private static ImageProcessor random(final Random random, final int most) {
		final int width = 1 + random.nextInt(random.nextInt(4) == 0 ? 1 : most);
		final ImageProcessor labels = new ByteProcessor(width, 1 + random.nextInt(most));
		final int k = 1 + random.nextInt(5);
		final int lowest = random.nextInt(2);
		final double alongRows = random.nextDouble() * random.nextDouble();
		final double alongColumns = random.nextDouble() * random.nextDouble();
		for (int i = 0; i < labels.getPixelCount(); i++)
			if (i >= width && random.nextDouble() < alongColumns) labels.set(i, labels.get(i - width));
			else if (i % width > 0 && random.nextDouble() < alongRows) labels.set(i, labels.get(i - 1));
			else labels.set(i, lowest + random.nextInt(k));
		return labels;
	}

	@Property(tries = 500)
	void smallImages(@ForAll final long seed) {
		assertSame(new Random(seed), 14, 20);
	}

	@Property(tries = 60)
	void largerImages(@ForAll final long seed) {
		assertSame(new Random(seed), 90, 200);
	}

	private static void assertSame(final Random random, final int most, final int mostSize) {
		final ImageProcessor labels = random(random, most);
		final int minSize = 2 + random.nextInt(mostSize);
		assertArrayEquals(asAWhole(labels, minSize),
			byRows(labels, minSize, 1 + random.nextInt(labels.getHeight())));
	}
}
