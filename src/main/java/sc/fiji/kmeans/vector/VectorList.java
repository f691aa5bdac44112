package sc.fiji.kmeans.vector;

import java.util.Arrays;

/** Makes counted vectors that come in their order. */
final class VectorList {

	/** Memory for no more vectors is taken before that many came. */
	private static final int FIRST = 1 << 16;

	private final float[][] values;
	private final int most;
	private long[] weights;
	private int size;

	/** @param most vectors that will come */
	VectorList(final int channels, final int most) {
		this.most = most;
		values = new float[channels][Math.min(most, FIRST)];
		weights = new long[Math.min(most, FIRST)];
	}

	/** @param n how often it occurs, 1 or more */
	void add(final float[] vector, final long n) {
		if (size == weights.length) grow();
		for (int c = 0; c < vector.length; c++)
			values[c][size] = vector[c];
		weights[size++] = n;
	}

	private void grow() {
		resize((int) Math.min(most, 2L * size));
	}

	private void resize(final int length) {
		weights = Arrays.copyOf(weights, length);
		for (int c = 0; c < values.length; c++)
			values[c] = Arrays.copyOf(values[c], length);
	}

	/** What came; nothing may come any more. */
	ChannelVectors vectors() {
		if (size < weights.length) resize(size);
		return new ChannelVectors(values, weights);
	}
}
