package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.Progress;

/** The number of a rank is that of a sorted list. */
class FloatRanksTest {

	/** @param wanted ranks, from 1 */
	private static float[] found(final float[] numbers, final long[] weights, final long... wanted) {
		final FloatRanks ranks = new FloatRanks(wanted.length);
		final long[] uppers = FloatRanks.counts();
		for (int i = 0; i < numbers.length; i++)
			uppers[FloatRanks.upper(numbers[i])] += weights[i];
		ranks.addUppers(uppers);
		ranks.look(wanted);
		// In two parts, as of two threads.
		for (int part = 0; part < 2; part++) {
			final long[][] lowers = ranks.lowerCounts();
			for (int i = part; i < numbers.length; i += 2)
				ranks.addLower(numbers[i], weights[i], lowers);
			ranks.addLowers(lowers);
		}
		final float[] found = new float[wanted.length];
		for (int w = 0; w < found.length; w++)
			found[w] = ranks.found(w);
		return found;
	}

	@Property(tries = 15)
	void ranksAreThoseOfASortedList(@ForAll final long seed) {
		final Random random = new Random(seed);
		final float[] numbers = new float[1 + random.nextInt(200)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = number(random);
		final long[] ones = new long[numbers.length];
		Arrays.fill(ones, 1);
		final float[] sorted = numbers.clone();
		Arrays.sort(sorted);
		final int some = random.nextInt(numbers.length);
		final float[] found = found(numbers, ones, 1, some + 1, numbers.length);
		assertEquals(sorted[0], found[0]);
		assertEquals(sorted[some], found[1]);
		assertEquals(sorted[numbers.length - 1], found[2]);
	}

	@Property(tries = 200)
	void aFewAreSorted(@ForAll final long seed) {
		final Random random = new Random(seed);
		final float[] numbers = new float[1 + random.nextInt(50)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = random.nextBoolean() ? number(random) : random.nextInt(3) - 1;
		final ChannelNumbers all = ChannelNumbers.of(CountedVectors.ofNumbers(numbers).vectors,
			Progress.NONE)[0];
		final float[] sorted = numbers.clone();
		Arrays.sort(sorted);
		for (int rank = 1; rank <= numbers.length; rank++) {
			final double[] found = FloatRanks.ofFew(all, 1, rank, numbers.length);
			assertEquals(sorted[0], found[0]);
			assertEquals(sorted[rank - 1], found[1]);
			assertEquals(sorted[numbers.length - 1], found[2]);
		}
	}

	/** Any bits, or near others: many have the same upper half. */
	private static float number(final Random random) {
		final float number = Float.intBitsToFloat(random.nextInt());
		return random.nextBoolean() || !(Math.abs(number) <= Float.MAX_VALUE)
			? Float.intBitsToFloat(0x41230000 + random.nextInt(1 << 17))
			: number;
	}

	@Property(tries = 200)
	void theUpperHalfRisesWithTheNumber(@ForAll final float a, @ForAll final float b) {
		if (a < b) assertTrue(FloatRanks.upper(a) <= FloatRanks.upper(b));
		else if (a > b) assertTrue(FloatRanks.upper(a) >= FloatRanks.upper(b));
	}

	/** -3 once, 0 four thousand million times, 5 twice. */
	@Example
	void aNumberCountsAsOftenAsItsWeight() {
		final long many = 4_000_000_000L;
		assertEquals("[-3.0, 0.0, 0.0, 5.0, 5.0]", Arrays.toString(found(new float[] { 5, -3, 0 },
			new long[] { 2, 1, many }, 1, 2, many + 1, many + 2, many + 3)));
	}

	@Example
	void theEndsOfAllNumbers() {
		final float[] numbers = { Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE,
			-Float.MIN_VALUE };
		assertEquals("[-3.4028235E38, -1.4E-45, 1.4E-45, 3.4028235E38]",
			Arrays.toString(found(numbers, new long[] { 1, 1, 1, 1 }, 1, 2, 3, 4)));
	}
}
