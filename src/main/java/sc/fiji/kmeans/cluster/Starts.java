package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Where the attempts of one clustering start. Attempts whose centres are equal at
 * some step go on alike: every step but the drawing gives the same for the same.
 */
interface Starts {

	/** Draws centres. */
	Centres choose(Random random);

	/**
	 * Looks for better ones.
	 *
	 * @return what the attempt goes on with, as many for all attempts
	 */
	default List<Centres> improve(final Centres drawn) {
		return Collections.singletonList(drawn);
	}

	/** Moves them to where the attempt proper begins. */
	default Centres settle(final Centres centres) {
		return centres;
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
