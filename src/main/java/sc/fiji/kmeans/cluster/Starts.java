package sc.fiji.kmeans.cluster;

import java.util.Random;

/**
 * Where the attempts of one clustering start. Attempts whose centres are equal at
 * some step go on alike: every step but the drawing gives the same for the same.
 */
interface Starts {

	/** Draws centres. */
	Centres choose(Random random);

	/** Looks for better ones. */
	default Centres improve(final Centres drawn) {
		return drawn;
	}

	/** Moves them to where the attempt proper begins. */
	default Centres settle(final Centres improved) {
		return improved;
	}

	/**
	 * Whether an attempt goes on.
	 *
	 * @param compactness at its beginning
	 * @param best the smallest of all attempts
	 */
	default boolean isWorthFollowing(final double compactness,
		final double best)
	{
		return true;
	}
}
