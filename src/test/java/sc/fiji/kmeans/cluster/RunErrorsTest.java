package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Twelve digits of the error of any run. */
class RunErrorsTest {

	private static final double DIGITS = 1e-12;
	private static final MathContext MANY_DIGITS = new MathContext(100);

	private static RunErrors errors(final double[] values, final double[] weights) {
		return new RunErrors(
			Arrays.stream(values).mapToObj(x -> new ExactMean((long) x, 1)).toArray(ExactMean[]::new),
			weights, new Checkpoint(Progress.NONE));
	}

	@Test
	void threePointsAndTheirParts() {
		final RunErrors errors = errors(new double[] { 0, 2, 10 }, new double[] { 1, 1, 2 });
		assertEquals(0, errors.of(1, 2));
		assertEquals(0, errors.of(1, 1));
		assertEquals(3, errors.size());
		// About 1; about 22 / 3: 16 / 3² * 4 and twice 64 / 9.
		assertEquals(2, errors.of(0, 2));
		assertEquals(128.0 / 3, errors.of(1, 3), 1e-13);
		// About 5.5: 30.25, 12.25 and twice 20.25.
		assertEquals(83, errors.of(0, 3));
	}

	@Property(tries = 150)
	void errorsAreThoseOfExactSums(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 50) final int bits)
	{
		final Random random = new Random(seed);
		final double[] values = values(bits, random);
		final double[] weights = weights(values.length, random);
		final RunErrors errors = errors(values, weights);
		for (int from = 0; from < values.length; from++)
			for (int to = from + 1; to <= values.length; to++) {
				final double exact = exact(values, weights, from, to);
				assertEquals(exact, errors.of(from, to), DIGITS * exact);
			}
	}

	/** The weight times the sum of squares, less the square of the sum, by the weight. */
	private static double exact(final double[] values, final double[] weights, final int from,
		final int to)
	{
		BigInteger weight = BigInteger.ZERO;
		BigInteger sum = BigInteger.ZERO;
		BigInteger squares = BigInteger.ZERO;
		for (int i = from; i < to; i++) {
			final BigInteger w = BigInteger.valueOf((long) weights[i]);
			final BigInteger x = BigInteger.valueOf((long) values[i]);
			weight = weight.add(w);
			sum = sum.add(w.multiply(x));
			squares = squares.add(w.multiply(x).multiply(x));
		}
		return new BigDecimal(weight.multiply(squares).subtract(sum.multiply(sum)))
			.divide(new BigDecimal(weight), MathContext.DECIMAL128)
			.doubleValue();
	}

	/** Of runs of whole pieces, about their means: a piece's own error is left out. */
	@Property(tries = 100)
	void errorsOfMeansAreThoseOfExactOnes(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 50) final int bits)
	{
		final Random random = new Random(seed);
		final double[] values = values(bits, random);
		final List<LinePiece> pieces = pieces(values, weights(values.length, random), random);
		final RunErrors errors = new RunErrors(
			pieces.stream().map(LinePiece::mean).toArray(ExactMean[]::new),
			pieces.stream().mapToDouble(piece -> piece.weight).toArray(), new Checkpoint(Progress.NONE));
		for (int from = 0; from < pieces.size(); from++)
			for (int to = from + 1; to <= pieces.size(); to++) {
				final double exact = exact(pieces.subList(from, to));
				assertEquals(exact, errors.of(from, to), DIGITS * exact);
			}
	}

	private static List<LinePiece> pieces(final double[] values, final double[] weights,
		final Random random)
	{
		final List<LinePiece> pieces = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			final LinePiece point = new LinePiece(i, (long) values[i], (long) weights[i]);
			final int last = pieces.size() - 1;
			if (i > 0 && random.nextInt(3) > 0) pieces.set(last, pieces.get(last).and(point));
			else pieces.add(point);
		}
		return pieces;
	}

	/** The sum of squared sums by weights, less the square of the sum by the weight. */
	private static double exact(final List<LinePiece> pieces) {
		BigDecimal squares = BigDecimal.ZERO;
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal weight = BigDecimal.ZERO;
		for (final LinePiece piece : pieces) {
			final BigDecimal of = BigDecimal.valueOf(piece.sum);
			squares = squares.add(of.pow(2).divide(BigDecimal.valueOf(piece.weight), MANY_DIGITS));
			sum = sum.add(of);
			weight = weight.add(BigDecimal.valueOf(piece.weight));
		}
		return pieces.size() == 1
			? 0
			: squares.subtract(sum.pow(2).divide(weight, MANY_DIGITS)).doubleValue();
	}

	/** Positions count from within the run. */
	@Property(tries = 50)
	void movedFarTheyAreTheSameToTheBit(@ForAll final long seed,
		@ForAll @IntRange(min = -1000, max = 1000) final int by)
	{
		final Random random = new Random(seed);
		final double[] values = values(20, random);
		final double[] weights = weights(values.length, random);
		final double[] moved = Arrays.stream(values).map(x -> x + by * 0x1p40).toArray();
		assertScaled(1, errors(values, weights), errors(moved, weights), values.length);
	}

	@Property(tries = 50)
	void unitsAndRepetitionScaleThemToTheBit(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 10) final int power)
	{
		final Random random = new Random(seed);
		final double factor = 1 << power;
		final double[] values = values(20, random);
		final double[] weights = weights(values.length, random);
		final RunErrors errors = errors(values, weights);
		assertScaled(factor, errors, errors(values, times(factor, weights)), values.length);
		assertScaled(factor * factor, errors, errors(times(factor, values), weights), values.length);
	}

	private static double[] times(final double factor, final double[] numbers) {
		return Arrays.stream(numbers).map(x -> x * factor).toArray();
	}

	private static void assertScaled(final double factor, final RunErrors expected,
		final RunErrors errors, final int n)
	{
		for (int from = 0; from < n; from++)
			for (int to = from + 1; to <= n; to++)
				assertEquals(factor * expected.of(from, to), errors.of(from, to));
	}

	/** Two means fit no worse than one. */
	@Property(tries = 50)
	void cutInTwoTheErrorIsNoLarger(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double[] values = values(30, random);
		final RunErrors errors = errors(values, weights(values.length, random));
		for (int cut = 1; cut < values.length; cut++)
			assertTrue(errors.of(0, cut) + errors.of(cut, values.length) <= (1 + DIGITS)
				* errors.of(0, values.length));
	}

	/** Ascending, 1 to 40: some near 0, and some near each other but far from 0. */
	private static double[] values(final int bits, final Random random) {
		return random.longs(1 + random.nextInt(40))
			.map(x -> (x >>> 64 - 1 - random.nextInt(bits)) + ((x & 1) << bits))
			.distinct()
			.sorted()
			.asDoubleStream()
			.toArray();
	}

	private static double[] weights(final int n, final Random random) {
		final int most = random.nextBoolean() ? 3 : 1 << 20;
		return random.ints(n, 1, most).asDoubleStream().toArray();
	}
}
