package sc.fiji.kmeans.cluster;

/**
 * What a cut within a piece can lose at most when whole pieces are clustered: the gap
 * between the centres on both sides times the weights times distances to the mean of the
 * piece.
 * <p>
 * The error of the best clusters bounds the gap, too. With h half of it, what is no
 * farther than r &lt; h from the cut has a squared distance of (h - r)² or more from each
 * centre; all these together are no more than the error.
 */
final class LineLosses {

	private final LinePieces pieces;
	private final LineSums sums;
	private final double mostError;
	/** By piece, the most that weights times distances to its mean can be. */
	private final double[] deviations;
	/** By piece, the most that it can lose, whatever the gap. */
	private final double[] losses;

	/** @param mostError the best clusters have no larger one */
	LineLosses(final LinePieces pieces, final LineSums sums, final double mostError) {
		this.pieces = pieces;
		this.sums = sums;
		this.mostError = mostError;
		deviations = new double[pieces.size()];
		losses = new double[pieces.size()];
		for (int i = 0; i < losses.length; i++) {
			if (!pieces.isOpen(i) || pieces.get(i).size() == 1) continue;
			deviations[i] = pieces.get(i).mostDeviation();
			losses[i] = 2 * mostHalfGap(i) * deviations[i];
		}
	}

	/** From more and more pieces around one that a cut is in. */
	private double mostHalfGap(final int piece) {
		double least = Double.POSITIVE_INFINITY;
		double reach = 0;
		for (int more = 1; reach < least; more *= 2) {
			final int first = Math.max(0, piece - more + 1);
			final int end = Math.min(pieces.size(), piece + more);
			reach = Math.max(pieces.get(end - 1).high - pieces.get(piece).low,
				pieces.get(piece).high - pieces.get(first).low);
			least = Math.min(least, reach + Math.sqrt(mostError / sums.weight(first, end)));
			if (first == 0 && end == pieces.size()) break;
		}
		return least;
	}

	/**
	 * For a cut within a piece.
	 *
	 * @param gap at most
	 */
	double of(final int piece, final double gap) {
		return Math.min(losses[piece], gap * deviations[piece]);
	}
}
