package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * How thorough a local search is, by number of centres and points; immutable.
 * <p>
 * A row of the table tells, for up to a number of centres, whether attempts search their
 * coresets by swaps, and what their rounds are like. Rounds after the second one are left
 * out where all attempts have met. Where points times centres are few, a plan of its own
 * compares all attempts by all points.
 * <p>
 * The evidence stands with each row: what happens without its choice. Measured with the
 * pixels of photos (of a lake, 349,054 colours, a stained tissue, a cup, a rocket), and with
 * generated images without structure; 10 attempts, 3 to 5 seeds each. Excess is the mean
 * distance of the compactness from the best one known, as a part of it. "Worse" is worse by
 * more than 1e-3 than plain k-means, 10 attempts by k-means++ and 10 at random. What is
 * said of excess and agreement in the rows up to 12 centres, and in the last one, is older
 * than the pairs of {@link Means}; what is said of merging and improving in the row of 48 is
 * older than its last round.
 */
final class SearchPlan {

	private static final int ALL = Integer.MAX_VALUE;
	private static final boolean SWAPS = true;
	/** Gives up what is behind, and nothing else. */
	private static final Round PLAIN = new Round(0, 0, ALL);
	/** Where attempts have not met, the best one moves centres by {@link SplitSearch}. */
	private static final Round LAST = new Round(0, 1, ALL);

	private static final SearchPlan[] TABLE = { //
		// With swaps: the same compactness; all attempts agree either way.
		new SearchPlan(2, !SWAPS, PLAIN, PLAIN, PLAIN, LAST),
		// k = 5, no swaps: excess 5e-5, not 2e-6. Two rounds, and no long steps: of 76 cases
		// without structure, with 2 to 16 centres, 3 are worse, not 1.
		new SearchPlan(7, SWAPS, PLAIN, PLAIN, PLAIN, LAST),
		// Two rounds: excess 3e-5, not 1e-6; in half the time.
		new SearchPlan(8, SWAPS, PLAIN, PLAIN, LAST),
		// k = 12, two rounds: excess 1.3e-4, not 3e-5. None improved: 4e-5.
		new SearchPlan(12, SWAPS, new Round(0, 2, ALL), PLAIN, LAST),
		// Swaps by each attempt, none merged: k = 16, excess 3.5e-4, not 2.2e-4. Four improved:
		// 1.2e-4, in 1.1 times the time.
		new SearchPlan(16, !SWAPS, new Round(3, 2, 4), new Round(2, 0, 2)),
		// Two improved: k = 24, excess 6.8e-4, not 5.4e-4; k = 32, 1.0e-3, not 8.2e-4.
		// Six and then three followed: the same excess in 1.15 times the time. A third round
		// with them: k = 24, 2.6e-4, in 1.4 times the time. No last round: the lake in Lab,
		// k = 24, 2.8e-3, in RGB, k = 32, 1.0e-3 more, in 0.9 times the time.
		new SearchPlan(48, !SWAPS, new Round(3, 4, 4), new Round(2, 0, 2), LAST),
		// k = 64, four improved: the same compactness in 1.4 times the time. A last round: excess
		// 9e-4, not 3.7e-3, in 1.2 to 1.6 times the time.
		new SearchPlan(256, !SWAPS, new Round(3, 2, 4), new Round(2, 0, 2)),
		// With swaps: excess 1.2e-3, not 3.9e-3, in 5.7 times the time.
		new SearchPlan(Integer.MAX_VALUE, !SWAPS, PLAIN, new Round(0, 0, 4)) };

	/** Rounds have all points, and each attempt brings a plain start besides. */
	private static final SearchPlan SMALL = new SearchPlan(256, SWAPS, new Round(5, 0, 3), LAST);
	/**
	 * Points times centres are few. Of 24 cases of noise, a gradient and blobs, with up to
	 * 10,000 points and 7 to 15 centres: a quarter, 4 are worse; half, none, but 3 are 2e-3 to
	 * 3e-3 above the best known; this, none of either, in 1.7 times the time of a quarter.
	 */
	private static final int FEW_IN_ALL = 1 << 18;
	/** Plain draws of an attempt that are settled among all points, of which the best counts. */
	private static final int MOST_PLAIN = 3;

	/**
	 * Where attempts have not met, plain ones among all points run with them: up to this number
	 * of centres, and of points times centres. With 40,000 points and 3 centres, 0.3 % are
	 * gained where attempts come to rest each in another place of a flat valley.
	 */
	private static final int PLAIN_CENTRES = 12;
	private static final int PLAIN_IN_ALL = 1 << 19;

	/**
	 * By round, the part by which an attempt may be behind the best one. A quarter of it:
	 * with 8, 10 and 12 centres 2 or 3 fewer attempts agree. Ten times as much: the same
	 * compactness, in 1.1 to 1.6 times the time.
	 */
	private static final double BEHIND = 0.001;
	/** ... of the first round, and of the last one: all points judge after that. */
	private static final double FAR_BEHIND = 0.01;

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
	private static final int LARGEST_ROUND = 65536;
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

	/**
	 * Rounds that are made also where all attempts have met, but of merged ones; each plan has them.
	 */
	private static final int LEAST_ROUNDS = 2;

	/**
	 * An attempt that is merged or plain, or one of many among all points, has settled when the
	 * error falls by this part.
	 */
	static final double SETTLED = 1e-4;
	/**
	 * ... from the third round on, of means: all points judge in the end. The lake in a*b*, k = 8: in
	 * a quarter of the time of that round, and 2e-6 above what they come to if they settle to the
	 * end.
	 */
	static final double NEARLY_SETTLED = 1e-5;

	private final int centres;
	private final boolean swaps;
	private final Round[] rounds;

	private SearchPlan(final int centres, final boolean swaps, final Round... rounds) {
		this.centres = centres;
		this.swaps = swaps;
		this.rounds = rounds;
	}

	/** What attempts do after they have settled in a round. */
	static final class Round {

		/** How often each attempt is merged with another one. */
		final int merged;
		/** How many of the best attempts are then improved by swaps. */
		final int improved;
		/** How many attempts may go on. */
		final int followed;

		private Round(final int merged, final int improved, final int followed) {
			this.merged = merged;
			this.improved = improved;
			this.followed = followed;
		}
	}

	/** The plan for k centres of some points. */
	static SearchPlan of(final int k, final int points) {
		if (k <= SMALL.centres && (long) k * points <= FEW_IN_ALL) return SMALL;
		return Arrays.stream(TABLE).filter(row -> k <= row.centres).findFirst().get();
	}

	/** Whether rounds have all points, and attempts bring plain starts besides. */
	boolean takesAll() {
		return this == SMALL;
	}

	/** Whether plain attempts among all points run with those that have not met. */
	boolean takesPlain(final int k, final int points) {
		return !takesAll() && k <= PLAIN_CENTRES && (long) k * points <= PLAIN_IN_ALL;
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
		final int[] sizes = Arrays.copyOf(new int[] { search, judge }, 2 + rounds.length);
		double round = Math.max(judge, wide * Math.min(ROUND, k * ROUND_PER_CENTRE));
		for (int i = 2; i < sizes.length; i++) {
			sizes[i] = (int) round;
			round = Math.max(round, Math.min(wide * LARGEST_ROUND, FINER * round));
		}
		if (takesAll()) Arrays.fill(sizes, 2, sizes.length, Math.max(sizes[2], points));
		return sizes;
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

	/** Of how many plain draws an attempt takes the best, as far as all are few. */
	int plainDraws(final int k, final int points) {
		return (int) Math.max(1, Math.min(MOST_PLAIN, FEW_IN_ALL / ((long) k * points)));
	}

	int rounds() {
		return rounds.length;
	}

	/** Rounds that are made also where all attempts have met: merged ones meet by force. */
	int leastRounds() {
		return rounds[0].merged > 0 ? rounds.length : LEAST_ROUNDS;
	}

	/**
	 * By what part the error still falls when an attempt has settled in a round.
	 *
	 * @param areAll whether the round has all points
	 */
	double settled(final int round, final boolean areAll) {
		if (takesAll()) return round < rounds.length - 1 ? SETTLED : 0;
		return areAll || round < LEAST_ROUNDS ? 0 : NEARLY_SETTLED;
	}

	Round round(final int round) {
		return rounds[round];
	}

	/** By what part of the best compactness an attempt may be worse, to go on after a round. */
	double behind(final int round) {
		final boolean isFar = round == 0 || round == rounds.length - 1;
		return isFar && !takesAll() ? FAR_BEHIND : BEHIND;
	}
}
