package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** The label of any value is the number of the nearest centre, ties included. */
class PixelLabelerTest {

	private static final PixelFormat[] FORMATS = { PixelFormat.RGB, PixelFormat.grey(1),
		PixelFormat.grey(8), PixelFormat.grey(12), PixelFormat.grey(16), PixelFormat.grey(32),
		PixelFormat.channels(2), PixelFormat.channels(3) };

	@Property(tries = 60)
	void labelsAreTheNearestCentres(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 7) final int format,
		@ForAll @IntRange(min = 1, max = 300) final int k)
	{
		final PixelFormat f = FORMATS[format];
		final Clusters clusters = clusters(f, k, new Random(seed));
		final double[][] centres = centres(clusters);
		final PixelLabeler labeler = new PixelLabeler(f, clusters);
		final Random random = new Random(~seed);
		final long[] values = random.longs(2000).map(v -> v >>> 64 - f.bits()).toArray();
		IntStream.range(0, 2 * values.length).parallel().forEach(i -> {
			final long value = values[i % values.length];
			assertEquals(nearest(f, value, centres), labeler.label(value));
		});
	}

	/** By several threads, one labeler after another, of any formats. */
	@Property(tries = 10)
	void nothingIsLeftOfTheLabelerBefore(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Workspace workspace = new Workspace();
		for (int frame = 0; frame < 6; frame++) {
			final PixelFormat f = FORMATS[random.nextBoolean() ? 0 : random.nextInt(FORMATS.length)];
			final Clusters clusters = clusters(f, 1 + random.nextInt(30), random);
			final double[][] centres = centres(clusters);
			final PixelLabeler labeler = workspace.labeler(f, f, clusters, Steps.UNHEARD);
			final int[] pixels = random.ints(3000).map(v -> v >>> 32 - f.bits()).toArray();
			IntStream.range(0, 4).parallel().forEach(thread -> {
				final int n = pixels.length - thread;
				final int[] labels = new int[n];
				labeler.label(pixels, n, labels);
				for (int i = 0; i < n; i++)
					assertEquals(nearest(f, Integer.toUnsignedLong(pixels[i]), centres), labels[i]);
			});
		}
	}

	private static double[][] centres(final Clusters clusters) {
		return IntStream.rangeClosed(1, clusters.size())
			.mapToObj(clusters::centre)
			.toArray(double[][]::new);
	}

	private static Clusters clusters(final PixelFormat format, final int k, final Random random) {
		final PixelSum sum = new PixelSum(format);
		random.longs(1000).map(v -> v >>> 64 - format.bits()).forEach(sum::add);
		return sum.histogram(Progress.NONE)
			.cluster(KMeansOptions.defaults().withClusters(k).withIterations(3).withAttempts(1),
				Progress.NONE);
	}

	private static int nearest(final PixelFormat format, final long value, final double[][] centres) {
		final double[] x = new double[format.components()];
		format.unpack(value, x);
		int best = 0;
		for (int j = 1; j < centres.length; j++)
			if (distance(x, centres[j]) < distance(x, centres[best])) best = j;
		return best + 1;
	}

	private static double distance(final double[] x, final double[] centre) {
		double sum = 0;
		for (int q = 0; q < centre.length; q++) {
			final double difference = x[q] - centre[q];
			sum += difference * difference;
		}
		return sum;
	}

	/** Its tables are half those of others then. */
	@Property(tries = 15)
	void aLabelerThatWasCancelledIsMadeAnew(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Clusters some = centres(random);
		final Clusters others = centres(random);
		final Workspace workspace = new Workspace();
		workspace.labeler(PixelFormat.RGB, PixelFormat.RGB, some, Steps.UNHEARD);
		final AtomicInteger left = new AtomicInteger(1 + random.nextInt(40));
		final Steps cancelling = new Steps((fraction, word) -> {
			if (left.decrementAndGet() < 0) throw new CancellationException();
		}, "", 1);
		assertThrows(CancellationException.class,
			() -> workspace.labeler(PixelFormat.RGB, PixelFormat.RGB, others, cancelling));
		final PixelLabeler again = workspace.labeler(PixelFormat.RGB, PixelFormat.RGB, some,
			Steps.UNHEARD);
		final PixelLabeler fresh = new PixelLabeler(PixelFormat.RGB, some);
		for (int i = 0; i < 500; i++) {
			final int value = random.nextInt(1 << 24);
			assertEquals(fresh.label(value), again.label(value));
		}
	}

	private static Clusters centres(final Random random) {
		return Clusters.of(IntStream.range(0, 40)
			.mapToObj(j -> random.doubles(3, 0, 256).toArray())
			.toArray(double[][]::new));
	}
}
