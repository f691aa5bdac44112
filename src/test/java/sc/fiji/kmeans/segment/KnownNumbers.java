package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.Random;

/**
 * Images that are drawn from a known number of colours or values, of kinds that users have: some
 * easy, some that nobody could tell the number of by their pixels alone.
 */
enum KnownNumbers {

	GREY_PEAKS("grey, peaks 5 deviations apart", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.grey(k, random, 220, 25, 5, 8);
		}
	},

	WIDE_PEAKS("16-bit, peaks 5 deviations apart", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.grey(k, random, 40000, 3000, 600, 16);
		}
	},

	MERGING_PEAKS("grey, peaks 3.5 deviations apart", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.grey(k, random, 28 * k, 28, 8, 8);
		}
	},

	COLOURS("colours with a little noise", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.colours(
				Drawings.flat(Drawings.regions(k, random), Drawings.palette(k, random)), random, 8);
		}
	},

	NOISY("colours with much noise", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.colours(
				Drawings.flat(Drawings.regions(k, random), Drawings.palette(k, random)), random, 18);
		}
	},

	UNEQUAL("colours, each half as frequent", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.colours(
				Drawings.flat(Drawings.halving(k, random), Drawings.palette(k, random)), random, 8);
		}
	},

	RARE("colours, one of 1 %", 3, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final int[] regions = Drawings.regions(k - 1, random);
			for (int i = 0; i < regions.length; i++)
				if (random.nextInt(100) == 0) regions[i] = k - 1;
			return Drawings.colours(Drawings.flat(regions, Drawings.palette(k, random)), random, 8);
		}
	},

	MANY("many colours", 9, 11) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			return Drawings.colours(
				Drawings.flat(Drawings.regions(k, random), Drawings.palette(k, random)), random, 8);
		}
	},

	LOGO("logos, smooth edges, no noise", 2, 8) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ImageProcessor drawn = Drawings
				.colours(Drawings.flat(Drawings.regions(k, random), Drawings.palette(k, random)), random, 0)
				.getProcessor();
			drawn.blurGaussian(0.5);
			return new ImagePlus("logo", drawn);
		}
	},

	BLURRED("colours out of focus", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[][] flat = Drawings.flat(Drawings.regions(k, random),
				Drawings.palette(k, random));
			for (final float[] channel : flat)
				new FloatProcessor(Drawings.SIDE, Drawings.SIDE, channel).blurGaussian(2);
			return Drawings.colours(flat, random, 5);
		}
	},

	UNEVEN_LIGHT("colours in uneven light", 2, 6) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[][] flat = Drawings.flat(Drawings.regions(k, random),
				Drawings.palette(k, random));
			for (final float[] channel : flat)
				for (int i = 0; i < channel.length; i++)
					channel[i] *= 0.6 + 0.4 * (i % Drawings.SIDE) / Drawings.SIDE;
			return Drawings.colours(flat, random, 6);
		}
	},

	TEXT("text on paper, perhaps a colour", 2, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ColorProcessor page = new ColorProcessor(Drawings.SIDE, Drawings.SIDE);
			page.setColor(0xf4f0e8);
			page.fill();
			page.setAntialiasedText(true);
			for (int line = 1; line < 9; line++) {
				page.setColor(k == 3 && line % 3 == 0 ? 0xc02020 : 0x181820);
				for (int x = 2; x < Drawings.SIDE - 6; x += 9) {
					final int h = 4 + random.nextInt(6);
					page.fillRect(x, 14 * line - h, 2, h);
					page.fillRect(x, 14 * line - h / 2 - 1, 3 + random.nextInt(4), 2);
				}
			}
			page.blurGaussian(0.5);
			return Drawings.colours(Drawings.channels(page), random, 3);
		}
	},

	NUCLEI("16-bit fluorescence, dim and bright", 2, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final float[] plane = new float[Drawings.SIDE * Drawings.SIDE];
			Arrays.fill(plane, 300);
			for (int n = 0; n < 30; n++)
				Drawings.disc(plane, random,
					(n % (k - 1) == 0 ? 2000 : 6000) * (0.9 + 0.2 * random.nextDouble()));
			new FloatProcessor(Drawings.SIDE, Drawings.SIDE, plane).blurGaussian(1);
			final ShortProcessor counted = new ShortProcessor(Drawings.SIDE, Drawings.SIDE);
			for (int i = 0; i < plane.length; i++)
				counted.set(i,
					Drawings.rounded(plane[i] + 4 * Math.sqrt(plane[i]) * random.nextGaussian(), 65535));
			return new ImagePlus("nuclei", counted);
		}
	},

	STAINS("tissue, two stains that vary", 3, 3) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final double[][] stains = { { 0.65, 0.70, 0.29 }, { 0.27, 0.57, 0.78 } };
			final int[] regions = Drawings.regions(3, random);
			final float[][] tissue = new float[3][Drawings.SIDE * Drawings.SIDE];
			for (int i = 0; i < regions.length; i++) {
				final double[] stain = regions[i] == 0 ? new double[3] : stains[regions[i] - 1];
				final double density = 0.9 * (1 + 0.2 * random.nextGaussian());
				for (int q = 0; q < 3; q++)
					tissue[q][i] = (float) (240 * StrictMath.exp(-density * stain[q]));
			}
			return Drawings.colours(tissue, random, 5);
		}
	},

	CHANNELS("channels, each has its cells", 2, 4) {

		@Override
		ImagePlus draw(final int k, final Random random) {
			final ImageStack stack = new ImageStack(Drawings.SIDE, Drawings.SIDE);
			final int[] regions = Drawings.regions(k, random);
			for (int c = 1; c < Math.max(3, k); c++) {
				final int own = c;
				stack.addSlice(
					Drawings.plane(i -> (regions[i] == own ? 150 : 20) + 8 * random.nextGaussian()));
			}
			final ImagePlus image = new ImagePlus("channels", stack);
			image.setDimensions(stack.getSize(), 1, 1);
			return image;
		}
	};

	static final int EACH = 8;

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
}
