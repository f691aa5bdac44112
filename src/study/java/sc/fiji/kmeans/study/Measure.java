package sc.fiji.kmeans.study;

import java.util.Arrays;
import java.util.Locale;

/** What is told of scores. */
enum Measure {

	ADJUSTED_RAND("adjusted Rand index") {

		@Override
		double of(final Score score, final int target) {
			return score.adjustedRandIndex();
		}

		@Override
		String text(final double[] values, final double[] merged) {
			return meanAndWorst(values);
		}
	},

	/** Of the best cluster, and the mean of that of the best union of clusters. */
	OVERLAP("IoU / merged") {

		@Override
		double of(final Score score, final int target) {
			return score.overlap(target);
		}

		@Override
		String text(final double[] values, final double[] merged) {
			return String.format(Locale.ROOT, "%s / %.2f", meanAndWorst(values), mean(merged));
		}
	};

	private final String label;

	Measure(final String label) {
		this.label = label;
	}

	abstract double of(Score score, int target);

	abstract String text(double[] values, double[] merged);

	/** @return such as {@code 0.91 (0.88)} */
	private static String meanAndWorst(final double[] values) {
		return String.format(Locale.ROOT, "%.2f (%.2f)", mean(values),
			Arrays.stream(values).min().getAsDouble());
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).average().getAsDouble();
	}

	@Override
	public String toString() {
		return label;
	}
}
