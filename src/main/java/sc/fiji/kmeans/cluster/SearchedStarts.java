package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Centres drawn by k-means++ and improved by swaps among some means that stand
 * for all points, then settled among some thousand.
 */
final class SearchedStarts implements Starts {

	// Numbers of means, on which time and quality of the search depend.
	private static final int COARSE_PER_CENTRE = 50;
	private static final int COARSE = 800;
	private static final int JUDGE = 2048;
	private static final int FINE = 4096;
	/** With so few centres what was drawn goes on, too. */
	private static final int FEW = 7;
	/** With few centres less is enough. */
	private static final int COARSE_OF_FEW = 100;
	private static final int JUDGE_OF_FEW = 256;
	private static final int FINE_OF_FEW = 512;
	/** With many centres less must do. */
	private static final int OF_MANY = 16;
	/** The judge sees at least so many times more than the search. */
	private static final double SHARPER = 1.25;
	/** With more centres than this, swaps take longer than they are worth. */
	private static final int MAX_SWAPPED = 256;

	/**
	 * A beginning that is worse than the best one by more than this part is given
	 * up: from settled centres it does not come that far.
	 */
	private static final double BEHIND = 0.005;

	private final int k;
	private final Summary coarse;
	private final Summary judge;
	private final Summary fine;

	SearchedStarts(final SearchTree tree, final int k) {
		this.k = k;
		coarse = Summary.of(tree, coarseSize(k));
		judge = Summary.of(tree, Math.max(Math.min(JUDGE, k * JUDGE_OF_FEW),
			(int) (SHARPER * coarseSize(k))));
		fine = Summary.of(tree, Math.max(Math.min(FINE, k * FINE_OF_FEW), k *
			OF_MANY));
	}

	private static int coarseSize(final int k) {
		final int perCentre = Math.min(COARSE_PER_CENTRE, Math.max(OF_MANY, FINE / k));
		return Math.max(Math.min(COARSE, k * COARSE_OF_FEW), k * perCentre);
	}

	@Override
	public Centres choose(final Random random) {
		return new RoughClustering(coarse, new PlusPlusSeeding(coarse, random).choose(
			k)).settled();
	}

	/**
	 * Where clusters are few, what was drawn is kept beside: it is often as good,
	 * and does not depend on what the means tell the search. Equal centres draw
	 * equal numbers.
	 */
	@Override
	public List<Centres> improve(final Centres drawn) {
		if (k > MAX_SWAPPED) return Collections.singletonList(drawn);
		final Centres swapped = new SwapSearch(coarse, judge, new Random(drawn
			.hashCode())).improve(drawn);
		return k > FEW ? Collections.singletonList(swapped) : Arrays.asList(swapped,
			drawn);
	}

	@Override
	public Centres settle(final Centres centres) {
		return new RoughClustering(fine, centres).settled();
	}

	@Override
	public boolean isWorthFollowing(final double compactness,
		final double best)
	{
		return compactness <= best * (1 + BEHIND);
	}
}
