package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;

/** Counts of images with more pixels of one value than an int can tell. */
class PagedCountsTest {

	@Test
	void countsGoBeyondAnInt() {
		final PagedCounts counts = new PagedCounts(PixelFormat.RGB);
		final long[] values = { 0x000000, 0x102030, 0xffffff };
		final long[] weights = { 1, Integer.MAX_VALUE - 1L, 3_000_000_000L };
		for (int round = 1; round <= 3; round++)
			counts.add(PixelCounts.of(PixelFormat.RGB, values, weights, values.length), Steps.UNHEARD);
		final PixelCounts sum = counts.sorted(Steps.UNHEARD);
		assertEquals(values.length, sum.size());
		for (int i = 0; i < sum.size(); i++)
			assertEquals(3 * weights[Arrays.binarySearch(values, sum.value(i))], sum.weight(i));
	}

	@Test
	void nothingIsLeftOfWhatWasAddedBefore() {
		final PagedCounts counts = new PagedCounts(PixelFormat.RGB);
		counts.add(PixelCounts.of(PixelFormat.RGB, new long[] { 1, 2, 3 },
			new long[] { 254, 1000, 5_000_000_000L }, 3), Steps.UNHEARD);
		assertEquals(3, counts.sorted(Steps.UNHEARD).size());
		counts.clear();
		for (int round = 1; round <= 255; round++)
			counts.add(PixelCounts.of(PixelFormat.RGB, new long[] { 3, 4 }, new long[] { 1, 2 }, 2),
				Steps.UNHEARD);
		final PixelCounts sum = counts.sorted(Steps.UNHEARD);
		assertEquals(2, sum.size());
		assertEquals(255 + 510, sum.pixels());
		for (int i = 0; i < 2; i++)
			assertEquals(sum.value(i) == 3 ? 255 : 510, sum.weight(i));
	}

	/** Parts of any values that a page table takes, in any order, after others. */
	@Property(tries = 30)
	void partsAddUp(@ForAll final long seed, @ForAll @IntRange(max = 6) final int format) {
		final PixelFormat f = CountedValues.FORMATS[format];
		final Random random = new Random(seed);
		final PagedCounts sum = new PagedCounts(f);
		for (int image = 0; image < 2; image++) {
			final CountedValues expected = new CountedValues(f);
			sum.clear();
			for (int part = random.nextInt(4); part > 0; part--)
				sum.add(part(f, random, expected), Steps.UNHEARD);
			expected.assertCounted(sum.sorted(Steps.UNHEARD));
			expected.assertCounted(sum.sorted(Steps.UNHEARD));
		}
	}

	private static PixelCounts part(final PixelFormat format, final Random random,
		final CountedValues expected)
	{
		final HashedCounts part = new HashedCounts(format);
		for (final int pixel : CountedValues.pixels(format, 500, random)) {
			final long n = 1 + (random.nextLong() >>> 28 + random.nextInt(35));
			part.add(pixel, n, Steps.UNHEARD);
			expected.add(pixel, n);
		}
		return part.sorted(Steps.UNHEARD);
	}
}
