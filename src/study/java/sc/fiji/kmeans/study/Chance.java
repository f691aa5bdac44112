package sc.fiji.kmeans.study;

import java.util.Random;

/**
 * What differs from picture to picture and from place to place, with a fixed seed. Where things
 * lie is always drawn; how much their brightness and colour vary is multiplied by a strength:
 * without any, each kind of region has one value.
 */
final class Chance {

	private final Random random;
	private final int number;
	private final double strength;

	/** @param number of the picture, from 0 on */
	Chance(final long seed, final int number, final double strength) {
		random = new Random(seed);
		this.number = number;
		this.strength = strength;
	}

	int number() {
		return number;
	}

	/** 1, or 0 for no variation. */
	double strength() {
		return strength;
	}

	/** Of a place or a size. */
	double between(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	boolean happens(final double probability) {
		return random.nextDouble() < probability;
	}

	/** Normal, of mean 0. */
	double gaussian(final double deviation) {
		return strength * deviation * random.nextGaussian();
	}

	/** Log-normal, of median 1. */
	double factor(final double deviation) {
		return StrictMath.exp(gaussian(deviation));
	}

	/** Uniform in its logarithm; the geometric mean without variation. */
	double ratio(final double low, final double high) {
		final double u = (random.nextDouble() - 0.5) * strength + 0.5;
		return low * StrictMath.pow(high / low, u);
	}

	/** Smooth, of mean 0 and deviation 1 about, however strong the variation. */
	Field noise(final double length) {
		return new SmoothNoise(random, length);
	}

	/** Log-normal, of median 1, over the place. */
	Field texture(final double length, final double deviation) {
		final Field noise = noise(length);
		final double most = strength * deviation;
		return (x, y) -> most == 0 ? 1 : StrictMath.exp(most * noise.at(x, y));
	}

	/** A number of photons where a number is expected (Knuth 1969), or this number. */
	double photons(final double expected) {
		if (strength == 0) return expected;
		if (expected > 40)
			return Math.max(0, Math.rint(expected + Math.sqrt(expected) * random.nextGaussian()));
		final double end = StrictMath.exp(-expected);
		int photons = 0;
		for (double left = random.nextDouble(); left > end; left *= random.nextDouble())
			photons++;
		return photons;
	}
}
