package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Centres drawn by k-means++ and improved by swaps among some means that stand
 * for all points, then settled among some thousand in two or three rounds.
 */
final class LocalSearchStarts implements Starts {

	// Numbers of means, on which time and quality of the search depend.
	private static final int COARSE_PER_CENTRE = 45;
	private static final int COARSE = 720;
	private static final int JUDGE = 1536;
	private static final int FINE = 4096;
	/** So few points are all looked at by every search. */
	private static final int ALL = 2048;
	/** So many draws an attempt makes at most. */
	private static final int MAX_DRAWS = 8;
	/** Draws times points times centres: as much as other attempts do, about. */
	private static final long MAX_DRAWN = 1 << 16;
	/** With few centres less is enough. */
	private static final int COARSE_OF_FEW = 72;
	private static final int JUDGE_OF_FEW = 176;
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
	/** So many are, after the first round. */
	private static final int POLISHED = 2;
	/** With more centres than of three rounds so many go on after the second. */
	private static final int FOLLOWED = 4;
	/** So many times more means are there in each round than in the one before. */
	private static final int FINER = 4;
	/**
	 * What the means of a round tell of two attempts is not sure to this part of the
	 * compactness.
	 */
	private static final double[] BEHIND = { 0.01, 0.001, 0.001 };
	/** With from these up to those centres a third round is worth its time. */
	private static final int MIN_THREE = 8;
	private static final int MAX_THREE = 12;

	private final SearchTree tree;
	private final int k;
	private final RunMemory memory;
	private final Coreset coarse;
	private final Coreset judge;
	/** That of each round. */
	private final Coreset[] fine;

	LocalSearchStarts(final SearchTree tree, final int k) {
		this.tree = tree;
		this.k = k;
		memory = tree.memory();
		final Coreset[] all = Coreset.of(tree,
			Arrays.copyOf(sizes(), k >= MIN_THREE && k <= MAX_THREE ? 5 : 4));
		coarse = all[0];
		judge = all[1];
		fine = Arrays.copyOfRange(all, 2, all.length);
	}

	/** Of the search, its judge and up to three rounds. */
	private int[] sizes() {
		final int search = searchSize();
		final int judges = Math.max(search,
			Math.max((int) (wide() * Math.min(JUDGE, k * JUDGE_OF_FEW)), (int) (SHARPER * search)));
		final int round = Math.max(judges, Math.min(FINE, k * FINE_OF_FEW));
		return new int[] { search, judges, round, FINER * round, FINER * FINER * round };
	}

	private int searchSize() {
		if (tree.points().size() <= ALL) return ALL;
		final int perCentre = Math.min(COARSE_PER_CENTRE, Math.max(OF_MANY, FINE / k));
		return (int) (wide() * Math.max(Math.min(COARSE, k * COARSE_OF_FEW), k * perCentre));
	}

	/** So many times more means are needed than for colours. */
	private double wide() {
		return Math.max(1, (tree.dimensions() - 1) / 2.0);
	}

	/** Among means of the attempt's own, so that no two share what these do not tell. */
	@Override
	public List<Centres> find(final Random random) {
		return memory.lend(lent -> find(coarse.redrawn(random, lent), random, lent));
	}

	private List<Centres> find(final Coreset means, final Random random, final RunMemory lent) {
		final PlusPlusSeeding seeding = new PlusPlusSeeding(means, random, lent);
		final CoresetClustering drawn = new CoresetClustering(means, k, lent);
		final SwapSearch search = new SwapSearch(means, judge.redrawn(random, lent), k, random, lent);
		Settled best = null;
		for (int i = draws(); i > 0; i--) {
			Settled next = settled(drawn.begin(seeding.choose(k)));
			if (k >= MIN_SWAPPED && k <= MAX_SWAPPED) next = search.improve(next.centres);
			if (best == null || next.compactness < best.compactness) best = next;
		}
		return Collections.singletonList(best.centres);
	}

	/** Where points are few an attempt can try more than one draw in the same time. */
	private int draws() {
		return coarse.isWhole()
			? (int) Math.max(1, Math.min(MAX_DRAWS, MAX_DRAWN / ((long) k * coarse.size())))
			: 1;
	}

	private static Settled settled(final CoresetClustering begun) {
		final CoresetClustering settled = begun.settle(0, Double.POSITIVE_INFINITY);
		return new Settled(settled.means().sorted(), settled.error());
	}

	@Override
	public int rounds() {
		return fine.length;
	}

	@Override
	public Settled settle(final Centres centres, final int round) {
		return memory.lend(lent -> {
			final Settled settled = settled(new CoresetClustering(fine[round], k, lent).begin(centres));
			return new Settled(settled.centres, fine[round].spread() + settled.compactness);
		});
	}

	@Override
	public int polished(final int round) {
		return round == 0 && k >= MIN_POLISHED && k <= MAX_POLISHED ? POLISHED : 0;
	}

	/** Judged by the means of the next round. */
	@Override
	public Centres polish(final Centres centres, final int round) {
		return memory.lend(
			lent -> new SwapSearch(fine[round], fine[round + 1], k, new Random(centres.hashCode()), lent)
				.improve(centres).centres);
	}

	@Override
	public int goOn(final int round) {
		return round == 0 || k <= MAX_THREE ? Integer.MAX_VALUE : FOLLOWED;
	}

	@Override
	public double behind(final int round) {
		return BEHIND[round];
	}
}
