package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class NumberCountsTest extends PixelCountsContract {

	@Override
	PixelFormat format(final Random random) {
		return PixelFormat.NUMBERS;
	}

	/** Some numbers are left out, or none. */
	@Override
	PixelCounts counts(final Random random) {
		final int least = random.nextInt(2);
		return new NumberCounts(PixelFormat.NUMBERS, random.longs(300, least, 4).toArray(),
			1 + random.nextInt(300));
	}

	@Property(tries = 30)
	void theNumbersThatOccurAreCounted(@ForAll final long seed) {
		final Random random = new Random(seed);
		final long[] counts = random.longs(200, 0, 1 + random.nextInt(9)).toArray();
		final int end = 1 + random.nextInt(200);
		final CountedValues expected = new CountedValues(PixelFormat.NUMBERS);
		for (int number = 1; number < end; number++)
			if (counts[number] > 0) expected.add(number, counts[number]);
		expected.assertCounted(new NumberCounts(PixelFormat.NUMBERS, counts, end));
	}

	/** 0 is no number; what is behind the end may be anything. */
	@Test
	void fromOneToBeforeTheEnd() {
		final PixelCounts counts = new NumberCounts(PixelFormat.NUMBERS, new long[] { 9, 4, 0, 5, 7 },
			4);
		assertEquals(2, counts.size());
		assertEquals(1, counts.value(0));
		assertEquals(4, counts.weight(0));
		assertEquals(3, counts.value(1));
		assertEquals(5, counts.weight(1));
		assertEquals(0, new NumberCounts(PixelFormat.NUMBERS, new long[] { 9 }, 1).size());
	}
}
