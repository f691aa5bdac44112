package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++, then a local search on coresets, before the iterations among all
	 * points.
	 * <p>
	 * Each attempt takes a random coreset of its own: about 70 means for each centre,
	 * fewer where there are many centres, 16 at least. It draws centres there, settles
	 * them, and with 3 to 12 clusters improves them by swaps. Of up to 2048 points it takes
	 * all, and tries up to 8 draws.
	 * <p>
	 * Then come two to four rounds. In each, the attempts settle on a coreset four times as
	 * large as before, of some thousand means in the first round. From the third round on
	 * that is for attempts that have not met. An attempt is given up if it is worse than the
	 * best one by more than 1 % in the first or last round, or 0.1 % in another. Two attempts
	 * go on as one if all their centres lie within epsilon and their compactness within
	 * 0.01 %. With 13 to 256 clusters attempts are merged in pairs in the first two rounds,
	 * and four and then two go on. From 9 clusters on the best ones are improved once more
	 * after the first round. With 17 to 48 clusters, and with up to 12 where attempts still
	 * differ or points are not many, the best one then moves centres in the last round: a cluster is
	 * split and another centre goes, where gain and loss promise most. The rest run among all points,
	 * unless 0.2 % worse; the best one first, and another one that agrees with it only as long as it
	 * may be better by 0.001 %.
	 * <p>
	 * Up to 262,144 points times clusters, rounds have all points, and each attempt brings a
	 * start that was drawn but not searched. With up to 12 clusters, and up to twice as many
	 * points, all rounds are made, and such starts run with the attempts if these do not meet.
	 * <p>
	 * For points on a line the optimum is computed, and all attempts start there. Up to
	 * 131,072 points, and 2 million points times clusters, that is sure; beyond, it depends
	 * on whether tables of some 100 MB do, as for 2 million points and 100 clusters. Where
	 * they do not, the attempts search.
	 * <p>
	 * (Arthur, Vassilvitskii: k-means++: the advantages of careful seeding, SODA 2007.
	 * Bradley, Fayyad: Refining initial points for k-means clustering, ICML 1998. Fränti:
	 * Efficiency of random swap clustering, Journal of Big Data 5, 2018. Fränti: Genetic
	 * algorithm with deterministic crossover for vector quantization, Pattern Recognition
	 * Letters 21, 2000. Kaukoranta, Fränti, Nevalainen: Iterative split-and-merge algorithm for
	 * vector quantization codebook generation, Optical Engineering 37, 1998. Wang, Song:
	 * Ckmeans.1d.dp: optimal k-means clustering in one dimension by dynamic programming,
	 * The R Journal 3, 2011. Grønlund et al.: Fast exact k-means, k-medians and Bregman
	 * divergence clustering in 1D, 2017.)
	 */
	KMEANS_PLUS_PLUS("k-means++",
		(tree, k) -> optimum(tree, k).orElseGet(() -> new LocalSearchStarts(tree, k))) {

		@Override
		Centres plain(final SearchTree tree, final int k, final Random random) {
			final Coreset means = CoresetCut.coresets(tree, PLAIN_MEANS)[0];
			return new PlusPlusSeeding(means, random, tree.memory()).choose(k);
		}
	},

	/**
	 * Draws every coordinate uniformly between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance in d dimensions, as
	 * OpenCV does.
	 */
	RANDOM("random", RandomStarts::new) {

		@Override
		Centres plain(final SearchTree tree, final int k, final Random random) {
			return new RandomStarts(tree, k).find(random).get(0);
		}
	};

	/** A plain start is drawn among all points, or among this number of means. */
	private static final int PLAIN_MEANS = 1 << 16;

	private final String label;
	private final BiFunction<SearchTree, Integer, Starts> starts;

	Initialization(final String label, final BiFunction<SearchTree, Integer, Starts> starts) {
		this.label = label;
		this.starts = starts;
	}

	private static Optional<Starts> optimum(final SearchTree tree, final int k) {
		return tree.dimensions() == 1 ? LineOptimum.starts(tree, k) : Optional.empty();
	}

	/** @param k number of centres, at most as many as there are points */
	Starts starts(final SearchTree tree, final int k) {
		return starts.apply(tree, k);
	}

	/**
	 * Draws centres, and does not improve them.
	 *
	 * @param k as above
	 */
	abstract Centres plain(SearchTree tree, int k, Random random);

	/** The name that users see: in dialogs, macros and on the command line. */
	@Override
	public String toString() {
		return label;
	}

	/**
	 * The initialization of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static Initialization of(final String label) {
		return Arrays.stream(values())
			.filter(i -> i.label.equals(label))
			.findFirst()
			.orElseThrow(
				() -> new IllegalArgumentException("initialization = " + label + ": takes " + labels()));
	}

	private static String labels() {
		return Arrays.stream(values())
			.map(Initialization::toString)
			.collect(Collectors.joining(" or "));
	}
}
