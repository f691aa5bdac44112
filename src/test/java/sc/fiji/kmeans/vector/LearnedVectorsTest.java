package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ChosenChannels;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.Workspace;

/** What is learned of the vectors of an image: scales, epsilon, and what to tell of it. */
class LearnedVectorsTest {

	private static LearnedVectors learned(final CountedVectors counted, final boolean areReal,
		final boolean isScaled)
	{
		return new LearnedVectors(counted.vectors, areReal, isScaled, Progress.NONE);
	}

	private static LearnedVectors reals(final CountedVectors counted) {
		return learned(counted, true, false);
	}

	/** Whole numbers have a unit of their own. */
	@Property(tries = 10)
	void epsilonOfWholeNumbersStays(@ForAll final long seed) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 2, 10);
		assertEquals(0.7, learned(counted, false, false).epsilon(0.7));
	}

	/** Of the widest channel, or where none has a spread, of what all pixels span. */
	@Property(tries = 10)
	void epsilonIsAPartOfTheSpread(@ForAll final long seed, @ForAll final boolean isScaled) {
		final CountedVectors counted = CountedVectors.random(new Random(seed), 3, 10);
		final LearnedVectors learned = learned(counted, true, isScaled);
		final double[] scales = learned.space().scales();
		final ChannelFigures[] figures = counted.figures();
		final double spread = IntStream.range(0, 3)
			.mapToDouble(c -> figures[c].spread() / scales[c])
			.max()
			.getAsDouble();
		final double all = IntStream.range(0, 3)
			.mapToDouble(c -> figures[c].wholeRange() / scales[c])
			.max()
			.getAsDouble();
		final double expected = (spread > 0 ? spread : all) / 255;
		assertEquals(expected, learned.epsilon(1), 1e-15 * expected);
		assertEquals(4 * learned.epsilon(1), learned.epsilon(4), 1e-14 * expected);
	}

	/** Of 1000 pixels 999 are 0, so nothing but the range of all is left. */
	@Example
	void whereNearlyAllAreTheSameTheRangeCounts() {
		final float[] numbers = new float[1000];
		numbers[7] = 51;
		assertEquals(0.2, reals(CountedVectors.ofNumbers(numbers)).epsilon(1), 1e-15);
		assertEquals(0, reals(CountedVectors.ofNumbers(3, 3)).epsilon(1));
	}

	@Property(tries = 10)
	void scaledChannelsHaveTheDeviationOne(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels)
	{
		final CountedVectors counted = CountedVectors.random(new Random(seed), channels, 5);
		final ChannelSpace space = learned(counted, true, true).space();
		final ChannelFigures[] figures = counted.figures();
		for (int c = 0; c < channels; c++) {
			final int channel = c;
			if (figures[c].deviation() == 0) continue;
			final double[] x = Arrays.stream(counted.pixels)
				.mapToDouble(pixel -> space.located(pixel)[channel])
				.toArray();
			final double mean = DoubleStream.of(x).average().getAsDouble();
			assertEquals(1, DoubleStream.of(x).map(y -> (y - mean) * (y - mean)).average().getAsDouble(),
				1e-6);
		}
	}

	/** 100 is between 2^6 and 2^7, and becomes 100/64. */
	@Example
	void channelsOfOneNumberAreNearOne() {
		final ChannelSpace space = learned(
			CountedVectors.of(new float[] { 100, 0, 1 }, new float[] { 100, 0, 3 }), true, true).space();
		assertArrayEquals(new double[] { 64, 1, 1 }, space.scales());
		assertArrayEquals(new double[] { 1, 1, 1 },
			reals(CountedVectors.of(new float[] { 100, 0, 1 })).space().scales());
	}

	private static String warning(final CountedVectors counted, final boolean isScaled) {
		final LearnedVectors learned = learned(counted, true, isScaled);
		final LocatedHistogram located = learned.located(new Workspace(), Progress.NONE);
		assertEquals(counted.distinct(), located.values());
		assertEquals(distinct(counted, learned.space()), located.distinct());
		final Clusters clusters = located.cluster(KMeansOptions.defaults().withClusters(2),
			Progress.NONE);
		return learned.warning(clusters, located, Progress.NONE);
	}

	private static int distinct(final CountedVectors counted, final ChannelSpace space) {
		return (int) Arrays.stream(counted.pixels)
			.map(pixel -> Arrays.toString(space.located(pixel)))
			.distinct()
			.count();
	}

	@Property(tries = 10)
	void vectorsThatBecomeEqualAreCounted(@ForAll final long seed) {
		final Random random = new Random(seed);
		final float[] numbers = new float[2 + random.nextInt(20)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = i == 1 ? -1e30f : random.nextInt(8);
		final CountedVectors counted = CountedVectors.ofNumbers(numbers);
		final int equal = counted.distinct() - 2;
		final String warning = warning(counted, false);
		if (equal == 0) assertFalse(warning.contains("equal"), warning);
		else
			assertEquals("values so far apart that " + equal + " become" + (equal == 1 ? "s" : "")
				+ " equal to others by rounding: ignore=-1E30", warning);
	}

	@Example
	void nothingIsToldOfWhatIsExact() {
		assertEquals("", warning(CountedVectors.ofNumbers(1, 2, 3, 1e6f), false));
		assertEquals("", warning(CountedVectors.ofNumbers(1, 2, 3, 4), true));
	}

	@Example
	void ofSeveralChannelsTheFarNumberIsTold() {
		assertEquals(
			"values so far apart that 1 becomes equal to others by rounding: see ignore, a channel has 1E30",
			warning(
				CountedVectors.of(new float[] { 1, 0 }, new float[] { 2, 0 }, new float[] { 0, 1e30f }),
				false));
	}

	/** About 2^66 and 100: they become multiples of some hundreds. */
	@Example
	void coarseValuesAreTold() {
		final String warning = warning(CountedVectors.ofNumbers(0x1p66f, 100, 5000, 9000), false);
		assertEquals("values so far apart that others become coarse by rounding: ignore=7.3786976E19",
			warning);
	}

	/** A deviation of 3.1 decides over 1, one of 3 does not. */
	@Example
	void aChannelThatDecidesIsTold() {
		assertEquals("channel 2 decides over channel 1: see scale", hint(1, 3.1f));
		assertEquals("channel 1 decides over channel 3: see scale", hint(7, 5, 2));
		assertEquals("", hint(1, 3));
		assertEquals("", hint(1, 0));
		assertEquals("", hint(0, 0));
		assertEquals("", hint(5));
	}

	private static String hint(final float... deviations) {
		final float[] below = new float[deviations.length];
		for (int c = 0; c < below.length; c++)
			below[c] = -deviations[c];
		final CountedVectors counted = CountedVectors.of(deviations, below);
		assertEquals("", learned(counted, true, true).hint(ChosenChannels.ALL));
		return reals(counted).hint(ChosenChannels.ALL);
	}

	@Example
	void learningCanBeCancelled() {
		final CountedVectors counted = CountedVectors.ofNumbers(1, 2);
		assertThrows(CancellationException.class,
			() -> new LearnedVectors(counted.vectors, true, false, (fraction, word) -> {
				if (fraction > 0) throw new CancellationException();
			}));
		assertTrue(reals(counted).space().isExact());
	}
}
