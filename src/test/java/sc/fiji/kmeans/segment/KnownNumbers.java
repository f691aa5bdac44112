package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Images that are drawn from a known number of colours or values, of kinds that users have: some
 * easy, some that nobody could tell the number of by their pixels alone.
 */
enum KnownNumbers {

	GREY_PEAKS("grey, peaks 5 deviations apart", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return grey(k, random, 220, 25, 5, 8);
		}
	},

	WIDE_PEAKS("16-bit, peaks 5 deviations apart", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return grey(k, random, 40000, 3000, 600, 16);
		}
	},

	MERGING_PEAKS("grey, peaks 3.5 deviations apart", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return grey(k, random, 28 * k, 28, 8, 8);
		}
	},

	COLOURS("colours with a little noise", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return colours(flat(regions(k, random), palette(k, random)), random, 8);
		}
	},

	NOISY("colours with much noise", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return colours(flat(regions(k, random), palette(k, random)), random, 18);
		}
	},

	UNEQUAL("colours, each half as frequent", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return colours(flat(halving(k, random), palette(k, random)), random, 8);
		}
	},

	RARE("colours, one of 1 %", 3, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final int[] regions = regions(k - 1, random);
			for (int i = 0; i < regions.length; i++)
				if (random.nextInt(100) == 0) regions[i] = k - 1;
			return colours(flat(regions, palette(k, random)), random, 8);
		}
	},

	MANY("many colours", 9, 11) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return colours(flat(regions(k, random), palette(k, random)), random, 8);
		}
	},

	LOGO("logos, smooth edges, no noise", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ImageProcessor drawn = colours(flat(regions(k, random), palette(k, random)), random, 0)
				.getProcessor();
			drawn.blurGaussian(0.5);
			return new ImagePlus("logo", drawn);
		}
	},

	BLURRED("colours out of focus", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[][] flat = flat(regions(k, random), palette(k, random));
			for (final float[] channel : flat)
				new FloatProcessor(SIDE, SIDE, channel).blurGaussian(2);
			return colours(flat, random, 5);
		}
	},

	UNEVEN_LIGHT("colours in uneven light", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[][] flat = flat(regions(k, random), palette(k, random));
			for (final float[] channel : flat)
				for (int i = 0; i < channel.length; i++)
					channel[i] *= 0.6 + 0.4 * (i % SIDE) / SIDE;
			return colours(flat, random, 6);
		}
	},

	TEXT("text on paper, perhaps a colour", 2, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ColorProcessor page = new ColorProcessor(SIDE, SIDE);
			page.setColor(0xf4f0e8);
			page.fill();
			page.setAntialiasedText(true);
			for (int line = 1; line < 9; line++) {
				page.setColor(k == 3 && line % 3 == 0 ? 0xc02020 : 0x181820);
				for (int x = 2; x < SIDE - 6; x += 9) {
					final int h = 4 + random.nextInt(6);
					page.fillRect(x, 14 * line - h, 2, h);
					page.fillRect(x, 14 * line - h / 2 - 1, 3 + random.nextInt(4), 2);
				}
			}
			page.blurGaussian(0.5);
			return colours(channels(page), random, 3);
		}
	},

	NUCLEI("16-bit fluorescence, dim and bright", 2, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[] plane = new float[SIDE * SIDE];
			Arrays.fill(plane, 300);
			for (int n = 0; n < 30; n++)
				disc(plane, random, (n % (k - 1) == 0 ? 2000 : 6000) * (0.9 + 0.2 * random.nextDouble()));
			new FloatProcessor(SIDE, SIDE, plane).blurGaussian(1);
			final ShortProcessor counted = new ShortProcessor(SIDE, SIDE);
			for (int i = 0; i < plane.length; i++)
				counted.set(i, rounded(plane[i] + 4 * Math.sqrt(plane[i]) * random.nextGaussian(), 65535));
			return new ImagePlus("nuclei", counted);
		}
	},

	STAINS("tissue, two stains that vary", 3, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final double[][] stains = { { 0.65, 0.70, 0.29 }, { 0.27, 0.57, 0.78 } };
			final int[] regions = regions(3, random);
			final float[][] tissue = new float[3][SIDE * SIDE];
			for (int i = 0; i < regions.length; i++) {
				final double[] stain = regions[i] == 0 ? new double[3] : stains[regions[i] - 1];
				final double density = 0.9 * (1 + 0.2 * random.nextGaussian());
				for (int q = 0; q < 3; q++)
					tissue[q][i] = (float) (240 * StrictMath.exp(-density * stain[q]));
			}
			return colours(tissue, random, 5);
		}
	},

	CHANNELS("channels, each has its cells", 2, 4) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ImageStack stack = new ImageStack(SIDE, SIDE);
			final int[] regions = regions(k, random);
			for (int c = 1; c < Math.max(3, k); c++) {
				final int own = c;
				stack.addSlice(plane(i -> (regions[i] == own ? 150 : 20) + 8 * random.nextGaussian()));
			}
			final ImagePlus image = new ImagePlus("channels", stack);
			image.setDimensions(stack.getSize(), 1, 1);
			return image;
		}
	};

	static final int EACH = 8;
	private static final int SIDE = 128;
	private static final int COLOUR_GAP = 70;

	private final String kind;
	private final int least;
	private final int most;

	KnownNumbers(final String kind, final int least, final int most) {
		this.kind = kind;
		this.least = least;
		this.most = most;
	}

	/** @param k the number of colours or values */
	abstract ImagePlus draw(int k, Random random);

	/** The number of the image of a number from 0 on. */
	int number(final int n) {
		return least + n % (most - least + 1);
	}

	ImagePlus image(final int n) {
		return draw(number(n), new Random(1000 * ordinal() + n));
	}

	@Override
	public String toString() {
		return kind;
	}

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

	private static int rounded(final double value, final int max) {
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
