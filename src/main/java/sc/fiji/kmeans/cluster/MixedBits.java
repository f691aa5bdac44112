package sc.fiji.kmeans.cluster;

/**
 * Bits of numbers mixed well, as SplitMix64 does. (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014.)
 */
public final class MixedBits {

	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private MixedBits() {}

	/** Of the n-th number after a seed. */
	public static long of(final long seed, final long n) {
		long z = seed + n * GOLDEN;
		z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}
}
