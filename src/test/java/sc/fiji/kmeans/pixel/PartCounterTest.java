package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;

/** Blocks, counted side by side. */
class PartCounterTest {

	/** Those of up to 24 bits. */
	private static final PixelFormat[] FORMATS = Arrays.copyOf(CountedValues.FORMATS, 7);

	/** One range after the other, in the same buffers. */
	@Property(tries = 30)
	void anyRangeOfBlocksIsCounted(@ForAll final long seed,
		@ForAll @IntRange(max = 6) final int format)
	{
		final PixelFormat f = FORMATS[format];
		final Random random = new Random(seed);
		final PartCounter counter = new PartCounter(f);
		for (int i = 0; i < 3; i++) {
			final int[] pixels = CountedValues.pixels(f, 4000, random);
			final int length = 1 + random.nextInt(90);
			final PixelSource source = source(f, length, pixels);
			final int from = random.nextInt(source.blocks() + 1);
			final int to = from + random.nextInt(source.blocks() - from + 1);
			CountedValues
				.of(f,
					Arrays.copyOfRange(pixels, Math.min(pixels.length, from * length),
						Math.min(pixels.length, to * length)))
				.assertCounted(counter.count(source, from, to, Steps.UNHEARD));
		}
	}

	private static PixelSource source(final PixelFormat format, final int length,
		final int... pixels)
	{
		return PixelHistogramTest.source(format, i -> pixels[i], pixels.length, length);
	}

	/** Each block makes as many steps as there are passes; a thousand times more would be heard. */
	@Property(tries = 20)
	void stepsAreToldInAdvance(@ForAll final long seed, @ForAll @IntRange(max = 6) final int format) {
		final PixelFormat f = FORMATS[format];
		final PartCounter counter = new PartCounter(f);
		final PixelSource source = source(f, 50,
			new Random(seed).ints(3000).map(p -> p >>> 32 - f.bits()).toArray());
		final AtomicInteger last = new AtomicInteger();
		final long steps = counter.passes() * source.blocks();
		counter
			.count(source, 0, source.blocks(),
				new Steps((fraction, word) -> last
					.accumulateAndGet((int) Math.round(fraction * 1000 * steps), Math::max), "",
					1000 * steps));
		assertEquals(steps, last.get());
		assertEquals(f.bits() > 16 ? 3 : 1, counter.passes());
		assertEquals(f, counter.format());
	}

	/** On both sides of what fits beside the value. */
	@Test
	void largeCountsStandAside() {
		for (final PixelFormat format : new PixelFormat[] { PixelFormat.RGB, PixelFormat.grey(16) }) {
			final int[] pixels = new int[254 + 255 + 256 + 1];
			Arrays.fill(pixels, 0, 254, 7);
			Arrays.fill(pixels, 254, 254 + 255, 0xfff0);
			Arrays.fill(pixels, 254 + 255, pixels.length - 1, 0xfff1);
			CountedValues.of(format, pixels)
				.assertCounted(
					new PartCounter(format).count(source(format, 100, pixels), 0, 8, Steps.UNHEARD));
		}
	}

	/** What one part lists comes where another began. */
	@Test
	void offsetsFollowEachOther() {
		final CountedPart part = new CountedPart(3);
		part.evens[0] = 2;
		part.odds[0] = 3;
		part.odds[2] = 4;
		assertEquals(15, part.makeOffsets(0, 10));
		assertEquals(15, part.makeOffsets(1, 15));
		assertEquals(19, part.makeOffsets(2, 15));
		assertEquals("[10, 15, 15]", Arrays.toString(part.evens));
		assertEquals("[12, 15, 15]", Arrays.toString(part.odds));
	}
}
