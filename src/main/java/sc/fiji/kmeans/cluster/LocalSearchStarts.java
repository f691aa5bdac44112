package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Centres drawn by k-means++ and improved by swaps on a coreset, then settled on
 * larger ones in two or three rounds, as the {@link SearchPlan} says.
 */
final class LocalSearchStarts implements Starts {

	private final int k;
	private final RunMemory memory;
	private final SearchPlan plan;
	private final Coreset coarse;
	private final Coreset judge;
	/** By round. */
	private final Coreset[] fine;

	LocalSearchStarts(final SearchTree tree, final int k) {
		this.k = k;
		memory = tree.memory();
		plan = SearchPlan.of(k);
		final Coreset[] all = Coreset.of(tree, plan.sizes(k, tree.points().size(), tree.dimensions()));
		coarse = all[0];
		judge = all[1];
		fine = Arrays.copyOfRange(all, 2, all.length);
	}

	/** On a coreset of its own, so that no two attempts share the errors of one. */
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
			if (plan.swaps()) next = search.improve(next.centres);
			if (best == null || next.compactness < best.compactness) best = next;
		}
		return Collections.singletonList(best.centres);
	}

	private int draws() {
		return coarse.isWhole() ? SearchPlan.draws(k, coarse.size()) : 1;
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
		return plan.improved(round);
	}

	/** The coreset of the next round is the judge. */
	@Override
	public Centres polish(final Centres centres, final int round) {
		return memory.lend(
			lent -> new SwapSearch(fine[round], fine[round + 1], k, new Random(centres.hashCode()), lent)
				.improve(centres).centres);
	}

	@Override
	public int goOn(final int round) {
		return plan.followed(round);
	}

	@Override
	public double behind(final int round) {
		return plan.behind(round);
	}
}
