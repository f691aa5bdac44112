package sc.fiji.kmeans.model;

import java.util.Optional;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.vector.PixelSample;

/** What is to be said about clusters that were learned, besides what they are; immutable. */
public final class LearningFigures {

	/** Of clusters that were not learned. */
	static final LearningFigures NONE = new LearningFigures(0, Double.NaN, "0 of 0", "", "");

	private final int distinct;
	private final double epsilon;
	private final String agreement;
	private final String warning;
	private final String hint;
	private boolean isOptimal;
	/** Of which they were learned. */
	private PixelSample sample = PixelSample.ALL;

	private LearningFigures(final int distinct, final double epsilon, final String agreement,
		final String warning, final String hint)
	{
		this.distinct = distinct;
		this.epsilon = epsilon;
		this.agreement = agreement;
		this.warning = warning;
		this.hint = hint;
	}

	/**
	 * @param warning of rounding, or nothing
	 * @param hint of a channel that decides, or nothing
	 */
	public static LearningFigures of(final Clusters found, final int distinct, final double epsilon,
		final String warning, final String hint)
	{
		final boolean isRounded = found.isOptimal() && !warning.isEmpty();
		final LearningFigures figures = new LearningFigures(distinct, epsilon,
			found.agreement() + (isRounded ? " of rounded values" : ""), warning, hint);
		figures.isOptimal = found.isOptimal();
		return figures;
	}

	/** The same, learned of some pixels. */
	public LearningFigures of(final PixelSample some) {
		final LearningFigures figures = new LearningFigures(distinct, epsilon,
			agreement + (isOptimal && !some.isOfAll() ? " of a sample" : ""), warning, hint);
		figures.isOptimal = isOptimal;
		figures.sample = some;
		return figures;
	}

	/** That not all pixels were learned of, and why; else nothing. */
	public Optional<String> sample() {
		return sample.isOfAll()
			? Optional.empty()
			: Optional.of("clusters of 1 in " + sample.interval()
				+ " pixels, for too many differ to be counted in memory; all pixels are labelled");
	}

	/** Number of distinct values among the pixels; 0 if nothing was learned. */
	public int distinct() {
		return distinct;
	}

	/**
	 * Where an attempt ended, the centre that moved most had moved at most this far, in
	 * units of the points: epsilon, which for 32-bit images and scaled channels counts in
	 * parts of their spread. NaN if nothing was learned.
	 */
	public double epsilon() {
		return epsilon;
	}

	/**
	 * What vouches for the clusters, as {@link Clusters#agreement()}; {@code optimum of
	 * rounded values} if rounding changed the values.
	 */
	public String agreement() {
		return agreement;
	}

	/**
	 * A warning that values became equal by rounding, or so coarse that the compactness is
	 * not sure to its last digits, and what to do; else nothing.
	 */
	public Optional<String> warning() {
		return warning.isEmpty() ? Optional.empty() : Optional.of(warning);
	}

	/**
	 * A hint that one channel decides, because it varies more than three times as much as
	 * another, and what to do; else nothing.
	 */
	public Optional<String> hint() {
		return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
	}
}
