package sc.fiji.kmeans.benchmark;

import java.util.Arrays;
import java.util.Random;

/** What an image of the panel shows; from 0 to 1 is what is not clipped. */
enum PanelScene {

	/** Nothing: no clusters are better than others by much. */
	UNIFORM {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			return i -> random.doubles(channels).toArray();
		}
	},

	GAUSSIAN {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			return i -> filled(channels, q -> 0.5 + 0.12 * random.nextGaussian());
		}
	},

	/** Student's t of 2 or 3 degrees of freedom in each direction: some pixels are far away. */
	TAILS {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			final int freedom = 2 + random.nextInt(2);
			return i -> {
				double chi = 0;
				for (int f = 0; f < freedom; f++)
					chi += square(random.nextGaussian());
				final double scale = 0.02 / Math.sqrt(chi / freedom);
				return filled(channels, q -> 0.5 + scale * random.nextGaussian());
			};
		}
	},

	/** From corner to corner, each channel in its own direction, with a little noise. */
	GRADIENT {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			final double[] turn = random.doubles(channels, 0, 2 * Math.PI).toArray();
			final double noise = 0.03 * random.nextDouble();
			return i -> filled(channels,
				q -> 0.5 + 0.6 * (i % width * Math.cos(turn[q]) / width - 0.5 * Math.cos(turn[q]))
					+ 0.6 * (i / width * Math.sin(turn[q]) / width - 0.5 * Math.sin(turn[q]))
					+ noise * random.nextGaussian());
		}
	},

	/** Two wide blobs, of 99 and 1 percent. */
	UNBALANCED {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			final double[] far = random.doubles(channels, 0.55, 0.9).toArray();
			return i -> {
				final boolean isFar = random.nextInt(100) == 0;
				return filled(channels, q -> (isFar ? far[q] : 0.25) + 0.05 * random.nextGaussian());
			};
		}
	},

	/** Blobs apart, each of half the size of the one before, down to some hundredths. */
	SIZES {

		@Override
		Pixels draw(final Random random, final int width, final int channels) {
			final int n = 4 + random.nextInt(9);
			final double[][] home = new double[n][];
			Arrays.setAll(home, b -> random.doubles(channels, 0.05, 0.95).toArray());
			final double wide = 0.005 + 0.03 * random.nextDouble();
			return i -> {
				int blob = 0;
				while (blob < n - 1 && random.nextInt(5) < 3)
					blob++;
				final double[] at = home[blob];
				return filled(channels, q -> at[q] + wide * random.nextGaussian());
			};
		}
	};

	/** Pixel by pixel, each asked for once, from the first to the last. */
	@FunctionalInterface
	interface Pixels {

		double[] pixel(int i);
	}

	/** What a channel of a pixel is. */
	@FunctionalInterface
	interface Channel {

		double of(int q);
	}

	abstract Pixels draw(Random random, int width, int channels);

	private static double[] filled(final int channels, final Channel channel) {
		final double[] pixel = new double[channels];
		Arrays.setAll(pixel, channel::of);
		return pixel;
	}

	private static double square(final double x) {
		return x * x;
	}
}
