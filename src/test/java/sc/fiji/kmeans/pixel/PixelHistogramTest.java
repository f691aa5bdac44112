package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.WeightedPoints;

/** Neither order nor tiling nor merging can be seen in a histogram. */
class PixelHistogramTest {

	@Property(tries = 100)
	void pointsAreTheDistinctValuesWithTheirCounts(
		@ForAll @Size(max = 2000) final List<@IntRange(min = 0, max = 0xffffff) Integer> pixels)
	{
		final Map<Long, Long> counts = pixels.stream()
			.collect(Collectors.groupingBy(Integer::longValue, TreeMap::new, Collectors.counting()));
		final PixelHistogram histogram = histogram(pixels);
		assertEquals(pixels.size(), histogram.pixels());
		assertEquals(counts.size(), histogram.distinct());
		assertEquals(counts.toString(), counts(histogram.points()).toString());
	}

	@Property(tries = 50)
	void orderAndMergingChangeNothing(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int parts)
	{
		final List<Integer> pixels = pixels(seed);
		final String whole = listing(histogram(pixels).points());
		Collections.shuffle(pixels, new Random(seed));
		final PixelSum merged = new PixelSum(PixelFormat.RGB);
		for (int part = 0; part < parts; part++)
			merged.add(
				histogram(pixels.subList(part * pixels.size() / parts, (part + 1) * pixels.size() / parts)),
				Progress.NONE);
		assertEquals(whole, listing(merged.histogram(Progress.NONE).points()));
	}

	/** It can be cancelled within a blink, whatever it does with many values. */
	@Test
	void manyValuesAreAddedAndSortedInManySteps() {
		final int n = 1 << 18;
		final PixelSum values = new PixelSum(PixelFormat.RGB);
		for (int i = 0; i < n; i++)
			values.add(i * 0x9e3779b1L & 0xffffff, 1 + i % 3);
		assertFalse(values.isEmpty());
		assertReports(n, progress -> values.histogram(progress));
		final PixelHistogram many = values.histogram(Progress.NONE);
		assertFalse(many.isEmpty());
		final PixelSum more = new PixelSum(PixelFormat.RGB);
		more.add(0);
		assertReports(n, progress -> more.add(many, progress));
		assertReports(n, progress -> more.histogram(progress));
		final PixelHistogram sum = more.histogram(Progress.NONE);
		assertEquals(n, sum.distinct());
		assertEquals(many.pixels() + 1, sum.pixels());
		for (int i = 1; i < n; i++)
			assertTrue(key(sum, i - 1) < key(sum, i));
	}

	private static long key(final PixelHistogram histogram, final int i) {
		return PixelFormat.RGB.key(((PixelCounts) histogram.points()).value(i));
	}

	private static void assertReports(final int n, final Consumer<Progress> work) {
		final AtomicInteger reports = new AtomicInteger();
		work.accept((fraction, word) -> reports.incrementAndGet());
		assertTrue(reports.get() >= n / Checks.ITEMS, reports + " reports");
	}

	@Property(tries = 50)
	void tilingOfTheSourceChangesNothing(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 300) final int blockLength)
	{
		final List<Integer> pixels = pixels(seed);
		assertEquals(listing(histogram(pixels).points()),
			listing(PixelHistogram.of(source(pixels, blockLength), Progress.NONE).points()));
	}

	/** More pixels than are counted at once. */
	@Test
	void aLargeImageIsCountedAsOne() {
		final int width = 3000;
		final int height = 3 * PartCounter.MAX_PIXELS / width;
		final PixelSource source = source(i -> (int) (i * 0x9e3779b97f4a7c15L >>> 40 & 0xf0ff3f),
			width * height, width);
		final int[] expected = new int[1 << 24];
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			source.read(y, row);
			for (final int pixel : row)
				expected[pixel]++;
		}
		final PixelHistogram histogram = PixelHistogram.of(source, Progress.NONE);
		assertEquals((long) width * height, histogram.pixels());
		counts(histogram.points())
			.forEach((pixel, count) -> assertEquals(expected[pixel.intValue()], count.intValue()));
	}

	@Test
	void manyAtOnceAreAsManyOneByOne() {
		final PixelSum once = new PixelSum(PixelFormat.grey(8));
		once.add(7, 3);
		once.add(9, 0);
		final PixelSum oneByOne = new PixelSum(PixelFormat.grey(8));
		for (int i = 0; i < 3; i++)
			oneByOne.add(7);
		final PixelHistogram histogram = once.histogram(Progress.NONE);
		assertEquals(listing(oneByOne.histogram(Progress.NONE).points()), listing(histogram.points()));
		assertEquals(1, histogram.distinct());
	}

	@Test
	void addedToItselfItDoubles() {
		final PixelHistogram histogram = histogram(pixels(3));
		final PixelSum sum = new PixelSum(PixelFormat.RGB);
		sum.add(histogram, Progress.NONE);
		sum.add(sum.histogram(Progress.NONE), Progress.NONE);
		assertEquals(2 * histogram.pixels(), sum.histogram(Progress.NONE).pixels());
	}

	@Test
	void aHistogramIsASnapshot() {
		final PixelSum sum = new PixelSum(PixelFormat.RGB);
		sum.add(histogram(pixels(4)), Progress.NONE);
		final PixelHistogram histogram = sum.histogram(Progress.NONE);
		final WeightedPoints points = histogram.points();
		final String before = listing(points);
		sum.add(0xabcdef, 10);
		assertEquals(before, listing(points));
		assertEquals(before, listing(histogram.points()));
	}

	@Test
	void valuesAndCountsOutOfBoundsAreRefused() {
		final PixelSum grey = new PixelSum(PixelFormat.grey(8));
		assertRefused("pixel = 0x100", () -> grey.add(256));
		assertRefused("pixel = 0xffffffffffffffff", () -> grey.add(-1));
		assertRefused("count = -1", () -> grey.add(1, -1));
		assertRefused("histogram of 24-bit", () -> grey.add(histogram(pixels(5)), Progress.NONE));
		assertTrue(grey.isEmpty());
		assertEquals(0, grey.histogram(Progress.NONE).pixels());
	}

	private static void assertRefused(final String beginning, final Runnable use) {
		final String message = assertThrows(IllegalArgumentException.class, use::run).getMessage();
		assertTrue(message.startsWith(beginning) && message.contains(": takes "), message);
	}

	@Test
	void countingCanBeCancelled() {
		assertThrows(CancellationException.class,
			() -> PixelHistogram.of(source(pixels(6), 10), (fraction, word) -> {
				throw new CancellationException();
			}));
	}

	@Test
	void aSourceWithoutPixelsGivesNone() {
		assertEquals(0, PixelHistogram.of(source(new ArrayList<>(), 10), Progress.NONE).pixels());
	}

	private static List<Integer> pixels(final long seed) {
		final Random random = new Random(seed);
		final int mask = random.nextBoolean() ? 0xffffff : 0x070707;
		return random.ints(random.nextInt(20000))
			.map(p -> p & mask)
			.boxed()
			.collect(Collectors.toList());
	}

	private static PixelHistogram histogram(final List<Integer> pixels) {
		final PixelSum sum = new PixelSum(PixelFormat.RGB);
		for (final int pixel : pixels)
			sum.add(pixel);
		return sum.histogram(Progress.NONE);
	}

	private static PixelSource source(final List<Integer> pixels, final int blockLength) {
		return source(pixels::get, pixels.size(), blockLength);
	}

	private static PixelSource source(final IntUnaryOperator pixels, final int size,
		final int blockLength)
	{
		return source(PixelFormat.RGB, pixels, size, blockLength);
	}

	/** @param pixels of each place, from 0 to size - 1 */
	static PixelSource source(final PixelFormat format, final IntUnaryOperator pixels, final int size,
		final int blockLength)
	{
		return new PixelSource() {

			@Override
			public PixelFormat format() {
				return format;
			}

			@Override
			public int blocks() {
				return (size + blockLength - 1) / blockLength;
			}

			@Override
			public int blockLength() {
				return blockLength;
			}

			@Override
			public int read(final int block, final int[] buffer) {
				final int from = block * blockLength;
				final int n = Math.min(blockLength, size - from);
				for (int i = 0; i < n; i++)
					buffer[i] = pixels.applyAsInt(from + i);
				return n;
			}
		};
	}

	private static Map<Long, Long> counts(final WeightedPoints points) {
		final Map<Long, Long> counts = new TreeMap<>();
		final double[] x = new double[3];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			counts.put(PixelFormat.RGB.pixel(x), points.weight(i));
		}
		return counts;
	}

	/** The points in their order, which counts too. */
	static String listing(final WeightedPoints points) {
		final StringBuilder text = new StringBuilder();
		final double[] x = new double[points.dimensions()];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			text.append(Arrays.toString(x)).append(points.weight(i)).append('\n');
		}
		return text.toString();
	}
}
