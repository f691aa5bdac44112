package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** Vectors of frames are those of their pixels, each as often as it occurs. */
class ChannelVectorsTest {

	/** However many frames there are, and however their pixels are divided into blocks. */
	@Property(tries = 30)
	void eachVectorHasItsWeight(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int channels,
		@ForAll @IntRange(min = 1, max = 9) final int levels,
		@ForAll @IntRange(min = 1, max = 7) final int frames)
	{
		final Random random = new Random(seed);
		final ChannelVectors vectors = new ChannelVectors(channels);
		assertTrue(vectors.isEmpty());
		final TreeMap<String, Long> expected = new TreeMap<>();
		for (int f = 0; f < frames; f++) {
			final float[][] frame = new float[1 + random.nextInt(300)][channels];
			for (final float[] pixel : frame) {
				for (int c = 0; c < channels; c++)
					pixel[c] = (random.nextInt(levels) - levels / 2) * 0.1f + 0f;
				expected.merge(Arrays.toString(pixel), 1L, Long::sum);
			}
			vectors.add(CountedVectors.source(frame, 1 + random.nextInt(50)), Progress.NONE);
		}
		assertFalse(vectors.isEmpty());
		assertEquals(expected, counted(vectors));
	}

	private static TreeMap<String, Long> counted(final ChannelVectors vectors) {
		final TreeMap<String, Long> counted = new TreeMap<>();
		final float[] vector = new float[vectors.channels()];
		for (int i = 0; i < vectors.size(); i++) {
			for (int c = 0; c < vector.length; c++) {
				vector[c] = vectors.value(i, c);
				assertEquals(vector[c], vectors.values(c)[i]);
			}
			counted.merge(Arrays.toString(vector), vectors.weight(i), Long::sum);
		}
		return counted;
	}

	/** A single frame keeps its pixels as they are; of many alike, few are kept. */
	@Example
	void equalVectorsAreJoinedBeforeMoreAreAdded() {
		final ChannelVectors vectors = new ChannelVectors(2);
		final float[][] frame = new float[100][2];
		vectors.add(CountedVectors.source(frame, 10), Progress.NONE);
		assertEquals(100, vectors.size());
		assertTrue(vectors.areSingle());
		for (int i = 0; i < 50; i++)
			vectors.add(CountedVectors.source(frame, 10), Progress.NONE);
		assertTrue(vectors.size() <= 201, "" + vectors.size());
		assertFalse(vectors.areSingle());
	}

	/** Of which none are equal: joined only where there are twice as many as before. */
	@Example
	void manyFramesOfDifferentVectors() {
		final ChannelVectors vectors = new ChannelVectors(2);
		final TreeMap<String, Long> expected = new TreeMap<>();
		for (int f = 0; f < 40; f++) {
			final float[][] frame = new float[25][];
			for (int i = 0; i < frame.length; i++) {
				frame[i] = new float[] { f + i / 100f, -i };
				expected.put(Arrays.toString(new float[] { frame[i][0] + 0f, frame[i][1] + 0f }), 1L);
			}
			vectors.add(CountedVectors.source(frame, 7), Progress.NONE);
		}
		assertEquals(1000, vectors.size());
		assertEquals(expected, counted(vectors));
	}

	@Example
	void joiningCanBeCancelled() {
		final ChannelVectors vectors = new ChannelVectors(1);
		vectors.add(CountedVectors.source(new float[90][1], 3), Progress.NONE);
		assertThrows(CancellationException.class,
			() -> vectors.add(CountedVectors.source(new float[90][1], 3), (fraction, word) -> {
				if (word.equals("sorting")) throw new CancellationException();
			}));
	}

	@Example
	void readingCanBeCancelled() {
		assertThrows(CancellationException.class, () -> new ChannelVectors(1)
			.add(CountedVectors.source(new float[90][1], 3), (fraction, word) -> {
				if (fraction > 0.5) throw new CancellationException();
			}));
	}

	@Example
	void moreNumbersThanAnArrayHoldsAreRefused() {
		final VectorSource huge = new VectorSource() {

			@Override
			public int channels() {
				return 31;
			}

			@Override
			public int blocks() {
				return 30_000;
			}

			@Override
			public int blockLength() {
				return 30_000;
			}

			@Override
			public int read(final int block, final float[][] vectors, final int from) {
				throw new AssertionError();
			}
		};
		assertEquals("pixels times channels = 27900000000: takes at most 2147483639",
			assertThrows(IllegalArgumentException.class,
				() -> new ChannelVectors(31).add(huge, Progress.NONE)).getMessage());
	}
}
