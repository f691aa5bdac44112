package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Radix sort in parallel, by the high bits, of numbers that are sorted by their low
 * bits. Takes the same time for any numbers, and can be cancelled. (Knuth: The Art of
 * Computer Programming 3, 5.2.5.)
 */
final class RadixSort {

	private static final int DIGIT = 11;
	private static final int PARTS = 4;
	/** Fewer numbers are sorted at once. */
	private static final int FEW = 1 << 12;

	private final Steps steps;
	private final int n;
	private long[] numbers;
	private long[] sorted;
	/** Of each part, how often each digit occurs, then where the next one goes. */
	private final int[][] places = new int[PARTS][1 << DIGIT];

	private RadixSort(final long[] numbers, final long[] buffer, final int n, final Steps steps) {
		this.numbers = numbers;
		this.n = n;
		this.steps = steps;
		sorted = buffer;
	}

	/**
	 * @param buffer of the same length, which is overwritten
	 * @param n how many there are, 0 or more each
	 * @param low number of low bits, by which they are sorted already
	 * @param bits of each, these included
	 * @return the sorted ones, in one array or the other
	 * @throws CancellationException if the progress of the steps throws it
	 */
	static long[] sort(final long[] numbers, final long[] buffer, final int n, final int low,
		final int bits, final Steps steps)
	{
		return n < FEW
			? sortFew(numbers, n)
			: new RadixSort(numbers, buffer, n, steps).byAll(low, bits);
	}

	private static long[] sortFew(final long[] numbers, final int n) {
		Arrays.sort(numbers, 0, n);
		return numbers;
	}

	private long[] byAll(final int low, final int bits) {
		for (int shift = low; shift < bits; shift += DIGIT)
			by(shift);
		return numbers;
	}

	private void by(final int shift) {
		Parallel.each(PARTS, part -> count(part, shift));
		if (isOneDigit()) return;
		setPlaces(places);
		Parallel.each(PARTS, part -> move(part, shift));
		final long[] before = numbers;
		numbers = sorted;
		sorted = before;
	}

	private int begin(final int part) {
		return (int) ((long) n * part / PARTS);
	}

	private void count(final int part, final int shift) {
		final int[] counts = places[part];
		Arrays.fill(counts, 0);
		for (int i = begin(part); i < begin(part + 1);) {
			for (final int to = end(part, i); i < to; i++)
				counts[(int) (numbers[i] >>> shift) & (1 << DIGIT) - 1]++;
			steps.check();
		}
	}

	private int end(final int part, final int i) {
		return Math.min(begin(part + 1), i + Checks.ITEMS);
	}

	private boolean isOneDigit() {
		for (int digit = 0; digit < 1 << DIGIT; digit++) {
			int all = 0;
			for (final int[] counts : places)
				all += counts[digit];
			if (all > 0) return all == n;
		}
		return true;
	}

	/** From how often each part has each digit to where its first one goes. */
	static void setPlaces(final int[][] places) {
		int place = 0;
		for (int digit = 0; digit < places[0].length; digit++)
			for (final int[] counts : places) {
				final int count = counts[digit];
				counts[digit] = place;
				place += count;
			}
	}

	private void move(final int part, final int shift) {
		final int[] next = places[part];
		for (int i = begin(part); i < begin(part + 1);) {
			for (final int to = end(part, i); i < to; i++)
				sorted[next[(int) (numbers[i] >>> shift) & (1 << DIGIT) - 1]++] = numbers[i];
			steps.check();
		}
	}
}
