package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.WeightedPoints;

/** One workspace for many sources gives what a new one for each would. */
class WorkspaceTest {

	private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withAttempts(1);

	private static final PixelFormat[] FORMATS = { PixelFormat.RGB, PixelFormat.RGB,
		PixelFormat.grey(8), PixelFormat.grey(16), PixelFormat.grey(20), PixelFormat.grey(32),
		PixelFormat.channels(2), PixelFormat.channels(3) };

	/** Of all sources of a test. */
	private final Workspace shared = new Workspace();

	/** Larger and smaller ones, of all kinds, in any order. */
	@Property(tries = 12)
	void nothingIsLeftOfTheSourceBefore(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Workspace workspace = new Workspace();
		for (int i = 0; i < 6; i++) {
			final PixelSource source = source(FORMATS[random.nextInt(FORMATS.length)], random);
			final PixelHistogram fresh = PixelHistogram.of(source, Progress.NONE);
			final ValueHistogram next = workspace.count(source, Progress.NONE);
			assertEquals(PixelHistogramTest.listing(fresh.points()),
				PixelHistogramTest.listing(next.points()));
			assertEquals(described(fresh), described(next));
			assertEquals(described(fresh), described(next));
		}
	}

	private static String described(final ValueHistogram histogram) {
		final Clusters clusters = histogram.cluster(OPTIONS, Progress.NONE);
		final StringBuilder text = new StringBuilder().append(clusters.compactness());
		for (int j = 1; j <= clusters.size(); j++)
			text.append(Arrays.toString(clusters.centre(j))).append(clusters.pixels(j));
		return text.toString();
	}

	/** On both sides of the largest count that fits in a byte with its value. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 20, 24, 25, 32 })
	void countsOfAllSizesAreExact(final int bits) {
		final PixelFormat format = PixelFormat.grey(bits);
		requireCounts(format, 1, 253, 254, 255, 256, 257, 70_000, 1);
		requireCounts(format, 254, 254, 254);
		requireCounts(format, 70_001);
		requireCounts(format, IntStream.rangeClosed(1, 200).toArray());
	}

	@Test
	void countsOfColoursAreExactToo() {
		requireCounts(PixelFormat.RGB, 1, 253, 254, 255, 256, 257, 70_000, 1);
		requireCounts(PixelFormat.RGB, 300_000);
		requireCounts(PixelFormat.RGB, IntStream.rangeClosed(1, 700).toArray());
	}

	/** All values of a format at most, so that no two pixels are equal. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 18, 24, 32 })
	void allMayBeDistinct(final int bits) {
		final int[] ones = new int[Math.min(1 << Math.min(bits, 30), 300_000)];
		Arrays.fill(ones, 1);
		requireCounts(PixelFormat.grey(bits), ones);
		if (bits == 24) requireCounts(PixelFormat.RGB, ones);
	}

	/**
	 * Counts an image of values with these counts, spread over all values of the
	 * format, in any order.
	 */
	private void requireCounts(final PixelFormat format, final int... counts) {
		final long step = (1L << format.bits()) / counts.length;
		final int[] pixels = IntStream.range(0, counts.length)
			.flatMap(i -> IntStream.generate(() -> (int) (i * step)).limit(counts[i]))
			.toArray();
		shuffle(pixels, new Random(1));
		final ValueHistogram histogram = shared
			.count(PixelHistogramTest.source(format, i -> pixels[i], pixels.length, 99), Progress.NONE);
		assertEquals(counts.length, histogram.distinct());
		assertEquals(pixels.length, histogram.pixels());
		final WeightedPoints points = histogram.points();
		final double[] x = new double[points.dimensions()];
		long before = -1;
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			final long value = format.pixel(x);
			assertEquals(0, value % step);
			assertEquals(counts[(int) (value / step)], points.weight(i));
			assertTrue(format.key(value) > before);
			before = format.key(value);
		}
	}

	private static void shuffle(final int[] pixels, final Random random) {
		for (int i = pixels.length - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int pixel = pixels[i];
			pixels[i] = pixels[j];
			pixels[j] = pixel;
		}
	}

	/** Each larger than what is counted at once, or not, in turn. */
	@Test
	void nothingIsLeftOfALargeSourceEither() {
		final int large = PartCounter.MAX_PIXELS + 5000;
		for (final int size : new int[] { large, 1000, large - 1000, 3, large })
			for (final int mask : new int[] { 0xffff, 0x30300 }) {
				final PixelSource source = PixelHistogramTest.source(PixelFormat.RGB,
					i -> i * (size | 1) & mask, size, 1000);
				final ValueHistogram next = shared.count(source, Progress.NONE);
				assertEquals(size, next.pixels());
				assertSame(PixelHistogram.of(source, Progress.NONE).points(), next.points());
			}
	}

	private static void assertSame(final WeightedPoints expected, final WeightedPoints points) {
		assertEquals(expected.size(), points.size());
		final double[] x = new double[points.dimensions()];
		final double[] y = new double[points.dimensions()];
		for (int i = 0; i < points.size(); i++) {
			expected.read(i, x);
			points.read(i, y);
			assertArrayEquals(x, y);
			assertEquals(expected.weight(i), points.weight(i));
		}
	}

	@Test
	void aHistogramCanNotBeUsedAfterTheNext() {
		final Workspace workspace = new Workspace();
		final ValueHistogram first = workspace.count(source(1), Progress.NONE);
		final ValueHistogram second = workspace.count(source(2), Progress.NONE);
		assertThrows(IllegalStateException.class, first::pixels);
		assertThrows(IllegalStateException.class, first::points);
		assertThrows(IllegalStateException.class,
			() -> new PixelSum(PixelFormat.RGB).add(first, Progress.NONE));
		assertEquals(PixelHistogram.of(source(2), Progress.NONE).pixels(), second.pixels());
	}

	/** Its threads may still go on, and write to what they have. */
	@Test
	void nothingIsLeftOfACountThatWasCancelled() {
		final Workspace workspace = new Workspace();
		for (int seed = 0; seed < 40; seed++) {
			final int last = seed;
			final AtomicInteger reports = new AtomicInteger();
			assertThrows(CancellationException.class,
				() -> workspace.count(source(last), (fraction, word) -> {
					if (reports.incrementAndGet() > last % 7) throw new CancellationException();
				}));
			assertEquals(
				PixelHistogramTest.listing(PixelHistogram.of(source(~last), Progress.NONE).points()),
				PixelHistogramTest.listing(workspace.count(source(~last), Progress.NONE).points()));
		}
	}

	@Test
	void aSumKeepsWhatIsCountedOneAfterAnother() {
		final Workspace workspace = new Workspace();
		final PixelSum added = new PixelSum(PixelFormat.RGB);
		final PixelSum judged = new PixelSum(PixelFormat.RGB);
		for (int seed = 1; seed <= 3; seed++) {
			added.add(workspace.count(source(seed), Progress.NONE), Progress.NONE);
			judged.add(PixelHistogram.of(source(seed), Progress.NONE), Progress.NONE);
		}
		final PixelHistogram sum = added.histogram(Progress.NONE);
		final PixelHistogram expected = judged.histogram(Progress.NONE);
		assertEquals(PixelHistogramTest.listing(expected.points()),
			PixelHistogramTest.listing(sum.points()));
		assertEquals(described(expected), described(sum));
	}

	private static PixelSource source(final long seed) {
		return source(PixelFormat.RGB, new Random(seed));
	}

	private static PixelSource source(final PixelFormat format, final Random random) {
		final long mask = random.nextBoolean() ? -1 : 0x070707;
		final int[] pixels = random.ints(1 + random.nextInt(5000))
			.map(p -> (int) (mask & (p & 0xffffffffL) >>> 32 - format.bits()))
			.toArray();
		return PixelHistogramTest.source(format, i -> pixels[i], pixels.length, 100);
	}
}
