package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Square images that are drawn from numbered regions. */
final class Drawings {

	static final int SIDE = 128;
	private static final int COLOUR_GAP = 70;

	private Drawings() {}

	/** Cells around random places; each number has several. */
	static int[] regions(final int k, final Random random) {
		return cells(IntStream.range(0, 4 * k).map(cell -> cell % k).toArray(), random);
	}

	/** The first half of all, the next a quarter, and so on. */
	static int[] halving(final int k, final Random random) {
		final List<Integer> cells = new ArrayList<>();
		for (int j = 0; j < k; j++)
			for (int n = 0; n < 2 << k - 1 - j; n++)
				cells.add(j);
		return cells(cells.stream().mapToInt(Integer::intValue).toArray(), random);
	}

	private static int[] cells(final int[] numbers, final Random random) {
		final int[] x = random.ints(numbers.length, 0, SIDE).toArray();
		final int[] y = random.ints(numbers.length, 0, SIDE).toArray();
		return IntStream.range(0, SIDE * SIDE).map(i -> {
			int nearest = 0;
			for (int c = 1; c < x.length; c++)
				if (squared(i, x[c], y[c]) < squared(i, x[nearest], y[nearest])) nearest = c;
			return numbers[nearest];
		}).toArray();
	}

	private static int squared(final int i, final int x, final int y) {
		return (i % SIDE - x) * (i % SIDE - x) + (i / SIDE - y) * (i / SIDE - y);
	}

	/** Colours that are at least so far apart. */
	static double[][] palette(final int k, final Random random) {
		final List<double[]> palette = new ArrayList<>();
		while (palette.size() < k) {
			final double[] next = random.doubles(3, 25, 230).toArray();
			if (palette.stream().allMatch(other -> gap(other, next) >= COLOUR_GAP)) palette.add(next);
		}
		return palette.toArray(new double[0][]);
	}

	private static double gap(final double[] a, final double[] b) {
		return Math.sqrt(IntStream.range(0, 3).mapToDouble(q -> (a[q] - b[q]) * (a[q] - b[q])).sum());
	}

	static float[][] flat(final int[] regions, final double[][] palette) {
		final float[][] flat = new float[3][regions.length];
		for (int i = 0; i < regions.length; i++)
			for (int q = 0; q < 3; q++)
				flat[q][i] = (float) palette[regions[i]][q];
		return flat;
	}

	static float[][] channels(final ColorProcessor picture) {
		final float[][] channels = new float[3][SIDE * SIDE];
		for (int i = 0; i < SIDE * SIDE; i++)
			for (int q = 0; q < 3; q++)
				channels[q][i] = picture.get(i) >> 16 - 8 * q & 0xff;
		return channels;
	}

	static ImagePlus colours(final float[][] channels, final Random random, final double noise) {
		final ColorProcessor picture = new ColorProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++) {
			int rgb = 0;
			for (int q = 0; q < 3; q++)
				rgb = rgb << 8 | rounded(channels[q][i] + noise * random.nextGaussian(), 255);
			picture.set(i, rgb);
		}
		return new ImagePlus("colours", picture);
	}

	static int rounded(final double value, final int max) {
		return (int) Math.max(0, Math.min(max, Math.round(value)));
	}

	/** Values with a gap of a least size, and the same noise. */
	static ImagePlus grey(final int k, final Random random, final int range, final int gap,
		final double noise, final int bits)
	{
		final double[] free = random.doubles(k, 0, range - gap * (k - 1)).sorted().toArray();
		final int[] regions = regions(k, random);
		final IntFunction<Double> value = i -> 15 * noise / 5 + free[regions[i]] + gap * regions[i]
			+ noise * random.nextGaussian();
		if (bits == 8) return new ImagePlus("grey", plane(value));
		final ShortProcessor plane = new ShortProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			plane.set(i, rounded(value.apply(i), 65535));
		return new ImagePlus("grey", plane);
	}

	static ByteProcessor plane(final IntFunction<Double> value) {
		final ByteProcessor plane = new ByteProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			plane.set(i, rounded(value.apply(i), 255));
		return plane;
	}

	static void disc(final float[] plane, final Random random, final double value) {
		final int x = random.nextInt(SIDE);
		final int y = random.nextInt(SIDE);
		for (int i = 0; i < plane.length; i++)
			if (squared(i, x, y) < 60) plane[i] = (float) value;
	}
}
