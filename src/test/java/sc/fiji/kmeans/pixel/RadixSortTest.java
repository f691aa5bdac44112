package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;

class RadixSortTest {

	/** Fewer are sorted at once; more in parts, digit by digit. */
	private static final int FEW = 1 << 12;

	@Property(tries = 40)
	void theFirstOnesAreSortedAsTheLibraryDoes(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 63) final int bits)
	{
		final Random random = new Random(seed);
		final int n = random.nextInt(3 * FEW);
		final long[] numbers = random.longs(n + random.nextInt(9)).map(x -> x >>> 64 - bits).toArray();
		final long[] expected = Arrays.copyOf(numbers, n);
		Arrays.sort(expected);
		final long[] spare = new long[numbers.length];
		final long[] sorted = RadixSort.sort(numbers, spare, n, 0, bits, Steps.UNHEARD);
		assertTrue(sorted == numbers || sorted == spare);
		assertArrayEquals(expected, Arrays.copyOf(sorted, n));
	}

	/** Few levels: equal digits keep their order, whole digits are skipped. */
	@Property(tries = 20)
	void equalNumbersStayTogether(@ForAll final long seed,
		@ForAll @IntRange(max = 50) final int shift)
	{
		final Random random = new Random(seed);
		final long[] numbers = random.longs(2 * FEW, 0, 3).map(x -> x << shift).toArray();
		final long[] expected = numbers.clone();
		Arrays.sort(expected);
		assertArrayEquals(expected,
			RadixSort.sort(numbers, new long[numbers.length], numbers.length, 0, 53, Steps.UNHEARD));
	}

	/** Low bits that are in order already take no time, and stay in order. */
	@Property(tries = 20)
	void sortedLowBitsAreLeftOut(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 40) final int low)
	{
		final long[] numbers = new Random(seed).longs(2 * FEW, 0, 1L << 62 - low).toArray();
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = numbers[i] % 5000 << low | Math.min(i, (1L << low) - 1);
		final long[] expected = numbers.clone();
		Arrays.sort(expected);
		assertArrayEquals(expected,
			RadixSort.sort(numbers, new long[numbers.length], numbers.length, low, 62, Steps.UNHEARD));
	}

	@Test
	void noneAreSortedToo() {
		final long[] none = new long[0];
		assertSame(none, RadixSort.sort(none, none, 0, 0, 24, Steps.UNHEARD));
	}

	@Test
	void manyAreCheckedNowAndThen() {
		final long[] numbers = new Random(1).longs(4 * FEW).map(x -> x >>> 40).toArray();
		final boolean[] isCancelled = new boolean[1];
		final Steps steps = new Steps((fraction, word) -> {
			if (isCancelled[0]) throw new CancellationException();
		}, "", 1);
		isCancelled[0] = true;
		assertThrows(CancellationException.class,
			() -> RadixSort.sort(numbers, new long[numbers.length], numbers.length, 0, 24, steps));
	}
}
