package sc.fiji.kmeans.vector;

import sc.fiji.kmeans.cluster.MixedBits;

/**
 * At least how many of some vectors are different, in little time and memory: so many as the
 * bits that a hash of them sets. Equal ones set the same bit; of different ones few do. (Whang,
 * Vander-Zanden, Taylor: A linear-time probabilistic counting algorithm for database
 * applications, ACM TODS 15, 1990; here without their estimate.)
 */
final class DifferentVectors {

	/** 4 MB; of two million different vectors 3 % are missed. */
	private static final int BITS = 25;

	private final long[] bits = new long[1 << BITS - 6];
	private int set;

	/**
	 * Adds vectors from the first to before the last.
	 *
	 * @param values by channel and vector
	 */
	void add(final float[][] values, final int from, final int to) {
		for (int i = from; i < to; i++) {
			final int bit = (int) (hash(values, i) >>> Long.SIZE - BITS);
			final long mask = 1L << bit;
			set += (bits[bit >> 6] & mask) == 0 ? 1 : 0;
			bits[bit >> 6] |= mask;
		}
	}

	private static long hash(final float[][] values, final int vector) {
		long hash = 0;
		for (final float[] channel : values)
			hash = MixedBits.of(0, hash + Float.floatToIntBits(channel[vector]));
		return hash;
	}

	int atLeast() {
		return set;
	}
}
