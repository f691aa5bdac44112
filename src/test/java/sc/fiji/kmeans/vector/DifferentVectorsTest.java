package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class DifferentVectorsTest {

	/** Never more than there are, and hardly fewer. */
	@Property(tries = 40)
	void asManyAsThereAreAtLeast(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int channels,
		@ForAll @IntRange(min = 1, max = 300) final int values)
	{
		final Random random = new Random(seed);
		final float[][] vectors = new float[channels][random.nextInt(5_000)];
		final DifferentVectors different = new DifferentVectors();
		final Set<String> all = new HashSet<>();
		int added = 0;
		while (added < vectors[0].length) {
			final int end = Math.min(vectors[0].length, added + random.nextInt(999));
			for (int i = added; i < end; i++) {
				final float[] vector = new float[channels];
				for (int c = 0; c < channels; c++)
					vectors[c][i] = vector[c] = (random.nextInt(values) - values / 2) / 8f;
				all.add(Arrays.toString(vector));
			}
			different.add(vectors, added, end);
			added = end;
		}
		assertTrue(different.atLeast() <= all.size(), different.atLeast() + " of " + all.size());
		assertEquals(all.size(), different.atLeast(), 2);
	}

	@Test
	void ofTwoMillionFewAreMissed() {
		final int n = 2_000_000;
		final float[][] vectors = new float[2][n];
		for (int i = 0; i < n; i++) {
			vectors[0][i] = i % 1000;
			vectors[1][i] = i / 1000;
		}
		final DifferentVectors different = new DifferentVectors();
		different.add(vectors, 0, n);
		final int once = different.atLeast();
		assertTrue(once <= n && once > 0.96 * n, once + " of " + n);
		different.add(vectors, 0, n);
		assertEquals(once, different.atLeast());
	}
}
