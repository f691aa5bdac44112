package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** Vectors of parts are those of the whole: each once, with its count, in one order. */
class SortedVectorsTest {

	@Property(tries = 40)
	void partsAddUp(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 5) final int channels) {
		final Random random = new Random(seed);
		final Map<String, Long> expected = new TreeMap<>();
		final SortedVectors a = part(random, channels, expected);
		final SortedVectors b = part(random, channels, expected);
		final SortedVectors both = a.plus(b, Progress.NONE);
		assertEquals(expected, counted(both));
		assertEquals(listed(both), listed(b.plus(a, Progress.NONE)));
		final ChannelVectors sum = new ChannelVectors(channels);
		sum.add(b.vectors(), Progress.NONE);
		sum.add(a.vectors(), Progress.NONE);
		assertEquals(listed(both), listed(SortedVectors.of(sum, Progress.NONE)));
	}

	private static SortedVectors part(final Random random, final int channels,
		final Map<String, Long> expected)
	{
		final float[][] pixels = new float[1 + random.nextInt(200)][channels];
		for (final float[] pixel : pixels) {
			for (int c = 0; c < channels; c++)
				pixel[c] = (random.nextInt(5) - 2) * 1.5f + 0f;
			expected.merge(Arrays.toString(pixel), 1L, Long::sum);
		}
		final ChannelVectors vectors = new ChannelVectors(channels);
		vectors.add(CountedVectors.source(pixels, 1 + random.nextInt(50)), Progress.NONE);
		return SortedVectors.of(vectors, Progress.NONE);
	}

	private static Map<String, Long> counted(final SortedVectors vectors) {
		final Map<String, Long> counted = new TreeMap<>();
		for (final String line : listed(vectors).split("\n"))
			assertEquals(null, counted.put(line.split(": ")[0], Long.parseLong(line.split(": ")[1])));
		return counted;
	}

	/** In their order. */
	private static String listed(final SortedVectors sorted) {
		final ChannelVectors vectors = sorted.vectors();
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < vectors.size(); i++) {
			final float[] vector = new float[vectors.channels()];
			for (int c = 0; c < vector.length; c++)
				vector[c] = vectors.value(i, c);
			text.append(Arrays.toString(vector)).append(": ").append(vectors.weight(i)).append('\n');
		}
		return text.toString();
	}
}
