package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;

/** Values of any width, in no order. */
class HashedCountsTest {

	@Property(tries = 60)
	void eachValueIsCounted(@ForAll final long seed, @ForAll @IntRange(max = 7) final int format) {
		final PixelFormat f = CountedValues.FORMATS[format];
		final Random random = new Random(seed);
		final HashedCounts counts = new HashedCounts(f);
		final CountedValues expected = new CountedValues(f);
		for (final int pixel : CountedValues.pixels(f, 2000, random))
			add(Integer.toUnsignedLong(pixel), 1 + (random.nextLong() >>> 30 + random.nextInt(33)),
				counts, expected);
		assertEquals(expected.distinct(), counts.distinct());
		expected.assertCounted(counts.sorted(Steps.UNHEARD));
		expected.assertCounted(counts.sorted(new long[5000], new long[5000], Steps.UNHEARD));
	}

	private static void add(final long value, final long n, final HashedCounts counts,
		final CountedValues expected)
	{
		counts.add(value, n, Steps.UNHEARD);
		expected.add(value, n);
	}

	/** Whichever is larger, it holds both afterwards. */
	@Property(tries = 40)
	void mergedTheyHoldBoth(@ForAll final long seed) {
		final Random random = new Random(seed);
		final CountedValues expected = new CountedValues(PixelFormat.RGB);
		final HashedCounts[] parts = { new HashedCounts(PixelFormat.RGB),
			new HashedCounts(PixelFormat.RGB) };
		for (final HashedCounts part : parts)
			for (final int pixel : CountedValues.pixels(PixelFormat.RGB, 1000, random))
				add(pixel, 1 + random.nextInt(3), part, expected);
		final HashedCounts larger = parts[parts[0].distinct() < parts[1].distinct() ? 1 : 0];
		final HashedCounts merged = HashedCounts.merge(parts[0], parts[1], Steps.UNHEARD);
		assertSame(larger, merged);
		expected.assertCounted(merged.sorted(Steps.UNHEARD));
	}

	@Property(tries = 30)
	void whatIsSortedCanBeAddedAgain(@ForAll final long seed) {
		final HashedCounts counts = new HashedCounts(PixelFormat.RGB);
		final CountedValues expected = new CountedValues(PixelFormat.RGB);
		for (final int pixel : CountedValues.pixels(PixelFormat.RGB, 1000, new Random(seed))) {
			add(pixel, 2, counts, expected);
			expected.add(pixel, 2);
		}
		counts.add(counts.sorted(Steps.UNHEARD), Steps.UNHEARD);
		expected.assertCounted(counts.sorted(Steps.UNHEARD));
	}

	/** Memory stays, values do not: an old value is a new one then. */
	@Property(tries = 20)
	void clearedNothingIsLeft(@ForAll final long seed) {
		final Random random = new Random(seed);
		final HashedCounts counts = new HashedCounts(PixelFormat.grey(32));
		random.longs(500, 0, 1L << 32).forEach(value -> counts.add(value, 3, Steps.UNHEARD));
		final int capacity = counts.capacity();
		counts.clear();
		assertEquals(0, counts.distinct());
		assertEquals(0, counts.sorted(Steps.UNHEARD).size());
		final CountedValues expected = new CountedValues(PixelFormat.grey(32));
		new Random(seed).longs(300, 0, 1L << 32).forEach(value -> add(value, 1, counts, expected));
		expected.assertCounted(counts.sorted(Steps.UNHEARD));
		assertEquals(capacity, counts.capacity());
	}

	/** The least power of two that is twice as many, 64 at least. */
	@Property(tries = 50)
	void halfOfTheSlotsAreFree(@ForAll @IntRange(min = 1, max = 5000) final int n) {
		final HashedCounts counts = new HashedCounts(PixelFormat.grey(32));
		LongStream.range(0, n).forEach(value -> counts.add(value << 13, 1, Steps.UNHEARD));
		assertTrue(counts.capacity() >= Math.max(64, 2 * n));
		assertTrue(counts.capacity() < Math.max(65, 4 * n));
	}

	/** The 33rd value is one too many for 64 slots. */
	@Test
	void growthThatIsCancelledChangesNothing() {
		final HashedCounts counts = new HashedCounts(PixelFormat.grey(8));
		final CountedValues expected = new CountedValues(PixelFormat.grey(8));
		for (int value = 0; value < 32; value++)
			add(value, value + 1, counts, expected);
		final boolean[] isCancelled = new boolean[1];
		final Steps steps = new Steps((fraction, word) -> {
			if (isCancelled[0]) throw new CancellationException();
		}, "", 1);
		isCancelled[0] = true;
		assertThrows(CancellationException.class, () -> counts.add(99, 7, steps));
		expected.add(99, 7);
		assertEquals(64, counts.capacity());
		expected.assertCounted(counts.sorted(Steps.UNHEARD));
	}

	@Test
	void moreThanALongCanTellIsRefused() {
		final HashedCounts counts = new HashedCounts(PixelFormat.grey(8));
		counts.add(5, Long.MAX_VALUE, Steps.UNHEARD);
		assertThrows(ArithmeticException.class, () -> counts.add(5, 1, Steps.UNHEARD));
		assertEquals(Long.MAX_VALUE, counts.sorted(Steps.UNHEARD).weight(0));
	}
}
