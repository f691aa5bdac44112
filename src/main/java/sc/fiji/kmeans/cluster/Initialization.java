package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++ with a local search before the attempt proper. Each attempt
	 * draws means of its own that stand for all points (some 70 for each centre, fewer
	 * where there are many, 16 at least; of up to 2048 points all, among which it tries
	 * up to 8 draws), draws and settles centres among them, and improves these by swaps
	 * that more means judge; with less than 3 or more than 256 clusters nothing is
	 * swapped. Then come heats: all settle among some thousand means, then among four
	 * times as many, from 8 to 12 clusters once more among four times as many. Attempts
	 * that are 1 % behind the best one in the first heat, or 0.1 % in another, are given
	 * up; those that meet a better one, all centres no farther apart than epsilon and
	 * the compactness by 0.01 %, go on as that one; the best two of the first heat are
	 * improved once more (from 9 to 32 clusters), and with more than 12 clusters the
	 * best four of the second go on; others that are as good there, up to 0.01 %, count
	 * as the best. Who is left goes on among all points.
	 * <p>
	 * For points on a line, up to 65,536 points times clusters, there is nothing to draw
	 * or to search: the best clusters are computed, and all attempts start there. (Wang, Song: Ckmeans.1d.dp: optimal k-means clustering
	 * in one dimension by dynamic programming, The R Journal 3, 2011; Arthur and Vassilvitskii: k-means++: the advantages of careful
	 * seeding, SODA 2007; Bradley and Fayyad: Refining initial points for k-means
	 * clustering, ICML 1998; Fränti: Efficiency of random swap clustering, Journal of
	 * Big Data 5, 2018.)
	 */
	KMEANS_PLUS_PLUS("k-means++", (tree,
		k) -> LineOptimum.isKnown(tree, k) ? LineOptimum.starts(tree, k) : new SearchedStarts(tree, k)),

	/**
	 * Every coordinate uniform between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance, d being the
	 * number of dimensions, as in OpenCV.
	 */
	RANDOM("random", RandomStarts::new);

	private final String label;
	private final BiFunction<SearchTree, Integer, Starts> starts;

	Initialization(final String label, final BiFunction<SearchTree, Integer, Starts> starts) {
		this.label = label;
		this.starts = starts;
	}

	/** @param k number of centres, at most as many as there are points */
	Starts starts(final SearchTree tree, final int k) {
		return starts.apply(tree, k);
	}

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
