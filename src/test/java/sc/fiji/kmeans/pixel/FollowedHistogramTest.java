package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

/** Histograms of frames that come one after another. */
class FollowedHistogramTest {

	private static final PixelFormat GREY = PixelFormat.grey(8);
	private static final KMeansOptions TWO = KMeansOptions.defaults().withClusters(2);

	/** A quarter of the value, bright before dark. */
	private static final ValueSpace QUARTERS = new ValueSpace() {

		@Override
		public int dimensions() {
			return 1;
		}

		@Override
		public int fractionBits() {
			return 2;
		}

		@Override
		public void locate(final long pixel, final double[] x) {
			x[0] = pixel / 4.0;
		}

		@Override
		public Comparator<double[]> order() {
			return Comparator.comparingDouble(x -> -x[0]);
		}
	};

	@Test
	void numbersAreKeptAndUnitsAreThoseOfTheSpace() {
		final Clusters before = histogram(0, 2, 10, 12).cluster(TWO, QUARTERS, Progress.NONE);
		assertCentres(before, 2.75, 0.25);
		final Clusters dark = before.numberedAfter(Clusters.of(new double[][] { { 0 }, { 3 } }));
		final Clusters after = histogram(1, 2, 10, 12).in(QUARTERS, Progress.NONE)
			.follow(dark, TWO, Progress.NONE);
		assertEquals(1, after.attempts());
		assertCentres(after, 0.375, 2.75);
		// (2 * 0.5^2 + 2 * 1^2) / 4^2
		assertEquals(2.5 / 16, after.compactness(), 0);
	}

	/** In steps of a quarter epsilon would be four times as large. */
	@Test
	void epsilonIsInUnitsOfTheSpace() {
		final Clusters before = histogram(0, 2, 10, 12).cluster(TWO, QUARTERS, Progress.NONE);
		final LocatedHistogram next = histogram(1, 2, 10, 12).in(QUARTERS, Progress.NONE);
		assertEquals(1, next.follow(before, TWO.withEpsilon(0.125), Progress.NONE).iterations());
		assertEquals(2, next.follow(before, TWO.withEpsilon(0.124), Progress.NONE).iterations());
	}

	@Test
	void anotherSceneIsNumberedInTheOrderOfTheSpace() {
		final Clusters before = histogram(0, 2, 10, 12).cluster(TWO, QUARTERS, Progress.NONE)
			.numberedAfter(Clusters.of(new double[][] { { 0 }, { 3 } }));
		final Clusters after = histogram(40, 80).in(QUARTERS, Progress.NONE)
			.follow(before, TWO, Progress.NONE);
		assertEquals(10, after.attempts());
		assertCentres(after, 20, 10);
	}

	@Test
	void theFormatIsASpaceToo() {
		final Clusters before = histogram(0, 2, 10, 12).cluster(TWO, Progress.NONE);
		final Clusters after = histogram(1, 2, 10, 12).in(GREY, Progress.NONE)
			.follow(before, TWO, Progress.NONE);
		assertEquals(1, after.attempts());
		assertCentres(after, 1.5, 11);
	}

	private static PixelHistogram histogram(final long... pixels) {
		final PixelSum sum = new PixelSum(GREY);
		for (final long pixel : pixels)
			sum.add(pixel);
		return sum.histogram(Progress.NONE);
	}

	private static void assertCentres(final Clusters clusters, final double... centres) {
		assertEquals(centres.length, clusters.size());
		for (int j = 1; j <= centres.length; j++)
			assertArrayEquals(new double[] { centres[j - 1] }, clusters.centre(j));
	}
}
