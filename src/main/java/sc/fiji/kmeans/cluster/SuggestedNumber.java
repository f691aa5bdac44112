package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The number of clusters that a series suggests, and how well it stands out; immutable.
 * <p>
 * No rule finds the number of groups that people see: where groups shade into each other there
 * is none to find. (The elbow as such is unsound: Schubert, Stop using the elbow criterion for
 * k-means, SIGKDD Explorations 25, 2023.) So the word matters as much as the number.
 */
public final class SuggestedNumber {

	/** A corner that is as sharp is clear. */
	static final double SHARP = 1.3;
	/** A valley that is no higher parts two clusters. */
	static final double PARTED = 0.5;

	private final int clusters;
	private final SuggestionKind kind;

	private SuggestedNumber(final int clusters, final SuggestionKind kind) {
		this.clusters = clusters;
		this.kind = kind;
	}

	/**
	 * Clear: the sharpest corner, if it is sharp. Else separate: the largest number whose corner
	 * turns the right way and whose neighbours all have a valley between them. Else, of a
	 * continuum, where the compactness lies farthest below the line from the first to the last.
	 *
	 * @param limit of a continuum, 1 or more
	 */
	public static SuggestedNumber of(final ClusterSeries series, final int limit) {
		if (series.most() == 1) return new SuggestedNumber(1, SuggestionKind.CLEAR);
		final int sharpest = numbers(series, k -> !Double.isNaN(series.corner(k))).boxed()
			.max(Comparator.<Integer>comparingDouble(series::corner)
				.thenComparing(Comparator.reverseOrder()))
			.orElse(1);
		if (series.corner(sharpest) >= SHARP)
			return new SuggestedNumber(sharpest, SuggestionKind.CLEAR);
		final int parted = numbers(series, k -> series.corner(k) >= 0 && series.valley(k) <= PARTED)
			.max()
			.orElse(0);
		if (parted > 1) return new SuggestedNumber(parted, SuggestionKind.SEPARATE);
		final int deepest = numbers(series, k -> true).boxed()
			.max(
				Comparator.<Integer>comparingDouble(series::depth).thenComparing(Comparator.reverseOrder()))
			.get();
		return new SuggestedNumber(Math.min(limit, deepest), SuggestionKind.CONTINUUM);
	}

	private static IntStream numbers(final ClusterSeries series, final IntPredicate which) {
		return IntStream.rangeClosed(1, series.most()).filter(which);
	}

	public int clusters() {
		return clusters;
	}

	public SuggestionKind kind() {
		return kind;
	}
}
