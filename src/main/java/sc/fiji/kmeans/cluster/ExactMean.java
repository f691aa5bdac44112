package sc.fiji.kmeans.cluster;

/**
 * A mean of whole numbers, as a whole number and a fraction, so that the distance of two
 * means keeps its digits far from 0; immutable.
 */
final class ExactMean {

	private final long whole;
	/** From 0 to 1. */
	private final double fraction;
	/** What the fraction lacks to 1, with all digits. */
	private final double rest;

	/**
	 * @param sum weight times number, of all
	 * @param weight above 0
	 */
	ExactMean(final long sum, final long weight) {
		whole = Math.floorDiv(sum, weight);
		final long remainder = Math.floorMod(sum, weight);
		fraction = remainder / (double) weight;
		rest = (weight - remainder) / (double) weight;
	}

	/**
	 * The distance to another mean, with all digits if it is 1 or more. Both are of numbers
	 * whose sum of |number| stays below 2<sup>63</sup>.
	 */
	double minus(final ExactMean other) {
		return whole - other.whole + (fraction - other.fraction);
	}

	/** The distance to the lowest of the numbers, with all digits. */
	double above(final long low) {
		return whole - low + fraction;
	}

	/** The distance to the highest of the numbers, with all digits. */
	double below(final long high) {
		return high - whole - 1 + rest;
	}
}
