package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The offsets and units of a transform, from the pixels that are clustered. */
final class LearnedTransform {

	private LearnedTransform() {}

	/**
	 * One for pixels. The offset of a channel is its smallest value. The unit of roots is that
	 * of the pixel values, so that the noise of channels that count photons stays alike; of
	 * real numbers, which have no unit, a power of two near the range, the same for all
	 * channels. The unit of logarithms is what the median is above the offset; where half of
	 * the pixels are there, what the mean is. Where background is most of a channel, it is
	 * as wide as this unit: so ratios of signals count, and the noise of the background does
	 * not; and the result depends neither on the unit of the values nor on where they begin.
	 *
	 * @param kind not none
	 * @param areReal whether the numbers have no unit of their own
	 */
	static ChannelTransform of(final Transform kind, final ChannelFigures[] figures,
		final boolean areReal)
	{
		final double range = Arrays.stream(figures)
			.mapToDouble(ChannelFigures::wholeRange)
			.max()
			.getAsDouble();
		final double unit = areReal && range > 0 ? Math.scalb(1.0, Math.getExponent(range)) : 1;
		return ChannelTransform.of(kind, each(figures, ChannelFigures::low),
			each(figures, f -> kind == Transform.LOG ? background(f) : unit));
	}

	private static double[] each(final ChannelFigures[] figures,
		final ToDoubleFunction<ChannelFigures> number)
	{
		return Arrays.stream(figures).mapToDouble(number).toArray();
	}

	/** Above 0. */
	private static double background(final ChannelFigures figures) {
		final double median = (double) figures.median() - figures.low();
		return median > 0 ? median : figures.wholeRange() > 0 ? figures.meanAboveLow() : 1;
	}
}
