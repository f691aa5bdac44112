package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++, refined: seeds are drawn among a few thousand means that
	 * stand for all points, and moved there to the best place that local search
	 * finds, before the attempt itself begins on all tree. (Arthur and
	 * Vassilvitskii: k-means++: the advantages of careful seeding, SODA 2007;
	 * Bradley and Fayyad: Refining initial points for k-means clustering, ICML
	 * 1998; Fritzke: Breathing k-means, arXiv:2006.15666, 2020.)
	 */
	KMEANS_PLUS_PLUS("k-means++") {

		@Override
		Centres choose(final SearchTree tree, final int k, final Random random,
			final Checkpoint checkpoint)
		{
			final Summary summary = Summary.of(tree, k);
			final Centres seeds = new PlusPlusSeeding(summary, random).choose(k);
			return new Breathing(summary, random, checkpoint).improve(seeds);
		}
	},

	/**
	 * Every coordinate uniform between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance, d being the
	 * number of dimensions, as in OpenCV.
	 */
	RANDOM("random") {

		@Override
		Centres choose(final SearchTree tree, final int k, final Random random,
			final Checkpoint checkpoint)
		{
			return Centres.fill(k, tree.dimensions(), (j, q) -> {
				final double margin = (tree.max(q) - tree.min(q)) / tree.dimensions();
				final double low = tree.min(q) - margin;
				return low + random.nextDouble() * (tree.max(q) + margin - low);
			});
		}
	};

	private final String label;

	Initialization(final String label) {
		this.label = label;
	}

	abstract Centres choose(SearchTree tree, int k, Random random,
		Checkpoint checkpoint);

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
		return Arrays.stream(values()).filter(i -> i.label.equals(label)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("initialization = " +
				label + ": takes " + labels()));
	}

	private static String labels() {
		return Arrays.stream(values()).map(Initialization::toString).collect(
			Collectors.joining(" or "));
	}
}
