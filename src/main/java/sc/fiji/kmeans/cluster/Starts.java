package sc.fiji.kmeans.cluster;

import java.util.List;
import java.util.Random;

/**
 * Where the attempts of one clustering start. Each attempt finds its centres by
 * itself; from then on, equal centres give equal results.
 */
interface Starts {

	/**
	 * Draws centres and improves them.
	 *
	 * @param random of the attempt
	 * @return the centres that it goes on with, the same number for all attempts
	 */
	List<Centres> find(Random random);

	/** Whether the centres found are known to be the global optimum. */
	default boolean areOptimal() {
		return false;
	}

	/** Number of rounds before the attempts run among all points. */
	default int rounds() {
		return 0;
	}

	/** Rounds that are made also where all attempts have met. */
	default int leastRounds() {
		return rounds();
	}

	/** Settles centres on the coreset of a round; sorted. */
	default Settled settle(final Centres centres, final int round) {
		throw new IndexOutOfBoundsException("round " + round + ": there is none");
	}

	/** Whether plain attempts run with those that have not met. */
	default boolean takesPlain() {
		return false;
	}

	/** Draws centres that are not searched. */
	default Centres plain(final Random random) {
		return find(random).get(0);
	}

	/** How often each attempt is merged with another one in a round. */
	default int merged(final int round) {
		return 0;
	}

	/**
	 * Joins the better parts of two attempts on the coreset of a round.
	 *
	 * @return the first one, or what is better
	 */
	default Settled merge(final Settled it, final Settled other, final int round) {
		return it;
	}

	/** How many of the best attempts are improved once more after a round. */
	default int polished(final int round) {
		return 0;
	}

	/** Improves centres on the coreset of a round. */
	default Centres polish(final Centres centres, final int round) {
		return centres;
	}

	/** How many attempts, equal ones counted once, may go on after a round. */
	default int goOn(final int round) {
		return Integer.MAX_VALUE;
	}

	/** By what part of the best compactness an attempt may be worse, to go on after a round. */
	default double behind(final int round) {
		return Double.POSITIVE_INFINITY;
	}

	/** What differences between estimates near this one do not tell. */
	default double doubt(final Settled it) {
		return 0;
	}

	/** Centres and an estimate of their compactness. */
	final class Settled {

		final Centres centres;
		final double compactness;

		Settled(final Centres centres, final double compactness) {
			this.centres = centres;
			this.compactness = compactness;
		}
	}
}
