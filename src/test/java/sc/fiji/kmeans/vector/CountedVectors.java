package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.Random;

import sc.fiji.kmeans.cluster.Progress;

/** Pixels of several channels, and what is counted of them. */
final class CountedVectors {

	final float[][] pixels;
	final ChannelVectors vectors;

	private CountedVectors(final float[][] pixels) {
		this.pixels = pixels;
		vectors = new ChannelVectors(pixels[0].length);
		vectors.add(source(pixels, 7), Progress.NONE);
	}

	/** Reads pixels in blocks of a length. */
	static VectorSource source(final float[][] pixels, final int length) {
		return new VectorSource() {

			@Override
			public int channels() {
				return pixels[0].length;
			}

			@Override
			public int blocks() {
				return (pixels.length + length - 1) / length;
			}

			@Override
			public int blockLength() {
				return length;
			}

			@Override
			public int read(final int block, final float[][] read, final int from) {
				final int n = Math.min(length, pixels.length - block * length);
				for (int i = 0; i < n; i++)
					for (int c = 0; c < channels(); c++)
						read[c][from + i] = pixels[block * length + i][c] + 0f;
				return n;
			}
		};
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
		return ChannelFigures.of(ChannelNumbers.of(vectors, Progress.NONE), true, Progress.NONE);
	}

	/** The numbers of a channel, one for each pixel. */
	float[] channel(final int c) {
		final float[] numbers = new float[pixels.length];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = pixels[i][c];
		return numbers;
	}

	/** Number of pixels that differ from all before. */
	int distinct() {
		return (int) Arrays.stream(pixels)
			.map(pixel -> Arrays.toString(zeros(pixel)))
			.distinct()
			.count();
	}

	private static float[] zeros(final float[] pixel) {
		final float[] zeros = pixel.clone();
		for (int c = 0; c < zeros.length; c++)
			zeros[c] += 0f;
		return zeros;
	}
}
