package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The best clusters of points on a line: there a cluster is a run of neighbours, so that
 * a table finds them. It would be too large for millions of points. So the points are
 * clustered in pieces first, which tells where the cuts between the best clusters may be
 * at all; then in smaller pieces there, and so on down to single points. Each round
 * leaves some dozen pieces to a cut, as a rule, however many points there are.
 * <p>
 * Best up to rounding: errors are compared in floating point, which keeps 12 digits of
 * them or more. Where they are equal there, the last cluster begins as early as can be,
 * then the one before, and so on.
 * <p>
 * Iterations that start from these means stay there. For no point lies midway between
 * two means: in the cluster of the other one it would have the same distance, and the
 * means would move and fit better still than the best.
 */
final class LineOptimum {

	/**
	 * Pieces of a round, at least: with 2 million points and 3 to 16 clusters, half or twice
	 * as many take about the same time.
	 */
	private static final int LEAST_PIECES = 512;
	/** For each cluster, but no more than take a quarter of all places. */
	private static final int PIECES_PER_CLUSTER = 32;
	/** The most places of all cuts together: some 45 MB. */
	private static final int MOST_PLACES = 1 << 21;
	/** The most pieces: some 60 MB. */
	private static final int MOST_PIECES = 1 << 17;

	private final SearchTree tree;
	private final int k;
	private final int pieces;

	private LineOptimum(final SearchTree tree, final int k, final int pieces) {
		this.tree = tree;
		this.k = k;
		this.pieces = pieces;
	}

	/**
	 * All attempts start from the means of the best clusters.
	 *
	 * @param tree of points on a line
	 * @param k at most the number of points
	 * @return empty if it takes too much memory to find them
	 */
	static Optional<Starts> starts(final SearchTree tree, final int k) {
		return centres(tree, k, pieces(k)).map(Collections::singletonList).map(best -> new Starts() {

			@Override
			public List<Centres> find(final Random random) {
				return best;
			}

			@Override
			public boolean areOptimal() {
				return true;
			}
		});
	}

	private static int pieces(final int k) {
		return Math.max(LEAST_PIECES, Math.min(PIECES_PER_CLUSTER * k, MOST_PLACES / 4 / k));
	}

	/**
	 * The means of the best clusters, as above.
	 *
	 * @param pieces of a round, about
	 */
	static Optional<Centres> centres(final SearchTree tree, final int k, final int pieces) {
		return new LineOptimum(tree, k, pieces).centres();
	}

	private Optional<Centres> centres() {
		LineCuts cuts = LineCuts.anywhere(LinePieces.whole(LinePoints.of(tree), k > 1).split(pieces),
			k);
		while (!cuts.pieces.areFine()) {
			if (areTooMany(cuts)) return Optional.empty();
			cuts = new LineNarrowing(cuts, tree.checkpoint()).finer(pieces);
		}
		return areTooMany(cuts) ? Optional.empty() : Optional.of(means(cuts));
	}

	private static boolean areTooMany(final LineCuts cuts) {
		return cuts.size() > MOST_PLACES || cuts.pieces.size() > MOST_PIECES;
	}

	private Centres means(final LineCuts cuts) {
		final int[] places = LineTable.of(cuts.places, cuts.pieces.errors(), tree.checkpoint()).best();
		final LineSums sums = new LineSums(cuts.pieces);
		return Centres.fill(k, 1, (j, q) -> sums.mean(places[j], places[j + 1]));
	}
}
