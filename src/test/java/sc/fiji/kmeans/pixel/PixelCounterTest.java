package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

/** One counter for many sources gives what a new one for each would. */
class PixelCounterTest {

	private static final KMeansOptions OPTIONS = KMeansOptions.defaults()
		.withAttempts(1);

	private static final PixelFormat[] FORMATS = { PixelFormat.RGB, PixelFormat.RGB,
		PixelFormat.grey(8), PixelFormat.grey(32) };

	/** Larger and smaller ones, of all kinds, in any order. */
	@Property(tries = 20)
	void nothingIsLeftOfTheSourceBefore(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelCounter counter = new PixelCounter();
		for (int i = 0; i < 6; i++) {
			final PixelSource source = source(FORMATS[random.nextInt(4)], random);
			final PixelHistogram fresh = PixelHistogram.of(source, Progress.NONE);
			final PixelHistogram next = counter.count(source, Progress.NONE);
			assertEquals(PixelHistogramTest.listing(fresh.points()), PixelHistogramTest
				.listing(next.points()));
			assertEquals(described(fresh), described(next));
			assertEquals(described(fresh), described(next));
		}
	}

	private static String described(final PixelHistogram histogram) {
		final Clusters clusters = histogram.cluster(OPTIONS, Progress.NONE);
		final StringBuilder text = new StringBuilder().append(clusters.compactness());
		for (int j = 1; j <= clusters.size(); j++)
			text.append(Arrays.toString(clusters.centre(j))).append(clusters.pixels(j));
		return text.toString();
	}

	@Test
	void aHistogramThatIsNotKeptCanNotBeUsedAfterTheNext() {
		final PixelCounter counter = new PixelCounter();
		final PixelHistogram first = counter.count(source(1), Progress.NONE);
		final PixelHistogram second = counter.count(source(2), Progress.NONE);
		assertThrows(IllegalStateException.class, first::pixels);
		assertThrows(IllegalStateException.class, first::keep);
		assertThrows(IllegalStateException.class, () -> first.add(3));
		assertEquals(PixelHistogram.of(source(2), Progress.NONE).pixels(), second
			.pixels());
	}

	@Test
	void aHistogramThatIsKeptAddsUpWhatIsCountedLater() {
		final PixelCounter counter = new PixelCounter();
		final PixelHistogram sum = counter.count(source(1), Progress.NONE);
		sum.keep();
		sum.add(counter.count(source(2), Progress.NONE));
		sum.add(counter.count(source(3), Progress.NONE));
		final PixelHistogram expected = new PixelHistogram(PixelFormat.RGB);
		for (int seed = 1; seed <= 3; seed++)
			expected.add(PixelHistogram.of(source(seed), Progress.NONE));
		assertEquals(PixelHistogramTest.listing(expected.points()), PixelHistogramTest
			.listing(sum.points()));
		assertEquals(described(expected), described(sum));
	}

	private static PixelSource source(final long seed) {
		return source(PixelFormat.RGB, new Random(seed));
	}

	private static PixelSource source(final PixelFormat format,
		final Random random)
	{
		final long mask = random.nextBoolean() ? -1 : 0x070707;
		final int[] pixels = random.ints(1 + random.nextInt(5000)).map(p -> (int) (mask &
			(p & 0xffffffffL) >>> 32 - format.bits())).toArray();
		return PixelHistogramTest.source(format, i -> pixels[i], pixels.length, 100);
	}
}
