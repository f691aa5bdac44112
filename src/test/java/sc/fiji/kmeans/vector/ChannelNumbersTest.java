package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.WeightedPoints;

/** Each number of a channel is there as often as it occurs. */
class ChannelNumbersTest {

	private static final int MANY = 1 << 16;

	private static Map<Float, Long> counted(final ChannelNumbers numbers) {
		final Map<Float, Long> counted = new TreeMap<>();
		for (int i = 0; i < numbers.size; i++)
			counted.merge(numbers.number(i), numbers.weight(i), Long::sum);
		return counted;
	}

	/** Few or many; a single number with a fraction, below 0 or too large keeps all as they are. */
	@Property(tries = 30)
	void numbersAreThoseOfTheVectors(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(max = 4) final int kind)
	{
		final Random random = new Random(seed);
		final float[] odd = { 0.5f, -1, MANY, 1e30f, 7 };
		final float[][] pixels = new float[random.nextBoolean() ? 100 : MANY + 500][channels];
		for (final float[] pixel : pixels)
			for (int c = 0; c < channels; c++)
				pixel[c] = random.nextInt(MANY);
		pixels[random.nextInt(pixels.length)][0] = odd[kind];
		final ChannelVectors vectors = new ChannelVectors(channels);
		final int frames = 1 + random.nextInt(2);
		for (int f = 0; f < frames; f++)
			vectors.add(CountedVectors.source(pixels, 100), Progress.NONE);
		final ChannelNumbers[] all = ChannelNumbers.of(vectors, Progress.NONE);
		for (int c = 0; c < channels; c++) {
			final Map<Float, Long> expected = new TreeMap<>();
			for (final float[] pixel : pixels)
				expected.merge(pixel[c], (long) frames, Long::sum);
			assertEquals(expected, counted(all[c]));
			final boolean isCounted = pixels.length > MANY && (c > 0 || kind == 4);
			assertEquals(isCounted ? expected.size() : vectors.size(), all[c].size);
		}
	}

	@Property(tries = 20)
	void numbersAreThoseOfPoints(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int n = 1 + random.nextInt(200_000);
		final WeightedPoints points = new WeightedPoints() {

			@Override
			public int size() {
				return n;
			}

			@Override
			public int dimensions() {
				return 2;
			}

			@Override
			public void read(final int point, final double[] x) {
				x[0] = point % 251;
				x[1] = 65_535 - point % 7;
			}

			@Override
			public long weight(final int point) {
				return 1 + point % 3;
			}
		};
		final ChannelNumbers[] all = ChannelNumbers.of(points, Progress.NONE);
		final double[] x = new double[2];
		for (int q = 0; q < 2; q++) {
			final Map<Float, Long> expected = new TreeMap<>();
			for (int i = 0; i < n; i++) {
				points.read(i, x);
				expected.merge((float) x[q], points.weight(i), Long::sum);
			}
			assertEquals(expected, counted(all[q]));
			assertEquals(expected.size(), all[q].size);
		}
	}

	@Example
	void partsAreAllOfThem() {
		final ChannelNumbers numbers = ChannelNumbers
			.of(CountedVectors.ofNumbers(3, 1, 2, 2, 5).vectors, Progress.NONE)[0];
		assertEquals(0, numbers.begin(0, 16));
		assertEquals(5, numbers.begin(16, 16));
		for (int part = 0; part < 16; part++)
			assertTrue(numbers.begin(part, 16) <= numbers.begin(part + 1, 16));
	}

	@Example
	void countingCanBeCancelled() {
		final ChannelVectors vectors = new ChannelVectors(1);
		vectors.add(CountedVectors.source(new float[MANY + 1][1], 1000), Progress.NONE);
		assertThrows(CancellationException.class, () -> ChannelNumbers.of(vectors, (fraction, word) -> {
			if (fraction > 0) throw new CancellationException();
		}));
	}
}
