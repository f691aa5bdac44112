package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++ with a local search before the attempt proper: centres are
	 * drawn and settled among means that stand for all points (100 for each centre,
	 * fewer where there are many, 16 at least), improved there by swaps that more
	 * means judge, and settled in heats: among some thousand, then among four times
	 * as many, from 8 to 12 clusters once more among four times as many. Attempts that
	 * are 1 % behind the best one in the first heat, or 0.1 % in another, are given up;
	 * those that meet, all centres no farther apart than epsilon, go on as one; the
	 * best two of the first heat are improved once more (from 9 to 32 clusters), and
	 * the best four of the second go on, in the end among all points. With up to 7
	 * clusters what was drawn goes on, too; with less than 3 or more than 256 nothing
	 * is swapped. (Arthur and Vassilvitskii: k-means++: the advantages of careful
	 * seeding, SODA 2007; Bradley and Fayyad: Refining initial points for k-means
	 * clustering, ICML 1998; Fränti: Efficiency of random swap clustering, Journal of
	 * Big Data 5, 2018.)
	 */
	KMEANS_PLUS_PLUS("k-means++", SearchedStarts::new),

	/**
	 * Every coordinate uniform between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance, d being the
	 * number of dimensions, as in OpenCV.
	 */
	RANDOM("random", RandomStarts::new);

	private final String label;
	private final BiFunction<SearchTree, Integer, Starts> starts;

	Initialization(final String label,
		final BiFunction<SearchTree, Integer, Starts> starts)
	{
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
		return Arrays.stream(values()).filter(i -> i.label.equals(label)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("initialization = " +
				label + ": takes " + labels()));
	}

	private static String labels() {
		return Arrays.stream(values()).map(Initialization::toString).collect(
			Collectors.joining(" or "));
	}
}
