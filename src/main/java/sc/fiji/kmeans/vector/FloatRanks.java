package sc.fiji.kmeans.vector;

import java.util.Arrays;

/**
 * Finds the numbers of some ranks among weighted numbers, without sorting: counts
 * them by the upper half of their bits, then those with the same upper half as one
 * that is looked for by the lower half.
 */
final class FloatRanks {

	private static final int HALF = 16;

	private final long[] uppers = counts();
	private final long[][] lowers;
	/** The upper halves of what is looked for, and the ranks among these. */
	private final int[] halves;
	private final long[] ranks;
	/** By upper half, one more than the place of what is looked for there; 0 for nothing. */
	private final byte[] wanted = new byte[1 << HALF];

	/** @param wanted how many numbers are looked for */
	FloatRanks(final int wanted) {
		lowers = lowerCounts(wanted);
		halves = new int[wanted];
		ranks = new long[wanted];
	}

	private static long[][] lowerCounts(final int wanted) {
		return new long[wanted][1 << HALF];
	}

	/** Of lower halves, for each number that is looked for. */
	long[][] lowerCounts() {
		return lowerCounts(halves.length);
	}

	/** Of each upper half. */
	static long[] counts() {
		return new long[1 << HALF];
	}

	/** Ascending, as unsigned numbers. */
	private static int bits(final float number) {
		return flipped(Float.floatToIntBits(number)) ^ Integer.MIN_VALUE;
	}

	/** Its own inverse. */
	private static int flipped(final int bits) {
		return bits ^ bits >> 31 & Integer.MAX_VALUE;
	}

	static int upper(final float number) {
		return bits(number) >>> HALF;
	}

	/** @param counts by upper halves */
	void addUppers(final long[] counts) {
		add(counts, uppers);
	}

	private static void add(final long[] some, final long[] sums) {
		for (int i = 0; i < sums.length; i++)
			sums[i] += some[i];
	}

	/** @param all ranks, at most 127; the least number has 1 */
	void look(final long... all) {
		for (int w = 0; w < all.length; w++) {
			halves[w] = at(uppers, all[w]);
			ranks[w] = all[w];
			for (int half = 0; half < halves[w]; half++)
				ranks[w] -= uppers[half];
			if (wanted[halves[w]] == 0) wanted[halves[w]] = (byte) (w + 1);
		}
	}

	private static int at(final long[] counts, final long rank) {
		int half = 0;
		for (long rest = rank - counts[0]; rest > 0; rest -= counts[half])
			half++;
		return half;
	}

	/** Adds a number to counts by lower halves, where one of its upper half is looked for. */
	void addLower(final float number, final long weight, final long[][] counts) {
		final int bits = bits(number);
		final int place = wanted[bits >>> HALF] - 1;
		if (place >= 0) counts[place][bits & (1 << HALF) - 1] += weight;
	}

	/** @param counts as above */
	void addLowers(final long[][] counts) {
		for (int w = 0; w < counts.length; w++)
			add(counts[w], lowers[w]);
	}

	/**
	 * The same of a few numbers, by sorting.
	 *
	 * @param ranks ascending; the least number has 1
	 */
	static double[] ofFew(final ChannelNumbers numbers, final long... ranks) {
		final long[] sorted = new long[numbers.size];
		for (int i = 0; i < sorted.length; i++)
			sorted[i] = (long) (bits(numbers.number(i)) ^ Integer.MIN_VALUE) << Integer.SIZE | i;
		Arrays.sort(sorted);
		final double[] found = new double[ranks.length];
		int i = 0;
		long below = numbers.weight((int) sorted[0]);
		for (int r = 0; r < ranks.length; r++) {
			while (below < ranks[r])
				below += numbers.weight((int) sorted[++i]);
			found[r] = numbers.number((int) sorted[i]);
		}
		return found;
	}

	/** @param rank which one, from 0 */
	float found(final int rank) {
		final long[] counts = lowers[wanted[halves[rank]] - 1];
		return Float.intBitsToFloat(
			flipped((halves[rank] << HALF | at(counts, ranks[rank])) ^ Integer.MIN_VALUE));
	}
}
