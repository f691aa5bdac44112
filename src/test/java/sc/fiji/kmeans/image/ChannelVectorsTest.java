package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** Equal vectors have one number, and numbers come in the order of their vectors. */
class ChannelVectorsTest {

	private static final float[] NO_NUMBERS = { Float.NaN, Float.POSITIVE_INFINITY,
		Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE };

	@Property(tries = 30)
	void numbersAreThoseOfAMap(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int channels,
		@ForAll @IntRange(min = 1, max = 20) final int levels)
	{
		final Random random = new Random(seed);
		final ChannelVectors vectors = new ChannelVectors(channels);
		final Map<List<Float>, Integer> numbers = new HashMap<>();
		for (int i = 0; i < 2000; i++) {
			final float[] vector = new float[channels];
			for (int c = 0; c < channels; c++)
				vector[c] = (random.nextInt(levels) - levels / 2) * 0.1f;
			final int expected = numbers.computeIfAbsent(list(vector), v -> numbers.size() + 1);
			assertEquals(expected, vectors.number(vector));
			assertVector(vector, vectors, expected);
		}
		assertEquals(numbers.size(), vectors.size());
		assertEquals(channels, vectors.channels());
	}

	private static List<Float> list(final float[] vector) {
		final List<Float> list = new ArrayList<>();
		for (final float x : vector)
			list.add(x + 0f);
		return list;
	}

	private static void assertVector(final float[] expected, final ChannelVectors vectors,
		final int number)
	{
		for (int c = 0; c < expected.length; c++)
			assertEquals(expected[c] + 0f, vectors.value(number, c) + 0f);
	}

	/** More than a page of them, in tables that grow meanwhile. */
	@Example
	void manyVectorsKeepTheirNumbers() {
		final ChannelVectors vectors = new ChannelVectors(3);
		final int n = 100_000;
		for (int round = 0; round < 2; round++)
			for (int i = 0; i < n; i++)
				assertEquals(i + 1, vectors.number(vector(i)));
		assertEquals(n, vectors.size());
		for (int i = 0; i < n; i += 97)
			assertVector(vector(i), vectors, i + 1);
	}

	private static float[] vector(final int i) {
		return new float[] { i % 10, i / 10 % 100, i / 1000 };
	}

	@Example
	void theVectorOfTheCallerMayChangeAfterwards() {
		final ChannelVectors vectors = new ChannelVectors(2);
		final float[] vector = { 1, 2 };
		assertEquals(1, vectors.number(vector));
		vector[1] = 3;
		assertEquals(2, vectors.number(vector));
		assertEquals(2f, vectors.value(1, 1));
	}

	@Example
	void whatIsNoNumberIsZero() {
		final ChannelVectors vectors = new ChannelVectors(2);
		for (final float none : NO_NUMBERS) {
			assertEquals(0, vectors.number(new float[] { none, 1 }));
			assertEquals(0, vectors.number(new float[] { 1, none }));
			assertFalse(ChannelVectors.areNumbers(new float[] { 1, none }));
		}
		assertEquals(0, vectors.size());
		assertTrue(ChannelVectors
			.areNumbers(new float[] { Math.nextDown(Float.MAX_VALUE), Float.MIN_VALUE, -0f }));
	}

	@Property(tries = 20)
	void aFrameIsNumberedPixelByPixel(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int channels)
	{
		final Random random = new Random(seed);
		final ImageProcessor[] frame = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++) {
			frame[c] = new ShortProcessor(7, 5);
			for (int i = 0; i < 35; i++)
				frame[c].set(i, random.nextInt(3));
		}
		final ChannelVectors vectors = new ChannelVectors(channels);
		final int[] numbers = vectors.heardBy(Progress.NONE).numbers(frame, vector -> vector[0] == 1);
		for (int i = 0; i < 35; i++) {
			assertEquals(frame[0].get(i) == 1, numbers[i] == 0);
			for (int c = 0; c < channels && numbers[i] > 0; c++)
				assertEquals(frame[c].getf(i), vectors.value(numbers[i], c));
		}
	}

	@Example
	void minusZeroIsZero() {
		final ChannelVectors vectors = new ChannelVectors(1);
		final float[] pixels = { 0, -0f, 2, Float.NaN, 2, 0 };
		assertArrayEquals(new int[] { 1, 1, 2, 0, 2, 1 }, vectors.heardBy(Progress.NONE)
			.numbers(new ImageProcessor[] { new FloatProcessor(6, 1, pixels) }, vector -> false));
	}

	/** Frames that have vectors in common share their numbers. */
	@Example
	void theNextFrameGoesOn() {
		final ChannelVectors vectors = new ChannelVectors(1);
		final float[][] frames = { { 5, 6 }, { 6, 7, 5 } };
		final int[][] expected = { { 1, 2 }, { 2, 3, 1 } };
		for (int i = 0; i < 2; i++)
			assertArrayEquals(expected[i],
				vectors.heardBy(Progress.NONE)
					.numbers(new ImageProcessor[] { new FloatProcessor(frames[i].length, 1, frames[i]) },
						vector -> false));
	}

	@Example
	void numberingCanBeCancelled() {
		assertThrows(CancellationException.class,
			() -> new ChannelVectors(1).heardBy((fraction, word) -> {
				if (fraction > 0) throw new CancellationException();
			}).numbers(new ImageProcessor[] { new FloatProcessor(3, 3) }, vector -> false));
	}
}
