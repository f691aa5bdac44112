package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Centres drawn by k-means++ and improved by swaps among some means that stand
 * for all points, then settled among some thousand in two or three heats.
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
	/** With fewer centres there is no need for swaps. */
	private static final int MIN_SWAPPED = 3;
	/** With more centres than this, swaps take longer than they are worth. */
	private static final int MAX_SWAPPED = 256;

	/** With from these up to those centres, the best are improved once more. */
	private static final int MIN_POLISHED = 9;
	private static final int MAX_POLISHED = 32;
	/** So many are, after the first heat. */
	private static final int POLISHED = 2;
	/** So many go on after the second. */
	private static final int FOLLOWED = 4;
	/** So many times more means are there in each heat than in the one before. */
	private static final int FINER = 4;
	/**
	 * What the means of a heat tell of two attempts is not sure to this part of the
	 * compactness.
	 */
	private static final double[] BEHIND = { 0.01, 0.001, 0.001 };
	/** With from these up to those centres a third heat is worth its time. */
	private static final int MIN_THREE = 8;
	private static final int MAX_THREE = 12;

	private final int k;
	private final RunMemory memory;
	private final Summary coarse;
	private final Summary judge;
	/** That of each heat. */
	private final Summary[] fine;

	SearchedStarts(final SearchTree tree, final int k) {
		this.k = k;
		memory = tree.memory();
		final int coarseSize = coarseSize(k);
		final int judgeSize = Math.max(Math.min(JUDGE, k * JUDGE_OF_FEW),
			(int) (SHARPER * coarseSize));
		final int fineSize = Math.max(judgeSize, Math.min(FINE, k * FINE_OF_FEW));
		final int[] sizes = { coarseSize, judgeSize, fineSize, FINER * fineSize, FINER *
			FINER * fineSize };
		final Summary[] all = Summary.of(tree, Arrays.copyOf(sizes, k >= MIN_THREE &&
			k <= MAX_THREE ? 5 : 4));
		coarse = all[0];
		judge = all[1];
		fine = Arrays.copyOfRange(all, 2, all.length);
	}

	private static int coarseSize(final int k) {
		final int perCentre = Math.min(COARSE_PER_CENTRE, Math.max(OF_MANY, FINE / k));
		return Math.max(Math.min(COARSE, k * COARSE_OF_FEW), k * perCentre);
	}

	@Override
	public Centres choose(final Random random) {
		return memory.lend(lent -> new RoughClustering(coarse, k, lent).begin(
			new PlusPlusSeeding(coarse, random, lent).choose(k)).settled());
	}

	/**
	 * Where clusters are few, what was drawn is kept beside: it is often as good,
	 * and does not depend on what the means tell the search. Equal centres draw
	 * equal numbers.
	 */
	@Override
	public List<Centres> improve(final Centres drawn) {
		if (k < MIN_SWAPPED || k > MAX_SWAPPED) return Collections.singletonList(drawn);
		final Centres swapped = swapped(drawn, coarse, judge);
		return k > FEW ? Collections.singletonList(swapped) : Arrays.asList(swapped,
			drawn);
	}

	private Centres swapped(final Centres centres, final Summary among,
		final Summary by)
	{
		return memory.lend(lent -> new SwapSearch(among, by, k, new Random(centres
			.hashCode()), lent).improve(centres));
	}

	@Override
	public int heats() {
		return fine.length;
	}

	@Override
	public Settled settle(final Centres centres, final int heat) {
		return memory.lend(lent -> {
			final RoughClustering settled = new RoughClustering(fine[heat], k, lent).begin(
				centres).settle(0, Double.POSITIVE_INFINITY);
			return new Settled(settled.means().sorted(), fine[heat].spread() + settled.error());
		});
	}

	@Override
	public int polished(final int heat) {
		return heat == 0 && k >= MIN_POLISHED && k <= MAX_POLISHED ? POLISHED : 0;
	}

	/** Judged by the means of the next heat. */
	@Override
	public Centres polish(final Centres centres, final int heat) {
		return swapped(centres, fine[heat], fine[heat + 1]);
	}

	@Override
	public int goOn(final int heat) {
		return heat == 0 ? Integer.MAX_VALUE : FOLLOWED;
	}

	@Override
	public double behind(final int heat) {
		return BEHIND[heat];
	}
}
