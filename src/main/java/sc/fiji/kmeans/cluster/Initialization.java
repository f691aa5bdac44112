package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++ with a local search before the attempt proper: centres are
	 * drawn and settled among some hundred means that stand for all points,
	 * improved there by swaps, and settled once more among some thousand. (Arthur
	 * and Vassilvitskii: k-means++: the advantages of careful seeding, SODA 2007;
	 * Bradley and Fayyad: Refining initial points for k-means clustering, ICML
	 * 1998; Fränti: Efficiency of random swap clustering, Journal of Big Data 5,
	 * 2018.)
	 */
	KMEANS_PLUS_PLUS("k-means++") {

		@Override
		Centres choose(final SearchTree tree, final int k, final Random random) {
			final Summary summary = coarse(tree, k);
			return RoughPartition.settle(summary, new PlusPlusSeeding(summary, random)
				.choose(k));
		}

		/** Equal starts draw equal numbers, so that they go on alike. */
		@Override
		Centres refine(final SearchTree tree, final Centres start) {
			final int k = start.size();
			final Centres improved = k > MAX_SWAPPED ? start : new SwapSearch(coarse(
				tree, k), new Random(start.hashCode())).improve(start);
			return RoughPartition.settle(Summary.of(tree, Math.max(FINE, k *
				FINE_PER_CENTRE)), improved);
		}

		/** At least k means, if there are as many points. */
		private Summary coarse(final SearchTree tree, final int k) {
			return Summary.of(tree, Math.max(COARSE, k * Math.min(COARSE_PER_CENTRE,
				Math.max(FINE_PER_CENTRE, FINE / k))));
		}
	},

	/**
	 * Every coordinate uniform between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance, d being the
	 * number of dimensions, as in OpenCV.
	 */
	RANDOM("random") {

		@Override
		Centres choose(final SearchTree tree, final int k, final Random random) {
			return Centres.fill(k, tree.dimensions(), (j, q) -> {
				final double margin = (tree.max(q) - tree.min(q)) / tree.dimensions();
				final double low = tree.min(q) - margin;
				return low + random.nextDouble() * (tree.max(q) + margin - low);
			});
		}

		@Override
		Centres refine(final SearchTree tree, final Centres start) {
			return start;
		}
	};

	// Numbers of means, on which time and quality of the search depend.
	private static final int COARSE = 800;
	private static final int COARSE_PER_CENTRE = 50;
	private static final int FINE = 8192;
	private static final int FINE_PER_CENTRE = 16;
	/** With more centres than this, swaps take longer than they are worth. */
	private static final int MAX_SWAPPED = 256;

	private final String label;

	Initialization(final String label) {
		this.label = label;
	}

	/** Draws k centres, at most as many as there are points. */
	abstract Centres choose(SearchTree tree, int k, Random random);

	/** Moves centres to where the attempt begins; the same for the same centres. */
	abstract Centres refine(SearchTree tree, Centres start);

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
