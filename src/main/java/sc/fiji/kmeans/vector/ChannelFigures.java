package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * What the numbers of a channel are like, over all pixels that count; immutable.
 * The figures do not depend on the order of the pixels, and figures of numbers that
 * are a power of two larger are larger by it.
 */
final class ChannelFigures {

	/** Sums of coordinates stay below 2 to this power. */
	static final int SUM_BITS = 62;

	private static final int MOST_PARTS = 8;
	/** Fewer pixels are not worth the tables of another part. */
	private static final int PART = 1 << 16;
	private static final int CHECKED = 1 << 14;
	/** So few numbers are sorted. */
	private static final int FEW = 1 << 12;
	/** The range leaves out one in this number of the pixels on each side. */
	private static final int TAIL = 100;
	/** The ends of the range, the quartiles, and the median. */
	private static final int WANTED = 5;
	private static final int MEDIAN = 2;

	private final ChannelNumbers numbers;
	private final int parts;
	private final Steps steps;

	private final FloatSums sums = new FloatSums();
	private float low = Float.POSITIVE_INFINITY;
	private float high = Float.NEGATIVE_INFINITY;
	private final int lastBit;
	private final double mass;
	private final double spread;
	private final double deviation;
	private final double meanAboveLow;
	/** NaN where the spread was not asked for. */
	private float median = Float.NaN;

	/**
	 * @param numbers 1 or more
	 * @param steps of which each round makes some
	 * @throws CancellationException if the progress of the steps throws it
	 */
	private ChannelFigures(final ChannelNumbers numbers, final boolean areSpread, final Steps steps) {
		this.numbers = numbers;
		parts = parts(numbers);
		this.steps = steps;
		final FloatRanks ranks = areSpread && numbers.size > FEW ? new FloatRanks(WANTED) : null;
		inParts(part -> addPart(part, ranks));
		lastBit = sums.lastBit();
		mass = sums.mass();
		deviation = sums.deviation();
		spread = areSpread ? findSpread(ranks) : Double.NaN;
		meanAboveLow = sums.meanAbove(low);
	}

	/**
	 * Of each channel.
	 *
	 * @param areSpread whether their spread is found, too
	 * @throws CancellationException if the progress throws it
	 */
	static ChannelFigures[] of(final ChannelNumbers[] channels, final boolean areSpread,
		final Progress progress)
	{
		final int parts = Arrays.stream(channels).mapToInt(ChannelFigures::parts).sum();
		final Steps steps = new Steps(progress, "counting", (areSpread ? 2 : 1) * parts);
		return Arrays.stream(channels)
			.map(numbers -> new ChannelFigures(numbers, areSpread, steps))
			.toArray(ChannelFigures[]::new);
	}

	private static int parts(final ChannelNumbers numbers) {
		return Math.min(MOST_PARTS, 1 + numbers.size / PART);
	}

	private void inParts(final IntConsumer work) {
		Parallel.each(parts, part -> {
			work.accept(part);
			steps.done();
		});
	}

	/**
	 * Adds numbers up, and counts the upper halves of their bits.
	 *
	 * @param ranks null if nobody asks
	 */
	private void addPart(final int part, final FloatRanks ranks) {
		final FloatSums own = new FloatSums();
		final long[] uppers = ranks == null ? null : FloatRanks.counts();
		float least = Float.POSITIVE_INFINITY;
		float most = Float.NEGATIVE_INFINITY;
		for (int i = numbers.begin(part, parts); i < numbers.begin(part + 1, parts); i++) {
			if (i % CHECKED == 0) steps.check();
			final float number = numbers.number(i);
			final long weight = numbers.weight(i);
			least = Math.min(least, number);
			most = Math.max(most, number);
			own.add(number, weight);
			if (ranks != null) uppers[FloatRanks.upper(number)] += weight;
		}
		synchronized (sums) {
			low = Math.min(low, least);
			high = Math.max(high, most);
			sums.add(own);
			if (ranks != null) ranks.addUppers(uppers);
		}
	}

	/** @param ranks null for a few numbers */
	private double findSpread(final FloatRanks ranks) {
		final long pixels = sums.pixels();
		final long tail = (pixels + TAIL - 1) / TAIL;
		final long quarter = (pixels + 3) / 4;
		final long[] wanted = { tail, quarter, (pixels + 1) / 2, pixels - quarter + 1,
			pixels - tail + 1 };
		final double[] found = ranks == null ? FloatRanks.ofFew(numbers, wanted) : found(ranks, wanted);
		median = (float) found[MEDIAN];
		return spread(found);
	}

	private double[] found(final FloatRanks ranks, final long[] wanted) {
		ranks.look(wanted);
		inParts(part -> rankPart(part, ranks));
		return IntStream.range(0, WANTED).mapToDouble(ranks::found).toArray();
	}

	private void rankPart(final int part, final FloatRanks ranks) {
		final long[][] lowers = ranks.lowerCounts();
		for (int i = numbers.begin(part, parts); i < numbers.begin(part + 1, parts); i++) {
			if (i % CHECKED == 0) steps.check();
			ranks.addLower(numbers.number(i), numbers.weight(i), lowers);
		}
		synchronized (sums) {
			ranks.addLowers(lowers);
		}
	}

	/**
	 * Whether sums of the numbers are exact in units of 2^-bits, which none of them has a part of.
	 */
	boolean isExact(final int bits) {
		return mass <= Math.scalb(1.0, SUM_BITS - bits);
	}

	/**
	 * Number of binary digits after the point with which sums of |number|, rounded to them, of
	 * some pixels stay below 2^62: 2^61 for the numbers, and as much for rounding.
	 *
	 * @param mass of all pixels, above 0
	 */
	static int fractionBits(final double mass) {
		return SUM_BITS - 2 - Math.getExponent(mass);
	}

	/** No less than the sum of |number| over all pixels; 0 only if all are 0. */
	double mass() {
		return mass;
	}

	/** The exponent of the lowest bit of any number that is 1; large of zeros. */
	int lastBit() {
		return lastBit;
	}

	/** The largest |number|. */
	double reach() {
		return Math.max(Math.abs(low), Math.abs(high));
	}

	/** The number that is farthest from 0. */
	float extreme() {
		return Math.abs(low) > Math.abs(high) ? low : high;
	}

	/** The least number. */
	float low() {
		return low;
	}

	/** The largest number. */
	float high() {
		return high;
	}

	/** The least number that at least half of the pixels do not exceed. */
	float median() {
		return median;
	}

	/** The mean of what the numbers are above the least, rounded once; 0 only if all are equal. */
	double meanAboveLow() {
		return meanAboveLow;
	}

	/** From the least to the largest number. */
	double wholeRange() {
		return (double) high - low;
	}

	/**
	 * The least that is not 0 of: what the middle 98 % of the pixels span, and twice what
	 * their lower half, upper half and middle half of the pixels do. A value that many
	 * pixels have for none does not count then, unless it is that of half the pixels.
	 */
	double spread() {
		return spread;
	}

	/** @param q the least number of the range, quartile, median, quartile, and largest */
	private static double spread(final double... q) {
		return DoubleStream.of(q[4] - q[0], 2 * (q[2] - q[0]), 2 * (q[4] - q[2]), 2 * (q[3] - q[1]))
			.filter(x -> x > 0)
			.min()
			.orElse(0);
	}

	/** The standard deviation, to 15 digits. */
	double deviation() {
		return deviation;
	}
}
