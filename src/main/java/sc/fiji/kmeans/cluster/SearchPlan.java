package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * How thorough a local search is, by number of centres; immutable.
 * <p>
 * A row of the table tells, for up to a number of centres: whether coresets are searched
 * by swaps; the number of rounds; how many of the best attempts are improved once more
 * after the first round; and how many go on after the second one.
 * <p>
 * The evidence stands with each row: what happens without its choice. Measured with the
 * pixels of two photos, of a lake (349,054 colours) and of a stained tissue, 10 attempts, 3
 * or 5 seeds each. Excess is the mean distance of the compactness from the best one known,
 * as a part of it. "3.8 agree" is the mean number of agreeing attempts.
 */
final class SearchPlan {

	private static final int ALL = Integer.MAX_VALUE;
	private static final boolean SWAPS = true;

	private static final SearchPlan[] TABLE = { //
		// With swaps: the same compactness; all attempts agree either way.
		new SearchPlan(2, !SWAPS, 2, 0, ALL),
		// k = 5, no swaps: excess 5e-5, not 2e-6; 3.8 agree, not 7.9.
		// Three rounds: 10 agree, in 1.7 times the time.
		new SearchPlan(7, SWAPS, 2, 0, ALL),
		// Two rounds: excess 3e-5, not 1e-6; 7.5 agree, not 9.2; in half the time.
		// Two improved: the same in 1.2 times the time. Four followed: 8.1 agree.
		new SearchPlan(8, SWAPS, 3, 0, ALL),
		// k = 12, two rounds: excess 1.3e-4, not 3e-5. None improved: 4e-5.
		// k = 10, four followed: 7.0 agree, not 9.3.
		new SearchPlan(12, SWAPS, 3, 2, ALL),
		// k = 16, no swaps: excess 1.7e-3, not 4e-4. Three rounds: 8e-5, in 1.6 times
		// the time.
		// k = 32, none improved: excess 2.5e-3, not 1.8e-3; but k = 16: 1e-4, not 3e-4.
		// All followed: the same compactness; k = 16: in 1.15 times the time.
		new SearchPlan(32, SWAPS, 2, 2, 4),
		// k = 64, no swaps: excess 5e-3, not 2.4e-3, in 0.4 times the time.
		// Two improved, or all followed: no better.
		new SearchPlan(256, SWAPS, 2, 0, 4),
		// With swaps: excess 1.2e-3, not 3.9e-3, in 5.7 times the time.
		new SearchPlan(Integer.MAX_VALUE, !SWAPS, 2, 0, 4) };

	/**
	 * By round, the part by which an attempt may be behind the best one. A quarter of it:
	 * with 8, 10 and 12 centres 2 or 3 fewer attempts agree. Ten times as much: the same
	 * compactness, in 1.1 to 1.6 times the time.
	 */
	private static final double[] BEHIND = { 0.01, 0.001, 0.001 };

	/** Up to this number of points, every search takes all. */
	private static final int FEW_POINTS = 2048;
	/** Bounds of the means of a search for each centre, where there are many centres. */
	private static final int LEAST_PER_CENTRE = 16;
	private static final int MOST_PER_CENTRE = 45;
	/**
	 * Sizes of the coresets of a search, of its judge and of the first round, and where
	 * centres are few, their means for each centre. Half or twice the search or the judge
	 * changes little with up to 12 centres: at most, with 8, half the search has an excess
	 * of 6e-6, not 1e-6. Half the rounds: with 12 centres an excess of 1.5e-4, not 3e-5.
	 * Twice the rounds: the same excess in 2.4 times the time.
	 */
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
	/** More means for more dimensions: at most this factor, as of nine. */
	private static final double MOST_WIDE = 4;
	/** Draws of an attempt that searches all points: at most this number, ... */
	private static final int MOST_DRAWS = 8;
	/** ... and at most this number of draws times points times centres. */
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

	/** How many times more means than for colours: in more dimensions means tell less. */
	private static double wide(final int dimensions) {
		return Math.max(1, Math.min(MOST_WIDE, (dimensions - 1) / 2.0));
	}

	/** Whether the search makes swaps. */
	boolean swaps() {
		return swaps;
	}

	/** Draws of an attempt among all points: as many as take the time of other attempts. */
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
