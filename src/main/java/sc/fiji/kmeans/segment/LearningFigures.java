package sc.fiji.kmeans.segment;

import java.util.Optional;

/** What is to be said about clusters that were learned, besides what they are. */
final class LearningFigures {

	/** Of clusters that were not learned. */
	static final LearningFigures NONE = new LearningFigures(0, Double.NaN, "", "");

	private final int distinct;
	private final double epsilon;
	private final String warning;
	private final String hint;

	/**
	 * @param warning of rounding, or nothing
	 * @param hint of a channel that decides, or nothing
	 */
	LearningFigures(final int distinct, final double epsilon, final String warning,
		final String hint)
	{
		this.distinct = distinct;
		this.epsilon = epsilon;
		this.warning = warning;
		this.hint = hint;
	}

	/** Number of distinct values. */
	int distinct() {
		return distinct;
	}

	/** In units of the points; NaN if nothing was learned. */
	double epsilon() {
		return epsilon;
	}

	/** That rounding makes values equal or coarse. */
	Optional<String> warning() {
		return warning.isEmpty() ? Optional.empty() : Optional.of(warning);
	}

	/** That one channel decides. */
	Optional<String> hint() {
		return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
	}
}
