package sc.fiji.kmeans.vector;

import java.math.BigDecimal;
import java.util.Arrays;

/** What the values of a channel become, after their definition. */
final class NaiveTransform {

	private final Transform kind;
	final double offset;
	final double unit;

	/**
	 * @param values of the channel that count, 1 or more
	 * @param range of the widest channel, of 32 bits; else 0
	 */
	NaiveTransform(final Transform kind, final double[] values, final double range) {
		this.kind = kind;
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		offset = sorted[0];
		unit = kind == Transform.LOG
			? background(sorted)
			: range > 0 ? Math.scalb(1.0, Math.getExponent(range)) : 1;
	}

	private static double background(final double... sorted) {
		final double median = sorted[(sorted.length + 1) / 2 - 1] - sorted[0];
		if (median > 0) return median;
		if (sorted[sorted.length - 1] == sorted[0]) return 1;
		final BigDecimal least = new BigDecimal(sorted[0]);
		return Arrays.stream(sorted)
			.mapToObj(x -> new BigDecimal(x).subtract(least))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.doubleValue() / sorted.length;
	}

	/** A number of 32 bits. */
	double of(final double value) {
		final double x = value < offset ? 0 : (value - offset) / unit;
		return (float) (kind == Transform.LOG ? StrictMath.log1p(x) : Math.sqrt(x));
	}
}
