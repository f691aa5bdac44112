package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Random;

import sc.fiji.kmeans.cluster.RandomPoints;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/** Pixels of several channels, their vectors, and how often each occurs. */
final class CountedVectors {

	final float[][] pixels;
	final ChannelVectors vectors;
	final WeightedPoints counts;

	private CountedVectors(final float[][] pixels) {
		this.pixels = pixels;
		vectors = new ChannelVectors(pixels[0].length);
		final int[] numbers = Arrays.stream(pixels).mapToInt(vectors::number).toArray();
		final long[][] rows = new long[vectors.size()][1];
		final long[] weights = new long[vectors.size()];
		Arrays.setAll(rows, n -> new long[] { n + 1 });
		for (final int number : numbers)
			weights[number - 1]++;
		counts = new RandomPoints(rows, weights);
	}

	/** @param pixels with a number for each channel */
	static CountedVectors of(final float[]... pixels) {
		return new CountedVectors(pixels);
	}

	/** Of one channel. */
	static CountedVectors ofNumbers(final float... numbers) {
		final float[][] pixels = new float[numbers.length][];
		Arrays.setAll(pixels, i -> new float[] { numbers[i] });
		return of(pixels);
	}

	/** Numbers of random magnitudes, among which some occur often, and some are 0. */
	static CountedVectors random(final Random random, final int channels, final int magnitudes) {
		final int exponent = random.nextInt(60) - 30;
		final float[][] pixels = new float[1 + random.nextInt(300)][channels];
		for (final float[] pixel : pixels)
			for (int c = 0; c < channels; c++)
				pixel[c] = random.nextInt(3) == 0
					? Math.scalb((float) random.nextInt(3), exponent)
					: (float) Math.scalb(random.nextGaussian(), exponent + random.nextInt(magnitudes));
		return of(pixels);
	}

	ChannelFigures[] figures() {
		final ChannelFigures[] figures = new ChannelFigures[vectors.channels()];
		Arrays.setAll(figures, c -> new ChannelFigures(counts, vectors, c, Steps.UNHEARD));
		return figures;
	}

	/** The numbers of a channel, one for each pixel. */
	float[] channel(final int c) {
		final float[] numbers = new float[pixels.length];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = pixels[i][c];
		return numbers;
	}
}
