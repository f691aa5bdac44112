package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Counts of images with more pixels of one value than an int can tell. */
class PagedCountsTest {

	@Test
	void countsGoBeyondAnInt() {
		final PagedCounts counts = new PagedCounts(PixelFormat.RGB);
		final long[] values = { 0x000000, 0x102030, 0xffffff };
		final long[] weights = { 1, Integer.MAX_VALUE - 1L, 3_000_000_000L };
		for (int round = 1; round <= 3; round++)
			counts.add(PixelCounts.of(PixelFormat.RGB, values, weights));
		final PixelCounts sum = counts.sorted();
		assertEquals(values.length, sum.size());
		for (int i = 0; i < sum.size(); i++)
			assertEquals(3 * weights[Arrays.binarySearch(values, sum.value(i))], sum
				.weight(i));
	}
}
