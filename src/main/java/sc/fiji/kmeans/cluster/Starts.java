package sc.fiji.kmeans.cluster;

import java.util.List;
import java.util.Random;

/**
 * Where the attempts of one clustering start. Each finds its centres by itself;
 * after that those whose centres are equal go on alike.
 */
interface Starts {

	/**
	 * Draws centres, and looks for better ones: each attempt by itself.
	 *
	 * @return what the attempt goes on with, as many for all attempts
	 */
	List<Centres> find(Random random);

	/** Whether it is known that no centres are better than those found. */
	default boolean areOptimal() {
		return false;
	}

	/** How many heats there are before all points are looked at. */
	default int heats() {
		return 0;
	}

	/** Moves centres nearer to where the attempt proper begins; sorted. */
	default Settled settle(final Centres centres, final int heat) {
		throw new IndexOutOfBoundsException("heat " + heat + ": there is none");
	}

	/** How many of the best are improved once more after a heat. */
	default int polished(final int heat) {
		return 0;
	}

	/** Looks for better centres among the means of a heat, from those settled there. */
	default Centres polish(final Centres centres, final int heat) {
		return centres;
	}

	/** How many different ones may go on after a heat. */
	default int goOn(final int heat) {
		return Integer.MAX_VALUE;
	}

	/** By which part more than the best in a heat an attempt may have to go on. */
	default double behind(final int heat) {
		return Double.POSITIVE_INFINITY;
	}

	/** Centres, and what their compactness is, about. */
	final class Settled {

		final Centres centres;
		final double compactness;

		Settled(final Centres centres, final double compactness) {
			this.centres = centres;
			this.compactness = compactness;
		}
	}
}
