package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** What the pixels of clusters are in the mean. */
class MeasuringTest {

	private static final Comparator<double[]> BY_FIRST = Comparator.comparingDouble(x -> x[0]);

	@Test
	void meansAreWeightedByPixels() {
		final ClusterMeans means = new ClusterMeans(2, 1);
		means.add(0, new double[] { 4 }, 3);
		means.add(0, new double[] { 8 }, 1);
		assertTrue(means.hasEmpty());
		means.add(1, new double[] { 2 }, 5);
		assertFalse(means.hasEmpty());
		assertArrayEquals(new long[] { 4, 5 }, means.counts());
		assertArrayEquals(new double[][] { { 5 }, { 2 } }, means.values());
		// The first mean is the larger one.
		assertArrayEquals(new int[] { 1, 0 }, means.places(BY_FIRST));
		assertArrayEquals(new int[] { 0, 1 }, means.places(BY_FIRST.reversed()));
	}

	/** Places of places are numbers: the cluster at each place is the one that has it. */
	@Property(tries = 50)
	void placesSortTheMeans(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final ClusterMeans means = new ClusterMeans(k, 2);
		for (int j = 0; j < k; j++)
			means.add(j, new double[] { random.nextInt(5), random.nextInt(9) }, 1 + random.nextInt(2));
		final int[] places = means.places(BY_FIRST);
		final double[][] values = means.values();
		final Integer[] sorted = new Integer[k];
		for (int j = 0; j < k; j++)
			sorted[places[j]] = j;
		for (int i = 1; i < k; i++) {
			final int order = BY_FIRST.compare(values[sorted[i - 1]], values[sorted[i]]);
			assertTrue(order < 0 || order == 0 && sorted[i - 1] < sorted[i]);
		}
	}

	/** Whichever thread has which part. */
	@Property(tries = 30)
	void partsAddUp(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 6) final int k) {
		final Random random = new Random(seed);
		final ClusterMeans all = new ClusterMeans(k, 2);
		final ClusterMeans sum = new ClusterMeans(k, 2);
		for (int part = 0; part < 4; part++) {
			final ClusterMeans some = new ClusterMeans(k, 2);
			for (int i = 0; i < 10; i++) {
				final int j = random.nextInt(k);
				final double[] x = { random.nextInt(256), random.nextInt(256) };
				all.add(j, x, i);
				some.add(j, x, i);
			}
			sum.add(some);
		}
		assertArrayEquals(all.counts(), sum.counts());
		assertArrayEquals(all.values(), sum.values());
		sum.counts()[0] = -1;
		assertArrayEquals(all.counts(), sum.counts());
	}

	/** Each value by itself: the mean of components, of the cluster that is nearest in the space. */
	@Property(tries = 40)
	void valuesCountForTheirNearestCluster(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int k)
	{
		final Random random = new Random(seed);
		final PixelFormat format = PixelFormat.RGB;
		final HashedCounts table = new HashedCounts(format);
		for (final int pixel : CountedValues.pixels(format, 800, random))
			table.add(pixel, 1 + random.nextInt(4), Steps.UNHEARD);
		final PixelCounts counts = table.sorted(Steps.UNHEARD);
		final Clusters clusters = Clusters.of(IntStream.range(0, k)
			.mapToObj(j -> new double[] { random.nextInt(256), random.nextInt(256) })
			.toArray(double[][]::new));
		final long[] pixels = new long[k];
		final double[][] sums = new double[k][3];
		for (int i = 0; i < counts.size(); i++) {
			final double[] x = components(counts.value(i));
			final int j = clusters.nearest(x[2], x[0]) - 1;
			pixels[j] += counts.weight(i);
			for (int q = 0; q < 3; q++)
				sums[j][q] += counts.weight(i) * x[q];
		}
		final ClusterMeans means = measuring(counts).means(clusters, Progress.NONE);
		assertArrayEquals(pixels, means.counts());
		for (int j = 0; j < k; j++)
			for (int q = 0; q < 3; q++)
				assertEquals(sums[j][q] / pixels[j], means.values()[j][q]);
		assertEquals(Arrays.stream(pixels).anyMatch(n -> n == 0), means.hasEmpty());
	}

	private static Measuring measuring(final PixelCounts counts) {
		return new Measuring(counts, PixelFormat.RGB,
			new LocatedCounts(counts, BLUE_RED, Progress.NONE));
	}

	private static double[] components(final long rgb) {
		return new double[] { rgb >> 16, rgb >> 8 & 255, rgb & 255 };
	}

	private static final ValueSpace BLUE_RED = new TestSpace(2, 0, false,
		(rgb, q) -> components(rgb)[q == 0 ? 2 : 0]);

	@Test
	void measuringCanBeCancelled() {
		final PixelCounts one = PixelCounts.of(PixelFormat.RGB, new long[] { 5 }, new long[] { 1 }, 1);
		final Clusters clusters = Clusters.of(new double[][] { { 1, 2 } });
		assertThrows(CancellationException.class,
			() -> measuring(one).means(clusters, (fraction, word) -> {
				assertEquals("measuring", word);
				throw new CancellationException();
			}));
	}
}
