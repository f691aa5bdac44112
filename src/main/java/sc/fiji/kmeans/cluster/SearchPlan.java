package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/** How thorough a local search is, by number of centres; immutable. */
final class SearchPlan {

	private static final int ALL = Integer.MAX_VALUE;
	private static final boolean SWAPS = true;

	private static final SearchPlan[] TABLE = {
		// centres up to, swaps, rounds, improved, followed
		new SearchPlan(2, !SWAPS, 2, 0, ALL), //
		new SearchPlan(7, SWAPS, 2, 0, ALL), //
		new SearchPlan(8, SWAPS, 3, 0, ALL), //
		new SearchPlan(12, SWAPS, 3, 2, ALL), //
		new SearchPlan(32, SWAPS, 2, 2, 4), //
		new SearchPlan(256, SWAPS, 2, 0, 4), //
		new SearchPlan(Integer.MAX_VALUE, !SWAPS, 2, 0, 4) };

	/** By round, the part by which an attempt may be behind the best one. */
	private static final double[] BEHIND = { 0.01, 0.001, 0.001 };

	/** Fewer points than this are all searched. */
	private static final int FEW_POINTS = 2048;
	/** Means of a search for each centre: no more, and no less. */
	private static final int MOST_PER_CENTRE = 45;
	private static final int LEAST_PER_CENTRE = 16;
	/** A coreset of a search, a judge and the first round has this size, or with few centres so many means for each. */
	private static final int SEARCH = 720;
	private static final int SEARCH_PER_CENTRE = 72;
	private static final int JUDGE = 1536;
	private static final int JUDGE_PER_CENTRE = 176;
	private static final int ROUND = 4096;
	private static final int ROUND_PER_CENTRE = 512;
	/** A judge is larger than its search at least by this factor. */
	private static final double SHARPER = 1.25;
	/** The coreset of a round is larger than the one before by this factor. */
	private static final int FINER = 4;
	/** Draws of an attempt that searches all points: at most, and times points times centres. */
	private static final int MOST_DRAWS = 8;
	private static final long DRAWN = 1 << 16;

	private final int centres;
	private final boolean swaps;
	private final int rounds;
	private final int improved;
	private final int followed;

	private SearchPlan(final int centres, final boolean swaps, final int rounds, final int improved,
		final int followed)
	{
		this.centres = centres;
		this.swaps = swaps;
		this.rounds = rounds;
		this.improved = improved;
		this.followed = followed;
	}

	/** The plan for k centres. */
	static SearchPlan of(final int k) {
		return Arrays.stream(TABLE).filter(row -> k <= row.centres).findFirst().get();
	}

	/**
	 * Sizes of the coresets of a search, its judge and each round.
	 *
	 * @param points how many there are
	 * @param dimensions of a point
	 */
	int[] sizes(final int k, final int points, final int dimensions) {
		final double wide = wide(dimensions);
		final int search = points <= FEW_POINTS ? FEW_POINTS : (int) (wide * search(k));
		final int judge = Math.max(search,
			Math.max((int) (wide * Math.min(JUDGE, k * JUDGE_PER_CENTRE)), (int) (SHARPER * search)));
		final int round = Math.max(judge, Math.min(ROUND, k * ROUND_PER_CENTRE));
		return Arrays.copyOf(new int[] { search, judge, round, FINER * round, FINER * FINER * round },
			2 + rounds);
	}

	private static int search(final int k) {
		final int perCentre = Math.min(MOST_PER_CENTRE, Math.max(LEAST_PER_CENTRE, ROUND / k));
		return Math.max(Math.min(SEARCH, k * SEARCH_PER_CENTRE), k * perCentre);
	}

	/** How many times more means than for colours: points of more dimensions lie farther apart. */
	private static double wide(final int dimensions) {
		return Math.max(1, (dimensions - 1) / 2.0);
	}

	/** Whether the search makes swaps. */
	boolean swaps() {
		return swaps;
	}

	/** How many draws of k centres an attempt makes among all of some points, in about the time of others. */
	static int draws(final int k, final int points) {
		return (int) Math.max(1, Math.min(MOST_DRAWS, DRAWN / ((long) k * points)));
	}

	/** How many of the best attempts are improved once more after a round. */
	int improved(final int round) {
		return round == 0 ? improved : 0;
	}

	/** How many attempts may go on after a round. */
	int followed(final int round) {
		return round == 0 ? ALL : followed;
	}

	/** By what part of the best compactness an attempt may be worse, to go on after a round. */
	double behind(final int round) {
		return BEHIND[round];
	}
}
