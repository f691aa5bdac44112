package sc.fiji.kmeans.cluster;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Points on a line, of distributions of all kinds, in ascending order. */
final class RandomLines {

	private RandomLines() {}

	/** Numbers of few bits, of which many are equal, or of many. */
	static RandomPoints of(final Random random, final int pixels) {
		final double unit = Math.scalb(1.0, 3 + random.nextInt(random.nextBoolean() ? 8 : 36));
		final long offset = random.nextInt(4) == 0 ? random.nextLong() >> 28 : 0;
		return KMeansContractTest.values(DoubleStream.generate(numbers(random))
			.limit(pixels)
			.mapToLong(x -> offset + (long) (x * unit))
			.sorted()
			.toArray());
	}

	private static DoubleSupplier numbers(final Random random) {
		switch (random.nextInt(6)) {
			case 0 :
				return random::nextDouble;
			case 1 :
				return random::nextGaussian;
			case 2 :
				// Heavy tails: of Cauchy's distribution.
				return () -> Math.tan(3 * (random.nextDouble() - 0.5));
			case 3 :
				return () -> -Math.log(1 - random.nextDouble());
			case 4 :
				return () -> random.nextInt(5) + 0.02 * random.nextGaussian();
			default :
				return blobs(random);
		}
	}

	/** Some of far more pixels than others, and some wider. */
	private static DoubleSupplier blobs(final Random random) {
		return () -> {
			final int blob = (int) (12 * Math.pow(random.nextDouble(), 3));
			return blob + 0.05 * (1 + blob % 3) * random.nextGaussian();
		};
	}
}
