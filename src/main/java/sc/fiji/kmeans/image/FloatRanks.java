package sc.fiji.kmeans.image;

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

	/** @param wanted ranks, the least number has 1 */
	void look(final long... wanted) {
		for (int w = 0; w < wanted.length; w++) {
			halves[w] = at(uppers, wanted[w]);
			ranks[w] = wanted[w];
			for (int half = 0; half < halves[w]; half++)
				ranks[w] -= uppers[half];
		}
	}

	private static int at(final long[] counts, final long rank) {
		int half = 0;
		for (long rest = rank - counts[0]; rest > 0; rest -= counts[half])
			half++;
		return half;
	}

	/** Adds a number to counts by lower halves, for each that is looked for. */
	void addLower(final float number, final long weight, final long[][] counts) {
		final int bits = bits(number);
		for (int w = 0; w < halves.length; w++)
			if (bits >>> HALF == halves[w]) counts[w][bits & (1 << HALF) - 1] += weight;
	}

	/** @param counts as above */
	void addLowers(final long[][] counts) {
		for (int w = 0; w < counts.length; w++)
			add(counts[w], lowers[w]);
	}

	/** @param wanted which rank, from 0 */
	float found(final int wanted) {
		return Float.intBitsToFloat(
			flipped((halves[wanted] << HALF | at(lowers[wanted], ranks[wanted])) ^ Integer.MIN_VALUE));
	}
}
