package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.Steps;

/** What holds for all counts to which others are added. */
abstract class GrowingCountsContract {

	/** One that such counts can be of. */
	abstract PixelFormat format(Random random);

	abstract GrowingCounts none(PixelFormat format);

	private static long value(final Random random, final PixelFormat format) {
		return random.nextLong() >>> Long.SIZE - format.bits() & (random.nextBoolean() ? -1 : 7);
	}

	private static void add(final GrowingCounts counts, final CountedValues expected,
		final long value, final long n)
	{
		counts.add(value, n, Steps.UNHEARD);
		expected.add(value, n);
	}

	@Property(tries = 60)
	void valuesAddUp(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = format(random);
		final GrowingCounts counts = none(format);
		final CountedValues expected = new CountedValues(format);
		assertTrue(counts.areNone());
		for (int i = random.nextInt(500); i > 0; i--)
			add(counts, expected, value(random, format),
				1 + (random.nextLong() >>> 20 + random.nextInt(44)));
		assertEquals(expected.distinct() == 0, counts.areNone());
		expected.assertCounted(counts.snapshot(Steps.UNHEARD));
	}

	/** What is added later does not change it. */
	@Property(tries = 40)
	void aSnapshotStays(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = format(random);
		final GrowingCounts counts = none(format);
		final CountedValues early = new CountedValues(format);
		final CountedValues all = new CountedValues(format);
		for (int i = random.nextInt(100); i > 0; i--) {
			final long value = value(random, format);
			early.add(value, 2);
			add(counts, all, value, 2);
		}
		final PixelCounts snapshot = counts.snapshot(Steps.UNHEARD);
		for (int i = random.nextInt(300); i > 0; i--)
			add(counts, all, value(random, format), 3);
		early.assertCounted(snapshot);
		all.assertCounted(counts.snapshot(Steps.UNHEARD));
	}

	/** Whatever the others are kept in. */
	@Property(tries = 40)
	void othersAddUp(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = format(random);
		final GrowingCounts counts = none(format);
		final CountedValues expected = new CountedValues(format);
		for (int part = random.nextInt(5); part > 0; part--) {
			final HashedCounts own = new HashedCounts(format);
			for (int i = random.nextInt(200); i > 0; i--) {
				final long value = value(random, format);
				final long n = 1 + random.nextInt(1000);
				own.add(value, n, Steps.UNHEARD);
				expected.add(value, n);
			}
			counts.add(own.snapshot(Steps.UNHEARD), Steps.UNHEARD);
		}
		expected.assertCounted(counts.snapshot(Steps.UNHEARD));
	}

	/** The order in which they come changes nothing. */
	@Property(tries = 40)
	void anyOrderGivesTheSame(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelFormat format = format(random);
		final long[] values = random.longs(200).map(any -> value(random, format)).toArray();
		final GrowingCounts forwards = none(format);
		final GrowingCounts backwards = none(format);
		for (int i = 0; i < values.length; i++) {
			forwards.add(values[i], 1, Steps.UNHEARD);
			backwards.add(values[values.length - 1 - i], 1, Steps.UNHEARD);
		}
		final PixelCounts one = forwards.snapshot(Steps.UNHEARD);
		final PixelCounts other = backwards.snapshot(Steps.UNHEARD);
		assertEquals(one.size(), other.size());
		for (int i = 0; i < one.size(); i++) {
			assertEquals(one.value(i), other.value(i));
			assertEquals(one.weight(i), other.weight(i));
		}
	}
}
