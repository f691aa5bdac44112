package sc.fiji.kmeans.image;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.SquareSum;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * What the numbers of a channel are like, over all pixels that count; immutable.
 * The figures do not depend on the order of the pixels, and those of numbers that
 * are a power of two larger are larger by it.
 */
final class ChannelFigures {

	/** Sums of coordinates stay below 2 to this power. */
	static final int SUM_BITS = 62;

	private static final int PARTS = 4;
	private static final int CHECKED = 1 << 14;
	private static final int ROUNDS = 3;
	/** Numbers of so many bits, summed over 2^33 pixels, fit in a long. */
	private static final int MASS_BITS = 28;
	/** The pixels on each side that the range leaves out: one of so many. */
	private static final int TAIL = 100;
	/** The ends of the range, the quartiles, and the median. */
	private static final int WANTED = 5;

	private final WeightedPoints counts;
	private final ChannelVectors vectors;
	private final int channel;
	private final Steps steps;

	private float low = Float.POSITIVE_INFINITY;
	private float high = Float.NEGATIVE_INFINITY;
	private int lastBit = Integer.MAX_VALUE;
	private long pixels;
	private final double mass;
	private final double spread;
	private final double deviation;

	/**
	 * @param counts of the numbers of vectors, 1 or more
	 * @param steps as many as below
	 * @throws CancellationException if the progress of the steps throws it
	 */
	ChannelFigures(final WeightedPoints counts, final ChannelVectors vectors, final int channel,
		final Steps steps)
	{
		this.counts = counts;
		this.vectors = vectors;
		this.channel = channel;
		this.steps = steps;
		final FloatRanks ranks = new FloatRanks(WANTED);
		each(() -> new Extremes(ranks));
		final long tail = (pixels + TAIL - 1) / TAIL;
		final long quarter = (pixels + 3) / 4;
		ranks.look(tail, quarter, (pixels + 1) / 2, pixels - quarter + 1, pixels - tail + 1);
		final long[] masses = new long[1];
		each(() -> new Masses(ranks, masses));
		mass = reach() == 0 ? 0 : Math.scalb((double) masses[0], -massBits());
		spread = spread(IntStream.range(0, WANTED).mapToDouble(ranks::found).toArray());
		deviation = findDeviation();
	}

	/** Number of steps for the figures of a channel. */
	static int steps(final WeightedPoints counts) {
		return ROUNDS * (PARTS + counts.size() / CHECKED);
	}

	/** What one thread finds out about some of the numbers. */
	private abstract static class Round {

		abstract void add(float number, long weight);

		/** By one thread at a time. */
		abstract void end();
	}

	private void each(final Supplier<Round> round) {
		IntStream.range(0, PARTS).parallel().forEach(part -> {
			final Round own = round.get();
			final double[] number = new double[1];
			for (int i = begin(part); i < begin(part + 1); i++) {
				counts.read(i, number);
				own.add(vectors.value((int) number[0], channel), counts.weight(i));
				if (i % CHECKED == 0) steps.done();
			}
			synchronized (this) {
				own.end();
			}
			steps.check();
		});
	}

	private int begin(final int part) {
		return (int) ((long) counts.size() * part / PARTS);
	}

	private final class Extremes extends Round {

		private final FloatRanks ranks;
		private final long[] uppers = FloatRanks.counts();
		private float least = low;
		private float most = high;
		private int last = lastBit;
		private long all;

		private Extremes(final FloatRanks ranks) {
			this.ranks = ranks;
		}

		@Override
		void add(final float number, final long weight) {
			least = Math.min(least, number);
			most = Math.max(most, number);
			last = Math.min(last, lastBit(number));
			all += weight;
			uppers[FloatRanks.upper(number)] += weight;
		}

		@Override
		void end() {
			low = Math.min(low, least);
			high = Math.max(high, most);
			lastBit = Math.min(lastBit, last);
			pixels += all;
			ranks.addUppers(uppers);
		}
	}

	/** The exponent of the lowest bit of a number that is 1; of 0 the largest one. */
	static int lastBit(final float number) {
		final int bits = Float.floatToIntBits(number) & Integer.MAX_VALUE;
		if (bits == 0) return Integer.MAX_VALUE;
		final int exponent = bits >>> 23;
		return exponent == 0
			? Integer.numberOfTrailingZeros(bits) + Float.MIN_EXPONENT - 23
			: Integer.numberOfTrailingZeros(bits | 1 << 23) + exponent - 1 + Float.MIN_EXPONENT - 23;
	}

	private final class Masses extends Round {

		private final FloatRanks ranks;
		private final long[][] lowers;
		private final long[] sum;
		private final double unit = Math.scalb(1.0, massBits());
		private long own;

		private Masses(final FloatRanks ranks, final long[] sum) {
			this.ranks = ranks;
			this.sum = sum;
			lowers = ranks.lowerCounts();
		}

		@Override
		void add(final float number, final long weight) {
			own += weight * ((long) (Math.abs(number) * unit) + 1);
			ranks.addLower(number, weight, lowers);
		}

		@Override
		void end() {
			sum[0] += own;
			ranks.addLowers(lowers);
		}
	}

	private int massBits() {
		return reach() == 0 ? 0 : MASS_BITS - 1 - Math.getExponent(reach());
	}

	/** Of numbers in units of 2^-bits, as exact as sums stay. */
	private double findDeviation() {
		final int bits = reach() == 0 ? 0 : isExact() ? -lastBit : fractionBits(mass);
		final double unit = Math.scalb(1.0, bits);
		final SquareSum squares = new SquareSum();
		final long[] sum = new long[1];
		each(() -> new Moments(unit, sum, squares));
		final BigInteger n = BigInteger.valueOf(pixels);
		final BigInteger scatter = squares.total()
			.multiply(n)
			.subtract(BigInteger.valueOf(sum[0]).pow(2));
		return Math
			.sqrt(new BigDecimal(scatter).divide(new BigDecimal(n.pow(2)), MathContext.DECIMAL128)
				.doubleValue())
			/ unit;
	}

	private static final class Moments extends Round {

		private final double unit;
		private final long[] sum;
		private final SquareSum squares;
		private long own;
		private final SquareSum ownSquares = new SquareSum();

		private Moments(final double unit, final long[] sum, final SquareSum squares) {
			this.unit = unit;
			this.sum = sum;
			this.squares = squares;
		}

		@Override
		void add(final float number, final long weight) {
			final long x = (long) Math.rint(number * unit);
			own += weight * x;
			ownSquares.add(weight, x);
		}

		@Override
		void end() {
			sum[0] += own;
			squares.add(ownSquares);
		}
	}

	/**
	 * Whether sums of the numbers are exact in units of the lowest bit of any of them.
	 */
	boolean isExact() {
		return reach() == 0 || isExact(-lastBit);
	}

	/** The same for units of 2^-bits, which are no coarser. */
	boolean isExact(final int bits) {
		return mass <= Math.scalb(1.0, SUM_BITS - bits);
	}

	/**
	 * So many binary digits after the point that sums of |number|, rounded to them, of
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

	/** The standard deviation. */
	double deviation() {
		return deviation;
	}
}
