package sc.fiji.kmeans.pixel;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Counts that a hash table sorted, and the counter that has such tables. */
class WideCountsTest extends PixelCountsContract {

	@Override
	PixelFormat format(final Random random) {
		return CountedValues.FORMATS[random.nextInt(CountedValues.FORMATS.length)];
	}

	@Override
	PixelCounts counts(final Random random) {
		final PixelFormat format = format(random);
		final HashedCounts counts = new HashedCounts(format);
		for (final int pixel : CountedValues.pixels(format, 1000, random))
			counts.add(Integer.toUnsignedLong(pixel), 1 + random.nextInt(1000), Steps.UNHEARD);
		return counts.sorted(Steps.UNHEARD);
	}

	/** One source after the other, in the same tables. */
	@Property(tries = 20)
	void sourcesAreCountedOneAfterTheOther(@ForAll final long seed,
		@ForAll @IntRange(max = 7) final int format)
	{
		final PixelFormat f = CountedValues.FORMATS[format];
		final Random random = new Random(seed);
		final WideCounter counter = new WideCounter(f);
		for (int i = 0; i < 3; i++) {
			final int[] pixels = CountedValues.pixels(f, 4000, random);
			CountedValues.of(f, pixels)
				.assertCounted(counter.count(source(f, pixels, 1 + random.nextInt(90)), Steps.UNHEARD));
		}
	}

	/** Of narrow formats and wide ones in turn. */
	@Property(tries = 10)
	void formatsTakeTurns(@ForAll final long seed) {
		final Random random = new Random(seed);
		final SourceCounter counter = new SourceCounter();
		for (int i = 0; i < 8; i++) {
			final PixelFormat format = format(random);
			final int[] pixels = CountedValues.pixels(format, 2000, random);
			CountedValues.of(format, pixels)
				.assertCounted(counter.count(source(format, pixels, 50), Progress.NONE));
		}
	}

	private static PixelSource source(final PixelFormat format, final int[] pixels,
		final int length)
	{
		return PixelHistogramTest.source(format, i -> pixels[i], pixels.length, length);
	}
}
