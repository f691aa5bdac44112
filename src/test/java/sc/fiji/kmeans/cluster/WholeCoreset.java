package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A coreset whose means are all the points, so that what is found among them is known. */
final class WholeCoreset {

	private WholeCoreset() {}

	static Coreset of(final RandomPoints points) {
		return CoresetCut.coresets(points.tree(), points.size())[0];
	}

	/** @param k the largest number of clusters */
	static CoresetClustering clustering(final RandomPoints points, final int k) {
		return new CoresetClustering(of(points), k, new RunArrays());
	}

	/** There are k centres, sorted, and iterations neither move them nor find another error. */
	static void assertSettled(final Starts.Settled found, final RandomPoints points, final int k) {
		final double rounding = 1e-11 * points.tree().squares().doubleValue();
		assertEquals(k, found.centres.size());
		assertTrue(found.centres.isSorted(RandomPoints.BY_COMPONENT));
		final CoresetClustering again = clustering(points, k).begin(found.centres);
		assertEquals(found.compactness, again.error(), rounding);
		assertEquals(found.compactness, again.settle(0, Double.POSITIVE_INFINITY).error(), rounding);
	}
}
